import type { Geometry } from './wkb.ts'

type Ring = [number, number][]

/** Twice the signed area: negative for a ring that runs clockwise. */
function turning(ring: Ring): number {
  let sum = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [x, y] = ring[i]!
    const [beforeX, beforeY] = ring[j]!
    sum += beforeX * y - x * beforeY
  }
  return sum
}

function holds(ring: Ring, [px, py]: [number, number]): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [x, y] = ring[i]!
    const [beforeX, beforeY] = ring[j]!
    if (y > py !== beforeY > py && px < x + ((py - y) / (beforeY - y)) * (beforeX - x)) inside = !inside
  }
  return inside
}

/**
 * Rings of a Shapefile as polygons: clockwise ones are shells, the others holes of the smallest shell that holds their
 * first point. A hole that nothing holds becomes a shell.
 */
export function polygonsOf(rings: Ring[]): Geometry | null {
  const filled = rings.filter((ring) => ring.length > 0)
  if (filled.length === 0) return null
  if (filled.length === 1) return { type: 'Polygon', coordinates: filled }
  const turned = filled.map((ring) => ({ ring, area: turning(ring) }))
  const shells = turned
    .filter(({ area }) => area <= 0)
    .map(({ ring, area }) => ({ rings: [ring], area: -area }))
  for (const { ring, area } of turned) {
    if (area <= 0) continue
    const around = shells.filter((shell) => shell.area >= area && holds(shell.rings[0]!, ring[0]!))
    const nearest = around.toSorted((a, b) => a.area - b.area)[0]
    if (nearest) nearest.rings.push(ring)
    else shells.push({ rings: [ring], area })
  }
  return shells.length === 1
    ? { type: 'Polygon', coordinates: shells[0]!.rings }
    : { type: 'MultiPolygon', coordinates: shells.map((shell) => shell.rings) }
}
