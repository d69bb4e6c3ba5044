import { queryOptions } from '@tanstack/react-query'
import { type IndicatorKey, indicatorEndpoints } from '#contract/indicators'
import { call } from '#web/http/call.ts'

const sameFigure = (one: IndicatorKey, other: IndicatorKey): boolean =>
  one.source === other.source &&
  one.period === other.period &&
  one.level === other.level &&
  one.vintage === other.vintage

/** Under which licence a source is used: the first figure of the same source, period and contours says it. */
export const licencesQuery = (territory: string | null) =>
  queryOptions({
    queryKey: ['estimates', 'licences', territory],
    queryFn: ({ signal }) =>
      call(indicatorEndpoints.list, { query: { territory: territory ?? undefined } }, { signal }),
    select: (indicators) => (key: IndicatorKey) =>
      indicators.find((one) => sameFigure(one, key) && one.licence !== null)?.licence ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  })
