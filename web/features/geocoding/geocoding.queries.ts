import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { actorEndpoints } from '#contract/actors'
import { geocodingEndpoints, type Unplaced } from '#contract/geocoding'
import { call } from '#web/http/call.ts'

const PAGE = 20

export const geocodingQuery = () =>
  queryOptions({
    queryKey: ['geocoding', 'status'],
    queryFn: ({ signal }) => call(geocodingEndpoints.status, {}, { signal }),
  })

/** Places that wait for a point, twenty at a time. */
export const unplacedQuery = () =>
  infiniteQueryOptions({
    queryKey: ['geocoding', 'unplaced'],
    queryFn: ({ signal, pageParam }) =>
      call(geocodingEndpoints.unplaced, { query: { limit: PAGE, offset: pageParam } }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, _pages, offset) => (offset + PAGE < total ? offset + PAGE : undefined),
  })

function useRefresh() {
  const client = useQueryClient()
  return () =>
    Promise.all(
      [['geocoding'], ['actors'], ['changes']].map((queryKey) => client.invalidateQueries({ queryKey })),
    )
}

/** Looks for every address; someone looks at the answer, so nothing is sent again by itself. */
export function useLocate() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: () => call(geocodingEndpoints.locate, { body: {} }),
    retry: false,
    onSettled: refresh,
  })
}

export function useAllow() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (service: boolean) => call(geocodingEndpoints.allow, { body: { service } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['geocoding', 'status'] }),
  })
}

export type Placing = { item: Unplaced; point: readonly [longitude: number, latitude: number] }

/** Gives a place the point that a person chose. Answers with the number under which it is undone. */
export function usePlace() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async ({ item: { actor, placeId }, point }: Placing) => {
      const { version, places } = await call(actorEndpoints.get, { params: { id: actor.id } })
      const placed = places.map((place) =>
        place.id === placeId
          ? { ...place, point: { type: 'Point' as const, coordinates: [...point] as [number, number] } }
          : place,
      )
      return call(actorEndpoints.update, {
        params: { id: actor.id },
        body: { version, set: { places: placed } },
      })
    },
    retry: false,
    onSuccess: refresh,
  })
}
