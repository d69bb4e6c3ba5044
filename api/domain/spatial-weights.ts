/**
 * Who neighbours whom, and how much (compressed sparse rows): the neighbours of zone i are `neighbours[k]` with the weights
 * `weights[k]`, for k from `offsets[i]` to `offsets[i + 1]`, in ascending order.
 */
export type SpatialWeights = {
  n: number
  offsets: Int32Array
  neighbours: Int32Array
  weights: Float64Array
  /** Whether zones are among their own neighbours, as Gi* wants it. */
  self: boolean
  /** Whether the weights of each zone add up to 1 (spdep's style W), rather than being what they were given as. */
  rowStandardised: boolean
}

/** A list of pairs that grows. */
export type Links = { push: (from: number, to: number) => void; from: () => Int32Array; to: () => Int32Array }

export function links(): Links {
  let [from, to] = [new Int32Array(1024), new Int32Array(1024)]
  let length = 0
  const longer = (list: Int32Array<ArrayBuffer>) => {
    const copy = new Int32Array(list.length * 2)
    copy.set(list)
    return copy
  }
  return {
    push(a, b) {
      if (length === from.length) [from, to] = [longer(from), longer(to)]
      from[length] = a
      to[length++] = b
    },
    from: () => from.subarray(0, length),
    to: () => to.subarray(0, length),
  }
}

/** Pairs sorted by their first, then by their second: counted, then placed, twice. */
function sortedRows(n: number, from: Int32Array, to: Int32Array): { offsets: Int32Array; order: Int32Array } {
  const placed = (keys: Int32Array, before: Int32Array | null) => {
    const offsets = new Int32Array(n + 1)
    for (let k = 0; k < keys.length; k++) offsets[keys[k]! + 1]!++
    for (let i = 0; i < n; i++) offsets[i + 1]! += offsets[i]!
    const next = offsets.slice()
    const order = new Int32Array(keys.length)
    for (let k = 0; k < keys.length; k++) {
      const link = before ? before[k]! : k
      order[next[keys[link]!]!++] = link
    }
    return { offsets, order }
  }
  return placed(from, placed(to, null).order)
}

/**
 * Weights of 1 for each pair; `isMutual`: also the other way round.
 * @param from zones from 0 to n − 1, each pair said once; a zone with itself makes self neighbours
 */
export function binaryWeights(
  n: number,
  from: Int32Array,
  to: Int32Array,
  isMutual: boolean,
): SpatialWeights {
  const both = (one: Int32Array, other: Int32Array) => {
    const all = new Int32Array(one.length * 2)
    all.set(one)
    all.set(other, one.length)
    return all
  }
  const [sources, targets] = isMutual ? [both(from, to), both(to, from)] : [from, to]
  const { offsets, order } = sortedRows(n, sources, targets)
  const neighbours = new Int32Array(order.length)
  for (let k = 0; k < order.length; k++) neighbours[k] = targets[order[k]!]!
  const weights = new Float64Array(order.length).fill(1)
  return { n, offsets, neighbours, weights, self: false, rowStandardised: false }
}

/** The same neighbours with weights that add up to 1 in each row that has any (spdep's style W). */
export function rowStandardised(of: SpatialWeights): SpatialWeights {
  const weights = new Float64Array(of.weights.length)
  for (let i = 0; i < of.n; i++) {
    const [start, end] = [of.offsets[i]!, of.offsets[i + 1]!]
    let sum = 0
    for (let k = start; k < end; k++) sum += of.weights[k]!
    for (let k = start; k < end; k++) weights[k] = of.weights[k]! / sum
  }
  return { ...of, weights, rowStandardised: true }
}

const standardisedAs = (before: SpatialWeights, after: SpatialWeights) =>
  before.rowStandardised ? rowStandardised(after) : after

/**
 * The same weights with each zone among its own neighbours. A zone weighs for itself what its neighbours weigh on average,
 * or 1 if it has none; standardised rows are standardised again: with equal weights, as spdep's `include.self`.
 */
export function listsWithSelf(of: SpatialWeights): SpatialWeights {
  if (of.self) return of
  const { n } = of
  const offsets = of.offsets.map((offset, i) => offset + i)
  const neighbours = new Int32Array(of.neighbours.length + n)
  const weights = new Float64Array(of.weights.length + n)
  for (let i = 0; i < n; i++) {
    const [start, end] = [of.offsets[i]!, of.offsets[i + 1]!]
    let [at, sum] = [offsets[i]!, 0]
    for (let k = start; k < end; k++) sum += of.weights[k]!
    const own = end > start ? sum / (end - start) : 1
    let k = start
    for (; k < end && of.neighbours[k]! < i; k++, at++) {
      neighbours[at] = of.neighbours[k]!
      weights[at] = of.weights[k]!
    }
    neighbours[at] = i
    weights[at++] = own
    for (; k < end; k++, at++) {
      neighbours[at] = of.neighbours[k]!
      weights[at] = of.weights[k]!
    }
  }
  return standardisedAs(of, { ...of, offsets, neighbours, weights, self: true })
}

/** The links that `isKept`, between the zones that have a new place, in these places; standardised again where they were. */
function filtered(
  of: SpatialWeights,
  n: number,
  placeOf: (i: number) => number,
  isKept: (i: number, j: number) => boolean,
): SpatialWeights {
  const offsets = new Int32Array(n + 1)
  const neighbours = new Int32Array(of.neighbours.length)
  const weights = new Float64Array(of.weights.length)
  let at = 0
  for (let i = 0; i < of.n; i++) {
    const place = placeOf(i)
    if (place < 0) continue
    for (let k = of.offsets[i]!; k < of.offsets[i + 1]!; k++) {
      const j = of.neighbours[k]!
      const other = placeOf(j)
      if (other < 0 || !isKept(i, j)) continue
      neighbours[at] = other
      weights[at++] = of.weights[k]!
    }
    offsets[place + 1] = at
  }
  const whole = { ...of, n, offsets, neighbours: neighbours.slice(0, at), weights: weights.slice(0, at) }
  return standardisedAs(of, whole)
}

/** The same weights with no zone among its own neighbours. */
export const listsWithoutSelf = (of: SpatialWeights): SpatialWeights =>
  of.self
    ? {
        ...filtered(
          of,
          of.n,
          (i) => i,
          (i, j) => i !== j,
        ),
        self: false,
      }
    : of

/** The weights between some zones only. `places`: the new place of each zone, ascending, −1 for those that go. */
export const listsAmong = (of: SpatialWeights, places: Int32Array, n: number): SpatialWeights =>
  filtered(
    of,
    n,
    (i) => places[i]!,
    () => true,
  )

/** Σ_j w_ij x_j for each zone i. */
export function listsLag(of: SpatialWeights, values: Float64Array): Float64Array {
  const { n, offsets, neighbours, weights } = of
  const lag = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let sum = 0
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) sum += weights[k]! * values[neighbours[k]!]!
    lag[i] = sum
  }
  return lag
}
