import type { Position } from '#api/domain/assessment'
import css from './plane.module.css'
import type { Lines } from './tracks.ts'

/** A thin frame from the lowest to the highest that anybody says; nothing while all say the same. */
export function Spread({ position, lines }: { position: Position; lines: Lines }) {
  const { need, possibility } = position.spread
  if (!need || !possibility) return null
  if (need[0] === need[1] && possibility[0] === possibility[1]) return null
  return (
    <span
      aria-hidden="true"
      className={css.spread}
      style={{
        gridRow: `${lines.row(need[1])} / ${lines.row(need[0]) + 1}`,
        gridColumn: `${lines.column(possibility[0])} / ${lines.column(possibility[1]) + 1}`,
      }}
    />
  )
}
