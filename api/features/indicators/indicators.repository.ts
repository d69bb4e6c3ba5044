import { sql } from 'drizzle-orm'
import { blindSpotsOf } from '#api/domain/blind-spots'
import { describeIndicator, sharesOf, sumsOf } from '#api/domain/indicators'
import type { Indicator, IndicatorKey } from '#contract/indicators'
import type { Queries } from '#db/client'
import { rowsOf, textArray } from '#db/transaction'
import type { TableKey } from './zone-figures.repository.ts'

type Found = TableKey & { figure: string; zones: number; licence: string | null; sourceDate: string | null }

/** The communes of a territory; null when none is asked for. */
export async function communesIn(
  tx: Queries,
  workspaceId: string,
  territory: string | undefined,
): Promise<string[] | null> {
  if (!territory) return null
  const [row] = await rowsOf<{ codes: string[] }>(
    tx,
    sql`SELECT territory_communes(${workspaceId}::uuid, ${territory}::uuid) AS codes`,
  )
  return row?.codes ?? []
}

/** Codes whose commune is the beginning of theirs, or whose zone touches one of the communes. */
const inside = (communes: readonly string[] | null) =>
  communes === null
    ? sql`true`
    : sql`(s.level IN ('iris', 'commune') AND left(s.code, 5) = ANY (${textArray(communes)})
        OR s.level NOT IN ('iris', 'commune') AND EXISTS (SELECT 1 FROM zones z
          WHERE z.level = s.level AND z.code = s.code AND z.communes && ${textArray(communes)}))`

const listFigures = (
  tx: Queries,
  workspaceId: string,
  communes: readonly string[] | null,
): Promise<Found[]> =>
  rowsOf(
    tx,
    sql`SELECT source, period, level, vintage, figure, count(*)::int AS zones, max(licence) AS licence,
        max(source_date)::text AS "sourceDate"
      FROM (SELECT s.source, s.period, s.level, s.vintage, s.code, k.figure, max(s.licence) AS licence,
          max(s.source_date) AS source_date
        FROM statistics s, jsonb_object_keys(s.figures) AS k(figure)
        WHERE s.workspace_id = ${workspaceId}::uuid AND ${inside(communes)} GROUP BY 1, 2, 3, 4, 5, 6) known
      GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2 DESC, 3, 4 DESC, 5`,
  )

export function toIndicator(key: IndicatorKey, found: Omit<Found, keyof IndicatorKey>): Indicator {
  const { source, period, level, vintage, figure } = key
  const { zones, licence, sourceDate } = found
  return {
    ...{ source, period, level, vintage, figure },
    ...describeIndicator(figure),
    ...{ licence, sourceDate, zones },
    blindSpots: blindSpotsOf(key),
  }
}

/** Figures that were imported, and the sums and shares that they allow, table by table. */
export async function listIndicators(
  tx: Queries,
  workspaceId: string,
  communes: readonly string[] | null,
): Promise<Indicator[]> {
  const found = await listFigures(tx, workspaceId, communes)
  const tables = Map.groupBy(found, ({ source, period, level, vintage }) =>
    [source, period, level, vintage].join('\n'),
  )
  return [...tables.values()].flatMap((figures) => {
    const known = new Map(figures.map((one) => [one.figure, one]))
    const has = (figure: string) => known.has(figure)
    const sums = sumsOf(has)
    const shares = sharesOf((figure) => has(figure) || sums.includes(figure))
    // What is worked out speaks of as many zones as its table's most complete figure.
    const widest = figures.toSorted((a, b) => b.zones - a.zones)[0]!
    return [
      ...figures.map((one) => toIndicator(one, one)),
      ...[...sums, ...shares].map((figure) => toIndicator({ ...widest, figure }, widest)),
    ]
  })
}

/** Licence and date of a table, and whether it is there. */
export async function findTable(
  tx: Queries,
  workspaceId: string,
  { source, period, level, vintage }: TableKey,
): Promise<Pick<Found, 'licence' | 'sourceDate'> | undefined> {
  const [row] = await rowsOf<Pick<Found, 'licence' | 'sourceDate'> & { rows: number }>(
    tx,
    sql`SELECT count(*)::int AS rows, max(licence) AS licence, max(source_date)::text AS "sourceDate" FROM statistics
      WHERE workspace_id = ${workspaceId}::uuid AND source = ${source}::text AND period = ${period}::text
        AND level = ${level}::text AND vintage = ${vintage}::text`,
  )
  return row?.rows ? row : undefined
}
