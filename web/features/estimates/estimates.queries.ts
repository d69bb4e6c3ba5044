import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { EndpointInput } from '#contract/endpoint'
import { type EstimateRun, estimateEndpoints } from '#contract/estimates'
import { call } from '#web/http/call.ts'
import { isFinal } from './runs.ts'

const POLL = 1_000

export const offersQuery = (territory: string | undefined) =>
  queryOptions({
    queryKey: ['estimates', 'offers', territory],
    queryFn: ({ signal }) => call(estimateEndpoints.offers, { query: { territory } }, { signal }),
  })

export const ratesQuery = () =>
  queryOptions({
    queryKey: ['estimates', 'rates'],
    queryFn: ({ signal }) => call(estimateEndpoints.rates, {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** The latest runs, asked again while one of them is under way. */
export const runsQuery = () =>
  queryOptions({
    queryKey: ['estimates', 'list'],
    queryFn: ({ signal }) => call(estimateEndpoints.list, { query: { limit: 50 } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.every(isFinal) === false ? POLL * 3 : false),
  })

/** One run, asked again until it is over: it survives leaving the page. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['estimates', 'run', id],
    queryFn: ({ signal }) => call(estimateEndpoints.get, { params: { id } }, { signal }),
    refetchInterval: ({ state }) => (state.data && !isFinal(state.data) ? POLL : false),
  })

export type Start = EndpointInput<typeof estimateEndpoints.start>['body']

export const useStart = () => useRunWrite((body: Start) => call(estimateEndpoints.start, { body }))

export const useCancel = () => useRunWrite((id: string) => call(estimateEndpoints.cancel, { params: { id } }))

/** Someone looks at the answer: nothing is sent again by itself. */
function useRunWrite<Input>(write: (input: Input) => Promise<EstimateRun>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: write,
    retry: false,
    onSuccess: (run) => client.setQueryData(runQuery(run.id).queryKey, run),
    onSettled: () => client.invalidateQueries({ queryKey: runsQuery().queryKey }),
  })
}
