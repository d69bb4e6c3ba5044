/** How p-values of many tests are corrected, named as in R's `p.adjust`. */
export type Correction = 'BH' | 'BY' | 'bonferroni'

/** The p-values there are, sorted. */
function known(p: Float64Array): Float64Array {
  const values = new Float64Array(p.length)
  let m = 0
  for (let i = 0; i < p.length; i++) if (!Number.isNaN(p[i])) values[m++] = p[i]!
  return values.subarray(0, m).sort()
}

/** How many of sorted values are at most `value`. */
export function countUpTo(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low
}

const harmonic = (m: number): number => {
  let sum = 0
  for (let k = m; k >= 1; k--) sum += 1 / k
  return sum
}

/**
 * Adjusted p-values, as R's `p.adjust`: rejecting those at most α keeps below α, for `BH` the expected share of false among
 * the rejected (Benjamini and Hochberg, 1995), for `BY` the same whatever the tests have to do with each other (Benjamini and
 * Yekutieli, 2001), for `bonferroni` the probability of any false one. NaN is no test: it stays, and is not counted.
 */
export function adjustedP(p: Float64Array, correction: Correction = 'BH'): Float64Array {
  const sorted = known(p)
  const m = sorted.length
  if (correction === 'bonferroni') return p.map((value) => Math.min(1, m * value))
  const factor = correction === 'BY' ? harmonic(m) : 1
  const adjusted = new Float64Array(m)
  let least = 1
  for (let k = m - 1; k >= 0; k--) {
    least = Math.min(least, ((factor * m) / (k + 1)) * sorted[k]!)
    adjusted[k] = least
  }
  return p.map((value) => (Number.isNaN(value) ? Number.NaN : adjusted[countUpTo(sorted, value) - 1]!))
}

/**
 * The largest p-value that Benjamini and Hochberg reject: max {p_(k) ≤ k α / m}; null when they reject none.
 * PySAL's `fdr` gives α/m then, and wants p strictly below.
 */
export function falseDiscoveryCutoff(p: Float64Array, alpha: number): number | null {
  const sorted = known(p)
  for (let k = sorted.length; k >= 1; k--)
    if (sorted[k - 1]! <= (k * alpha) / sorted.length) return sorted[k - 1]!
  return null
}
