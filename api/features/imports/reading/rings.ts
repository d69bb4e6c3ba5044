import { isInside, signedArea } from '#api/domain/planar'
import type { Geometry } from './wkb.ts'

type Ring = [number, number][]

/**
 * Rings of a Shapefile as polygons: clockwise ones are shells, the others holes of the smallest shell that holds their
 * first point. A hole that nothing holds becomes a shell.
 */
export function polygonsOf(rings: Ring[]): Geometry | null {
  const filled = rings.filter((ring) => ring.length > 0)
  if (filled.length === 0) return null
  if (filled.length === 1) return { type: 'Polygon', coordinates: filled }
  const turned = filled.map((ring) => ({ ring, area: signedArea(ring) }))
  const shells = turned
    .filter(({ area }) => area <= 0)
    .map(({ ring, area }) => ({ rings: [ring], area: -area }))
  for (const { ring, area } of turned) {
    if (area <= 0) continue
    const around = shells.filter((shell) => shell.area >= area && isInside(ring[0]!, shell.rings[0]!))
    const nearest = around.toSorted((a, b) => a.area - b.area)[0]
    if (nearest) nearest.rings.push(ring)
    else shells.push({ rings: [ring], area })
  }
  return shells.length === 1
    ? { type: 'Polygon', coordinates: shells[0]!.rings }
    : { type: 'MultiPolygon', coordinates: shells.map((shell) => shell.rings) }
}
