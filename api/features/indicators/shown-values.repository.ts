import type { z } from 'zod'
import { cellKey } from '#api/domain/disclosure-cells'
import type { Mask } from '#api/domain/disclosure-mask'
import { referenceMedian, shownValue } from '#api/domain/indicator-values'
import { describeIndicator } from '#api/domain/indicators'
import { findTerritory } from '#api/features/territories/territories.repository'
import { notFound, problem } from '#api/http/problems'
import type { IndicatorKey, IndicatorValues, Reference, ValuesQuery, ZoneValue } from '#contract/indicators'
import type { Database, Queries } from '#db/client'
import { type Reader, readWorkspace } from '#db/workspace'
import { communesIn, findTable, toIndicator } from './indicators.repository.ts'
import { readMask } from './mask.repository.ts'
import { listPublished } from './references.repository.ts'
import { type ZoneLine, zoneFigures } from './zone-figures.repository.ts'

const unknownIndicator = ({ source, period, figure }: IndicatorKey) =>
  problem(404, 'unknown_indicator', `No figure ${figure} of ${source} ${period} was imported`, {
    values: { source, period, figure },
  })

const saysIt = (
  { figures }: ZoneLine,
  { figure, ratio }: { figure: string; ratio: { of: string; to: string } | null },
) => (ratio ? ratio.of in figures && ratio.to in figures : figure in figures)

function toZoneValue(line: ZoneLine, { level, figure }: IndicatorKey, mask: Mask): ZoneValue {
  const isMasked = (name: string) => mask.has(cellKey(level, line.code, name))
  const { zoneId, code, name, flags } = line
  return { zoneId, code, name, flags, ...shownValue(line, figure, describeIndicator(figure), isMasked) }
}

const shownOf = (zones: readonly ZoneValue[]): number[] =>
  zones.flatMap(({ value }) => (value === null ? [] : [value]))

/** `name` is that of the territory, or empty for all zones that are known. */
const medianReference = (name: string, zones: readonly ZoneValue[]): Reference[] => {
  const value = referenceMedian(shownOf(zones))
  return value === null ? [] : [{ name, kind: 'median', value }]
}

type Asked = { key: IndicatorKey; territory: string | undefined; mask: Mask }

async function valuesOf(
  tx: Queries,
  reader: Reader,
  { key, territory, mask }: Asked,
): Promise<IndicatorValues> {
  const { workspaceId } = reader
  const description = { figure: key.figure, ...describeIndicator(key.figure) }
  const table = await findTable(tx, workspaceId, key)
  if (!table) throw unknownIndicator(key)
  const lines = (await zoneFigures(tx, workspaceId, key)).filter((line) => saysIt(line, description))
  if (lines.length === 0) throw unknownIndicator(key)
  const place = territory ? await findTerritory(tx, reader, territory) : undefined
  if (territory && !place) throw notFound('territory', territory)
  const wanted = new Set(await communesIn(tx, workspaceId, territory))
  const inside = place ? lines.filter(({ communes }) => communes.some((code) => wanted.has(code))) : lines
  const zones = inside.map((line) => toZoneValue(line, key, mask))
  const communes = [...new Set(inside.flatMap((line) => line.communes))].sort()
  const published = await listPublished(tx, workspaceId, key, { communes, mask })
  const all = place ? lines.map((line) => toZoneValue(line, key, mask)) : zones
  const medians = [...(place ? medianReference(place.name, zones) : []), ...medianReference('', all)]
  return {
    indicator: toIndicator(key, { ...table, zones: zones.length }),
    zones,
    references: published.length > 0 ? published : medians,
  }
}

/**
 * An indicator zone by zone, behind the mask of its publication, with what the territory is compared with: what other
 * features may read of indicators.
 */
export async function readValues(
  database: Database,
  reader: Reader,
  { territory, ...key }: z.output<typeof ValuesQuery>,
): Promise<IndicatorValues> {
  const mask = await readMask(database, reader, key)
  return readWorkspace(database, reader, (tx) => valuesOf(tx, reader, { key, territory, mask }))
}
