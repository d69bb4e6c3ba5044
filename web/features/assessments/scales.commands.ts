import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { EndpointInput } from '#contract/endpoint'
import { scaleEndpoints } from '#contract/scales'
import { call } from '#web/http/call.ts'
import { scalesQuery } from './assessments.queries.ts'

export type ScaleChange = EndpointInput<typeof scaleEndpoints.update>['body']

/** Renames levels and quadrants, or chooses the team. Refused with `stale_write` when somebody else did meanwhile. */
export function useScales() {
  const client = useQueryClient()
  const key = scalesQuery.queryKey
  return useMutation({
    mutationFn: (body: ScaleChange) => call(scaleEndpoints.update, { body }),
    onSuccess: (scales) => {
      client.setQueryData(key, scales)
    },
    onError: () => client.invalidateQueries({ queryKey: key }),
  })
}
