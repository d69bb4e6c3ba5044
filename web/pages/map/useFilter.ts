import { useMemo } from 'react'
import { toSearch } from '#web/http/address.ts'
import { filterOf, type Search } from '#web/search.ts'

/** The filter that the address carries: the same object until a filter changes, however the map moves. */
export function useFilter(search: Search): ReturnType<typeof filterOf> {
  const written = toSearch(filterOf(search))
  // biome-ignore lint/correctness/useExhaustiveDependencies: its written form says when the filter is another
  return useMemo(() => filterOf(search), [written])
}
