import { isInside } from '#api/domain/planar'
import { faces, merge } from './arrangement.ts'
import { COMMUNES, type Commune, type Quarter } from './places.ts'
import {
  BOULEVARD,
  FIELD_LIMITS,
  LANES,
  OUTER_LIMIT,
  QUARTER_LIMITS,
  RADIALS,
  RING_ROAD,
  RIVER,
  TOWN_LIMIT,
} from './plan.ts'
import { distance, interiorPoint, type Point2, type Ring2 } from './plane.ts'

export type PlannedZone = { commune: Commune; quarter: Quarter; ring: Ring2 }

/** The part of a road that lies before it has left the town, and one point more so that it crosses the limit. */
const insideTown = (points: Point2[]) => {
  const out = points.findIndex((p) => distance(p, [0, 0]) > 2_000 && !isInside(p, TOWN_LIMIT))
  return out < 0 ? points : points.slice(0, out + 1)
}

const eastRoad = RADIALS[2]!.points
const southLane = LANES[0]!.points.slice(0, LANES[0]!.points.findIndex((p) => p[1] > -250) + 1)

/** Everything along which the territory is parted: its limits, the river and the main streets. */
export const BORDERS: Point2[][] = [
  RIVER,
  TOWN_LIMIT,
  OUTER_LIMIT,
  BOULEVARD.points,
  RING_ROAD.points,
  ...FIELD_LIMITS,
  ...QUARTER_LIMITS.map((line) => insideTown(line.points)),
  ...RADIALS.map((line) => insideTown(line.points)),
  eastRoad,
  southLane,
]

/** The faces of the plan gathered into quarters; a face without an anchor goes with the nearest one. */
export function planZones(): PlannedZone[] {
  const zones = COMMUNES.flatMap((commune) =>
    commune.quarters.map((quarter) => ({ commune, quarter, faces: [] as Ring2[] })),
  )
  const nearest = (p: Point2) =>
    zones
      .flatMap((zone) => zone.quarter.anchors.map((anchor) => ({ zone, away: distance(anchor, p) })))
      .reduce((a, b) => (b.away < a.away ? b : a)).zone
  for (const face of faces(BORDERS)) {
    if (!isInside(interiorPoint(face), OUTER_LIMIT)) continue
    const own = zones.find((zone) => zone.quarter.anchors.some((anchor) => isInside(anchor, face)))
    const zone = own ?? nearest(interiorPoint(face))
    zone.faces.push(face)
  }
  return zones.map(({ commune, quarter, faces: parts }) => {
    const [ring, ...others] = merge(parts)
    if (!ring || others.length) throw new Error(`${quarter.name} is in ${others.length + 1} pieces`)
    return { commune, quarter, ring }
  })
}
