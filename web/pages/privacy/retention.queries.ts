import { queryOptions } from '@tanstack/react-query'
import { privacyEndpoints } from '#contract/privacy'
import { call } from '#web/http/call.ts'

/** What is kept for a time, and how long: the same table that the server's daily work applies. */
export const retentionQuery = () =>
  queryOptions({
    queryKey: ['privacy', 'rules'],
    queryFn: ({ signal }) => call(privacyEndpoints.rules, {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
