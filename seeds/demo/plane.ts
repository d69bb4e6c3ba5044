import type { Point } from '#api/domain/planar'

/** East and north of the town's centre, in metres. */
export type Point2 = Point
/** Without the repetition of the first point. */
export type Ring2 = Point2[]

export const minus = (a: Point2, b: Point2): Point2 => [a[0] - b[0], a[1] - b[1]]
export const along = (a: Point2, b: Point2, t: number): Point2 => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
]
export const distance = (a: Point2, b: Point2) => Math.hypot(a[0] - b[0], a[1] - b[1])
const cross = (a: Point2, b: Point2) => a[0] * b[1] - a[1] * b[0]

export const lengthOf = (line: readonly Point2[]) =>
  line.reduce((sum, p, i) => (i ? sum + distance(line[i - 1]!, p) : 0), 0)

/** Metres from a point to the nearest point of a line. */
export function distanceToLine(p: Point2, line: readonly Point2[]): number {
  let nearest = Number.POSITIVE_INFINITY
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!
    const d = minus(line[i]!, a)
    const t = ((p[0] - a[0]) * d[0] + (p[1] - a[1]) * d[1]) / (d[0] ** 2 + d[1] ** 2 || 1)
    nearest = Math.min(nearest, distance(p, along(a, line[i]!, Math.min(1, Math.max(0, t)))))
  }
  return nearest
}

/** Where segment ab meets segment cd, as the two positions in [0, 1]; null when they miss or are parallel. */
export function meeting(a: Point2, b: Point2, c: Point2, d: Point2): [number, number] | null {
  const r = minus(b, a)
  const s = minus(d, c)
  const denominator = cross(r, s)
  if (Math.abs(denominator) < 1e-9) return null
  const ac = minus(c, a)
  const t = cross(ac, s) / denominator
  const u = cross(ac, r) / denominator
  return t < 0 || t > 1 || u < 0 || u > 1 ? null : [t, u]
}

/** The pieces of a horizontal or oblique line that lie inside a ring, nearest to `through` first. */
export function chords(ring: readonly Point2[], through: Point2, direction: Point2) {
  const far = 1e5
  const start: Point2 = [through[0] - direction[0] * far, through[1] - direction[1] * far]
  const end: Point2 = [through[0] + direction[0] * far, through[1] + direction[1] * far]
  const hits: { t: number; edge: number; point: Point2 }[] = []
  for (let edge = 0; edge < ring.length; edge++) {
    const a = ring[edge]!
    const b = ring[(edge + 1) % ring.length]!
    const met = meeting(start, end, a, b)
    if (met && met[1] < 1) hits.push({ t: met[0], edge, point: along(a, b, met[1]) })
  }
  hits.sort((a, b) => a.t - b.t)
  const pieces = []
  for (let i = 0; i + 1 < hits.length; i += 2) {
    const [from, to] = [hits[i]!, hits[i + 1]!]
    pieces.push({ from, to, away: Math.abs((from.t + to.t) / 2 - 0.5) })
  }
  return pieces.sort((a, b) => a.away - b.away)
}

/** A point well inside a ring, even when its centre of gravity is outside. */
export function interiorPoint(ring: readonly Point2[]): Point2 {
  const ys = ring.map((p) => p[1])
  const [low, high] = [Math.min(...ys), Math.max(...ys)]
  let best: { point: Point2; width: number } | null = null
  for (const share of [0.5, 0.35, 0.65, 0.2, 0.8]) {
    for (const { from, to } of chords(ring, [ring[0]![0], low + (high - low) * share + 0.013], [1, 0])) {
      const width = distance(from.point, to.point)
      if (!best || width > best.width) best = { point: along(from.point, to.point, 0.5), width }
    }
  }
  return best?.point ?? ring[0]!
}

/** In the Bay of Biscay, 100 km off the coast: whatever basemap is chosen, no real place lies under the town. */
const ORIGIN = { longitude: -3.6, latitude: 46.35 }
const METRES_PER_DEGREE = 111_320
const round = (degrees: number, decimals: number) => Number(degrees.toFixed(decimals))

/** Metres to WGS 84 on an equirectangular plane, true to 0.1 % over the fifteen kilometres of the plan. */
export const toWgs84 = ([x, y]: Point2, decimals = 6): [number, number] => [
  round(ORIGIN.longitude + x / (METRES_PER_DEGREE * Math.cos((ORIGIN.latitude * Math.PI) / 180)), decimals),
  round(ORIGIN.latitude + y / METRES_PER_DEGREE, decimals),
]

/** WGS 84 to metres of the plan. */
export const fromWgs84 = ([longitude, latitude]: readonly [number, number]): Point2 => [
  (longitude - ORIGIN.longitude) * METRES_PER_DEGREE * Math.cos((ORIGIN.latitude * Math.PI) / 180),
  (latitude - ORIGIN.latitude) * METRES_PER_DEGREE,
]
