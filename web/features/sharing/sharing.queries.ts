import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query'
import { type SharedActor, sharingEndpoints } from '#contract/sharing'
import { call } from '#web/http/call.ts'

const PAGE = 50

/** Public actors of the workspaces that offer theirs, fifty at a time. */
export const sharedQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['shared', q],
    queryFn: ({ signal, pageParam }) =>
      call(sharingEndpoints.list, { query: { ...(q && { q }), limit: PAGE, offset: pageParam } }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, _pages, offset) => (offset + PAGE < total ? offset + PAGE : undefined),
    placeholderData: keepPreviousData,
  })

/** Copies one into this workspace. */
export function useTake() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ workspaceId, id }: SharedActor) =>
      call(sharingEndpoints.take, { body: { workspaceId, id } }),
    onSettled: () =>
      Promise.all(['shared', 'actors'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
}
