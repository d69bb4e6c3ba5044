import type { EstimateResult } from '#contract/estimates'
import { publishedCounts } from './non-take-up.ts'
import {
  type EstimateParameters,
  type EstimateZone,
  scaleOf,
  tenuresOf,
  zoneWeights,
} from './non-take-up-estimate.ts'
import { type ByTenure, compositionRate, TENURES } from './take-up-rates.ts'

type Swing = EstimateResult['swings'][number]

/** How far the national rates may be moved, in points. */
export const SHIFTS: readonly number[] = Array.from({ length: 21 }, (_, index) => index - 10)
/** A range of 90 % of what is nearly normal. */
const Z95 = 1.6449

/** Of a whole territory at given rates: households that do not claim, on average, and their standard deviation. */
type Moments = { mean: number; deviation: number }

/** Rates some points away, kept between 2 and 98 %. */
const shifted = (rates: ByTenure, points: number): ByTenure =>
  Object.fromEntries(
    TENURES.map((tenure) => [tenure, Math.min(0.98, Math.max(0.02, rates[tenure] + points / 100))]),
  ) as ByTenure

/** Zones as if each had published the least, or the most, that its count may stand for. */
const atEnd = (zones: readonly EstimateZone[], end: 0 | 1, parameters: EstimateParameters): EstimateZone[] =>
  zones.map((zone) => ({
    ...zone,
    claimants: publishedCounts(zone.claimants, zone.roundedTo ?? parameters.roundedTo)[end],
    roundedTo: 1,
  }))

/**
 * Exact moments of the total when the national rates are what they are given as: zones are then independent. `stretch`
 * multiplies the scale that the territory's claimants tell.
 */
export function totalAt(
  zones: readonly EstimateZone[],
  parameters: EstimateParameters,
  stretch = 1,
): Moments {
  const { rates, poverty } = parameters
  const wholeRate = compositionRate(tenuresOf(zones), rates, poverty) ?? 0
  const setting = { rates, wholeRate, scale: stretch * scaleOf(zones, wholeRate) }
  let [mean, variance] = [0, 0]
  for (const zone of zones) {
    const weights = zoneWeights(zone, setting, parameters)
    let [total, first, second] = [0, 0, 0]
    for (let n = 0; n < weights.length; n++) {
      total += weights[n]!
      first += n * weights[n]!
      second += n * n * weights[n]!
    }
    mean += first / total
    variance += second / total - (first / total) ** 2
  }
  return { mean, deviation: Math.sqrt(Math.max(0, variance)) }
}

const nearestFive = (value: number): number => 5 * Math.round(value / 5)
/** Rounded outward to 5, so that a range never says more than it knows; never below 0. */
export const outward = (low: number, high: number): [number, number] => [
  Math.max(0, 5 * Math.floor(low / 5)),
  5 * Math.ceil(high / 5),
]

/** « Si le taux national s'applique ici »: the total if it were exactly so many points more or less. */
export function shiftedTotal(
  zones: readonly EstimateZone[],
  parameters: EstimateParameters,
  points: number,
): EstimateResult['totals'][number] {
  const { mean, deviation } = totalAt(zones, { ...parameters, rates: shifted(parameters.rates, points) })
  const [low, high] = outward(mean - Z95 * deviation, mean + Z95 * deviation)
  return { points, low, middle: nearestFive(mean), high }
}

/** The two ends of what each parameter may be, and the total there. */
const ENDS: readonly {
  parameter: Swing['parameter']
  ends: readonly [number, number]
  at: (zones: readonly EstimateZone[], parameters: EstimateParameters, end: number) => Moments
}[] = [
  {
    parameter: 'rates',
    ends: [-5, 5],
    at: (zones, parameters, end) => totalAt(zones, { ...parameters, rates: shifted(parameters.rates, end) }),
  },
  {
    parameter: 'cvEligible',
    ends: [0.15, 0.5],
    at: (zones, parameters, cvEligible) => totalAt(zones, { ...parameters, cvEligible }),
  },
  {
    parameter: 'sdTakeUp',
    ends: [0.04, 0.16],
    at: (zones, parameters, sdTakeUp) => totalAt(zones, { ...parameters, sdTakeUp }),
  },
  { parameter: 'scale', ends: [0.8, 1.2], at: totalAt },
  {
    parameter: 'rounding',
    ends: [-1, 1],
    at: (zones, parameters, end) => totalAt(atEnd(zones, end < 0 ? 0 : 1, parameters), parameters),
  },
]

/**
 * What each parameter does to the total at the ends of its doubt, the others staying as they are: rates by 5 points, the
 * variation of eligibility from 0.15 to 0.50, that of take-up from 0.04 to 0.16, the scale by 20 %, and every count at the
 * least (−1) and the most (1) that was rounded to it. Widest first. Of the total, for parameters may be compared, zones not.
 */
export const swingsOf = (zones: readonly EstimateZone[], parameters: EstimateParameters): Swing[] =>
  ENDS.map(({ parameter, ends, at }) => {
    const [low, high] = ends.map((end) => ({ at: end, mean: at(zones, parameters, end).mean }))
    return {
      width: Math.abs(high!.mean - low!.mean),
      swing: {
        parameter,
        low: { at: low!.at, middle: nearestFive(low!.mean) },
        high: { at: high!.at, middle: nearestFive(high!.mean) },
      },
    }
  })
    .sort((a, b) => b.width - a.width)
    .map(({ swing }) => swing)
