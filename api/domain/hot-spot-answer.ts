import type { HotSpotClass, HotSpotsAnswer, NEIGHBOURS } from '#contract/hot-spots'
import { findHotSpots, type HotSpotMethod } from './hot-spots.ts'
import { moran } from './moran.ts'
import { randomFrom } from './random.ts'
import { standardisedRates } from './rate-smoothing.ts'
import type { SpatialWeights } from './spatial-weights.ts'
import { queenContiguity, rookContiguity, type Surface } from './spatial-weights-contiguity.ts'
import { distanceBand, nearest, type Points } from './spatial-weights-distance.ts'

/** A zone with a contour. `cases` and `population`: of a rate of which both counts are known. */
type HotSpotZone = {
  value: number | null
  cases: number | null
  population: number | null
  /** GeoJSON in degrees, at full detail. */
  area: string
  /** Its middle, in degrees. */
  lng: number
  lat: number
}

export type HotSpotJob = {
  zones: readonly HotSpotZone[]
  method: HotSpotMethod
  neighbours: (typeof NEIGHBOURS)[number]
  /** Neighbours for `nearest`, metres for `distance`. */
  reach: number | null
  seed: number
}

/** One class and one p-value (after correction) for each zone, in their order; null where nothing was tested. */
export type HotSpotFindings = Pick<HotSpotsAnswer, 'moran' | 'done'> & {
  classes: HotSpotClass[]
  p: (number | null)[]
}

const NEAREST = 6
const DEGREE = 111_195

/** Metres on a plane that touches the earth in the middle of the zones. */
function pointsOf(zones: readonly HotSpotZone[]): Points {
  const middle = zones.reduce((sum, { lat }) => sum + lat, 0) / zones.length
  const shrink = Math.cos((middle * Math.PI) / 180)
  return {
    x: zones.map(({ lng }) => lng * DEGREE * shrink),
    y: zones.map(({ lat }) => lat * DEGREE),
  }
}

/** The least distance at which every zone has a neighbour. */
function widestGap(points: Points): number {
  const { neighbours } = nearest(points, 1)
  const gaps = Array.from(neighbours, (other, i) =>
    Math.hypot(points.x[i]! - points.x[other]!, points.y[i]! - points.y[other]!),
  )
  return Math.max(1, ...gaps)
}

const surfaceOf = ({ area }: HotSpotZone) => JSON.parse(area) as Surface

const WEIGHTS: Record<
  HotSpotJob['neighbours'],
  (zones: readonly HotSpotZone[], reach: number | null) => SpatialWeights
> = {
  queen: (zones) => queenContiguity(zones.map(surfaceOf)),
  rook: (zones) => rookContiguity(zones.map(surfaceOf)),
  nearest: (zones, reach) =>
    nearest(pointsOf(zones), Math.min(zones.length - 1, Math.max(1, Math.round(reach ?? NEAREST)))),
  distance: (zones, reach) => {
    const points = pointsOf(zones)
    return distanceBand(points, reach ?? widestGap(points) * 1.001)
  },
}

/** A rate is standardised (Assunção and Reis) when both of its counts are known everywhere that it is. */
function valuesOf(zones: readonly HotSpotZone[]): { values: ArrayLike<number>; standardised: boolean } {
  const standardised = zones.every(({ cases, population }) => cases !== null && (population ?? 0) > 0)
  const values = standardised
    ? standardisedRates(
        zones.map(({ cases }) => cases!),
        zones.map(({ population }) => population!),
      )
    : zones.map(({ value }) => value!)
  return { values, standardised }
}

const known = (value: number): number | null => (Number.isNaN(value) ? null : value)

/**
 * Where observed rates gather, with Moran's I of the whole. Zones without a value take no part: neighbours are those among
 * zones that have one. The same job gives the same answer. Throws `TooFewZones` below thirty zones with a value.
 */
export function hotSpotsOf({ zones, method, neighbours, reach, seed }: HotSpotJob): HotSpotFindings {
  const kept = zones.flatMap((zone, index) => (zone.value === null ? [] : [index]))
  const ofKept = kept.map((index) => zones[index]!)
  const { values, standardised } = ofKept.length ? valuesOf(ofKept) : { values: [], standardised: false }
  // Too few zones are refused before neighbours are looked for.
  const weights = ofKept.length > 1 ? WEIGHTS[neighbours](ofKept, reach) : queenContiguity([])
  const found = findHotSpots(ofKept.length > 1 ? values : [], weights, { method, random: randomFrom(seed) })
  const whole = moran(values, weights)
  const { statistic, expectation, randomisation } = whole
  const classes = new Array<HotSpotClass>(zones.length).fill('no_data')
  const p = new Array<number | null>(zones.length).fill(null)
  for (const [place, index] of kept.entries()) {
    classes[index] = found.classes[place]!
    p[index] = known(found.adjusted[place]!)
  }
  const { n, tests, inference, permutations, analyticBecause, correction, alpha, isConstant } = found.done
  return {
    classes,
    p,
    moran: Number.isNaN(statistic + randomisation.p)
      ? null
      : { i: statistic, expected: expectation, p: randomisation.p },
    done: {
      ...{ n, tests, inference, permutations, analyticBecause, correction, alpha, isConstant, standardised },
      neighbours: weights.neighbours.length / ofKept.length,
    },
  }
}
