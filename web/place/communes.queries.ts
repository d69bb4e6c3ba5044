import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { zoneEndpoints } from '#contract/zones'
import { call } from '#web/http/call.ts'

const communes = (query: { q?: string; code?: string[]; limit: number }, signal: AbortSignal) =>
  call(zoneEndpoints.list, { query: { level: ['commune'], ...query } }, { signal })

/** Communes by name, Insee code or postal code. */
export const communesQuery = (q: string) =>
  queryOptions({
    queryKey: ['zones', 'communes', q],
    queryFn: async ({ signal }) => (await communes({ q, limit: 12 }, signal)).items,
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
  })

/** Names of communes by code; the first two hundred. */
export const communeNamesQuery = (codes: string[]) =>
  queryOptions({
    queryKey: ['zones', 'communes', 'names', codes],
    queryFn: async ({ signal }) => {
      const { items } = await communes({ code: codes.slice(0, 200), limit: 200 }, signal)
      return new Map(items.map(({ code, name }) => [code, name]))
    },
    enabled: codes.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
