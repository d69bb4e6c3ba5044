import { useQuery } from '@tanstack/react-query'
import { coverageQuery, drawable } from '#web/features/zones/zones.queries.ts'
import { contourTiles } from '#web/map/contourTiles.ts'

const BEST = ['commune', 'epci', 'departement', 'iris'] as const

/** Tiles of the contours by which people find their way, wherever they are; none when nothing is loaded. */
export function useCommuneTiles(): string | undefined {
  const sets = drawable(useQuery(coverageQuery(undefined)).data ?? [])
  const found = BEST.flatMap((level) => sets.filter((set) => set.level === level))[0]
  return found && contourTiles(location.origin, found)
}
