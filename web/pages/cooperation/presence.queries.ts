import { queryOptions } from '@tanstack/react-query'
import { outreachEndpoints } from '#contract/outreach'
import { call } from '#web/http/call.ts'

type Set = { territory: string; level: 'iris' | 'commune'; vintage: string }

/** Who is known to go to each zone of a set of contours. */
export const presenceQuery = (query: Set) =>
  queryOptions({
    queryKey: ['presence', query],
    queryFn: ({ signal }) => call(outreachEndpoints.presence, { query }, { signal }),
  })
