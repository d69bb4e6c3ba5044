import { isInside, signedArea } from '#api/domain/planar'
import type { Random } from '../random.ts'
import { faces } from './arrangement.ts'
import type { Fabric } from './places.ts'
import { BANK, CORRIDORS, LAKES, LANES, PARKS, RADIALS, RAIL, RIVER, URBAN, WALKS } from './plan.ts'
import {
  along,
  chords,
  distance,
  distanceToLine,
  interiorPoint,
  minus,
  type Point2,
  type Ring2,
} from './plane.ts'
import { BORDERS, type PlannedZone } from './zones.ts'

export type Street = { zone: PlannedZone; points: Point2[]; depth: number }
export type Block = { zone: PlannedZone; ring: Ring2 }

/** Size of a block in square metres, and how many lots in a hundred stay green. */
const FABRICS: Record<Fabric, { block: number; green: number }> = {
  core: { block: 8_200, green: 0.02 },
  town: { block: 21_000, green: 0.04 },
  estate: { block: 30_000, green: 0.06 },
  houses: { block: 27_000, green: 0.07 },
  works: { block: 42_000, green: 0.12 },
  village: { block: 32_000, green: 0.1 },
}

const green = [...PARKS, ...LAKES].map((line) => line.points)

/** Nothing is built on water, along the railway or in a park. */
export const isOpenGround = (p: Point2) =>
  distanceToLine(p, RIVER) < BANK || distanceToLine(p, RAIL) < 16 || green.some((ring) => isInside(p, ring))

/** The built faces of the plan cut again and again across their longer side: each cut is a street. */
export function planStreets(zones: PlannedZone[], random: Random): { streets: Street[]; blocks: Block[] } {
  const roads = [...LANES, ...RADIALS].map((line) => line.points)
  const streets: Street[] = []
  const blocks: Block[] = []
  for (const face of faces([...BORDERS, ...URBAN, ...CORRIDORS, ...roads, ...green, ...WALKS])) {
    const heart = interiorPoint(face)
    if (signedArea(face) < 1_200 || isOpenGround(heart) || !URBAN.some((u) => isInside(heart, u))) continue
    const zone = zones.find(({ ring }) => isInside(heart, ring))
    if (zone) divide(face, zone, 0)
  }
  return { streets, blocks }

  function divide(ring: Ring2, zone: PlannedZone, depth: number) {
    const { block, green: openShare } = FABRICS[zone.quarter.fabric]
    const tooLarge = signedArea(ring) > block * random.between(0.75, 1.5)
    const halves = tooLarge ? split(ring, depth, random) : null
    if (halves) {
      streets.push({ zone, points: halves.street, depth })
      for (const half of halves.rings) divide(half, zone, depth + 1)
    } else if (random.next() > openShare && !isOpenGround(interiorPoint(ring))) {
      blocks.push({ zone, ring })
    }
  }
}

/** The direction in which a ring is narrowest when its sides guide the measure, and its middle. */
function across(ring: Ring2): { direction: Point2; middle: Point2 } {
  let best = { area: Number.POSITIVE_INFINITY, direction: [1, 0] as Point2, middle: ring[0]! }
  ring.forEach((a, i) => {
    const side = minus(ring[(i + 1) % ring.length]!, a)
    const length = Math.hypot(...side)
    if (length < 12) return
    const u: Point2 = [side[0] / length, side[1] / length]
    const v: Point2 = [-u[1], u[0]]
    const on = (axis: Point2) => ring.map((p) => p[0] * axis[0] + p[1] * axis[1])
    const [us, vs] = [on(u), on(v)]
    const [lowU, highU, lowV, highV] = [Math.min(...us), Math.max(...us), Math.min(...vs), Math.max(...vs)]
    const area = (highU - lowU) * (highV - lowV)
    if (area >= best.area) return
    const [cu, cv] = [(lowU + highU) / 2, (lowV + highV) / 2]
    best = {
      area,
      direction: highU - lowU > highV - lowV ? v : u,
      middle: [u[0] * cu + v[0] * cv, u[1] * cu + v[1] * cv],
    }
  })
  return best
}

/** A ring that winds may refuse a cut: the next one falls elsewhere. */
function split(ring: Ring2, depth: number, random: Random) {
  for (let attempt = 0; attempt < 8; attempt++) {
    const halves = cut(ring, depth, random)
    if (halves) return halves
  }
  return null
}

function cut(ring: Ring2, depth: number, random: Random) {
  const { direction, middle } = across(ring)
  const turn = random.between(-0.07, 0.07)
  const turned: Point2 = [direction[0] - direction[1] * turn, direction[1] + direction[0] * turn]
  const shift = Math.sqrt(signedArea(ring)) * random.between(-0.09, 0.09)
  const through: Point2 = [middle[0] - direction[1] * shift, middle[1] + direction[0] * shift]
  const piece = chords(ring, through, turned)[0]
  if (!piece || distance(piece.from.point, piece.to.point) < 25) return null
  const street = bend(ring, piece.from.point, piece.to.point, depth, random)
  const [i, j] = [piece.from.edge, piece.to.edge]
  const walk = (from: number, to: number): Ring2 => {
    const points: Ring2 = []
    for (let k = (from + 1) % ring.length; k !== (to + 1) % ring.length; k = (k + 1) % ring.length) {
      points.push(ring[k]!)
    }
    return points
  }
  if (i === j) return null
  const rings: Ring2[] = [
    [...street, ...walk(j, i)],
    [...street.toReversed(), ...walk(i, j)],
  ]
  return rings.every((one) => signedArea(one) > 900) ? { street, rings: rings.map(tidy) } : null
}

/** The first, longest streets of a quarter are slightly curved when there is room for it. */
function bend(ring: Ring2, from: Point2, to: Point2, depth: number, random: Random): Point2[] {
  const length = distance(from, to)
  if (length < 260 || depth > 3) return [from, to]
  const sag = length * random.between(-0.07, 0.07)
  const normal: Point2 = [-(to[1] - from[1]) / length, (to[0] - from[0]) / length]
  const points = [0, 0.25, 0.5, 0.75, 1].map((t): Point2 => {
    const p = along(from, to, t)
    const away = sag * 4 * t * (1 - t)
    return [p[0] + normal[0] * away, p[1] + normal[1] * away]
  })
  return points.slice(1, -1).every((p) => isInside(p, ring)) ? points : [from, to]
}

/** Without points that are too near to the one before. */
const tidy = (ring: Ring2): Ring2 =>
  ring.filter((p, i) => distance(p, ring[(i + ring.length - 1) % ring.length]!) > 0.5)
