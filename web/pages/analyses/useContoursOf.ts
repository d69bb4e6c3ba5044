import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { IndicatorKey } from '#contract/indicators'
import { coverageQuery, drawable } from '#web/features/zones/zones.queries.ts'
import type { Contours } from '#web/map/contourTiles.ts'

/** The contours that figures lie on: of their vintage, else the newest of their level, as the server joins them. */
export function useContoursOf(
  territoryId: string,
  { level, vintage }: Pick<IndicatorKey, 'level' | 'vintage'>,
): Contours {
  const coverage = useQuery(coverageQuery(territoryId)).data
  return useMemo(() => {
    const vintages = drawable(coverage ?? [])
      .filter((set) => set.level === level)
      .map((set) => set.vintage)
    const newest = vintages.toSorted().at(-1)
    return { level, vintage: vintages.includes(vintage) ? vintage : (newest ?? vintage) }
  }, [coverage, level, vintage])
}
