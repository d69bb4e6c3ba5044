import { type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RINGS, type Ring, type Seat } from '#api/domain/network-rings'
import { FAMILIES } from '#contract/nomenclature'
import css from './CirclesDrawing.module.css'
import type { Circles } from './CirclesView.tsx'
import { BANDS, cellPath, middleOf, ringAt, ringBeside, seatSize, seatsIn, spotAt } from './geometry.ts'
import { FamilyName, Middle, RingName } from './Names.tsx'
import { EmptySeat, SeatMark } from './SeatMark.tsx'
import { SeatNames } from './SeatNames.tsx'

const INNER: readonly Ring[] = ['works_with', 'knows']
/** Pixels that a pointer moves before it carries the seat along. */
const SLACK = 5

type Carried = { seat: Seat; x: number; y: number; isFar: boolean; from: { x: number; y: number } }

/** The rings and the families around a team. A seat is moved with the pointer, or with Shift and the arrows. */
export function CirclesDrawing({
  centre,
  isTeam,
  rings,
  actorOf,
  selected,
  onSelect,
  onMove,
  width,
  height,
  isPicture,
}: Circles & {
  width: number
  height: number
  /** Too small to be touched: the list under it is what one uses. */
  isPicture: boolean
}) {
  const { t } = useTranslation('ties')
  const svg = useRef<SVGSVGElement>(null)
  const [carried, setCarried] = useState<Carried>()
  const [current, setCurrent] = useState<string>()
  /** Under the pointer, or where the keyboard is. */
  const [pointed, setPointed] = useState<string>()
  const margin = isPicture ? { x: 20, y: 20 } : { x: 128, y: 46 }
  const radius = Math.max(100, Math.min(width / 2 - margin.x, height / 2 - margin.y))
  const size = seatSize(radius)
  const over = carried?.isFar ? ringAt(Math.hypot(carried.x, carried.y), radius) : undefined

  const place = ({ clientX, clientY }: PointerEvent) => {
    const box = svg.current!.getBoundingClientRect()
    return { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 }
  }
  const carry = (seat: Seat) => ({
    onPointerDown: (event: PointerEvent<SVGElement>) => {
      if (isPicture || event.button !== 0) return
      const from = place(event)
      if (onMove) event.currentTarget.setPointerCapture(event.pointerId)
      setCarried({ seat, ...from, from, isFar: false })
    },
    onPointerMove: (event: PointerEvent<SVGElement>) => {
      if (!carried || carried.seat !== seat || !onMove) return
      const at = place(event)
      const isFar = carried.isFar || Math.hypot(at.x - carried.from.x, at.y - carried.from.y) > SLACK
      setCarried({ ...carried, ...at, isFar })
    },
    onPointerUp: () => {
      if (carried?.isFar && over) onMove?.(seat, over)
      else if (carried) onSelect(seat.actorId)
      setCarried(undefined)
    },
    onPointerCancel: () => setCarried(undefined),
  })
  const cells = rings.cells.map((cell) => {
    const family = FAMILIES.indexOf(cell.family)
    const [inner, outer] = BANDS[cell.ring]
    const empty = INNER.includes(cell.ring) && !cell.seats.length
    return {
      ...cell,
      family,
      ...seatsIn(cell.ring, family, cell.seats.length, radius),
      /** Where nobody sits. */
      chair: empty ? spotAt(middleOf(family), ((inner + outer) / 2) * radius) : undefined,
    }
  })
  const seated = cells.flatMap(({ seats, spots, hidden }) =>
    hidden ? seats.slice(0, spots.length - 1) : seats,
  )
  const first = seated.find(({ actorId }) => actorId === (current ?? selected)) ?? seated[0]
  const walk = (seat: Seat, step: -1 | 1) => {
    const next = seated[seated.indexOf(seat) + step]
    if (!next) return
    setCurrent(next.actorId)
    svg.current?.querySelector<SVGElement>(`[data-seat="${next.actorId}"]`)?.focus()
  }
  return (
    <svg
      ref={svg}
      className={css.drawing}
      width={width}
      height={height}
      viewBox={`${-width / 2} ${-height / 2} ${width} ${height}`}
      role={isPicture ? 'img' : 'group'}
      aria-label={t('circles.label', { name: centre.name })}
    >
      {[...RINGS].reverse().map((ring) => (
        <circle
          key={ring}
          className={css.ring}
          data-ring={ring}
          data-over={over === ring}
          r={BANDS[ring][1] * radius}
        />
      ))}
      {FAMILIES.map((_, family) => (
        <path
          key={FAMILIES[family]}
          className={css.cell}
          d={RINGS.map((ring) => cellPath(ring, family, radius)).join('')}
        />
      ))}
      <Middle centre={centre} isTeam={isTeam} radius={radius} />
      {!isPicture && RINGS.map((ring) => <RingName key={ring} ring={ring} radius={radius} />)}
      {FAMILIES.map((family, at) => (
        <FamilyName
          key={family}
          family={family}
          angle={middleOf(at)}
          radius={radius}
          isShort={isPicture}
          isMissing={rings.missingFamilies.includes(family)}
        />
      ))}
      {cells.map(({ ring, family, seats, spots, hidden, chair }) => (
        <g key={`${ring} ${family}`}>
          {chair && <EmptySeat {...chair} size={size} />}
          {(hidden ? seats.slice(0, spots.length - 1) : seats).map((seat, at) => {
            const isCarried = carried?.isFar && carried.seat.actorId === seat.actorId
            const spot = isCarried ? carried : spots[at]!
            return (
              <SeatMark
                key={seat.actorId}
                seat={seat}
                actor={actorOf(seat.actorId)}
                x={spot.x}
                y={spot.y}
                size={size}
                isPicture={isPicture}
                isSelected={seat.actorId === selected}
                isFirst={seat === first}
                onSelect={() => onSelect(seat.actorId)}
                onPoint={setPointed}
                onWalk={(step) => walk(seat, step)}
                onMove={onMove && ((step) => onMove(seat, ringBeside(seat.ring, step)))}
                {...carry(seat)}
              />
            )
          })}
          {hidden > 0 && (
            <text className={css.hidden} {...spots.at(-1)} dy="4" textAnchor="middle">
              {`+${hidden}`}
            </text>
          )}
        </g>
      ))}
      {!isPicture && (
        <SeatNames
          cells={cells}
          actorOf={actorOf}
          size={size}
          radius={radius}
          pointed={pointed ?? selected}
        />
      )}
    </svg>
  )
}
