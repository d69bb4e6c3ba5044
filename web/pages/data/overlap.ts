import type { Bounds } from '#contract/geometry'
import type { Territory } from '#contract/territories'

/** What two extents have in common (west, south, east, north, in degrees), or null. */
export function overlapOf(a: Bounds, b: Bounds): Bounds | null {
  const [west, south] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])]
  const [east, north] = [Math.min(a[2], b[2]), Math.min(a[3], b[3])]
  return west <= east && south <= north ? [west, south, east, north] : null
}

/**
 * The territory that can show real data lying in `bounds`: the one that is open, else one that they touch, else
 * any real one. Never a fictional one.
 */
export function territoryShowing(
  bounds: Bounds,
  territories: readonly Territory[],
  open: Territory | undefined,
): Territory | undefined {
  if (open && !open.demo) return open
  const real = territories.filter(({ demo }) => !demo)
  return real.find((territory) => territory.bounds && overlapOf(bounds, territory.bounds)) ?? real[0]
}
