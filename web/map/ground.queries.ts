import { queryOptions } from '@tanstack/react-query'
import { territoryEndpoints } from '#contract/territories'
import { call } from '#web/http/call.ts'

/** The edge of a territory; null until a contour of its communes has been imported. */
export const outlineQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: ['territories', 'outline', id],
    queryFn: ({ signal }) => call(territoryEndpoints.outline, { params: { id: id! } }, { signal }),
    enabled: Boolean(id),
  })
