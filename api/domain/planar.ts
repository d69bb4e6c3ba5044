/** East and north, in the unit of the plane. */
export type Point = readonly [number, number]

/** Signed area in squared units, by the shoelace formula; positive when the ring turns anticlockwise. Closed or not. */
export function signedArea(ring: readonly Point[]): number {
  let twice = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x, y] = ring[i]!
    const [beforeX, beforeY] = ring[j]!
    twice += beforeX * y - x * beforeY
  }
  return twice / 2
}

/** Whether a ring, closed or not, holds a point: a ray to the east crosses it an odd number of times (even–odd rule). */
export function isInside([x, y]: Point, ring: readonly Point[]): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [hereX, hereY] = ring[i]!
    const [beforeX, beforeY] = ring[j]!
    if (hereY > y !== beforeY > y && x < ((beforeX - hereX) * (y - hereY)) / (beforeY - hereY) + hereX)
      inside = !inside
  }
  return inside
}
