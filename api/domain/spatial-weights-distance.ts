import { binaryWeights, links, type SpatialWeights } from './spatial-weights.ts'

/** Points in metres of a projection. */
export type Points = { x: ArrayLike<number>; y: ArrayLike<number> }

/** Points sorted into squares of a side, the points of a square one after the other. */
type Buckets = {
  side: number
  across: number
  down: number
  starts: Int32Array
  points: Int32Array
  columnOf: (x: number) => number
  rowOf: (y: number) => number
}

const extent = (values: ArrayLike<number>) => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (!Number.isFinite(value)) throw new RangeError('points: not a number of metres')
    if (value < low) low = value
    if (value > high) high = value
  }
  return { low, size: Math.max(0, high - low) }
}

/** Squares as small as `side`, unless that makes more squares than points. */
function bucketsOf({ x, y }: Points, side: number): Buckets {
  const n = x.length
  const [ofX, ofY] = [extent(x), extent(y)]
  const width = Math.max(side, Math.sqrt((ofX.size * ofY.size) / n), Math.max(ofX.size, ofY.size) / n) || 1
  const columnOf = (at: number) => Math.floor((at - ofX.low) / width)
  const rowOf = (at: number) => Math.floor((at - ofY.low) / width)
  const across = columnOf(ofX.low + ofX.size) + 1
  const down = rowOf(ofY.low + ofY.size) + 1
  const starts = new Int32Array(across * down + 1)
  const squares = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    squares[i] = rowOf(y[i]!) * across + columnOf(x[i]!)
    starts[squares[i]! + 1]!++
  }
  for (let square = 0; square < across * down; square++) starts[square + 1]! += starts[square]!
  const next = starts.slice()
  const points = new Int32Array(n)
  for (let i = 0; i < n; i++) points[next[squares[i]!]!++] = i
  return { side: width, across, down, starts, points, columnOf, rowOf }
}

/** Calls `visit` with each point of a square that exists. */
function visitSquare(buckets: Buckets, column: number, row: number, visit: (point: number) => void): void {
  if (column < 0 || row < 0 || column >= buckets.across || row >= buckets.down) return
  const square = row * buckets.across + column
  for (let k = buckets.starts[square]!; k < buckets.starts[square + 1]!; k++) visit(buckets.points[k]!)
}

/** Points at `metres` of each other or less are neighbours. */
export function distanceBand({ x, y }: Points, metres: number): SpatialWeights {
  if (!(metres > 0)) throw new RangeError('metres: not a distance')
  const buckets = bucketsOf({ x, y }, metres)
  const { push, from, to } = links()
  for (let i = 0; i < x.length; i++) {
    const [column, row] = [buckets.columnOf(x[i]!), buckets.rowOf(y[i]!)]
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++)
        visitSquare(buckets, column + dx, row + dy, (j) => {
          if (j > i && Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!) <= metres) push(i, j)
        })
  }
  return binaryWeights(x.length, from(), to(), true)
}

/**
 * The `k` nearest of each point; of two as near, the first. To be near is not mutual: weights are not symmetrical.
 * RangeError when there are not k others.
 */
export function nearest({ x, y }: Points, k: number): SpatialWeights {
  const n = x.length
  if (!(Number.isInteger(k) && k > 0 && k < n)) throw new RangeError('k: not a number of other points')
  const buckets = bucketsOf({ x, y }, 0)
  const from = new Int32Array(n * k)
  const to = new Int32Array(n * k)
  const best = new Int32Array(k)
  const distances = new Float64Array(k)
  for (let i = 0; i < n; i++) {
    const [column, row] = [buckets.columnOf(x[i]!), buckets.rowOf(y[i]!)]
    let found = 0
    const visit = (j: number) => {
      if (j === i) return
      const distance = Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!)
      const comesBefore = (at: number) =>
        distance < distances[at]! || (distance === distances[at] && j < best[at]!)
      if (found === k && !comesBefore(k - 1)) return
      let at = found < k ? found++ : k - 1
      for (; at > 0 && comesBefore(at - 1); at--) {
        best[at] = best[at - 1]!
        distances[at] = distances[at - 1]!
      }
      best[at] = j
      distances[at] = distance
    }
    // Points beyond a ring of squares are farther than its width: no nearer one can be missed.
    for (let ring = 0; found < k || distances[k - 1]! >= (ring - 1) * buckets.side; ring++) {
      if (ring > Math.max(buckets.across, buckets.down)) break
      for (let dy = -ring; dy <= ring; dy++) {
        const step = Math.abs(dy) === ring ? 1 : 2 * ring
        for (let dx = -ring; dx <= ring; dx += step || 1) visitSquare(buckets, column + dx, row + dy, visit)
      }
    }
    from.fill(i, i * k, (i + 1) * k)
    to.set(best, i * k)
  }
  return binaryWeights(n, from, to, false)
}
