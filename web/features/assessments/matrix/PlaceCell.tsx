import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActorBrief } from '#contract/briefs'
import { classes } from '#web/ui/classes.ts'
import { useDesk } from '../judging.ts'
import { type Look, lookOf, type Station } from '../levels.ts'
import type { CardSize } from './Card.tsx'
import { Crowd } from './Crowd.tsx'
import { Dots, type ShownDot } from './Dots.tsx'
import { PlacedCard } from './PlacedCard.tsx'
import { keyOf } from './places.ts'
import css from './plane.module.css'
import type { Lines } from './tracks.ts'

const sizeOf = (look: Look, width: number): CardSize => {
  if (look === 'counts') return width < 80 ? 'symbol' : 'line'
  return { names: 'card', lines: 'line', symbols: 'symbol' }[look] as CardSize
}

/** One place of the plane with those who stand there: a cell of two levels, or a lane between two. */
export const PlaceCell = memo(function PlaceCell({
  station,
  actors,
  lines,
  picked,
  dots,
  isNamed,
  isOver,
  onCrowd,
  onLay,
}: {
  station: Station
  actors: readonly ActorBrief[]
  lines: Lines
  /** Shown by name even in a crowd: selected, or under the pointer. */
  picked: readonly (string | undefined)[]
  dots: readonly ShownDot[]
  isNamed: boolean
  /** A carried card would come here. */
  isOver: boolean
  onCrowd: (key: string) => void
  /** While a card waits for a cell to be touched. */
  onLay?: (() => void) | undefined
}) {
  const { t } = useTranslation('assessments')
  const { words } = useDesk()
  const width = Number.isInteger(station.possibility) ? lines.cellWidth : lines.laneWidth
  const look = lookOf(actors.length, width)
  const shown = look === 'counts' ? actors.filter(({ id }) => picked.includes(id)) : actors
  const isCell = Number.isInteger(station.need) && Number.isInteger(station.possibility)
  const where = {
    need: t('needOf', { level: words.level('need', station.need) }),
    possibility: t('possibilityOf', { level: words.level('possibility', station.possibility) }),
  }
  const stop = shown.find(({ id }) => picked.includes(id)) ?? shown[0]
  return (
    <fieldset
      aria-label={`${t('plane.cell', where)} : ${t('actors', { count: actors.length })}`}
      className={classes(isCell ? css.cell : css.lane, css[look], isOver && css.over)}
      style={{ gridRow: lines.row(station.need), gridColumn: lines.column(station.possibility) }}
      data-cell={isCell ? keyOf(station) : undefined}
    >
      <div className={css.cards}>
        {shown.map((actor) => (
          <PlacedCard key={actor.id} actor={actor} size={sizeOf(look, width)} isTabStop={actor === stop} />
        ))}
        {look === 'counts' && <Crowd actors={actors} onOpen={() => onCrowd(keyOf(station))} />}
      </div>
      {isCell && <Dots dots={dots} ghost={isOver} isNamed={isNamed} />}
      {isCell && onLay && (
        <button type="button" className={css.lay} onClick={onLay} aria-label={t('plane.moveHere', where)} />
      )}
    </fieldset>
  )
})
