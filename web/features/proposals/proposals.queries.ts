import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { EndpointInput } from '#contract/endpoint'
import { type Proposal, proposalEndpoints } from '#contract/proposals'
import { call } from '#web/http/call.ts'
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
function useDecide<Input, Answer>(decide: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: decide,
    onSettled: () =>
      Promise.all(
        ['proposals', 'actors', 'changes'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      ),
  })
}

type Amended = EndpointInput<typeof proposalEndpoints.accept>['body']['set']
export const useAccept = () =>
  useDecide(({ id, set = {} }: { id: string; set?: Amended }) =>
    call(proposalEndpoints.accept, { params: { id }, body: { set } }),
  )

export const useRefuse = () =>
  useDecide(({ id, reason }: { id: string; reason: string }) =>
    call(proposalEndpoints.refuse, { params: { id }, body: { reason } }),
  )
