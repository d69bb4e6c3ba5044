import { type SQL, sql } from 'drizzle-orm'
import type { ImportedFigure } from '#api/domain/estimate-offers'
import type { FigureStatus } from '#contract/figures'
import type { IndicatorKey } from '#contract/indicators'
import type { ZoneLevel } from '#contract/zones'
import type { Queries } from '#db/client'
import { rowsOf, textArray } from '#db/transaction'

/** Where one looks: all of a workspace, or what of it lies in a territory. */
export type Where = { workspaceId: string; territory?: string | null | undefined }

/** Whether a zone `t` (level, code) lies in the territory: by the commune in its code, else by the communes of its contour. */
const isInside = ({ workspaceId, territory }: Where): SQL =>
  territory
    ? sql`(CASE WHEN t.level IN ('commune', 'iris')
        THEN left(t.code, 5) = ANY ((SELECT territory_communes(${workspaceId}::uuid, ${territory}::uuid))::text[])
        ELSE EXISTS (SELECT 1 FROM zones z WHERE z.level = t.level AND z.code = t.code
          AND z.communes && (SELECT territory_communes(${workspaceId}::uuid, ${territory}::uuid))) END)`
    : sql`true`

export async function hasTerritory(tx: Queries, workspaceId: string, id: string): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`SELECT 1 FROM territories WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`,
  )
  return rows.length > 0
}

/** Which of the figures were imported, of what, and for how many zones. */
export const listImported = (
  tx: Queries,
  where: Where,
  figures: readonly string[],
): Promise<ImportedFigure[]> =>
  rowsOf(
    tx,
    sql`SELECT t.source, t.period, t.level, t.vintage, f.figure, count(DISTINCT t.code)::int AS zones,
        count(DISTINCT t.part)::int AS parts
      FROM statistics t JOIN unnest(${textArray(figures)}) AS f(figure) ON jsonb_exists(t.figures, f.figure)
      WHERE t.workspace_id = ${where.workspaceId}::uuid AND ${isInside(where)}
      GROUP BY t.source, t.period, t.level, t.vintage, f.figure`,
  )

export async function contouredLevels(tx: Queries): Promise<Set<ZoneLevel>> {
  const rows = await rowsOf<{ level: ZoneLevel }>(
    tx,
    sql`SELECT DISTINCT level FROM zones WHERE area IS NOT NULL`,
  )
  return new Set(rows.map(({ level }) => level))
}

export type FigureRow = { code: string; part: string; value: number | null; status: FigureStatus }

/** What was published of one figure, as it was published: secret ones have no value. For calculations, not for eyes. */
export const figureRows = (tx: Queries, where: Where, key: IndicatorKey): Promise<FigureRow[]> =>
  rowsOf(
    tx,
    sql`SELECT t.code, t.part, (t.figures->>${key.figure}::text)::float8 AS value,
        coalesce(t.statuses->>${key.figure}::text, 'observed') AS status
      FROM statistics t
      WHERE t.workspace_id = ${where.workspaceId}::uuid AND t.source = ${key.source} AND t.period = ${key.period}
        AND t.level = ${key.level} AND t.vintage = ${key.vintage} AND jsonb_exists(t.figures, ${key.figure}::text)
        AND ${isInside(where)}
      ORDER BY t.code, t.part`,
  )

export type NamedZone = { zoneId: string | null; code: string; name: string }

/** Zones of a level: of each code the latest vintage, one with a contour before one without. */
export const listNamedZones = (tx: Queries, where: Where, level: ZoneLevel): Promise<NamedZone[]> =>
  rowsOf(
    tx,
    sql`SELECT DISTINCT ON (t.code) CASE WHEN t.area IS NOT NULL THEN t.id END AS "zoneId", t.code, t.name
      FROM zones t WHERE t.level = ${level} AND ${isInside(where)}
      ORDER BY t.code, t.area IS NULL, t.vintage DESC`,
  )
