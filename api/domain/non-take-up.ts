/**
 * What is published of the claimants of an area: a count, perhaps rounded, or nothing but the bounds between which a
 * suppressed count lies (1 to 4 where a publisher blanks those).
 */
export type PublishedClaimants = number | { suppressed: [number, number] }

export type AreaInputs = {
  claimants: PublishedClaimants
  /** The step to which the count was rounded, to the nearest; 1 or absent: not rounded. */
  roundedTo?: number
  /** Mean of the number of eligible households. */
  expectedEligible: number
  /** Mean of the share of the eligible who claim, 0 to 1. */
  takeUpMean: number
  /** How far the eligible may be from their mean, as a coefficient of variation beyond chance. */
  cvEligible: number
  /** Standard deviation of the take-up between areas. */
  sdTakeUp: number
}

/** The number of eligible households that do not claim: its exact posterior on 0, 1, 2… */
export type AreaPosterior = {
  mean: number
  q05: number
  q50: number
  q95: number
  /** The probability that more than `threshold` households do not claim. */
  probabilityAbove: (threshold: number) => number
}

/** What is left of the distribution's tail when it is cut. */
const TAIL = 1e-13
/** Weights are brought back when they grow beyond this, so that they never overflow. */
const LARGE = 1e200
/** The model says nothing sensible of a take-up nearer to 0 or 1. */
const TAKE_UP_BOUNDS = [0.02, 0.98] as const

/** The least and the most that are published as `claimants`. */
export function publishedCounts(claimants: PublishedClaimants, roundedTo = 1): [number, number] {
  if (typeof claimants !== 'number') return claimants.suppressed
  const low = claimants - Math.floor(roundedTo / 2)
  return [Math.max(0, low), low + roundedTo - 1]
}

const countsOf = ({ claimants, roundedTo }: AreaInputs): [number, number] =>
  publishedCounts(claimants, roundedTo)

function check(inputs: AreaInputs): void {
  const { expectedEligible, takeUpMean, cvEligible, sdTakeUp, roundedTo = 1 } = inputs
  const [low, high] = countsOf(inputs)
  const isCount = (value: number) => Number.isInteger(value) && value >= 0
  if (typeof inputs.claimants === 'number' && !isCount(inputs.claimants))
    throw new RangeError('claimants: not a count')
  if (!isCount(low) || !isCount(high) || high < low) throw new RangeError('claimants: not a count')
  if (!Number.isInteger(roundedTo) || roundedTo < 1) throw new RangeError('roundedTo: not a step')
  for (const [name, value] of Object.entries({ expectedEligible, cvEligible, sdTakeUp }))
    if (!(Number.isFinite(value) && value >= 0)) throw new RangeError(`${name}: negative or not a number`)
  if (!(takeUpMean >= 0 && takeUpMean <= 1)) throw new RangeError('takeUpMean: not a share')
}

/**
 * Weights of the numbers of non-claimants 0, 1, 2… given what is published, up to a factor.
 *
 * Eligible E ~ NegBin(mean μ, variance μ + (cμ)²); take-up u ~ Beta(mean m, sd σ); claimants R | E, u ~ Bin(E, u); the
 * published count stands for every r that would be published so. Integrating u out, the weight of N = n with r claimants
 * is NegBin(n + r) · BetaBin(r | n + r), whose ratio from n to n + 1 is
 * p (E + k)(n + b) / ((n + 1)(E + a + b)), with E = n + r, k = 1/c², p = μ/(μ + k): no logarithm, no gamma function.
 * Inputs must be checked, and μ positive.
 */
export function weightsOf(inputs: AreaInputs): Float64Array {
  const { expectedEligible: mu, takeUpMean, cvEligible, sdTakeUp } = inputs
  const m = Math.min(Math.max(takeUpMean, TAKE_UP_BOUNDS[0]), TAKE_UP_BOUNDS[1])
  const phi = sdTakeUp === 0 ? Number.POSITIVE_INFINITY : Math.max((m * (1 - m)) / sdTakeUp ** 2 - 1, 1)
  const k = cvEligible === 0 ? Number.POSITIVE_INFINITY : 1 / cvEligible ** 2
  const a = m * phi
  const b = (1 - m) * phi
  // (E + k) p, and the two shares of the beta-binomial's step, with their limits for k or φ infinite.
  const p = mu / (mu + k)
  const grown = (e: number) => (k === Number.POSITIVE_INFINITY ? mu : p * (e + k))
  const missed = (n: number, e: number) => (phi === Number.POSITIVE_INFINITY ? 1 - m : (n + b) / (e + phi))
  // What the ratio of two weights tends to, from below or from above.
  const limit = k === Number.POSITIVE_INFINITY ? 0 : p * (phi === Number.POSITIVE_INFINITY ? 1 - m : 1)
  const claimed = (r: number) => (phi === Number.POSITIVE_INFINITY ? m : (r + a) / (r + phi))

  const [low, high] = countsOf(inputs)
  const current = new Float64Array(high - low + 1)
  current[0] = 1
  for (let i = 1; i < current.length; i++) {
    const r = low + i - 1
    current[i] = current[i - 1]! * (grown(r) / (r + 1)) * claimed(r)
  }
  let weights = new Float64Array(256)
  let total = 0
  for (let n = 0; ; n++) {
    if (n === weights.length) {
      const longer = new Float64Array(weights.length * 2)
      longer.set(weights)
      weights = longer
    }
    let weight = 0
    let next = 0
    for (let i = 0; i < current.length; i++) {
      weight += current[i]!
      const e = n + low + i
      current[i] = current[i]! * (grown(e) / (n + 1)) * missed(n, e)
      next += current[i]!
    }
    weights[n] = weight
    total += weight
    // From here on ratios go towards their limit, which is below 1: what remains is less than a geometric series.
    const ratio = Math.max(next / weight, limit)
    if (ratio < 1 && next / (1 - ratio) < TAIL * total) return weights.subarray(0, n + 1)
    if (next > LARGE) {
      for (let i = 0; i <= n; i++) weights[i] = weights[i]! / LARGE
      for (let i = 0; i < current.length; i++) current[i] = current[i]! / LARGE
      total /= LARGE
    }
  }
}

const NOBODY: AreaPosterior = {
  mean: 0,
  q05: 0,
  q50: 0,
  q95: 0,
  probabilityAbove: (threshold) => (threshold < 0 ? 1 : 0),
}

/**
 * How many eligible households of an area do not claim, given how many claim and how many are expected to be eligible.
 * Exact on its grid: see {@link weightsOf} for the model. Quantiles are the smallest count whose cumulated probability
 * reaches the level. Throws RangeError on what is not a count, a share or a positive number.
 */
export function areaPosterior(inputs: AreaInputs): AreaPosterior {
  check(inputs)
  if (inputs.expectedEligible === 0) return NOBODY
  const weights = weightsOf(inputs)
  let total = 0
  let moment = 0
  for (let n = 0; n < weights.length; n++) {
    total += weights[n]!
    moment += n * weights[n]!
  }
  const quantile = (level: number): number => {
    let sum = 0
    for (let n = 0; n < weights.length; n++) {
      sum += weights[n]!
      if (sum >= level * total) return n
    }
    return weights.length - 1
  }
  return {
    mean: moment / total,
    q05: quantile(0.05),
    q50: quantile(0.5),
    q95: quantile(0.95),
    probabilityAbove: (threshold) => {
      let above = 0
      for (let n = weights.length - 1; n > threshold && n >= 0; n--) above += weights[n]!
      return above / total
    },
  }
}
