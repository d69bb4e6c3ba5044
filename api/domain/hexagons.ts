import type { Area } from '#contract/geometry'
import { fromLambert93, type Metres, toLambert93 } from './lambert93.ts'
import { isInside, type Point, signedArea } from './planar.ts'

/** One hexagon of the fixed grid: axial coordinates. Rows of hexagons run east, `r` counts rows northwards. */
export type Hexagon = { q: number; r: number }

/** Metres between opposite sides. */
export const HEXAGON_WIDTH = 200
/** Square metres. */
export const HEXAGON_AREA = (HEXAGON_WIDTH ** 2 * Math.sqrt(3)) / 2
/** « Quelque part ici »: a hexagon and its six neighbours at the least. */
export const SOMEWHERE_LEAST = 7

/** Points lie on a lattice of whole numbers, so that neighbours share them exactly: half a width by half a side. */
const COLUMN = HEXAGON_WIDTH / 2
const ROW = HEXAGON_WIDTH / Math.sqrt(3) / 2
/** Of a hexagon with a point up, anticlockwise from its south. */
const CORNERS = [
  [0, -2],
  [1, -1],
  [1, 1],
  [0, 2],
  [-1, 1],
  [-1, -1],
] as const
const SIDES = [
  [1, 0],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [0, -1],
  [1, -1],
] as const

export const hexagonKey = ({ q, r }: Hexagon): string => `${q},${r}`
export const readHexagon = (key: string): Hexagon => {
  const [q, r] = key.split(',').map(Number) as [number, number]
  return { q, r }
}

/** The middle of a hexagon, in metres of EPSG:2154. */
export const middleOf = ({ q, r }: Hexagon): Metres => [(2 * q + r) * COLUMN, 3 * r * ROW]

/** The hexagon that holds a point of EPSG:2154 in metres. */
export function hexagonAt([east, north]: Metres): Hexagon {
  const r = north / (3 * ROW)
  const q = east / HEXAGON_WIDTH - r / 2
  const s = -q - r
  let [qr, rr] = [Math.round(q), Math.round(r)]
  const sr = Math.round(s)
  const [dq, dr, ds] = [Math.abs(qr - q), Math.abs(rr - r), Math.abs(sr - s)]
  if (dq > dr && dq > ds) qr = -rr - sr
  else if (dr > ds) rr = -qr - sr
  // No -0, which would be written otherwise.
  return { q: qr + 0, r: rr + 0 }
}

/** The hexagon that holds a position in WGS 84. */
export const hexagonOf = (position: readonly [number, number]): Hexagon => hexagonAt(toLambert93(position))

export const neighboursOf = ({ q, r }: Hexagon): Hexagon[] =>
  SIDES.map(([dq, dr]) => ({ q: q + dq, r: r + dr }))

/** All hexagons at most `radius` steps away: 1 + 3 n (n + 1) of them. */
export function hexagonDisc({ q, r }: Hexagon, radius: number): Hexagon[] {
  const found: Hexagon[] = []
  for (let dq = -radius; dq <= radius; dq++)
    for (let dr = Math.max(-radius, -dq - radius); dr <= Math.min(radius, -dq + radius); dr++)
      found.push({ q: q + dq, r: r + dr })
  return found
}

const cornersOf = ({ q, r }: Hexagon): Point[] => CORNERS.map(([x, y]) => [2 * q + r + x, 3 * r + y])
/** WGS 84 to a decimetre, as it crosses the wire. */
const toPosition = ([x, y]: Point): [number, number] => {
  const [longitude, latitude] = fromLambert93([x * COLUMN, y * ROW])
  return [Number(longitude.toFixed(6)), Number(latitude.toFixed(6))]
}

/** One hexagon as a closed ring in WGS 84. */
export const hexagonRing = (hexagon: Hexagon): [number, number][] => {
  const ring = cornersOf(hexagon).map(toPosition)
  return [...ring, ring[0]!]
}

/** Outlines of hexagons taken together: sides that two of them share go. Each corner is left by one side at the most. */
function outlines(hexagons: Iterable<Hexagon>): Point[][] {
  const sides = new Map<string, [Point, Point]>()
  for (const hexagon of hexagons) {
    const corners = cornersOf(hexagon)
    corners.forEach((from, i) => {
      const to = corners[(i + 1) % 6]!
      if (!sides.delete(`${to} ${from}`)) sides.set(`${from} ${to}`, [from, to])
    })
  }
  const leaving = new Map([...sides.values()].map((side) => [String(side[0]), side]))
  const rings: Point[][] = []
  for (const start of leaving.keys()) {
    const ring: Point[] = []
    for (let side = leaving.get(start); side; side = leaving.get(String(side[1]))) {
      ring.push(side[0])
      leaving.delete(String(side[0]))
    }
    if (ring.length) rings.push(ring)
  }
  return rings
}

/**
 * Hexagons (`q,r`) as one area in WGS 84 without inner borders; null of none. Every polygon is a patch of hexagons that
 * touch, with the holes that they leave.
 */
export function hexagonsArea(keys: Iterable<string>): Extract<Area, { type: 'MultiPolygon' }> | null {
  const rings = outlines([...new Set(keys)].map(readHexagon))
  const patches = rings
    .filter((ring) => signedArea(ring) > 0)
    .map((ring) => ({ ring, holes: [] as Point[][] }))
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    // The smallest patch around: an island in a hole lies within two. A side's middle is a corner of no other ring.
    const middle: Point = [(hole[0]![0] + hole[1]![0]) / 2, (hole[0]![1] + hole[1]![1]) / 2]
    const around = patches.filter(({ ring }) => isInside(middle, ring))
    around.sort((one, other) => signedArea(one.ring) - signedArea(other.ring))[0]!.holes.push(hole)
  }
  const closed = (ring: Point[]) => [...ring, ring[0]!].map(toPosition)
  const coordinates = patches.map(({ ring, holes }) => [closed(ring), ...holes.map(closed)])
  return coordinates.length ? { type: 'MultiPolygon', coordinates } : null
}
