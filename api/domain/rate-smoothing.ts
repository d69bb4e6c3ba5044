/** Rates as they are and as their populations let believe; `mean` and `variance` are those of the true rates. */
export type SmoothedRates = { raw: Float64Array; smoothed: Float64Array; mean: number; variance: number }

/**
 * What a rate is made of. `poisson`: of rare cases, perhaps several for one person. `binomial`: of persons, each a case or not,
 * however often they are; the smaller the population and the larger the rate, the more it matters.
 */
export type RateFamily = 'poisson' | 'binomial'

/** The overall rate b, the variance a that true rates have by moments (chance can make it negative), chance in one person. */
function momentsOf(cases: ArrayLike<number>, population: ArrayLike<number>, family: RateFamily) {
  const n = cases.length
  if (population.length !== n) throw new RangeError('population: not one for each zone')
  let [allCases, everybody] = [0, 0]
  for (let i = 0; i < n; i++) {
    if (!(cases[i]! >= 0)) throw new RangeError('cases: negative')
    if (!(population[i]! > 0)) throw new RangeError('population: not positive')
    allCases += cases[i]!
    everybody += population[i]!
  }
  const mean = allCases / everybody
  const raw = Float64Array.from({ length: n }, (_, i) => cases[i]! / population[i]!)
  let spread = 0
  for (let i = 0; i < n; i++) spread += population[i]! * (raw[i]! - mean) ** 2
  spread /= everybody
  const average = everybody / n
  if (family === 'poisson') return { raw, mean, variance: spread - mean / average, chance: mean }
  const variance = (average * spread - mean * (1 - mean)) / (average - 1)
  return { raw, mean, variance, chance: mean * (1 - mean) - variance }
}

/**
 * Empirical Bayes smoothing towards the overall rate, as spdep's `EBest`: b + (r_i − b) a/(a + c/P_i), where b is the overall
 * rate, a the variance of the true rates, and c is b (`poisson`: Marshall, 1991) or b (1 − b) − a (`binomial`: Martuzzi and
 * Elliott, 1996). The smaller the population, the nearer to b; all at b where a is not positive.
 * RangeError on negative cases or a population that is not positive.
 */
export function smoothedRates(
  cases: ArrayLike<number>,
  population: ArrayLike<number>,
  family: RateFamily = 'poisson',
): SmoothedRates {
  const { raw, mean, variance, chance } = momentsOf(cases, population, family)
  const smoothed = raw.map((rate, i) =>
    variance > 0 ? mean + (variance * (rate - mean)) / (variance + chance / population[i]!) : mean,
  )
  return { raw, smoothed, mean, variance: Math.max(0, variance) }
}

/**
 * Rates as standard deviates of what their populations make of the overall rate (Assunção and Reis, 1999), to be looked at for
 * patterns: (r_i − b)/√(a + b/P_i), with b/P_i alone where a makes that negative. Throws as {@link smoothedRates}.
 */
export function standardisedRates(cases: ArrayLike<number>, population: ArrayLike<number>): Float64Array {
  const { raw, mean, variance, chance } = momentsOf(cases, population, 'poisson')
  return raw.map((rate, i) => {
    const own = chance / population[i]!
    return (rate - mean) / Math.sqrt(variance + own > 0 ? variance + own : own)
  })
}
