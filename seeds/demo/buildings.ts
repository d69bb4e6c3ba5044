import { isInside, signedArea } from '#api/domain/planar'
import type { Random } from '../random.ts'
import { inset, simplify } from './curves.ts'
import { distance, interiorPoint, minus, type Point2, type Ring2 } from './plane.ts'
import type { Block } from './streets.ts'

/** Outer ring, then courtyards. */
export type Built = Ring2[]

/** What stands on a block, seen from above. Metres: from the street, and from the street to the courtyard. */
export function build({ zone, ring }: Block, random: Random): Built[] {
  switch (zone.quarter.fabric) {
    case 'core':
      return houses(ring, 4, 17)
    case 'town':
      return houses(ring, 6, 24)
    case 'estate':
      return slabs(ring, random)
    case 'works':
      return houses(ring, 22, null)
    default:
      return houses(ring, 9, null)
  }
}

const clean = (ring: Ring2): Ring2 => {
  const open = simplify([...ring, ring[0]!], 6).slice(0, -1)
  return open.length > 2 ? open : ring
}

function houses(ring: Ring2, setback: number, courtyard: number | null): Built[] {
  const outline = clean(ring)
  const outer = inset(outline, setback) ?? inset(outline, setback / 2)
  if (!outer || signedArea(outer) < 250) return []
  const inner = courtyard ? inset(outline, courtyard) : null
  return inner && signedArea(inner) > 4_000 ? [[outer, inner.toReversed()]] : [[outer]]
}

/** Bars along the longest side of the block, on grass. */
function slabs(ring: Ring2, random: Random): Built[] {
  const sides = ring.map((a, i) => ({ a, b: ring[(i + 1) % ring.length]! }))
  const { a, b } = sides.reduce((x, y) => (distance(y.a, y.b) > distance(x.a, x.b) ? y : x))
  const length = distance(a, b)
  const d = minus(b, a)
  const [u, v]: [Point2, Point2] = [
    [d[0] / length, d[1] / length],
    [-d[1] / length, d[0] / length],
  ]
  const middle = interiorPoint(ring)
  const at = (x: number, y: number): Point2 => [
    middle[0] + u[0] * x + v[0] * y,
    middle[1] + u[1] * x + v[1] * y,
  ]
  const bars: Built[] = []
  for (let row = -3; row <= 3; row++) {
    const y = row * 52
    for (let x = -170; x < 170; ) {
      const long = random.between(34, 78)
      const bar = [at(x, y - 7), at(x + long, y - 7), at(x + long, y + 7), at(x, y + 7)]
      const yard = [at(x - 9, y - 15), at(x + long + 9, y - 15), at(x + long + 9, y + 15), at(x - 9, y + 15)]
      if (random.next() < 0.86 && yard.every((p) => isInside(p, ring))) bars.push([bar])
      x += long + random.between(16, 30)
    }
  }
  return bars
}
