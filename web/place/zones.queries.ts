import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { zoneEndpoints } from '#contract/zones'
import { call } from '#web/http/call.ts'

/** Sectors that people name: those that are drawn, neighbourhoods, IRIS, groups of communes. */
const SECTORS = ['drawn', 'qpv', 'iris', 'epci'] as const

/** Sectors by name or code. */
export const sectorsQuery = (q: string) =>
  queryOptions({
    queryKey: ['zones', 'sectors', q],
    queryFn: async ({ signal }) =>
      (await call(zoneEndpoints.list, { query: { level: [...SECTORS], q, limit: 12 } }, { signal })).items,
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
  })

/** One zone, for its name. */
export const zoneQuery = (id: string) =>
  queryOptions({
    queryKey: ['zones', 'one', id],
    queryFn: ({ signal }) => call(zoneEndpoints.get, { params: { id } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
