import { along, distance, distanceToLine, lengthOf, minus, type Point2 } from './plane.ts'

/** A Catmull-Rom spline through the points, sampled about every `step` metres; closed when asked. */
export function smooth(points: readonly Point2[], step: number, closed = false): Point2[] {
  const n = points.length
  const at = (i: number) => (closed ? points[(i + n) % n]! : points[Math.max(0, Math.min(n - 1, i))]!)
  const line: Point2[] = []
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    const pieces = Math.max(1, Math.round(distance(p1, p2) / step))
    for (let k = 0; k < pieces; k++) {
      const t = k / pieces
      const on = (c: 0 | 1) =>
        0.5 *
        (2 * p1[c] +
          (p2[c] - p0[c]) * t +
          (2 * p0[c] - 5 * p1[c] + 4 * p2[c] - p3[c]) * t ** 2 +
          (3 * p1[c] - p0[c] - 3 * p2[c] + p3[c]) * t ** 3)
      line.push([on(0), on(1)])
    }
  }
  line.push(closed ? line[0]! : points[n - 1]!)
  return line
}

/** Douglas–Peucker, tolerance in metres. */
export function simplify(line: readonly Point2[], tolerance: number): Point2[] {
  if (line.length < 3) return [...line]
  const [first, last] = [line[0]!, line.at(-1)!]
  let [worst, at] = [0, 0]
  for (let i = 1; i < line.length - 1; i++) {
    const away = distanceToLine(line[i]!, distance(first, last) < 1 ? [first, first] : [first, last])
    if (away > worst) [worst, at] = [away, i]
  }
  if (worst <= tolerance) return [first, last]
  return [...simplify(line.slice(0, at + 1), tolerance), ...simplify(line.slice(at), tolerance).slice(1)]
}

/** The parallel line `by` metres to the left (negative: to the right). Bends must be wider than `by`. */
export function parallel(line: readonly Point2[], by: number): Point2[] {
  return line.map((p, i) => {
    const direction = minus(line[Math.min(line.length - 1, i + 1)]!, line[Math.max(0, i - 1)]!)
    const length = Math.hypot(...direction) || 1
    return [p[0] - (direction[1] / length) * by, p[1] + (direction[0] / length) * by]
  })
}

/** A band around a line, whose width may vary with the position in [0, 1]. */
export function band(line: readonly Point2[], width: (t: number) => number): Point2[] {
  const half = (side: 1 | -1) =>
    line.map((p, i) => {
      const shifted = parallel(line, side)[i]!
      return along(p, shifted, width(i / (line.length - 1)) / 2)
    })
  return [...half(1), ...half(-1).reverse()]
}

/** A shape with straight sides moved inwards by `by` metres; null when nothing sensible is left. */
export function inset(ring: readonly Point2[], by: number): Point2[] | null {
  const n = ring.length
  const moved = ring.map((p, i): Point2 | null => {
    const [before, after] = [minus(p, ring[(i - 1 + n) % n]!), minus(ring[(i + 1) % n]!, p)]
    const [la, lb] = [Math.hypot(...before), Math.hypot(...after)]
    const [na, nb]: [Point2, Point2] = [
      [-before[1] / la, before[0] / la],
      [-after[1] / lb, after[0] / lb],
    ]
    const turn = 1 + na[0] * nb[0] + na[1] * nb[1]
    return turn < 0.25 ? null : [p[0] + ((na[0] + nb[0]) * by) / turn, p[1] + ((na[1] + nb[1]) * by) / turn]
  })
  if (moved.some((p) => p === null)) return null
  const inner = moved as Point2[]
  // An edge that has turned back means that the shape was too narrow there.
  const turnedBack = inner.some((p, i) => {
    const [edge, was] = [minus(inner[(i + 1) % n]!, p), minus(ring[(i + 1) % n]!, ring[i]!)]
    return edge[0] * was[0] + edge[1] * was[1] <= 0
  })
  return turnedBack ? null : inner
}

/** Where a line enters and leaves the box, cut there; a line is given back in as many pieces as it takes. */
export function clip(
  line: readonly Point2[],
  [w, s, e, n]: readonly [number, number, number, number],
): Point2[][] {
  const pieces: Point2[][] = []
  const within = (p: Point2) => p[0] >= w && p[0] <= e && p[1] >= s && p[1] <= n
  const edge = (inside: Point2, outside: Point2) => {
    let [low, high] = [0, 1]
    for (let i = 0; i < 24; i++) {
      const t = (low + high) / 2
      if (within(along(inside, outside, t))) low = t
      else high = t
    }
    return along(inside, outside, low)
  }
  let piece: Point2[] = []
  line.forEach((p, i) => {
    const previous = line[i - 1]
    if (previous && within(previous) !== within(p)) {
      piece.push(within(p) ? edge(p, previous) : edge(previous, p))
    }
    if (within(p)) piece.push(p)
    else if (piece.length) {
      pieces.push(piece)
      piece = []
    }
  })
  if (piece.length) pieces.push(piece)
  return pieces.filter((one) => one.length > 1 && lengthOf(one) > 1)
}
