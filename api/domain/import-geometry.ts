import type { ToWgs84 } from './import-projection.ts'
import type { RemarkCode } from './import-remarks.ts'

type Position = [longitude: number, latitude: number]
type Ring = Position[]

/** `geometry` is GeoJSON in WGS 84; `mended` says what was done to it. */
export type PlacedGeometry = { geometry: object; mended: RemarkCode[] } | { broken: RemarkCode }

class Broken extends Error {
  readonly code: RemarkCode
  constructor(code: RemarkCode) {
    super(code)
    this.code = code
  }
}

const MAX_NESTING = 16
const listOf = (value: unknown): unknown[] => {
  if (!Array.isArray(value)) throw new Broken('geometry_unreadable')
  return value
}

const isPair = (value: unknown): value is [number, number] =>
  Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1])

/** How many lists lie around the positions of each kind of geometry. */
const NESTING: Record<string, number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}

/** The first position of a GeoJSON geometry, as it is written; null when it has none. */
export function firstPosition(geometry: unknown): [number, number] | null {
  if (typeof geometry !== 'object' || geometry === null) return null
  const { coordinates, geometries } = geometry as { coordinates?: unknown; geometries?: unknown }
  if (Array.isArray(geometries)) return firstPosition(geometries[0])
  let value = coordinates
  for (let depth = 0; depth < 4 && Array.isArray(value) && Array.isArray(value[0]); depth += 1)
    value = value[0]
  return isPair(value) ? [value[0], value[1]] : null
}

const isSame = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1]

const isFlat = (ring: Ring): boolean => {
  const [[x, y]] = ring as [Position]
  const far = ring.find((position) => !isSame(position, [x, y]))
  if (!far) return true
  const [dx, dy] = [far[0] - x, far[1] - y]
  return ring.every(([px, py]) => Math.abs(dx * (py - y) - dy * (px - x)) < 1e-12)
}

/** The part of a ring on one side of the meridian 180, its longitudes counted from 0 to 360. */
function halfOf(ring: Ring, isEast: boolean): Ring {
  const inside = ([x]: Position) => (isEast ? x >= 180 : x <= 180)
  const kept: Ring = []
  for (const [i, position] of ring.entries()) {
    const before = ring[(i || ring.length) - 1]!
    if (inside(position) !== inside(before)) {
      const share = (180 - before[0]) / (position[0] - before[0])
      kept.push([180, before[1] + share * (position[1] - before[1])])
    }
    if (inside(position)) kept.push(position)
  }
  if (kept.length < 3) return []
  const shifted = isEast ? kept.map(([x, y]): Position => [x - 360, y]) : kept
  return isSame(shifted[0]!, shifted.at(-1)!) ? shifted : [...shifted, shifted[0]!]
}

const crosses = (ring: Ring): boolean => ring.some(([x], i) => i > 0 && Math.abs(x - ring[i - 1]![0]) > 180)

/** Two polygons for one that crosses the antimeridian (Wallis-et-Futuna), else itself. */
function split(polygon: Ring[]): Ring[][] {
  if (!polygon.some(crosses)) return [polygon]
  const around = polygon.map((ring) => ring.map(([x, y]): Position => [x < 0 ? x + 360 : x, y]))
  return [false, true]
    .map((isEast) => around.map((ring) => halfOf(ring, isEast)).filter((ring) => ring.length > 3))
    .filter((rings) => rings.length > 0)
}

/** One walk over one geometry. */
class Placing {
  readonly mended = new Set<RemarkCode>()
  private readonly convert: ToWgs84 | null
  constructor(convert: ToWgs84 | null) {
    this.convert = convert
  }

  private position(value: unknown): Position {
    if (!isPair(value)) throw new Broken('geometry_unreadable')
    const [x, y] = this.convert ? (this.convert(value[0], value[1]) ?? [Number.NaN, 0]) : value
    if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) throw new Broken('coordinates_out_of_range')
    // A centimetre: finer than what any projection is known to.
    return this.convert ? [Math.round(x * 1e7) / 1e7, Math.round(y * 1e7) / 1e7] : [x, y]
  }

  private ring(value: unknown): Ring {
    const written = listOf(value)
    const ring: Ring = []
    for (const [i, item] of written.entries()) {
      const before = written[i - 1]
      if (i > 0 && isPair(item) && isPair(before) && isSame(item, before))
        this.mended.add('geometry_points_removed')
      else ring.push(this.position(item))
    }
    const [first, last] = [ring[0], ring.at(-1)]
    if (first && last && !isSame(first, last)) {
      ring.push([...first])
      this.mended.add('geometry_closed')
    }
    return ring
  }

  private polygon(value: unknown): Ring[] {
    const rings = listOf(value).map((ring) => this.ring(ring))
    const [shell, ...holes] = rings
    if (!shell || shell.length < 4 || isFlat(shell)) throw new Broken('geometry_degenerate')
    return [shell, ...holes.filter((hole) => hole.length >= 4 && !isFlat(hole))]
  }

  private nested(value: unknown, depth: number): unknown {
    return depth === 0 ? this.position(value) : listOf(value).map((item) => this.nested(item, depth - 1))
  }

  geometry(value: unknown, depth = 0): object {
    if (typeof value !== 'object' || value === null || depth > MAX_NESTING)
      throw new Broken('geometry_unreadable')
    const { type, coordinates, geometries } = value as Record<string, unknown>
    if (type === 'GeometryCollection') {
      return { type, geometries: listOf(geometries).map((part) => this.geometry(part, depth + 1)) }
    }
    const nesting = typeof type === 'string' && Object.hasOwn(NESTING, type) ? NESTING[type] : undefined
    if (nesting === undefined) throw new Broken('geometry_unreadable')
    if (type !== 'Polygon' && type !== 'MultiPolygon')
      return { type, coordinates: this.nested(coordinates, nesting) }
    const polygons = type === 'Polygon' ? [coordinates] : listOf(coordinates)
    const placed = polygons.map((one) => this.polygon(one))
    const parts = placed.flatMap(split)
    if (parts.length > placed.length) this.mended.add('geometry_split')
    return type === 'Polygon' && parts.length === 1
      ? { type, coordinates: parts[0] }
      : { type: 'MultiPolygon', coordinates: parts }
  }
}

/**
 * A GeoJSON geometry of any origin in WGS 84 and two dimensions: rings closed, repeated points removed, polygons that
 * cross the antimeridian cut in two. Crossings, spikes and holes out of place are left to the database.
 *
 * @param convert the way from its projection, null when it is in degrees
 */
export function placeGeometry(geometry: unknown, convert: ToWgs84 | null): PlacedGeometry {
  const placing = new Placing(convert)
  try {
    return { geometry: placing.geometry(geometry), mended: [...placing.mended] }
  } catch (error) {
    if (error instanceof Broken) return { broken: error.code }
    throw error
  }
}
