import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { COMPOSITE_WORDS } from '#contract/hot-spots'
import { compositeQuery, type Part } from '#web/features/hot-spots/hot-spots.queries.ts'
import { COMPOSITE_LOOKS, compositeColours, compositePaint } from '#web/features/hot-spots/looks.ts'
import { ZoneWords } from '#web/features/hot-spots/ZoneWords.tsx'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import type { Contours } from '#web/map/contourTiles.ts'
import type { MapHandle } from '#web/map/MapCanvas.tsx'
import type { Theme } from '#web/map/palette.ts'
import { Swatch } from '#web/map/Swatch.tsx'
import { usePalette } from '#web/map/usePalette.ts'
import { ZoneCard } from '#web/map/ZoneCard.tsx'
import { ZoneMap } from '#web/map/ZoneMap.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { MapAndPanel } from '#web/ui/MapAndPanel.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { useView } from '#web/useView.ts'
import css from './analyses.module.css'
import { inOrder, useUnsaid } from './useUnsaid.ts'

const NO_PAINT = {}

/** Several indicators under weights that nobody knows: a word where every weighting agrees, and how far its place moves. */
export function CompositeView({
  territoryId,
  parts,
  labels,
  contours,
  onBack,
}: {
  territoryId: string
  parts: readonly Part[]
  labels: readonly string[]
  contours: Contours
  onBack: () => void
}) {
  const { t } = useTranslation(['hotSpots', 'common'])
  const say = useErrorWords()
  const format = useFormat()
  const theme = usePalette().theme as Theme
  const [search, change] = useView()
  const map = useRef<MapHandle>(null)
  const { data, error, refetch } = useQuery(compositeQuery(territoryId, parts))
  const unsaid = useUnsaid(territoryId, contours, data?.zones)
  const zones = useMemo(
    () =>
      data &&
      inOrder(
        data.zones,
        unsaid.map((one) => ({ ...one, word: null, span: null })),
      ),
    [data, unsaid],
  )
  const paint = useMemo(() => (zones ? compositePaint(zones) : NO_PAINT), [zones])
  const colours = useMemo(() => compositeColours(theme), [theme])
  const zone = zones?.find(({ zoneId }) => zoneId !== null && zoneId === search.zone)
  const select = (id: string | undefined) => id !== search.zone && change({ zone: id })
  const wordOf = (word: (typeof COMPOSITE_WORDS)[number] | null) => t(`composite.${word ?? 'none'}`)
  return (
    <MapAndPanel
      title={t('composite.question')}
      panelLabel={t('panel')}
      panel={
        <>
          <Button icon="chevronLeft" onPress={onBack}>
            {t('composite.back')}
          </Button>
          <p className={css.note}>{t('composite.help')}</p>
          <ul>
            {labels.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
          {error && <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>}
          {!data && !error && <Spinner label={t('common:loading')} />}
          {data && zones && (
            <>
              <p className={css.note}>{t('composite.draws', { draws: format.number(data.draws) })}</p>
              <ZoneWords
                zones={zones.map((one) => ({ ...one, words: wordOf(one.word) }))}
                selected={search.zone}
                onSelect={select}
              />
            </>
          )}
        </>
      }
    >
      <ZoneMap
        contours={contours}
        paint={paint}
        colours={colours}
        selected={zone?.zoneId ?? undefined}
        onSelect={select}
        label={t('map')}
        at={search.at}
        onView={({ viewport }) => change({ at: [...viewport] }, { replace: true })}
        handle={map}
        legend={
          <ul className={css.legend}>
            {COMPOSITE_WORDS.map((word) => {
              const look = COMPOSITE_LOOKS[word]
              return (
                <li key={word}>
                  <Swatch colour={colours[look.class]} hatch={'hatch' in look ? look.hatch : undefined} />
                  {t(`composite.${word}`)}
                </li>
              )
            })}
            <li>
              <Swatch hatch="absent" />
              {t('composite.none')}
            </li>
          </ul>
        }
      >
        {zone && (
          <ZoneCard {...zone} onClose={() => select(undefined)}>
            <p>{wordOf(zone.word)}</p>
            {zone.span !== null && (
              <p>{t('composite.spanWords', { share: `${Math.round(100 * zone.span)} %` })}</p>
            )}
          </ZoneCard>
        )}
      </ZoneMap>
    </MapAndPanel>
  )
}
