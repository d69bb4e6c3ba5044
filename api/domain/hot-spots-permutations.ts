import { deviationsOf } from './deviations.ts'
import { countUpTo } from './multiple-testing.ts'
import type { Random } from './random.ts'
import type { SpatialWeights } from './spatial-weights.ts'

/**
 * What is shuffled around zone i. `others`: every value but its own, which stays (conditional permutation, for local Moran and
 * Gi). `all`: its own as well (for Gi*, whose neighbourhood it is part of, as in the moments of Gi*).
 */
export type Shuffled = 'others' | 'all'

/** Permutations that are drawn and counted at once, at most. */
const BLOCK = 4096
/** Sums that differ by less than this share of the largest deviation are equal: the order of adding makes no tie. */
const TIE = 1e-9

type Zones = {
  z: Float64Array
  weights: SpatialWeights
  /** How many neighbours each zone has, and the most that one has. */
  counts: Int32Array
  most: number
  isEven: Uint8Array
  /** Between which sums of its neighbours those that equal the observed one lie. */
  low: Float64Array
  high: Float64Array
  shuffled: Shuffled
}

/**
 * One table of permutations serves all zones: its entry (j, r) is the zone whose value comes j-th in permutation r. For
 * `others`, entries run to n − 2 and n − 1 takes the place of zone i wherever it comes up.
 */
type Table = { size: number; block: number; entries: Int32Array; sums: Float64Array }

function zonesOf(values: ArrayLike<number>, weights: SpatialWeights, shuffled: Shuffled): Zones {
  const { n, offsets, neighbours } = weights
  const { z } = deviationsOf(values)
  const tie = TIE * z.reduce((most, deviation) => Math.max(most, Math.abs(deviation)), 0)
  const [counts, isEven] = [new Int32Array(n), new Uint8Array(n)]
  const [low, high] = [new Float64Array(n), new Float64Array(n)]
  for (let i = 0; i < n; i++) {
    const [start, end] = [offsets[i]!, offsets[i + 1]!]
    const row = weights.weights.subarray(start, end)
    counts[i] = row.length
    isEven[i] = row.every((weight) => weight === row[0]) ? 1 : 0
    let sum = 0
    for (let k = start; k < end; k++) sum += (isEven[i] ? 1 : weights.weights[k]!) * z[neighbours[k]!]!
    const margin = isEven[i] ? tie : tie * row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
    low[i] = sum - margin
    high[i] = sum + margin
  }
  const most = counts.reduce((a, b) => Math.max(a, b), 0)
  return { z, weights, counts, most, isEven, low, high, shuffled }
}

/** Draws a table, and sums[k, r]: what the first k values of permutation r add up to. `pool` is shuffled a little further. */
function draw(
  { z, most }: Zones,
  pool: Int32Array,
  { size, block, entries, sums }: Table,
  random: Random,
): void {
  for (let r = 0; r < size; r++) {
    let sum = 0
    for (let j = 0; j < most; j++) {
      const at = j + Math.floor(random() * (pool.length - j))
      const entry = pool[at]!
      pool[at] = pool[j]!
      pool[j] = entry
      entries[j * block + r] = entry
      sum += z[entry]!
      sums[(j + 1) * block + r] = sum
    }
  }
}

/** How many permutations give a zone at least, and at most, its own sum. */
type Tails = { above: Float64Array; below: Float64Array }

/**
 * Zones whose neighbours weigh the same: their sums are those of the table, sorted once for each number of neighbours; only
 * where a zone comes up among its own neighbours is its sum another one.
 */
function countEven(zones: Zones, { size, block, entries, sums }: Table, { above, below }: Tails): void {
  const { z, counts, most, isEven, low, high, shuffled } = zones
  const sorted = new Map<number, Float64Array>()
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!
    if (!isEven[i] || !count) continue
    let column = sorted.get(count)
    if (!column) {
      column = sums.slice(count * block, count * block + size).sort()
      sorted.set(count, column)
    }
    above[i]! += size - countUpTo(column, low[i]!)
    below[i]! += countUpTo(column, high[i]!)
  }
  if (shuffled === 'all') return
  const last = z[z.length - 1]!
  for (let j = 0; j < most; j++)
    for (let r = 0; r < size; r++) {
      const i = entries[j * block + r]!
      if (!isEven[i] || counts[i]! <= j) continue
      const wrong = sums[counts[i]! * block + r]!
      const right = wrong - z[i]! + last
      above[i]! += Number(right > low[i]!) - Number(wrong > low[i]!)
      below[i]! += Number(right <= high[i]!) - Number(wrong <= high[i]!)
    }
}

/** Zones whose neighbours weigh differently: each sum is made. */
function countUneven(zones: Zones, { size, block, entries }: Table, { above, below }: Tails): void {
  const { z, weights, counts, isEven, low, high, shuffled } = zones
  for (let i = 0; i < counts.length; i++) {
    if (isEven[i]) continue
    const row = weights.weights.subarray(weights.offsets[i]!, weights.offsets[i + 1]!)
    const replaced = shuffled === 'others' ? i : -1
    for (let r = 0; r < size; r++) {
      let sum = 0
      for (let j = 0; j < row.length; j++) {
        const entry = entries[j * block + r]!
        sum += row[j]! * z[entry === replaced ? z.length - 1 : entry]!
      }
      above[i]! += Number(sum > low[i]!)
      below[i]! += Number(sum <= high[i]!)
    }
  }
}

/**
 * Two-sided pseudo p-values of what lies around each zone: min(1, 2 (min(A, B) + 1)/(R + 1)), where A and B are how many of R
 * permutations give Σ_j w_ij x_j at least, and at most, what it is. Local Moran, Gi and Gi* grow or fall with that sum alone,
 * so that it is theirs. (PySAL and GeoDa print the folded one-sided value, half of this.) The same table of permutations
 * serves all zones: each p-value is right by itself, and depends on the others through the table. NaN without neighbours.
 * @param weights without self for `others`, with self for `all`
 */
export function permutationP(
  values: ArrayLike<number>,
  weights: SpatialWeights,
  { shuffled, permutations, random }: { shuffled: Shuffled; permutations: number; random: Random },
): Float64Array {
  const zones = zonesOf(values, weights, shuffled)
  const { n } = weights
  const pool = new Int32Array(shuffled === 'all' ? n : n - 1)
  for (let i = 0; i < pool.length; i++) pool[i] = i
  const block = Math.min(BLOCK, permutations)
  const entries = new Int32Array(zones.most * block)
  const sums = new Float64Array((zones.most + 1) * block)
  const tails = { above: new Float64Array(n), below: new Float64Array(n) }
  for (let done = 0; done < permutations; done += block) {
    const table = { size: Math.min(block, permutations - done), block, entries, sums }
    draw(zones, pool, table, random)
    countEven(zones, table, tails)
    countUneven(zones, table, tails)
  }
  return tails.above.map((above, i) =>
    zones.counts[i]
      ? Math.min(1, (2 * (Math.min(above, tails.below[i]!) + 1)) / (permutations + 1))
      : Number.NaN,
  )
}
