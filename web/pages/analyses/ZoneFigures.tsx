import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Grid } from '#contract/grid'
import type { Indicator } from '#contract/indicators'
import { BivariateKey } from '#web/features/indicators/BivariateKey.tsx'
import { CirclesKey } from '#web/features/indicators/CirclesKey.tsx'
import { zonesQuery } from '#web/features/indicators/indicators.queries.ts'
import { statusesIn } from '#web/features/indicators/paint.ts'
import { ShadesKey } from '#web/features/indicators/ShadesKey.tsx'
import { useLabel } from '#web/features/indicators/useLabel.ts'
import { ZoneFigure } from '#web/features/indicators/ZoneFigure.tsx'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { countCircles } from '#web/map/layers/circles.ts'
import type { MapHandle } from '#web/map/MapCanvas.tsx'
import { usePalette } from '#web/map/usePalette.ts'
import { ZoneCard } from '#web/map/ZoneCard.tsx'
import { ZoneMap } from '#web/map/ZoneMap.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { MapAndPanel } from '#web/ui/MapAndPanel.tsx'
import { useView } from '#web/useView.ts'
import { FigurePanel } from './FigurePanel.tsx'
import { useFigure } from './useFigure.ts'

const NO_PARTS = [] as const

/** One figure on the map, or two crossed, with everything that says what it is worth. */
export function ZoneFigures({
  territoryId,
  indicators,
  grids,
}: {
  territoryId: string
  indicators: readonly Indicator[]
  grids: readonly Grid[]
}) {
  const { t } = useTranslation('indicators')
  const labelOf = useLabel()
  const say = useErrorWords()
  const palette = usePalette()
  const [search, change] = useView()
  const map = useRef<MapHandle>(null)
  const figure = useFigure(territoryId, indicators, search)
  const { indicator, contours, zones, crossed, isCircles } = figure
  const places = useQuery({
    ...zonesQuery(territoryId, contours.level, contours.vintage),
    enabled: isCircles,
  }).data
  const above = useMemo(() => {
    if (!isCircles || !places) return NO_PARTS
    const middles = new Map(
      places.flatMap(({ id, bounds }) =>
        bounds ? [[id, [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2] as const] as const] : [],
      ),
    )
    const circles = zones.flatMap(({ zoneId, value }) => {
      const at = zoneId && middles.get(zoneId)
      return at && value !== null && value > 0 ? [{ id: zoneId, at, value }] : []
    })
    return [countCircles(circles, palette)]
  }, [isCircles, places, zones, palette])
  const zone = zones.find(({ zoneId }) => zoneId !== null && zoneId === search.zone)
  const other = zone && crossed?.zones.find(({ code }) => code === zone.code)
  const select = (id: string | undefined) => id !== search.zone && change({ zone: id })
  const statuses = statusesIn(crossed ? [...zones, ...crossed.zones] : zones)
  const hasContours = figure.isPending || zones.some(({ zoneId }) => zoneId !== null)
  return (
    <MapAndPanel
      title={
        figure.crossed
          ? t('questionTwo', { first: labelOf(figure.indicator), second: labelOf(figure.crossed.indicator) })
          : t('question', { label: labelOf(figure.indicator) })
      }
      panelLabel={t('panel')}
      panel={
        <FigurePanel
          territoryId={territoryId}
          indicators={indicators}
          grids={grids}
          figure={figure}
          here={zone}
          onSelect={select}
        />
      }
    >
      <ZoneMap
        contours={contours}
        paint={figure.paint}
        colours={figure.colours}
        selected={zone?.zoneId ?? undefined}
        onSelect={select}
        above={above}
        label={t('map')}
        at={search.at}
        onView={({ viewport }) => change({ at: [...viewport] }, { replace: true })}
        handle={map}
        legend={
          crossed ? (
            <BivariateKey first={indicator} second={crossed.indicator} statuses={statuses} />
          ) : isCircles ? (
            <CirclesKey indicator={indicator} values={figure.values} statuses={statuses} />
          ) : (
            <ShadesKey {...figure} statuses={statuses} />
          )
        }
      >
        {figure.error && <ErrorState onRetry={figure.retry}>{say(figure.error)}</ErrorState>}
        {!hasContours && <ErrorState>{t('noContours')}</ErrorState>}
        {zone && (
          <ZoneCard {...zone} onClose={() => select(undefined)}>
            <ZoneFigure zone={zone} indicator={indicator} references={figure.references} />
            {other && crossed && (
              <ZoneFigure zone={other} indicator={crossed.indicator} references={crossed.references} />
            )}
          </ZoneCard>
        )}
      </ZoneMap>
    </MapAndPanel>
  )
}
