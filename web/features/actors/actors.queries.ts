import { infiniteQueryOptions, keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { type ActorFilter, type ActorQuery, actorEndpoints } from '#contract/actors'
import { nomenclatureEndpoints } from '#contract/nomenclature'
import { call } from '#web/http/call.ts'

/** What the address of the page and the controls carry: only what is set. */
export type Filter = Partial<ActorFilter>
export type ListQuery = Filter & Partial<Pick<ActorQuery, 'limit' | 'offset' | 'sort'>>

const PAGE = 50

/** The list of a query, fifty at a time. */
export const actorPagesQuery = (query: ListQuery) =>
  infiniteQueryOptions({
    queryKey: ['actors', 'list', query],
    queryFn: ({ signal, pageParam }) =>
      call(actorEndpoints.list, { query: { ...query, limit: PAGE, offset: pageParam } }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, _pages, offset) => (offset + PAGE < total ? offset + PAGE : undefined),
    placeholderData: keepPreviousData,
  })

export const facetsQuery = (filter: Filter) =>
  queryOptions({
    queryKey: ['actors', 'facets', filter],
    queryFn: ({ signal }) => call(actorEndpoints.facets, { query: filter }, { signal }),
    placeholderData: keepPreviousData,
  })

export const actorKey = (id: string) => ['actors', 'card', id] as const
export const actorQuery = (id: string) =>
  queryOptions({
    queryKey: actorKey(id),
    queryFn: ({ signal }) => call(actorEndpoints.get, { params: { id } }, { signal }),
  })

export const similarQuery = (name: string) =>
  queryOptions({
    queryKey: ['actors', 'similar', name],
    queryFn: ({ signal }) => call(actorEndpoints.similar, { query: { name } }, { signal }),
    enabled: name.trim().length >= 3,
  })

export const typesQuery = queryOptions({
  queryKey: ['types'],
  queryFn: ({ signal }) => call(nomenclatureEndpoints.types, {}, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

/**
 * How many times the actors have changed since the page was opened. Whoever invalidates `['actors']` counts
 * one more, and the tiles are asked for again with the list and the facets.
 */
export function useRevision(): number {
  const { data = 0 } = useQuery({
    queryKey: ['actors', 'revision'],
    queryFn: ({ client }) => (client.getQueryData<number>(['actors', 'revision']) ?? -1) + 1,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  return data
}
