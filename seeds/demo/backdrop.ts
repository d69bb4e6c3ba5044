import { isInside } from '#api/domain/planar'
import type { BACKDROP_CLASSES } from '#contract/territories'
import type { Built } from './buildings.ts'
import { clip, simplify } from './curves.ts'
import { COMMUNES } from './places.ts'
import * as plan from './plan.ts'
import { distance, interiorPoint, type Point2, toWgs84 } from './plane.ts'
import type { NamedStreet } from './street-names.ts'
import type { Street } from './streets.ts'
import type { PlannedZone } from './zones.ts'

type Geometry = { type: string; coordinates: unknown[] }
type BackdropFeature = {
  type: 'Feature'
  properties: { class: (typeof BACKDROP_CLASSES)[number]; name: string | null }
  geometry: Geometry
}
export type Backdrop = { type: 'FeatureCollection'; features: BackdropFeature[] }

/** About one metre: enough to draw, half the weight of a survey. */
const DECIMALS = 5
const at = (p: Point2) => toWgs84(p, DECIMALS)
const line = (points: readonly Point2[]) => points.map(at)
const ring = (points: readonly Point2[]) => {
  const closed = line(points)
  const [first, last] = [closed[0]!, closed.at(-1)!]
  return first[0] === last[0] && first[1] === last[1] ? closed : [...closed, first]
}

const feature = (
  kind: BackdropFeature['properties']['class'],
  name: string | null,
  type: string,
  coordinates: unknown[],
): BackdropFeature => ({
  type: 'Feature',
  properties: { class: kind, name },
  geometry: { type, coordinates },
})

const point = (kind: BackdropFeature['properties']['class'], name: string, p: Point2) =>
  feature(kind, name, 'Point', at(p))
const lines = (kind: BackdropFeature['properties']['class'], name: string | null, parts: Point2[][]) =>
  feature(kind, name, 'MultiLineString', parts.map(line))
const polygon = (
  kind: BackdropFeature['properties']['class'],
  name: string | null,
  outer: readonly Point2[],
) => feature(kind, name, 'Polygon', [ring(outer)])

const [west, south, east, north] = plan.LAND
const sheet: Point2[] = [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]

/** The sides of a band, cut at the sheet: bands leave it on both ends, so clamping their points is enough. */
const onSheet = (points: readonly Point2[]): Point2[] =>
  points.map(([x, y]) => [Math.max(west, Math.min(east, x)), Math.max(south, Math.min(north, y))])

const avenues = [...plan.RADIALS, plan.BOULEVARD, plan.RING_ROAD, ...plan.QUARTER_LIMITS]
const QUAYS = ['Quai des Mariniers', 'Quai de la Digue']
const quays = QUAYS.map((name, side) => ({
  name,
  parts: inTown(plan.CORRIDORS[side]!),
}))

/** The building nearest to the middle of all, so that a name stands among houses and not in the fields. */
function heart(built: Built[]): Point2 {
  const corners = built.map(([outer]) => outer![0]!)
  const mean = (axis: 0 | 1) => corners.reduce((sum, p) => sum + p[axis], 0) / corners.length
  const middle: Point2 = [mean(0), mean(1)]
  return corners.reduce((a, b) => (distance(b, middle) < distance(a, middle) ? b : a))
}

/** The stretches of a line that lie in the built town. */
function inTown(points: readonly Point2[]): Point2[][] {
  const parts: Point2[][] = [[]]
  for (const p of points) {
    if (isInside(p, plan.URBAN[0]!)) parts.at(-1)!.push(p)
    else if (parts.at(-1)!.length) parts.push([])
  }
  return parts.filter((part) => part.length > 1)
}

/**
 * The map of the demo town, from the ground up: surfaces, then lines, then names. Lines to be labelled
 * come as features of their own, the most important first. WGS 84; classes only, colours are the map's.
 */
export function drawBackdrop(
  zones: PlannedZone[],
  buildings: Map<PlannedZone, Built[]>,
  streets: Street[],
  named: NamedStreet[],
): Backdrop {
  const features = [
    polygon('land', null, sheet),
    ...plan.PARKS.map(({ name, points }) => polygon('park', name, points)),
    ...zones.map((zone) =>
      feature(
        'built',
        zone.quarter.name,
        'MultiPolygon',
        (buildings.get(zone) ?? []).map((built) => built.map(ring)),
      ),
    ),
    polygon('river', 'La Virelle', onSheet(plan.RIVER_BAND)),
    polygon('river', 'Le Coulemine', onSheet(plan.BROOK_BAND)),
    ...plan.LAKES.map(({ name, points }) => polygon('water', name, points)),
    lines('rail', null, clip(plan.RAIL, plan.LAND)),
    ...COMMUNES.map((commune) =>
      lines(
        'road_minor',
        null,
        streets
          .filter((street) => street.zone.commune === commune)
          .map((street) => simplify(street.points, 3)),
      ),
    ),
    lines('road_minor', null, plan.WALKS),
    ...quays.map(({ name, parts }) => lines('road_minor', name, parts)),
    ...plan.LANES.map(({ name, points }) => lines('road_minor', name, clip(points, plan.LAND))),
    ...avenues.map(({ name, points }) => lines('road_major', name, clip(points, plan.LAND))),
    ...COMMUNES.map(({ name, at: p }) => point('label_town', name, p)),
    ...zones
      .filter((zone) => zone.commune === COMMUNES[0])
      .map((zone) => point('label_quarter', zone.quarter.name, heart(buildings.get(zone) ?? []))),
    lines('label_water', 'La Virelle', clip(simplify(plan.RIVER, 12), plan.LAND)),
    lines('label_water', 'Le Coulemine', clip(simplify(plan.BROOK, 12), plan.LAND)),
    ...plan.LAKES.map(({ name, points }) => point('label_water', name, interiorPoint(points))),
    ...plan.PARKS.map(({ name, points }) => point('label_park', name, interiorPoint(points))),
    ...[...avenues, ...plan.LANES].map(({ name, points }) =>
      lines('label_street', name, clip(simplify(points, 12), plan.LAND)),
    ),
    ...quays.map(({ name, parts }) => lines('label_street', name, parts)),
    ...named.map(({ name, points }) => lines('label_street', name, [simplify(points, 8)])),
  ]
  return { type: 'FeatureCollection', features }
}
