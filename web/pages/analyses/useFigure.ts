import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Indicator, ZoneValue } from '#contract/indicators'
import { valuesQuery } from '#web/features/indicators/indicators.queries.ts'
import { isCircle, keyOf, onSameZones, toKeyText } from '#web/features/indicators/key.ts'
import {
  bivariatePaint,
  breaksOf,
  type Classing,
  circlesPaint,
  shadesPaint,
  valuesOf,
} from '#web/features/indicators/paint.ts'
import { BIVARIATE, shadesOf } from '#web/map/shades.ts'
import { usePalette } from '#web/map/usePalette.ts'
import type { Search } from '#web/search.ts'
import { useContoursOf } from './useContoursOf.ts'
import { inOrder, useUnsaid } from './useUnsaid.ts'

const NO_ZONES: ZoneValue[] = []
const NO_BOUNDS: number[] = []
/** What opens first: a share of what people live with, on the smallest zones. */
const LEVELS = ['iris', 'qpv', 'commune', 'epci', 'departement', 'region']

/** The indicator that the address names, else one that can be shaded, on the smallest zones. */
export function chosenOf(indicators: readonly Indicator[], text: string | undefined): Indicator | undefined {
  const named = indicators.find((one) => toKeyText(one) === text)
  if (named) return named
  const byLevel = LEVELS.map((level) => indicators.filter((one) => one.level === level)).find(
    (there) => there.length > 0,
  )
  const there = byLevel ?? indicators
  return (
    there.find(({ figure }) => figure === 'poverty_rate') ?? there.find((one) => !isCircle(one)) ?? there[0]
  )
}

export const classingOf = ({ classing = 'quantile', classes = 5, bounds }: Search): Classing =>
  classing === 'manual' ? { method: 'manual', bounds: bounds ?? NO_BOUNDS } : { method: classing, classes }

/** What an address says of classes. */
export const toSearch = (classing: Classing): Search =>
  classing.method === 'manual'
    ? { classing: 'manual', bounds: [...classing.bounds], classes: undefined }
    : { classing: classing.method, classes: classing.classes, bounds: undefined }

/** Everything that the map, the legend, the histogram and the table show of one figure, or of two. */
export function useFigure(territoryId: string, indicators: readonly Indicator[], search: Search) {
  const { theme } = usePalette()
  const indicator = chosenOf(indicators, search.figure)!
  const against = indicators.find(
    (one) =>
      search.against === toKeyText(one) &&
      onSameZones(one, indicator) &&
      !isCircle(one) &&
      !isCircle(indicator),
  )
  const first = useQuery(valuesQuery(territoryId, keyOf(indicator)))
  const second = useQuery({
    ...valuesQuery(territoryId, keyOf(against ?? indicator)),
    enabled: Boolean(against),
  })
  // While another figure is on its way the one before stays whole: its name, its unit and its legend.
  const answer = first.data
  const shown = answer?.indicator ?? indicator
  const contours = useContoursOf(territoryId, shown)
  const unsaid = useUnsaid(territoryId, contours, answer?.zones)
  const zones = useMemo(
    () =>
      inOrder(
        answer?.zones ?? NO_ZONES,
        unsaid.map((zone): ZoneValue => ({ ...zone, value: null, status: 'absent', flags: {} })),
      ),
    [answer, unsaid],
  )
  const others = against ? second.data : undefined
  const { classing, classes, bounds } = search
  const drawn = useMemo(() => {
    const values = valuesOf(zones)
    const isCircles = isCircle(shown)
    const crossed = others && bivariatePaint(zones, others.zones)
    const how = classingOf({
      ...(classing && { classing }),
      ...(classes && { classes }),
      ...(bounds && { bounds }),
    })
    const breaks = isCircles ? NO_BOUNDS : breaksOf(values, how)
    return {
      indicator: shown,
      contours,
      zones,
      values,
      classing: how,
      breaks,
      references: answer?.references ?? [],
      crossed: crossed && others ? { ...others, paint: crossed.paint } : undefined,
      isCircles,
      colours: crossed ? BIVARIATE : shadesOf(theme as 'light' | 'dark', breaks.length + 1),
      paint: crossed?.paint ?? (isCircles ? circlesPaint(zones) : shadesPaint(zones, breaks)),
    }
  }, [shown, contours, zones, answer, others, classing, classes, bounds, theme])
  return {
    ...drawn,
    chosen: indicator,
    isPending: !answer,
    error: first.error ?? (against ? second.error : null),
    retry: () => void first.refetch(),
  }
}
