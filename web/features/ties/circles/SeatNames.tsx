import { RINGS, type Ring, type Seat } from '#api/domain/network-rings'
import type { ActorBrief } from '#contract/briefs'
import { type Label, readable, shortened, spotsAround } from '../network/labels.ts'
import css from './CirclesDrawing.module.css'
import { BANDS, type Spot } from './geometry.ts'

type Cell = {
  ring: Ring
  seats: readonly Seat[]
  spots: readonly Spot[]
  hidden: number
  chair: Spot | undefined
}

/** The middle of the drawing is at 0, 0, where {@link readable} has its corner. */
const FAR = 10_000
/** In smaller circles only the one that is pointed at is named. */
const ROOMY = 210
/** Pixels that a letter takes, about. */
const LETTER = 6.3

/** Names under the seats of the rings, as far as they can be read, and the one that is pointed at, above all. */
export function SeatNames({
  cells,
  actorOf,
  size,
  radius,
  pointed,
}: {
  cells: readonly Cell[]
  actorOf: (id: string) => ActorBrief | undefined
  size: number
  radius: number
  pointed: string | undefined
}) {
  const labelOf = (seat: Seat, { x, y }: Spot): Label => {
    const isStrong = seat.actorId === pointed
    const name = actorOf(seat.actorId)?.name ?? ''
    const text = isStrong ? name : shortened(name, 18)
    const width = text.length * LETTER
    return { text, width, isStrong, spots: spotsAround(x + FAR, y + FAR, size / 2 - 1, width) }
  }
  const placed = cells.flatMap(({ ring, seats, spots, hidden }) =>
    spots.slice(0, hidden ? -1 : undefined).map((spot, at) => ({ ring, seat: seats[at]!, spot })),
  )
  const strong = placed.filter(({ seat }) => seat.actorId === pointed)
  const near = placed.filter(({ ring, seat }) => ring !== 'outside' && seat.actorId !== pointed)
  const names = RINGS.map((ring) => ({ x: 0, y: (-(BANDS[ring][0] + BANDS[ring][1]) / 2) * radius }))
  const around = [
    ...placed.map(({ spot }) => ({ ...spot, size: size * 0.7 })),
    ...cells.flatMap(({ chair }) => (chair ? [{ ...chair, size: size * 0.8 }] : [])),
    ...names.map((spot) => ({ ...spot, size: 50 })),
    { x: 0, y: 0, size: 2 * BANDS.works_with[0] * radius },
  ].map(({ x, y, size: wide }) => ({ x: x + FAR, y: y + FAR, size: wide }))
  const field = { width: 2 * FAR, height: 2 * FAR, most: 120, around }
  const labels = [...strong, ...(radius < ROOMY ? [] : near)].map(({ seat, spot }) => labelOf(seat, spot))
  return readable(labels, field).map(({ text, x, y, isStrong }) => (
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
