import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { briefEndpoints } from '#contract/briefs'
import type { Filter } from '#web/features/actors/actors.queries.ts'
import { call } from '#web/http/call.ts'

/** Every actor of a filter, and those that a tie, a judgement, a body or an action names. */
export const briefsQuery = (filter: Filter) =>
  queryOptions({
    queryKey: ['briefs', filter],
    queryFn: ({ signal }) => call(briefEndpoints.list, { query: filter }, { signal }),
    placeholderData: keepPreviousData,
  })
