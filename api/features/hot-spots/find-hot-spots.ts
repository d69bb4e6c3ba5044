import type { z } from 'zod'
import { LEAST_ZONES } from '#api/domain/hot-spots'
import { readValues } from '#api/features/indicators/shown-values.repository'
import type { HotSpotsAnswer, HotSpotsQuery } from '#contract/hot-spots'
import type { IndicatorKey } from '#contract/indicators'
import type { Database } from '#db/client'
import { type Reader, readWorkspace } from '#db/workspace'
import { contoursOf } from './contours.repository.ts'
import { figuresAreCounts, tooFewZones } from './hot-spots-problems.ts'
import type { hotSpotsQueue } from './hot-spots-queue.ts'
import { seedOf } from './remember.ts'

type Query = z.output<typeof HotSpotsQuery>
type With = { database: Database; queue: ReturnType<typeof hotSpotsQueue> }

/** What may be shown of a figure, by code: what is withheld has no value here either. */
async function shownBy(database: Database, reader: Reader, key: IndicatorKey, territory: string | undefined) {
  const { zones } = await readValues(database, reader, { ...key, territory })
  return new Map(zones.map(({ code, value }) => [code, value]))
}

/**
 * Where an observed rate gathers, among the zones whose contours are known. Problems: `unknown_indicator`,
 * `figures_are_counts`, `too_few_zones`.
 */
export async function findHotSpots(
  { database, queue }: With,
  reader: Reader,
  { territory, method, neighbours, reach, ...key }: Query,
): Promise<HotSpotsAnswer> {
  const { indicator, zones: valued } = await readValues(database, reader, { ...key, territory })
  if (indicator.kind !== 'ratio') throw figuresAreCounts(key.figure)
  const { ratio } = indicator
  const countsOf = (figure: string | undefined) =>
    figure ? shownBy(database, reader, { ...key, figure }, territory) : new Map<string, null>()
  const [cases, population] = [await countsOf(ratio?.of), await countsOf(ratio?.to)]
  const codes = valued.map(({ code }) => code)
  const contours = await readWorkspace(database, reader, (tx) => contoursOf(tx, key, codes))
  const byCode = new Map(valued.map((zone) => [zone.code, zone]))
  const zones = contours.map(({ code, area, lng, lat }) => ({
    ...{ area, lng, lat, value: byCode.get(code)!.value },
    cases: cases.get(code) ?? null,
    population: population.get(code) ?? null,
  }))
  const known = zones.filter(({ value }) => value !== null).length
  if (known < LEAST_ZONES) throw tooFewZones(known, LEAST_ZONES)
  const seed = seedOf(JSON.stringify([key, territory ?? null, method, neighbours, reach ?? null]))
  const { classes, p, moran, done } = await queue.work({
    hotSpots: { zones, method, neighbours, reach: reach ?? null, seed },
  })
  return {
    indicator,
    zones: contours.map(({ zoneId, code }, index) => ({
      ...{ zoneId, code, name: byCode.get(code)!.name },
      class: classes[index]!,
      p: p[index]!,
    })),
    moran,
    done,
  }
}
