import { z } from 'zod'
import { Id } from './common.ts'
import type { Endpoint } from './endpoint.ts'
import { Indicator, IndicatorKey } from './indicators.ts'

export const HOT_SPOT_METHODS = ['gi_star', 'local_moran'] as const
/** Who is whose neighbour. `queen`: zones that touch; `rook`: that share a side; `nearest`: the k nearest; `distance`: within. */
export const NEIGHBOURS = ['queen', 'rook', 'nearest', 'distance'] as const
export const HOT_SPOT_CLASSES = [
  'hot',
  'cold',
  'high_high',
  'low_low',
  'high_low',
  'low_high',
  'not_significant',
  'no_neighbours',
  'no_data',
] as const
export const HotSpotClass = z.enum(HOT_SPOT_CLASSES)
export type HotSpotClass = z.infer<typeof HotSpotClass>

export const HotSpotsQuery = IndicatorKey.extend({
  territory: Id.optional(),
  method: z.enum(HOT_SPOT_METHODS).default('gi_star'),
  neighbours: z.enum(NEIGHBOURS).default('queen'),
  /** Neighbours for `nearest`, metres for `distance`. */
  reach: z.coerce.number().positive().max(100_000).optional(),
})

export const HotSpotsAnswer = z.object({
  indicator: Indicator,
  /** In the order of their codes: classes, and no value. */
  zones: z.array(
    z.object({
      zoneId: Id,
      code: z.string(),
      name: z.string(),
      class: HotSpotClass,
      /** Corrected for the number of tests: what its class follows from. */
      p: z.number().nullable(),
    }),
  ),
  /** Moran's I of the whole: how alike neighbours are. */
  moran: z.object({ i: z.number(), expected: z.number(), p: z.number() }).nullable(),
  done: z.object({
    n: z.int(),
    tests: z.int(),
    inference: z.enum(['permutations', 'analytic']),
    permutations: z.int().nullable(),
    analyticBecause: z.enum(['asked', 'too_many_zones']).nullable(),
    correction: z.literal('BH'),
    alpha: z.number(),
    isConstant: z.boolean(),
    /** Rates were standardised for the size of the zones (Assunção and Reis). */
    standardised: z.boolean(),
    /** Mean number of neighbours. */
    neighbours: z.number(),
  }),
})
export type HotSpotsAnswer = z.infer<typeof HotSpotsAnswer>

/** A composite of several indicators: context, never non-take-up. Its weights are drawn at random, for nobody knows them. */
export const CompositeQuery = z.object({
  territory: Id.optional(),
  /** Indicators as JSON of {@link IndicatorKey}s with `turned` when less means harder; 2 to 8, of one level and vintage. */
  of: z.string().max(4_000),
})
export const COMPOSITE_WORDS = ['rather_low', 'undetermined', 'rather_high'] as const
export const CompositeAnswer = z.object({
  zones: z.array(
    z.object({
      zoneId: Id.nullable(),
      code: z.string(),
      name: z.string(),
      word: z.enum(COMPOSITE_WORDS).nullable(),
      /** How far its place among the zones moves when the weights do: the share of the zones that the 90 % range spans. */
      span: z.number().nullable(),
    }),
  ),
  draws: z.int(),
})

/** Problems (422): `too_few_zones` with how many have a value; `figures_are_counts` for what is no rate. */
export const hotSpotEndpoints = {
  find: { method: 'GET', path: '/api/hot-spots', query: HotSpotsQuery, response: HotSpotsAnswer },
  composite: { method: 'GET', path: '/api/composites', query: CompositeQuery, response: CompositeAnswer },
} as const satisfies Record<string, Endpoint>
