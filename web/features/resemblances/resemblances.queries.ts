import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query'
import { type Decision, type RESEMBLANCE_VERDICTS, resemblanceEndpoints } from '#contract/resemblances'
import { call } from '#web/http/call.ts'
import { useChange } from '#web/http/useChange.ts'
import { useMay } from '#web/me.ts'
import type { PAIR_LISTS } from '#web/search.ts'

export type PairListName = (typeof PAIR_LISTS)[number]

type Verdicts = (typeof RESEMBLANCE_VERDICTS)[number][]
const VERDICTS: Record<PairListName, Verdicts | undefined> = {
  open: undefined,
  unsure: ['unsure'],
  decided: ['duplicate', 'distinct', 'part_of'],
}
const PAGE = 50

/** Fifty pairs at a time, the surest first; of one import when it is given. */
export const pairsQuery = (list: PairListName, run?: string) =>
  infiniteQueryOptions({
    queryKey: ['resemblances', list, run],
    queryFn: ({ signal, pageParam }) => {
      const verdict = VERDICTS[list]
      return call(
        resemblanceEndpoints.list,
        { query: { limit: PAGE, offset: pageParam, ...(verdict && { verdict }), ...(run && { run }) } },
        { signal },
      )
    },
    initialPageParam: 0,
    getNextPageParam: ({ total }, _pages, offset) => (offset + PAGE < total ? offset + PAGE : undefined),
  })

const waitingQuery = queryOptions({
  queryKey: ['resemblances', 'waiting'],
  queryFn: async ({ signal }) =>
    (await call(resemblanceEndpoints.list, { query: { limit: 1 } }, { signal })).total,
})

/** How many pairs wait; 0 for those who do not decide. */
export function useWaitingPairs(): number {
  const decides = useMay('resemblance:read')
  const { data = 0 } = useQuery({ ...waitingQuery, enabled: decides })
  return decides ? data : 0
}

/** A decision changes the pairs and, when it writes, the actors and their history. */
const useChanging = <Input, Answer>(change: (input: Input) => Promise<Answer>) =>
  useChange(['resemblances', 'actors', 'changes'], change)

export const useDecide = () =>
  useChanging(({ id, decision }: { id: string; decision: Decision }) =>
    call(resemblanceEndpoints.decide, { params: { id }, body: decision }),
  )
export const useReopen = () =>
  useChanging((id: string) => call(resemblanceEndpoints.reopen, { params: { id } }))
export const useFind = () => useChanging(() => call(resemblanceEndpoints.find, { body: {} }))
