import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query'
import type { EndpointInput } from '#contract/endpoint'
import { type Proposal, proposalEndpoints } from '#contract/proposals'
import { call } from '#web/http/call.ts'
import { useChange } from '#web/http/useChange.ts'
import { useMay } from '#web/me.ts'

const PAGE = 20
const MINUTE = 60_000

/** Proposals in one state, twenty at a time. */
export const proposalsQuery = (state: Proposal['state']) =>
  infiniteQueryOptions({
    queryKey: ['proposals', 'list', state],
    queryFn: ({ signal, pageParam }) =>
      call(proposalEndpoints.list, { query: { state, limit: PAGE, offset: pageParam } }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, _pages, offset) => (offset + PAGE < total ? offset + PAGE : undefined),
  })

const waitingQuery = queryOptions({
  queryKey: ['proposals', 'waiting'],
  queryFn: async ({ signal }) =>
    (await call(proposalEndpoints.list, { query: { state: 'waiting', limit: 1 } }, { signal })).total,
  refetchInterval: MINUTE,
})

/** How many proposals wait; 0 for those who do not moderate. */
export function useWaitingProposals(): number {
  const moderates = useMay('proposal:moderate')
  const { data = 0 } = useQuery({ ...waitingQuery, enabled: moderates })
  return moderates ? data : 0
}

/** A decision changes the queue and, when it accepts, the actors and their history. */
const useDecide = <Input, Answer>(change: (input: Input) => Promise<Answer>) =>
  useChange(['proposals', 'actors', 'changes'], change)

type Amended = EndpointInput<typeof proposalEndpoints.accept>['body']['set']
export const useAccept = () =>
  useDecide(({ id, set = {} }: { id: string; set?: Amended }) =>
    call(proposalEndpoints.accept, { params: { id }, body: { set } }),
  )

export const useRefuse = () =>
  useDecide(({ id, reason }: { id: string; reason: string }) =>
    call(proposalEndpoints.refuse, { params: { id }, body: { reason } }),
  )
