import type { Area } from '#contract/geometry'
import { type HexKey, keysWithin, positionOf } from './hexagons.ts'
import { boundsOf } from './viewport.ts'

type Position = readonly [longitude: number, latitude: number]

/** Whether a position lies in a closed ring (even–odd rule). */
function isInRing([x, y]: Position, ring: readonly Position[]): boolean {
  let isIn = false
  for (let at = 1; at < ring.length; at++) {
    const [x1, y1] = ring[at - 1]!
    const [x2, y2] = ring[at]!
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isIn = !isIn
  }
  return isIn
}

/** The hexagons whose middle lies in an area. */
export function keysIn({ type, coordinates }: Area): HexKey[] {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  return polygons.flatMap((rings) => {
    const bounds = boundsOf(rings[0] ?? [])
    if (!bounds) return []
    return keysWithin(bounds).filter((key) => {
      const middle = positionOf(key)
      return rings.filter((ring) => isInRing(middle, ring)).length === 1
    })
  })
}
