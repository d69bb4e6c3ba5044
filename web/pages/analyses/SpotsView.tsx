import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Indicator } from '#contract/indicators'
import { CompositeChoice } from '#web/features/hot-spots/CompositeChoice.tsx'
import { type Asked, hotSpotsQuery, type Part } from '#web/features/hot-spots/hot-spots.queries.ts'
import { coloursOf, spotsPaint } from '#web/features/hot-spots/looks.ts'
import { REACH, SpotsChoice } from '#web/features/hot-spots/SpotsChoice.tsx'
import { SpotsKey } from '#web/features/hot-spots/SpotsKey.tsx'
import { WhatWasDone } from '#web/features/hot-spots/WhatWasDone.tsx'
import { ZoneWords } from '#web/features/hot-spots/ZoneWords.tsx'
import { BlindSpots } from '#web/features/indicators/BlindSpots.tsx'
import { IndicatorChoice } from '#web/features/indicators/IndicatorChoice.tsx'
import { keyOf, onSameZones, toKeyText } from '#web/features/indicators/key.ts'
import { SourceLine } from '#web/features/indicators/SourceLine.tsx'
import { useLabel } from '#web/features/indicators/useLabel.ts'
import { codeOf } from '#web/http/errors.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import type { MapHandle } from '#web/map/MapCanvas.tsx'
import type { Theme } from '#web/map/palette.ts'
import { usePalette } from '#web/map/usePalette.ts'
import { ZoneCard } from '#web/map/ZoneCard.tsx'
import { ZoneMap } from '#web/map/ZoneMap.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Fold } from '#web/ui/Fold.tsx'
import { MapAndPanel } from '#web/ui/MapAndPanel.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { useView } from '#web/useView.ts'
import { CompositeView } from './CompositeView.tsx'
import { useContoursOf } from './useContoursOf.ts'
import { chosenOf } from './useFigure.ts'
import { inOrder, useUnsaid } from './useUnsaid.ts'

const NO_PAINT = {}
/** What is harder when there is less of it. */
const isTurned = ({ figure }: Indicator) => /^income_(?!decile)|employment_rate|activity_share/.test(figure)

/** Hot and cold spots of one rate, with what was done to find them; a composite stands in a fold, as context. */
export function SpotsView({
  territoryId,
  rates,
  levels,
}: {
  territoryId: string
  rates: readonly Indicator[]
  /** Rates, and medians too: what a composite may hold. */
  levels: readonly Indicator[]
}) {
  const { t } = useTranslation(['hotSpots', 'common'])
  const say = useErrorWords()
  const labelOf = useLabel()
  const theme = usePalette().theme as Theme
  const [search, change] = useView()
  const [parts, setParts] = useState<Part[]>()
  const map = useRef<MapHandle>(null)
  const indicator = chosenOf(rates, search.figure)!
  const { spots: method = 'gi_star', neighbours = 'queen' } = search
  const reach = search.reach ?? REACH[neighbours]
  const asked: Asked = {
    ...keyOf(indicator),
    territory: territoryId,
    method,
    neighbours,
    ...(reach !== undefined && { reach }),
  }
  const found = useQuery(hotSpotsQuery(asked))
  const answer = found.error ? undefined : found.data
  const contours = useContoursOf(territoryId, indicator)
  const unsaid = useUnsaid(territoryId, contours, answer?.zones)
  const zones = useMemo(
    () =>
      answer &&
      inOrder(
        answer.zones,
        unsaid.map((one) => ({ ...one, class: 'no_data' as const, p: null })),
      ),
    [answer, unsaid],
  )
  const paint = useMemo(() => (zones ? spotsPaint(zones) : NO_PAINT), [zones])
  const colours = useMemo(() => coloursOf(theme), [theme])
  const zone = zones?.find(({ zoneId }) => zoneId === search.zone)
  const select = (id: string | undefined) => id !== search.zone && change({ zone: id })
  const candidates = useMemo(
    () =>
      levels
        .filter((one) => onSameZones(one, indicator))
        .map((one) => ({
          key: toKeyText(one),
          label: `${labelOf(one)} (${one.source}, ${one.period})`,
          indicator: keyOf(one),
          isTurned: isTurned(one),
        })),
    [levels, indicator, labelOf],
  )
  if (parts)
    return (
      <CompositeView
        territoryId={territoryId}
        parts={parts}
        contours={contours}
        labels={parts.map(
          (part) => candidates.find(({ key }) => key === toKeyText(part))?.label ?? part.figure,
        )}
        onBack={() => setParts(undefined)}
      />
    )
  return (
    <MapAndPanel
      title={t('question', { label: labelOf(indicator) })}
      panelLabel={t('panel')}
      panel={
        <>
          <IndicatorChoice
            indicators={rates}
            value={indicator}
            onChange={(next) => change({ figure: toKeyText(next) })}
          />
          <SpotsChoice
            method={method}
            neighbours={neighbours}
            reach={reach}
            onChange={({ method: spots, ...next }) => change({ spots, ...next }, { replace: true })}
          />
          {found.error && (
            <Refused error={found.error} words={say(found.error)} onRetry={() => found.refetch()} />
          )}
          {!answer && !found.error && <Spinner label={t('common:loading')} />}
          {answer && zones && (
            <>
              <WhatWasDone answer={answer} />
              <BlindSpots spots={indicator.blindSpots} />
              <ZoneWords
                zones={zones.map((one) => ({ ...one, words: t(`class.${one.class}`) }))}
                selected={search.zone}
                onSelect={select}
              />
            </>
          )}
          <Fold title={t('composite.title')}>
            <CompositeChoice candidates={candidates} onShow={setParts} />
          </Fold>
        </>
      }
    >
      <ZoneMap
        contours={contours}
        paint={paint}
        colours={colours}
        selected={zone?.zoneId}
        onSelect={select}
        label={t('map')}
        at={search.at}
        onView={({ viewport }) => change({ at: [...viewport] }, { replace: true })}
        handle={map}
        legend={
          zones && (
            <>
              <SpotsKey zones={zones} />
              <SourceLine indicator={indicator} />
            </>
          )
        }
      >
        {zone && (
          <ZoneCard {...zone} onClose={() => select(undefined)}>
            <p>{t(`class.${zone.class}`)}</p>
          </ZoneCard>
        )}
      </ZoneMap>
    </MapAndPanel>
  )
}

/** With few zones nothing is tested, and the page says why instead of drawing something. */
function Refused({ error, words, onRetry }: { error: unknown; words: string; onRetry: () => void }) {
  const { t } = useTranslation('hotSpots')
  if (codeOf(error) === 'too_few_zones')
    return <EmptyState title={t('few.title')}>{t('few.words')}</EmptyState>
  return <ErrorState onRetry={onRetry}>{words}</ErrorState>
}
