import { deviationsOf } from './deviations.ts'
import { twoSidedP } from './normal-tail.ts'
import { lagOf, rowSums, type Weights, withoutSelf } from './spatial-weights-lag.ts'

/** One number for each zone of each; `lag` is Σ_j w_ij (x_j − x̄), whose sign tells what lies around. */
export type LocalMoran = {
  statistic: Float64Array
  expectation: Float64Array
  variance: Float64Array
  z: Float64Array
  deviations: Float64Array
  lag: Float64Array
}

/**
 * Local Moran I_i = z_i Σ_j w_ij z_j / m, with the moments that I_i has given x_i (Sokal, Oden and Thomson, 1998), as spdep's
 * `localmoran(conditional = TRUE)` from 1.2: with m2 = Σ z²/n,
 * E = −z_i² W_i / ((n − 1) m2), Var = (z_i/m2)² n/(n − 2) (S_1i − W_i²/(n − 1)) (m2 − z_i²/(n − 1)).
 * A zone without neighbours, or at the mean, has z = NaN.
 * @param divisor m is Σ z² over this: `n` as spdep, `n-1` as PySAL. z does not depend on it
 */
export function localMoran(
  values: ArrayLike<number>,
  weights: Weights,
  divisor: 'n' | 'n-1' = 'n',
): LocalMoran {
  const alone = withoutSelf(weights)
  const { z: deviations, m2 } = deviationsOf(values)
  const n = deviations.length
  const lag = lagOf(alone, deviations)
  const { sums, squares } = rowSums(alone)
  const scale = divisor === 'n' ? 1 : (n - 1) / n
  const [statistic, expectation] = [new Float64Array(n), new Float64Array(n)]
  const [variance, z] = [new Float64Array(n), new Float64Array(n)]
  const rest = 1 / (n - 1)
  for (let i = 0; i < n; i++) {
    const deviation = deviations[i]!
    const sum = sums[i]!
    const ratio = (scale * deviation) / m2
    const own = deviation * deviation * rest
    const value = ratio * lag[i]!
    const expected = -ratio * deviation * sum * rest
    const spread = ratio * ratio * (n / (n - 2)) * (squares[i]! - sum * sum * rest) * (m2 - own)
    statistic[i] = value
    expectation[i] = expected
    variance[i] = spread
    z[i] = (value - expected) / Math.sqrt(spread)
  }
  return { statistic, expectation, variance, z, deviations, lag }
}

/** Two-sided p-values of z, one for each zone. */
export const localP = (z: Float64Array): Float64Array => z.map(twoSidedP)
