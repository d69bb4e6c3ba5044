import { useMemo, useRef, useState } from 'react'
import type { Position } from '#api/domain/assessment'
import type { ActorBrief } from '#contract/briefs'
import { useDesk } from '../judging.ts'
import { type Cell, cellOf } from '../levels.ts'
import { BottomBand, NeedLabels, TopBand } from './Bands.tsx'
import { CrowdDialog } from './CrowdDialog.tsx'
import type { ShownDot } from './Dots.tsx'
import { PlaceCell } from './PlaceCell.tsx'
import { keyOf, type Places } from './places.ts'
import css from './plane.module.css'
import { Spread } from './Spread.tsx'
import { linesOf } from './tracks.ts'
import type { Carried } from './useCarry.ts'
import { useWidth } from './useWidth.ts'

/** The same nothing each time: a place where nothing changes is not drawn again. */
const NONE: never[] = []

/** Need upwards, possibility to the right: everybody who is judged, at the medians. */
export function Plane({
  places,
  shown,
  carried,
  picked,
  onSelect,
  onMove,
  onLay,
}: {
  places: Places
  /** Actors whose dots and spread are drawn. */
  shown: readonly { actor: ActorBrief; position: Position }[]
  carried: Carried | null
  picked: readonly (string | undefined)[]
  onSelect: (id: string) => void
  onMove: (actor: ActorBrief) => void
  onLay: (cell: Cell) => void
}) {
  const { words, isMine } = useDesk()
  const root = useRef<HTMLElement>(null)
  const [crowd, setCrowd] = useState<string | null>(null)
  const width = useWidth(root, 640)
  const lines = useMemo(() => linesOf(places.tracks, width), [places, width])
  const crowded = crowd === null ? undefined : places.byKey.get(crowd)

  const dotsAt = (key: string): readonly ShownDot[] => {
    const found = shown.flatMap(({ actor, position }) =>
      position.dots.flatMap((dot) => {
        const cell = cellOf(dot)
        const isLifted = carried && isMine(dot.assessor)
        return cell && keyOf(cell) === key && !isLifted ? [{ actor, dot }] : []
      }),
    )
    return found.length ? found : NONE
  }
  return (
    <section
      ref={root}
      data-plane
      aria-label={words.t('plane.label')}
      className={css.plane}
      style={lines.template}
    >
      <TopBand lines={lines} />
      <NeedLabels lines={lines} />
      {lines.stations.map((station) => {
        const key = keyOf(station)
        const actors = places.byKey.get(key)?.actors ?? NONE
        const isCell = Number.isInteger(station.need) && Number.isInteger(station.possibility)
        const isOver = carried?.over ? keyOf(carried.over) === key : false
        return (
          <PlaceCell
            key={key}
            station={station}
            actors={actors}
            lines={lines}
            picked={actors.some(({ id }) => picked.includes(id)) ? picked : NONE}
            dots={isCell ? dotsAt(key) : NONE}
            isNamed={shown.length > 1}
            isOver={isOver}
            onCrowd={setCrowd}
            onLay={carried?.by === 'tap' && isCell ? () => onLay(station as Cell) : undefined}
          />
        )
      })}
      {shown.map(({ actor, position }) => (
        <Spread key={actor.id} position={position} lines={lines} />
      ))}
      <BottomBand lines={lines} />
      {lines.middles.map((line) => (
        <span
          key={line.axis}
          aria-hidden="true"
          className={css.middle}
          data-axis={line.axis}
          style={line.area}
        />
      ))}
      {crowded && (
        <CrowdDialog
          title={words.both(crowded.station.need, crowded.station.possibility)}
          actors={crowded.actors}
          onSelect={onSelect}
          onMove={onMove}
          onClose={() => setCrowd(null)}
        />
      )}
    </section>
  )
}
