import { z } from 'zod'
import { COMPOSITE_DRAWS, type Ingredient, LEAST_PLACES } from '#api/domain/composite'
import { readValues } from '#api/features/indicators/shown-values.repository'
import { invalid } from '#api/http/problems'
import type { CompositeAnswer, CompositeQuery } from '#contract/hot-spots'
import { IndicatorKey } from '#contract/indicators'
import type { Database } from '#db/client'
import type { Reader } from '#db/workspace'
import { figuresAreCounts, tooFewZones } from './hot-spots-problems.ts'
import type { hotSpotsQueue } from './hot-spots-queue.ts'
import { seedOf } from './remember.ts'

type With = { database: Database; queue: ReturnType<typeof hotSpotsQueue> }

const Ingredients = z
  .array(IndicatorKey.extend({ turned: z.boolean().default(false) }))
  .min(2)
  .max(8)
  .refine((keys) => new Set(keys.map(({ level, vintage }) => `${level} ${vintage}`)).size === 1)

function ingredientsIn(text: string): z.output<typeof Ingredients> {
  try {
    return Ingredients.parse(JSON.parse(text))
  } catch {
    throw invalid({ '/of': 'two to eight indicators of one level and vintage' })
  }
}

const ADDED_UP: readonly string[] = ['count', 'amount']

/**
 * Several rates or quantiles as one context, whose weights are drawn at random. Problems: `unknown_indicator`,
 * `figures_are_counts`, `too_few_zones`.
 */
export async function makeComposite(
  { database, queue }: With,
  reader: Reader,
  { of, territory }: z.output<typeof CompositeQuery>,
): Promise<z.output<typeof CompositeAnswer>> {
  const keys = ingredientsIn(of)
  const read = []
  for (const { turned, ...key } of keys) {
    const { indicator, zones } = await readValues(database, reader, { ...key, territory })
    if (ADDED_UP.includes(indicator.kind)) throw figuresAreCounts(key.figure)
    read.push({ turned, zones: new Map(zones.map((zone) => [zone.code, zone])) })
  }
  const zones = new Map(read.flatMap((one) => [...one.zones]))
  const codes = [...zones.keys()].sort()
  const ingredients = read.map(
    (one): Ingredient => ({
      values: codes.map((code) => one.zones.get(code)?.value ?? null),
      turned: one.turned,
    }),
  )
  const known = codes.filter((_, i) => ingredients.every(({ values }) => values[i] !== null)).length
  if (known < LEAST_PLACES) throw tooFewZones(known, LEAST_PLACES)
  const seed = seedOf(JSON.stringify([keys, territory ?? null]))
  const found = await queue.work({ composite: { of: ingredients, seed } })
  return {
    zones: codes.map((code, index) => {
      const { zoneId, name } = zones.get(code)!
      return { zoneId, code, name, ...found[index]! }
    }),
    draws: COMPOSITE_DRAWS,
  }
}
