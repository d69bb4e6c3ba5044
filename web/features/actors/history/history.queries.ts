import { queryOptions, useMutation } from '@tanstack/react-query'
import { changeEndpoints } from '#contract/changes'
import { call } from '#web/http/call.ts'
import { useRefreshActors } from '../actors.commands.ts'

const LIMIT = 200

export const changesQuery = (entityId: string) =>
  queryOptions({
    queryKey: ['changes', entityId],
    queryFn: ({ signal }) => call(changeEndpoints.list, { query: { entityId, limit: LIMIT } }, { signal }),
  })

/** Gives one field the value that it had before a change. */
export function usePutBack() {
  const refresh = useRefreshActors()
  return useMutation({
    mutationFn: (id: string) => call(changeEndpoints.putBack, { params: { id } }),
    onSettled: refresh,
  })
}
