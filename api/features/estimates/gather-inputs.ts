import {
  type EstimateInputs,
  estimateInputs,
  type KnownZone,
  tenuresOfHomes,
} from '#api/domain/estimate-inputs'
import type { EstimateSources } from '#contract/estimates'
import type { Figure } from '#contract/figures'
import type { IndicatorKey } from '#contract/indicators'
import type { ZoneLevel } from '#contract/zones'
import type { Queries } from '#db/client'
import {
  type FigureRow,
  figureRows,
  listNamedZones,
  type NamedZone,
  type Where,
} from './zone-figures.repository.ts'

/** Inputs, and how the zones that they are of are called. */
export type Gathered = { inputs: EstimateInputs; names: Map<string, NamedZone> }

const figureOf = ({ value, status }: FigureRow): Figure => ({ value, status })

/** By code; of a source that has a whole beside its parts, the whole. */
function partsOf(rows: readonly FigureRow[]): Map<string, Figure[]> {
  const hasWhole = rows.some(({ part }) => part === '')
  // Of several breakdowns, one: the parts of two would be counted twice.
  const breakdown = rows.find(({ part }) => part !== '')?.part.split('=')[0]
  const kept = rows.filter(({ part }) => (hasWhole ? part === '' : part.split('=')[0] === breakdown))
  const byCode = new Map<string, Figure[]>()
  for (const row of kept) byCode.set(row.code, [...(byCode.get(row.code) ?? []), figureOf(row)])
  return byCode
}

const byCode = (rows: readonly FigureRow[]): Map<string, Figure> =>
  new Map(rows.map((row) => [row.code, figureOf(row)]))

/** All that was imported of the zones that have claimants or a contour, and what the estimate makes of it. */
export async function gatherInputs(
  tx: Queries,
  where: Where,
  level: ZoneLevel,
  sources: EstimateSources,
): Promise<Gathered> {
  const read = async (key: IndicatorKey) => byCode(await figureRows(tx, where, key))
  const claimants = partsOf(await figureRows(tx, where, sources.claimants))
  const poverty = await read(sources.povertyRate)
  const households = sources.households && (await read(sources.households))
  const homes = sources.tenures && [
    await read({ ...sources.tenures, figure: 'homes_owned' }),
    await read({ ...sources.tenures, figure: 'homes_social' }),
    await read({ ...sources.tenures, figure: 'homes_rented' }),
  ]
  const names = new Map((await listNamedZones(tx, where, level)).map((zone) => [zone.code, zone]))
  const countOf = (counts: ReadonlyMap<string, Figure> | undefined, code: string) =>
    counts?.get(code)?.value ?? null
  const known = [...new Set([...claimants.keys(), ...names.keys()])].map(
    (code): KnownZone => ({
      code,
      claimants: claimants.get(code) ?? [],
      povertyRate: poverty.get(code) ?? null,
      ...(households && { households: households.get(code) ?? null }),
      ...(homes && {
        tenures: tenuresOfHomes(countOf(homes[0], code), countOf(homes[1], code), countOf(homes[2], code)),
      }),
    }),
  )
  return { inputs: estimateInputs(known), names }
}
