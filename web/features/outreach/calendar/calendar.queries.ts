import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ActorFilter } from '#contract/actors'
import { outreachEndpoints } from '#contract/outreach'
import { call } from '#web/http/call.ts'

/** Who goes where in the seven days from a Monday, of the actors of a filter. */
export const calendarQuery = (filter: Partial<ActorFilter>, from: string) =>
  queryOptions({
    queryKey: ['calendar', filter, from],
    queryFn: ({ signal }) =>
      call(outreachEndpoints.calendar, { query: { ...filter, from, days: 7 } }, { signal }),
    placeholderData: keepPreviousData,
  })
