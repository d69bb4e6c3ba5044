import { sql } from 'drizzle-orm'
import { type PartFigures, type WholeFigures, wholeOf } from '#api/domain/zone-figures'
import type { IndicatorKey } from '#contract/indicators'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'

/** One table of figures: what one source says for one period of the zones of one level and vintage. */
export type TableKey = Omit<IndicatorKey, 'figure'>

/** One zone of a table, parts added up. `zoneId` is null when no contour of its vintage is here; `name` is then its code's. */
export type ZoneLine = WholeFigures & {
  code: string
  zoneId: string | null
  name: string
  communes: string[]
}

type ZoneRow = { code: string; id: string; name: string; communes: string[]; drawn: boolean; vintage: string }

/** Of each code, the zone of the vintage, else the newest: with a contour if there is one. */
const listZonesOf = (tx: Queries, { level, vintage }: TableKey): Promise<ZoneRow[]> =>
  rowsOf(
    tx,
    sql`SELECT DISTINCT ON (code) code, id, name, communes, area IS NOT NULL AS drawn, vintage FROM zones
      WHERE level = ${level}::text
      ORDER BY code, vintage = ${vintage}::text DESC, area IS NULL, vintage DESC`,
  )

/** The communes that a code tells by itself. */
const communesOf = (level: TableKey['level'], code: string): string[] =>
  level === 'iris' || level === 'commune' ? [code.slice(0, 5)] : []

/**
 * Everything that a table says, zone by zone in the order of their codes, UNMASKED: for what the server works out, never for
 * an answer. Figures of an `unknown` vintage are joined to the newest contours.
 * Each line: `{ code, zoneId | null, name, communes, figures, statuses, flags, blanks }`; a figure is null exactly when its
 * status is secret, unavailable or absent; a figure without a status is observed. `blanks[figure]` tells of a sum whose parts
 * are not all known (CNAF: RSA majoré and non majoré) what the known ones add up to and how many are not.
 */
export async function zoneFigures(tx: Queries, workspaceId: string, key: TableKey): Promise<ZoneLine[]> {
  const { source, period, level, vintage } = key
  const rows = await rowsOf<PartFigures & { code: string }>(
    tx,
    sql`SELECT code, part, figures, statuses, flags FROM statistics
      WHERE workspace_id = ${workspaceId}::uuid AND source = ${source}::text AND period = ${period}::text
        AND level = ${level}::text AND vintage = ${vintage}::text ORDER BY code, part`,
  )
  if (!rows.length) return []
  const zones = new Map((await listZonesOf(tx, key)).map((zone) => [zone.code, zone]))
  const byCode = [...Map.groupBy(rows, ({ code }) => code)].sort(([a], [b]) => (a < b ? -1 : 1))
  return byCode.map(([code, parts]) => {
    const zone = zones.get(code)
    const isOfVintage = zone?.drawn && (vintage === 'unknown' || zone.vintage === vintage)
    return {
      ...wholeOf(parts),
      code,
      zoneId: isOfVintage ? zone.id : null,
      name: zone?.name ?? code,
      communes: zone?.communes.length ? zone.communes : communesOf(level, code),
    }
  })
}
