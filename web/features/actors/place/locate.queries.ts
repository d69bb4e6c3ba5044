import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { zoneEndpoints } from '#contract/zones'
import { call } from '#web/http/call.ts'

/** Names that can be shown on the map, among what is loaded: addresses, landmarks, communes, actors. */
export const locateQuery = (q: string, territory: string | undefined) =>
  queryOptions({
    queryKey: ['zones', 'locate', q, territory],
    queryFn: ({ signal }) =>
      call(zoneEndpoints.locate, { query: { q, ...(territory && { territory }) } }, { signal }),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
  })
