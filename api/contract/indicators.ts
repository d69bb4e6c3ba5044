import { z } from 'zod'
import { Day, Id } from './common.ts'
import type { Endpoint } from './endpoint.ts'
import { FIGURE_STATUSES } from './figures.ts'
import { ZONE_LEVELS } from './zones.ts'

/** Counts and amounts are circles; ratios and quantiles (medians, deciles) are shades. */
export const FIGURE_KINDS = ['count', 'amount', 'ratio', 'quantile'] as const
export const FIGURE_UNITS = [
  'persons',
  'households',
  'dwellings',
  'euro',
  'euro_year',
  'percent',
  'times',
] as const

/**
 * Whom a source cannot see, said beside each of its figures. `imputed_cells`: 79 % of inhabited squares of 200 m;
 * `sampled`: a survey in communes of 10,000 and more.
 */
const BLIND_SPOTS = [
  'msa',
  'domiciled',
  'homeless',
  'hosted',
  'students',
  'collective_housing',
  'non_filers',
  'imputed_cells',
  'sampled',
  'rounded_to_5',
  'small_communes',
  'one_quarter_only',
] as const
export const BlindSpot = z.enum(BLIND_SPOTS)
export type BlindSpot = z.infer<typeof BlindSpot>

/** What a value is worth once it may be shown: `withheld` is what Maillage keeps back so that nobody can work out a secret one. */
const VALUE_STATUSES = [...FIGURE_STATUSES, 'withheld'] as const
export const ValueStatus = z.enum(VALUE_STATUSES)
export type ValueStatus = z.infer<typeof ValueStatus>

/** One column of one source for one period, on the zones of one level and vintage. `figure` may be a ratio of two figures. */
export const IndicatorKey = z.object({
  source: z.string().trim().min(1).max(60),
  period: z.string().trim().min(1).max(20),
  level: z.enum(ZONE_LEVELS),
  vintage: z.string().trim().min(1).max(20),
  figure: z.string().trim().min(1).max(60),
})
export type IndicatorKey = z.infer<typeof IndicatorKey>

export const Indicator = IndicatorKey.extend({
  kind: z.enum(FIGURE_KINDS),
  unit: z.enum(FIGURE_UNITS),
  labels: z.object({ fr: z.string(), en: z.string() }),
  /** Of a ratio that Maillage works out: its two figures. */
  ratio: z.object({ of: z.string(), to: z.string() }).nullable(),
  licence: z.string().nullable(),
  sourceDate: Day.nullable(),
  blindSpots: z.array(BlindSpot),
  /** Zones that the source speaks of; of a territory, those that lie in it. */
  zones: z.int(),
})
export type Indicator = z.infer<typeof Indicator>

/** `value` is null exactly when the status is secret, unavailable, absent or withheld. */
export const ZoneValue = z.object({
  /** The zone with a contour; null when no contour of that vintage is here. */
  zoneId: Id.nullable(),
  code: z.string(),
  name: z.string(),
  value: z.number().nullable(),
  status: ValueStatus,
  /** What the source says of its own quality: `DISP_NOTE`, `DISP_INCERT`, `LAB_IRIS`. */
  flags: z.record(z.string(), z.string()),
})
export type ZoneValue = z.infer<typeof ZoneValue>

/** With what the territory is compared: what the source publishes for a larger zone, or the median of its zones. */
export const Reference = z.object({
  /** Of the zone or the territory; empty for all zones that are known. */
  name: z.string(),
  kind: z.enum(['published', 'median']),
  value: z.number(),
})
export type Reference = z.infer<typeof Reference>

export const IndicatorValues = z.object({
  indicator: Indicator,
  /** In the order of their codes: never ranked. */
  zones: z.array(ZoneValue),
  references: z.array(Reference),
})
export type IndicatorValues = z.infer<typeof IndicatorValues>

export const ValuesQuery = IndicatorKey.extend({
  /** Zones that lie in this territory; all when absent. */
  territory: Id.optional(),
})

export const indicatorEndpoints = {
  /** What the imported figures can show, of all levels. */
  list: {
    method: 'GET',
    path: '/api/indicators',
    query: z.object({ territory: Id.optional() }),
    response: z.array(Indicator),
  },
  /** Problem `unknown_indicator` (404) when no figure was imported under this key. */
  values: { method: 'GET', path: '/api/indicators/values', query: ValuesQuery, response: IndicatorValues },
} as const satisfies Record<string, Endpoint>

/** `text/csv` of {@link IndicatorValues}: counts rounded to 5, statuses beside the values, sources in the last lines. */
export const valuesCsvPath = '/api/indicators/values.csv'
