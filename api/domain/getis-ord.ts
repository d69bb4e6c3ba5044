import { deviationsOf } from './deviations.ts'
import { type Test, testOf } from './moran.ts'
import {
  isIsland,
  lagOf,
  rowSums,
  type Weights,
  weightConstants,
  withoutSelf,
  withSelf,
} from './spatial-weights-lag.ts'

/**
 * Gi* as a standard deviate (Ord and Getis, 1995), as spdep's `localG` of `include.self`:
 * (Σ_j w_ij x_j − x̄ W_i) / (s √((n S_1i − W_i²)/(n − 1))), with s² = Σ z²/n and each zone among its own neighbours.
 * NaN for constant values. PySAL takes W_i² for S_1i: the same for weights of 1, not for standardised rows.
 * @param values one for each zone, none missing
 */
export function giStar(values: ArrayLike<number>, weights: Weights): Float64Array {
  const whole = withSelf(weights)
  const { z, m2 } = deviationsOf(values)
  const n = z.length
  const lag = lagOf(whole, z)
  const { sums, squares } = rowSums(whole)
  const scale = m2 / (n - 1)
  for (let i = 0; i < n; i++) lag[i]! /= Math.sqrt(scale * (n * squares[i]! - sums[i]! * sums[i]!))
  return lag
}

/**
 * Gi as a standard deviate, as spdep's `localG`: like {@link giStar} among the others alone, with their mean and variance.
 * NaN for a zone without neighbours.
 */
export function gi(values: ArrayLike<number>, weights: Weights): Float64Array {
  const alone = withoutSelf(weights)
  const { z, m2 } = deviationsOf(values)
  const n = z.length
  const lag = lagOf(alone, z)
  const { sums, squares } = rowSums(alone)
  for (let i = 0; i < n; i++) {
    // Deviations add up to 0: those of the others to −z_i.
    const mean = -z[i]! / (n - 1)
    const variance = (n * m2 - z[i]! * z[i]!) / (n - 1) - mean * mean
    const spread = (variance * ((n - 1) * squares[i]! - sums[i]! * sums[i]!)) / (n - 2)
    lag[i] = (lag[i]! - mean * sums[i]!) / Math.sqrt(spread)
  }
  return lag
}

/** The general G with what is expected of it when values lie anywhere. */
export type GlobalG = Test & { statistic: number; expectation: number }

/**
 * General G = Σ_i Σ_j w_ij x_i x_j / Σ_{i≠j} x_i x_j (Getis and Ord, 1992), with the variance as corrected there in 1993, as
 * spdep's `globalG.test`. For weights of 1 and positive values; zones without neighbours do not count.
 * RangeError on a negative value.
 */
export function globalG(values: ArrayLike<number>, weights: Weights): GlobalG {
  const alone = withoutSelf(weights)
  const x = Float64Array.from(values)
  if (x.some((value) => !(value >= 0))) throw new RangeError('values: negative')
  const lag = lagOf(alone, x)
  const { s0, s1, s2 } = weightConstants(alone)
  let [n, cross] = [0, 0]
  const sums = [0, 0, 0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    cross += x[i]! * lag[i]!
    if (isIsland(alone, i)) continue
    n++
    for (let power = 1; power <= 4; power++) sums[power]! += x[i]! ** power
  }
  const [, m1, m2, m3, m4] = sums as [number, number, number, number, number]
  const square = s0 * s0
  const b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * square
  const b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * square)
  const b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * square)
  const b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * square
  const b4 = s1 - s2 + square
  const pairs = m1 * m1 - m2
  const statistic = cross / pairs
  const expectation = s0 / (n * (n - 1))
  const moments = b0 * m2 * m2 + b1 * m4 + b2 * m1 * m1 * m2 + b3 * m1 * m3 + b4 * m1 ** 4
  const variance = moments / (pairs * pairs * n * (n - 1) * (n - 2) * (n - 3)) - expectation ** 2
  return { statistic, expectation, ...testOf(statistic, expectation, variance) }
}
