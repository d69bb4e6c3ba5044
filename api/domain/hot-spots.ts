import type { HotSpotClass } from '#contract/hot-spots'
import { giStar } from './getis-ord.ts'
import { permutationP } from './hot-spots-permutations.ts'
import { localMoran, localP } from './local-moran.ts'
import { adjustedP } from './multiple-testing.ts'
import type { Random } from './random.ts'
import { among, islandsOf, toLists, type Weights, withoutSelf, withSelf } from './spatial-weights-lag.ts'

/** Getis-Ord Gi*: where high or low values lie together. Local Moran: where a zone is like its neighbours, or unlike. */
export type HotSpotMethod = 'gi_star' | 'local_moran'

/** One entry for each zone, in the order of the values, and what was done to get there. */
export type HotSpots = {
  /** NaN without value or neighbours, and for constant values. */
  z: Float64Array
  /** Two-sided; NaN where nothing was tested. */
  p: Float64Array
  adjusted: Float64Array
  classes: HotSpotClass[]
  done: {
    method: HotSpotMethod
    /** Zones with a value, and those of them that have neighbours: as many tests. */
    n: number
    tests: number
    inference: 'permutations' | 'analytic'
    /** Null for analytic p-values; those were chosen by whoever asks, or because zones are too many to permute. */
    permutations: number | null
    analyticBecause: 'asked' | 'too_many_zones' | null
    /** The least p-value that the permutations can give is too large for one zone alone to be significant. */
    isTooCoarse: boolean
    correction: 'BH'
    alpha: number
    /** All values are equal: nothing was tested, whatever the inference. */
    isConstant: boolean
  }
}

export type HotSpotOptions = {
  method: HotSpotMethod
  /** The share of false ones that is accepted among the zones that are found. */
  alpha?: number
  /** By default, as many permutations as the zones need, and none above {@link MOST_PERMUTED} zones. */
  inference?: 'permutations' | 'analytic'
  permutations?: number
  random: Random
}

/** With fewer zones, a neighbourhood is most of the map. */
export const LEAST_ZONES = 30
export const MOST_PERMUTED = 5_000
const LEAST_PERMUTATIONS = 999

/** Too few zones have a value for hot spots to mean anything. */
export class TooFewZones extends RangeError {
  readonly code = 'too_few_zones'
  readonly zones: number
  constructor(zones: number) {
    super(`hot spots: ${zones} zones have a value, at least ${LEAST_ZONES} are needed`)
    this.zones = zones
  }
}

/** So many permutations that one zone of m can pass Benjamini and Hochberg alone: 2/(R + 1) < α/m. */
export const permutationsFor = (m: number, alpha: number): number =>
  Math.max(LEAST_PERMUTATIONS, Math.ceil((2 * m) / alpha))

/** The zones that have a value, and the weights between them. */
function knownZones(values: ArrayLike<number | null>, weights: Weights) {
  if (values.length !== weights.n) throw new RangeError('values: not one for each zone')
  const places = new Int32Array(weights.n).fill(-1)
  const kept = new Float64Array(weights.n)
  let n = 0
  for (let i = 0; i < weights.n; i++) {
    const value = values[i]
    if (value === null || value === undefined || !Number.isFinite(value)) continue
    kept[n] = value
    places[i] = n++
  }
  if (n < LEAST_ZONES) throw new TooFewZones(n)
  return { places, kept: kept.subarray(0, n), weights: n < weights.n ? among(weights, places, n) : weights }
}

/** How the tests are made: as asked, else by permutations unless there are too many zones. */
function inferenceOf({ inference, permutations }: HotSpotOptions, tests: number, alpha: number) {
  const needed = permutationsFor(tests, alpha)
  const isTooMany = permutations === undefined && tests > MOST_PERMUTED
  if (inference === 'analytic' || (inference === undefined && isTooMany)) {
    const analyticBecause = inference ? ('asked' as const) : ('too_many_zones' as const)
    return { inference: 'analytic' as const, permutations: null, analyticBecause, isTooCoarse: false }
  }
  const count = permutations ?? needed
  if (!(Number.isInteger(count) && count > 0)) throw new RangeError('permutations: not a count')
  const isTooCoarse = count < needed
  return { inference: 'permutations' as const, permutations: count, analyticBecause: null, isTooCoarse }
}

/** z of each zone, and the class that it has if it is significant. */
function measure(method: HotSpotMethod, values: Float64Array, weights: Weights) {
  if (method === 'gi_star') {
    const z = giStar(values, weights)
    return { z, classOf: (i: number): HotSpotClass => (z[i]! > 0 ? 'hot' : 'cold') }
  }
  const { z, deviations, lag } = localMoran(values, weights)
  const side = (value: number) => (value > 0 ? 'high' : 'low')
  return { z, classOf: (i: number): HotSpotClass => `${side(deviations[i]!)}_${side(lag[i]!)}` }
}

function permutedP(
  method: HotSpotMethod,
  values: Float64Array,
  weights: Weights,
  drawn: { permutations: number; random: Random },
): Float64Array {
  return method === 'gi_star'
    ? permutationP(values, toLists(withSelf(weights)), { ...drawn, shuffled: 'all' })
    : permutationP(values, toLists(withoutSelf(weights)), { ...drawn, shuffled: 'others' })
}

/** What is known of some zones, at the places of all; NaN for the others. */
function spread(ofKnown: Float64Array, places: Int32Array): Float64Array {
  if (ofKnown.length === places.length) return ofKnown
  const ofAll = new Float64Array(places.length).fill(Number.NaN)
  for (let i = 0; i < places.length; i++) if (places[i]! >= 0) ofAll[i] = ofKnown[places[i]!]!
  return ofAll
}

/**
 * Where values gather beyond what chance does: Gi* or local Moran, with Benjamini and Hochberg's correction for as many tests
 * as there are zones with a value and neighbours. Zones without value take no part, neither as neighbours nor in the mean.
 *
 * For observed rates only, best as `standardisedRates`; **never for what a model gives**, such as posterior means: all zones
 * share its national rates, which alone makes them gather. For these, {@link hotSpotProbability}.
 *
 * Throws {@link TooFewZones} below {@link LEAST_ZONES} zones with a value.
 * @param values one for each zone; null, or what is no finite number, for no value
 * @param weights with or without self: Gi* adds it, local Moran takes it off
 */
export function findHotSpots(
  values: ArrayLike<number | null>,
  weights: Weights,
  options: HotSpotOptions,
): HotSpots {
  const { method, alpha = 0.05, random } = options
  if (!(alpha > 0 && alpha < 1)) throw new RangeError('alpha: not a share')
  const { places, kept, weights: known } = knownZones(values, weights)
  const n = kept.length
  const islands = islandsOf(known)
  const tests = n - islands.length
  const isConstant = kept.every((value) => value === kept[0])
  const how = inferenceOf(options, tests, alpha)
  const { permutations } = how

  const { z, classOf } = measure(method, kept, known)
  const p =
    permutations === null || isConstant ? localP(z) : permutedP(method, kept, known, { permutations, random })
  // Around a zone at the mean (local Moran), or one that everybody neighbours, nothing can be remarkable.
  for (let i = 0; i < n; i++) if (Number.isNaN(z[i])) p[i] = isConstant ? Number.NaN : 1
  for (const island of islands) z[island] = p[island] = Number.NaN

  const adjusted = adjustedP(p)
  const classes = new Array<HotSpotClass>(places.length).fill('no_data')
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!
    if (place >= 0) classes[i] = adjusted[place]! <= alpha ? classOf(place) : 'not_significant'
  }
  const isIslandAt = new Set(islands)
  if (islands.length)
    for (let i = 0; i < places.length; i++) if (isIslandAt.has(places[i]!)) classes[i] = 'no_neighbours'
  return {
    z: spread(z, places),
    p: spread(p, places),
    adjusted: spread(adjusted, places),
    classes,
    done: { method, n, tests, ...how, correction: 'BH', alpha, isConstant },
  }
}

/**
 * For what a model gives: the share of its draws in which each zone is hot (Gi*, analytic, corrected within the draw). Draws
 * carry what zones share and what is not known, which their mean hides. NaN for zones without neighbours.
 * @param draws for each draw, one value for each zone, none missing. Throws as {@link findHotSpots}
 */
export function hotSpotProbability(
  draws: readonly Float64Array[],
  weights: Weights,
  { alpha = 0.05 }: { alpha?: number } = {},
): Float64Array {
  if (!draws.length) throw new RangeError('draws: none')
  const whole = withSelf(weights)
  const islands = islandsOf(weights)
  const hot = new Float64Array(weights.n)
  for (const values of draws) {
    if (knownZones(values, weights).kept.length < weights.n) throw new RangeError('draws: a value is missing')
    const z = giStar(values, whole)
    for (const island of islands) z[island] = Number.NaN
    const adjusted = adjustedP(localP(z))
    for (let i = 0; i < z.length; i++) if (z[i]! > 0 && adjusted[i]! <= alpha) hot[i]!++
  }
  for (const island of islands) hot[island] = Number.NaN
  return hot.map((count) => count / draws.length)
}
