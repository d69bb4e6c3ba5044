import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type IndicatorKey, indicatorEndpoints, valuesCsvPath } from '#contract/indicators'
import type { Zone } from '#contract/zones'
import { type ZoneLevel, zoneEndpoints } from '#contract/zones'
import { toSearch } from '#web/http/address.ts'
import { call } from '#web/http/call.ts'

/** What the imported figures can show in a territory. */
export const indicatorsQuery = (territory: string) =>
  queryOptions({
    queryKey: ['indicators', territory],
    queryFn: ({ signal }) => call(indicatorEndpoints.list, { query: { territory } }, { signal }),
  })

/** The figure before stays on the map until the next one is there. */
export const valuesQuery = (territory: string, key: IndicatorKey) =>
  queryOptions({
    queryKey: ['indicators', territory, key],
    queryFn: ({ signal }) => call(indicatorEndpoints.values, { query: { ...key, territory } }, { signal }),
    placeholderData: keepPreviousData,
  })

export const valuesCsvAddress = (territory: string, key: IndicatorKey): string =>
  valuesCsvPath + toSearch({ ...key, territory })

const PAGE = 200

/** Zones of one level and vintage in a territory, with their bounds. */
export const zonesQuery = (territory: string, level: ZoneLevel, vintage: string) =>
  queryOptions({
    queryKey: ['zones', 'all', territory, level, vintage],
    queryFn: async ({ signal }) => {
      const found: Zone[] = []
      for (let total = 1; found.length < total; ) {
        const query = { territory, level: [level], limit: PAGE, offset: found.length }
        const page = await call(zoneEndpoints.list, { query }, { signal })
        if (page.items.length === 0) break
        found.push(...page.items)
        total = page.total
      }
      return found.filter((zone) => zone.vintage === vintage)
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
