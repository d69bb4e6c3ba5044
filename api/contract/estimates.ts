import { z } from 'zod'
import { Id, Instant, PageQuery, pageOf } from './common.ts'
import type { Endpoint } from './endpoint.ts'
import { BlindSpot, IndicatorKey } from './indicators.ts'
import { ZoneLevel } from './zones.ts'

/** One benefit at a time, never a sum. */
export const BENEFITS = ['rsa', 'ppa'] as const
export const Benefit = z.enum(BENEFITS)
export type Benefit = z.infer<typeof Benefit>

const ofTenures = (value: z.ZodNumber) => z.object({ owner: value, social: value, private: value })
/** No surer than this: with rates near 0 or 1 and no variance a range would tell the claimants of a zone, secret or not. */
const Rate = z.number().min(0.05).max(0.9)

/** « Part de l'écart lue comme du non-recours »: how wide eligibility and take-up may vary from zone to zone. */
export const EstimateParameters = z.object({
  rates: ofTenures(Rate),
  poverty: ofTenures(z.number().min(0).max(1)),
  effectiveSample: z.number().min(10).max(100_000),
  cvEligible: z.number().min(0.05).max(1),
  sdTakeUp: z.number().min(0.04).max(0.45),
  draws: z.int().min(0).max(1_000),
  /** Households above which a zone is « probablement davantage »; null: the upper quartile of the zones. */
  threshold: z.number().positive().nullable(),
})
export type EstimateParameters = z.infer<typeof EstimateParameters>

/** From which imported figures: null where none was found, and an assumption stands in. */
export const EstimateSources = z.object({
  claimants: IndicatorKey,
  povertyRate: IndicatorKey,
  households: IndicatorKey.nullable(),
  tenures: IndicatorKey.nullable(),
})
export type EstimateSources = z.infer<typeof EstimateSources>

/**
 * What was taken for granted for want of figures, or because of how they are published. `equal_sizes`: no figure of
 * households, so zones count as equally large, with more doubt; `national_tenure`: no figure of tenures, so France's.
 */
const ASSUMPTIONS = [
  'equal_sizes',
  'national_tenure',
  'flat_rate',
  'parts_added_up',
  'other_period',
  'msa_left_out',
] as const
export const Assumption = z.enum(ASSUMPTIONS)
export type Assumption = z.infer<typeof Assumption>

/** What can be estimated with what was imported; `missing` says what to import when it cannot. */
export const EstimateOffer = z.object({
  benefit: Benefit,
  level: ZoneLevel,
  sources: EstimateSources.nullable(),
  missing: z.array(z.enum(['claimants', 'poverty_rate', 'contours'])),
  assumptions: z.array(Assumption),
  zones: z.int(),
  /** Cautious defaults, with the published rates. */
  parameters: EstimateParameters,
})
export type EstimateOffer = z.infer<typeof EstimateOffer>

export const ESTIMATE_WORDS = ['probably_few', 'undetermined', 'probably_more'] as const
export const EstimateWord = z.enum(ESTIMATE_WORDS)
export type EstimateWord = z.infer<typeof EstimateWord>

/** Why nothing is said of a zone. */
export const UNSAID = ['no_figures', 'secret', 'few_households'] as const

/** Of one zone: a word; on request a range rounded to 5. No mean, no rate: there is nothing to rank. */
export const ZoneWord = z.object({
  zoneId: Id.nullable(),
  code: z.string(),
  name: z.string(),
  word: EstimateWord.nullable(),
  unsaid: z.enum(UNSAID).nullable(),
  /** The 90 % range, rounded outward to 5; null without a word. */
  range: z.tuple([z.int(), z.int()]).nullable(),
})
export type ZoneWord = z.infer<typeof ZoneWord>

/** A range of 90 % around a middle, rounded to 5. */
const Total = z.object({ low: z.int(), middle: z.int(), high: z.int() })
/**
 * « Si le taux national s'applique ici », and if it were exactly some points more or less: narrower than the total, which
 * carries the doubt on the rate as well.
 */
const ShiftedTotal = Total.extend({ points: z.int() })
/**
 * What one parameter, at each end of its doubt, does to the total. The widest first: parameters are compared, zones never.
 * `at`: points for `rates`, a factor for `scale`, −1 and 1 for the least and the most that was rounded; else its value.
 */
const Swing = z.object({
  parameter: z.enum(['rates', 'cvEligible', 'sdTakeUp', 'scale', 'rounding']),
  low: z.object({ at: z.number(), middle: z.int() }),
  high: z.object({ at: z.number(), middle: z.int() }),
})

export const EstimateResult = z.object({
  /** In the order of their codes. */
  zones: z.array(ZoneWord),
  total: Total,
  totals: z.array(ShiftedTotal),
  swings: z.array(Swing),
  threshold: z.number(),
  /** The rate that the territory's composition makes likely, and the same recipe for France against the published 34 %. */
  rate: z.number(),
  nationalCheck: z.number(),
})
export type EstimateResult = z.infer<typeof EstimateResult>

export const ESTIMATE_STATES = ['queued', 'running', 'done', 'failed', 'cancelled', 'interrupted'] as const

const Run = z.object({
  id: Id,
  name: z.string(),
  benefit: Benefit,
  territoryId: Id.nullable(),
  level: ZoneLevel,
  state: z.enum(ESTIMATE_STATES),
  /** 0 to 1. */
  progress: z.number(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  author: z.string(),
})
export const EstimateRun = Run.extend({
  sources: EstimateSources,
  assumptions: z.array(Assumption),
  parameters: EstimateParameters,
  seed: z.int(),
  /** SHA-256 of inputs, parameters and seed: the same hash, the same result. */
  hash: z.string(),
  blindSpots: z.array(BlindSpot),
  /** Zones with figures, and those left out, by reason. */
  counts: z.object({ zones: z.int(), estimated: z.int(), unsaid: z.partialRecord(z.enum(UNSAID), z.int()) }),
  result: EstimateResult.nullable(),
})
export type EstimateRun = z.infer<typeof EstimateRun>

export const EstimateInput = z.object({
  id: Id,
  name: z.string().trim().min(1).max(120),
  benefit: Benefit.default('rsa'),
  territoryId: Id.nullable().default(null),
  level: ZoneLevel.default('iris'),
  /** Absent: what {@link EstimateOffer} proposes. */
  sources: EstimateSources.optional(),
  parameters: EstimateParameters.partial().default({}),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .optional(),
})

const OfRun = z.object({ id: Id })

/** A rate that was published, with who says so: what DREES and others measured, never of a place. */
export const PublishedRate = z.object({
  benefit: z.string(),
  group: z.string(),
  rate: z.number(),
  year: z.string(),
  source: z.string(),
})
export type PublishedRate = z.infer<typeof PublishedRate>

export const estimateEndpoints = {
  offers: {
    method: 'GET',
    path: '/api/estimates/offers',
    query: z.object({ territory: Id.optional() }),
    response: z.array(EstimateOffer),
  },
  rates: { method: 'GET', path: '/api/estimates/rates', response: z.array(PublishedRate) },
  list: { method: 'GET', path: '/api/estimates', query: PageQuery, response: pageOf(Run) },
  get: { method: 'GET', path: '/api/estimates/:id', params: OfRun, response: EstimateRun },
  /** Begins a run. Problems (422): `estimate_without_figures` with what is `missing`, `estimate_without_claimants`. */
  start: { method: 'POST', path: '/api/estimates', body: EstimateInput, response: EstimateRun },
  /** Problem `estimate_has_ended` (409). */
  cancel: { method: 'POST', path: '/api/estimates/:id/cancel', params: OfRun, response: EstimateRun },
} as const satisfies Record<string, Endpoint>
