import { type GridWeights, gridAmong, gridLag, gridLists } from './grid-weights.ts'
import {
  listsAmong,
  listsLag,
  listsWithoutSelf,
  listsWithSelf,
  type SpatialWeights,
} from './spatial-weights.ts'

/** Weights, listed or of a grid that lists none. */
export type Weights = SpatialWeights | GridWeights

const isGrid = (weights: Weights): weights is GridWeights => 'halfWidths' in weights

/** Σ_j w_ij x_j for each zone i. */
export const lagOf = (weights: Weights, values: Float64Array): Float64Array =>
  isGrid(weights) ? gridLag(weights, values) : listsLag(weights, values)

export const withSelf = (weights: Weights): Weights =>
  isGrid(weights) ? { ...weights, self: true } : listsWithSelf(weights)

export const withoutSelf = (weights: Weights): Weights =>
  isGrid(weights) ? { ...weights, self: false } : listsWithoutSelf(weights)

/** The weights between some zones only. `places`: the new place of each zone, ascending, −1 for those that go. */
export const among = (weights: Weights, places: Int32Array, n: number): Weights =>
  isGrid(weights) ? gridAmong(weights, places, n) : listsAmong(weights, places, n)

export const toLists = (weights: Weights): SpatialWeights => (isGrid(weights) ? gridLists(weights) : weights)

/** W_i = Σ_j w_ij and S_1i = Σ_j w_ij² for each zone i. */
export function rowSums(weights: Weights): { sums: Float64Array; squares: Float64Array } {
  if (isGrid(weights)) {
    const sums = weights.others.slice()
    if (weights.self) for (let i = 0; i < sums.length; i++) sums[i]! += 1
    return { sums, squares: sums }
  }
  const { n, offsets } = weights
  const sums = new Float64Array(n)
  const squares = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let [sum, square] = [0, 0]
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      const weight = weights.weights[k]!
      sum += weight
      square += weight * weight
    }
    sums[i] = sum
    squares[i] = square
  }
  return { sums, squares }
}

/** Whether zone i has no neighbour but itself. */
export function isIsland(weights: Weights, i: number): boolean {
  if (isGrid(weights)) return weights.others[i] === 0
  const [start, end] = [weights.offsets[i]!, weights.offsets[i + 1]!]
  return end === start || (end === start + 1 && weights.neighbours[start] === i)
}

/** The zones that have no neighbour but themselves, ascending: they are to be said, nothing local can be said of them. */
export function islandsOf(weights: Weights): number[] {
  const islands: number[] = []
  for (let i = 0; i < weights.n; i++) if (isIsland(weights, i)) islands.push(i)
  return islands
}

/**
 * What global statistics ask of weights (Cliff and Ord, 1981): S0 = Σ w_ij, S1 = ½ Σ (w_ij + w_ji)², S2 = Σ_i (Σ_j w_ij +
 * Σ_j w_ji)². Weights need not be symmetrical.
 */
export function weightConstants(weights: Weights): { s0: number; s1: number; s2: number } {
  const { sums } = rowSums(weights)
  if (isGrid(weights)) {
    let [all, squares] = [0, 0]
    for (const sum of sums) {
      all += sum
      squares += sum * sum
    }
    return { s0: all, s1: 2 * all, s2: 4 * squares }
  }
  const { n, offsets, neighbours, weights: values } = weights
  const columns = new Float64Array(n)
  let [s0, s1, s2] = [0, 0, 0]
  // w_ij · w_ji: rows are ascending, so that while i grows each row j meets its own neighbours i in order.
  const met = offsets.slice(0, n)
  for (let i = 0; i < n; i++) {
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      const j = neighbours[k]!
      const weight = values[k]!
      columns[j]! += weight
      s0 += weight
      s1 += weight * weight
      while (met[j]! < offsets[j + 1]! && neighbours[met[j]!]! < i) met[j]!++
      if (met[j]! < offsets[j + 1]! && neighbours[met[j]!] === i) s1 += weight * values[met[j]!]!
    }
  }
  for (let i = 0; i < n; i++) s2 += (sums[i]! + columns[i]!) ** 2
  return { s0, s1, s2 }
}
