import { deviationsOf } from './deviations.ts'
import { twoSidedP } from './normal-tail.ts'
import { standardisedRates } from './rate-smoothing.ts'
import { islandsOf, lagOf, type Weights, weightConstants, withoutSelf } from './spatial-weights-lag.ts'

/** How far a statistic lies from what chance makes of it. `p` is two-sided. */
export type Test = { variance: number; z: number; p: number }

export const testOf = (statistic: number, expectation: number, variance: number): Test => {
  const z = (statistic - expectation) / Math.sqrt(variance)
  return { variance, z, p: twoSidedP(z) }
}

/** Moran's I with what is expected of it when values lie anywhere, and both ways of testing it. */
export type Moran = {
  statistic: number
  expectation: number
  /** The values as they are could be anywhere. */
  randomisation: Test
  /** The values are draws of one normal distribution. */
  normality: Test
  /** Zones that have neighbours: the others do not count. */
  n: number
}

/**
 * Moran's I = n/S0 · Σ_i Σ_j w_ij z_i z_j / Σ z_i². Moments of Cliff and Ord (1981), as spdep's `moran.test`: zones without
 * neighbours are taken off n, not off the mean. NaN for constant values.
 * @param values one for each zone, none missing
 */
export function moran(values: ArrayLike<number>, weights: Weights): Moran {
  const alone = withoutSelf(weights)
  const { z, m2, m4 } = deviationsOf(values)
  const n = z.length - islandsOf(alone).length
  const { s0, s1, s2 } = weightConstants(alone)
  const lag = lagOf(alone, z)
  let cross = 0
  for (let i = 0; i < z.length; i++) cross += z[i]! * lag[i]!
  const statistic = ((n / s0) * cross) / (m2 * z.length)
  const expectation = -1 / (n - 1)
  const kurtosis = m4 / (m2 * m2)
  const square = s0 * s0
  const ofNormal = (n * n * s1 - n * s2 + 3 * square) / (square * (n * n - 1)) - expectation ** 2
  const ofRandom =
    (n * (s1 * (n * n - 3 * n + 3) - n * s2 + 3 * square) -
      kurtosis * (s1 * (n * n - n) - 2 * n * s2 + 6 * square)) /
      ((n - 1) * (n - 2) * (n - 3) * square) -
    expectation ** 2
  return {
    statistic,
    expectation,
    randomisation: testOf(statistic, expectation, ofRandom),
    normality: testOf(statistic, expectation, ofNormal),
    n,
  }
}

/**
 * Moran's I of rates whose populations differ, standardised by empirical Bayes (Assunção and Reis, 1999): small populations
 * have wilder rates, which alone would look like a pattern.
 */
export const moranRate = (cases: ArrayLike<number>, population: ArrayLike<number>, weights: Weights): Moran =>
  moran(standardisedRates(cases, population), weights)
