import type { Standing } from '#web/ui/quadrants.ts'
import { StandingMark } from '#web/ui/StandingMark.tsx'
import css from './StandingKey.module.css'

/** Where an actor stands, in the row of a list: the mark and its word. */
export function StandingBadge({
  standing,
  words,
}: {
  standing: Standing
  words: (standing: Standing) => string
}) {
  return (
    <span className={css.standing} data-standing={standing}>
      <StandingMark standing={standing} size={14} />
      {words(standing)}
    </span>
  )
}
