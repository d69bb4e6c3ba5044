import { binaryWeights, links, type SpatialWeights } from './spatial-weights.ts'

/**
 * Neighbours on a grid of squares, without a list of them: all cells that lie, `d` rows away, at most
 * `halfWidths[reach + d]` columns away. Weights are 1. Missing cells are simply not there.
 */
export type GridWeights = {
  n: number
  /** The columns of the cells, row by row, ascending; the leftmost of all is 0. */
  columns: Int32Array
  /** Columns from the first to the last. */
  width: number
  /** The rows that have cells, ascending, and where each starts in `columns`, with the end. */
  rows: Int32Array
  starts: Int32Array
  /** Where the cells stand in the caller's order; null when that is row by row already. */
  order: Int32Array | null
  halfWidths: readonly number[]
  /** How many neighbours each cell has besides itself, in the caller's order. */
  others: Float64Array
  self: boolean
}

/** The eight cells around. */
export const QUEEN: readonly number[] = [1, 1, 1]
/** The four cells that share a side. */
export const ROOK: readonly number[] = [0, 1, 0]

/** The cells whose centre is within `radius` cells: 5 (1 km of 200 m cells) makes 81 with the middle. */
export function disc(radius: number): number[] {
  const reach = Math.floor(radius)
  return Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.floor(Math.sqrt(radius * radius - (at - reach) ** 2)),
  )
}

/** Positions sorted by whole numbers, sixteen bits at a time from the least significant; stable. */
function sortedBy(keys: Int32Array, before: Int32Array): Int32Array {
  const least = keys.reduce((a, b) => Math.min(a, b), keys[0] ?? 0)
  const range = keys.reduce((a, b) => Math.max(a, b), least) - least
  let order = before
  for (let shift = 0; shift < 32 && range >>> shift > 0; shift += 16) {
    const next = new Int32Array(0x10001)
    for (let k = 0; k < order.length; k++) next[(((keys[k]! - least) >>> shift) & 0xffff) + 1]!++
    for (let digit = 0; digit < 0x10000; digit++) next[digit + 1]! += next[digit]!
    const sorted = new Int32Array(order.length)
    for (let k = 0; k < order.length; k++) {
      const at = order[k]!
      sorted[next[((keys[at]! - least) >>> shift) & 0xffff]!++] = at
    }
    order = sorted
  }
  return order
}

const isRowMajor = (columns: Int32Array, rows: Int32Array): boolean => {
  for (let i = 1; i < columns.length; i++)
    if (rows[i]! < rows[i - 1]! || (rows[i] === rows[i - 1] && columns[i]! < columns[i - 1]!)) return false
  return true
}

/** Writes, from `start` to `end`, the sum of the values left of each column, whether there is a cell or not. */
function writeRow(
  kept: Float64Array,
  [start, end]: readonly [number, number],
  columns: Int32Array,
  values: Float64Array,
  [from, to]: readonly [number, number],
  margin: number,
): void {
  let x = start
  let sum = 0
  for (let i = from; i < to; i++) {
    for (const own = start + columns[i]! + margin; x <= own; x++) kept[x] = sum
    sum += values[i]!
  }
  for (; x < end; x++) kept[x] = sum
}

/** Adds kept[column + high] − kept[column + low] to the sum of each cell of a row. */
function addRow(
  sums: Float64Array,
  columns: Int32Array,
  [from, to]: readonly [number, number],
  kept: Float64Array,
  low: number,
  high: number,
): void {
  for (let i = from; i < to; i++) {
    const column = columns[i]!
    sums[i] = sums[i]! + kept[column + high]! - kept[column + low]!
  }
}

/**
 * Σ over the neighbours, itself included, of values that stand row by row. The rows within reach are kept as sums from their
 * start, empty columns too, so that a neighbourhood's part of a row is one subtraction, however wide it is. Each row's sums
 * start anew, so as not to lose digits.
 */
function sumsAround(grid: Omit<GridWeights, 'others'>, values: Float64Array): Float64Array {
  const { n, columns, width, rows, starts, halfWidths } = grid
  const size = halfWidths.length
  const reach = (size - 1) / 2
  const margin = Math.max(...halfWidths)
  const length = width + 2 * margin + 1
  const kept = new Float64Array(size * length)
  const keptRows = new Int32Array(size).fill(-1)
  const slotOf = (row: number) => (row - rows[0]!) % size
  const cellsOf = (at: number) => [starts[at]!, starts[at + 1]!] as const
  const sums = new Float64Array(n)
  for (let at = 0, ahead = 0; at < rows.length; at++) {
    for (; ahead < rows.length && rows[ahead]! <= rows[at]! + reach; ahead++) {
      const slot = slotOf(rows[ahead]!)
      keptRows[slot] = ahead
      writeRow(kept, [slot * length, (slot + 1) * length], columns, values, cellsOf(ahead), margin)
    }
    for (let step = 0; step < size; step++) {
      const other = rows[at]! + step - reach
      if (other < rows[0]! || rows[keptRows[slotOf(other)]!] !== other) continue
      const middle = slotOf(other) * length + margin
      const half = halfWidths[step]!
      addRow(sums, columns, cellsOf(at), kept, middle - half, middle + half + 1)
    }
  }
  return sums
}

/** Values of the caller's order, row by row, and back. */
const rowByRow = (order: Int32Array | null, values: Float64Array): Float64Array => {
  if (!order) return values
  const sorted = new Float64Array(values.length)
  for (let k = 0; k < order.length; k++) sorted[k] = values[order[k]!]!
  return sorted
}
const asGiven = (order: Int32Array | null, sorted: Float64Array): Float64Array => {
  if (!order) return sorted
  const values = new Float64Array(sorted.length)
  for (let k = 0; k < order.length; k++) values[order[k]!] = sorted[k]!
  return values
}

/** More columns than this are metres, not cells. */
const WIDEST = 1 << 17

/** Cells that stand row by row already. */
function gridOf(
  columnOf: Int32Array,
  rowOf: Int32Array,
  order: Int32Array | null,
  halfWidths: readonly number[],
  self: boolean,
): GridWeights {
  const n = columnOf.length
  const first = columnOf.reduce((least, column) => Math.min(least, column), columnOf[0] ?? 0)
  const width = columnOf.reduce((most, column) => Math.max(most, column), first) - first + 1
  if (width > WIDEST) throw new RangeError('columns: too far apart to be columns of cells')
  const columns = columnOf.map((column) => column - first)
  const rows: number[] = []
  const starts: number[] = []
  for (let i = 0; i < n; i++) {
    const isNewRow = i === 0 || rowOf[i] !== rowOf[i - 1]
    if (!isNewRow && columns[i] === columns[i - 1]) throw new RangeError('cells: one is there twice')
    if (!isNewRow) continue
    rows.push(rowOf[i]!)
    starts.push(i)
  }
  const shape = { n, columns, width, rows: Int32Array.from(rows), starts: Int32Array.from([...starts, n]) }
  const grid = { ...shape, order, halfWidths, self }
  const others = sumsAround(grid, new Float64Array(n).fill(1))
  for (let i = 0; i < n; i++) others[i]! -= 1
  return { ...grid, others: asGiven(order, others) }
}

/**
 * Neighbours of cells told by whole columns and rows (in cells, not in metres), in any order: sorted once unless row by row.
 * RangeError when a cell is there twice, or a neighbourhood is not symmetrical.
 * @param halfWidths for each row from above to below, how many columns on either side: {@link QUEEN}, {@link disc}
 */
export function gridWeights(
  columns: ArrayLike<number>,
  rows: ArrayLike<number>,
  halfWidths: readonly number[] = QUEEN,
): GridWeights {
  const isSymmetrical = halfWidths.every((half, at) => half >= 0 && half === halfWidths.at(-1 - at))
  if (halfWidths.length % 2 === 0 || !isSymmetrical) throw new RangeError('halfWidths: not symmetrical')
  const [x, y] = [Int32Array.from(columns), Int32Array.from(rows)]
  if (isRowMajor(x, y)) return gridOf(x, y, null, halfWidths, false)
  const given = new Int32Array(x.length)
  for (let i = 0; i < given.length; i++) given[i] = i
  const order = sortedBy(y, sortedBy(x, given))
  return gridOf(
    order.map((i) => x[i]!),
    order.map((i) => y[i]!),
    order,
    halfWidths,
    false,
  )
}

/** Σ_j x_j over the neighbours j of each cell, by sums along rows: the time does not depend on how wide they reach. */
export function gridLag(grid: GridWeights, values: Float64Array): Float64Array {
  const sums = asGiven(grid.order, sumsAround(grid, rowByRow(grid.order, values)))
  // Of a cell alone, exactly nothing.
  if (!grid.self) for (let i = 0; i < grid.n; i++) sums[i] = grid.others[i] ? sums[i]! - values[i]! : 0
  return sums
}

const rowOfCells = ({ n, rows, starts }: GridWeights): Int32Array => {
  const rowOf = new Int32Array(n)
  for (let row = 0; row < rows.length; row++) rowOf.fill(rows[row]!, starts[row]!, starts[row + 1]!)
  return rowOf
}

/** The grid of some of its cells. `places`: the new place of each, ascending, −1 for those that go. */
export function gridAmong(grid: GridWeights, places: Int32Array, n: number): GridWeights {
  const rowOf = rowOfCells(grid)
  const columns = new Int32Array(n)
  const rows = new Int32Array(n)
  const order = new Int32Array(n)
  let kept = 0
  for (let k = 0; k < grid.n; k++) {
    const place = places[grid.order ? grid.order[k]! : k]!
    if (place < 0) continue
    columns[kept] = grid.columns[k]!
    rows[kept] = rowOf[k]!
    order[kept++] = place
  }
  return gridOf(columns, rows, grid.order && order, grid.halfWidths, grid.self)
}

/** The same neighbours, listed. */
export function gridLists(grid: GridWeights): SpatialWeights {
  const { columns, rows, starts, halfWidths, order, self } = grid
  const placeOf = (k: number) => (order ? order[k]! : k)
  const reach = (halfWidths.length - 1) / 2
  const { push, from, to } = links()
  for (let row = 0; row < rows.length; row++)
    for (let other = 0; other < rows.length; other++) {
      const half = halfWidths[rows[other]! - rows[row]! + reach]
      if (half === undefined) continue
      for (let i = starts[row]!, low = starts[other]!; i < starts[row + 1]!; i++) {
        while (low < starts[other + 1]! && columns[low]! < columns[i]! - half) low++
        for (let j = low; j < starts[other + 1]! && columns[j]! <= columns[i]! + half; j++)
          if (self || i !== j) push(placeOf(i), placeOf(j))
      }
    }
  return { ...binaryWeights(grid.n, from(), to(), false), self }
}
