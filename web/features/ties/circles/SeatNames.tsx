import type { Ring, Seat } from '#api/domain/network-rings'
import type { ActorBrief } from '#contract/briefs'
import { type Label, readable, shortened } from '../network/labels.ts'
import css from './CirclesDrawing.module.css'
import type { Spot } from './geometry.ts'

type Cell = { ring: Ring; seats: readonly Seat[]; spots: readonly Spot[]; hidden: number }

/** The middle of the drawing is at 0, 0, where {@link readable} has its corner. */
const FAR = 10_000
/** Pixels that a letter takes, about. */
const LETTER = 6.3

/** Names under the seats of the rings, as far as they can be read, and the one that is pointed at, above all. */
export function SeatNames({
  cells,
  actorOf,
  size,
  pointed,
}: {
  cells: readonly Cell[]
  actorOf: (id: string) => ActorBrief | undefined
  size: number
  pointed: string | undefined
}) {
  const labelOf = (seat: Seat, { x, y }: Spot, isStrong: boolean): Label => {
    const name = actorOf(seat.actorId)?.name ?? ''
    const text = isStrong ? name : shortened(name, 18)
    return { text, x, y: y + size / 2, above: y - size / 2 - 16, width: text.length * LETTER, isStrong }
  }
  const placed = cells.flatMap(({ ring, seats, spots, hidden }) =>
    spots.slice(0, hidden ? -1 : undefined).map((spot, at) => ({ ring, seat: seats[at]!, spot })),
  )
  const strong = placed.filter(({ seat }) => seat.actorId === pointed)
  const near = placed.filter(({ ring, seat }) => ring !== 'outside' && seat.actorId !== pointed)
  const around = placed.map(({ spot }) => ({ x: spot.x + FAR, y: spot.y + FAR, size: size * 0.7 }))
  const field = { width: 2 * FAR, height: 2 * FAR, most: 120, around }
  const moved = [...strong, ...near].map(({ seat, spot }) => {
    const label = labelOf(seat, spot, seat.actorId === pointed)
    return { ...label, x: label.x + FAR, y: label.y + FAR, above: label.above + FAR }
  })
  return readable(moved, field).map(({ text, x, y, isStrong }) => (
    <text
      key={`${text} ${x} ${y}`}
      className={css.seatName}
      data-strong={isStrong}
      textAnchor="middle"
      x={x - FAR}
      y={y - FAR + 11}
    >
      {text}
    </text>
  ))
}
