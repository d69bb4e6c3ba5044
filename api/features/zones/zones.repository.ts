import { type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Area } from '#contract/geometry'
import type { DrawnZoneInput, Zone, ZoneCoverage, ZoneQuery } from '#contract/zones'
import type { Queries } from '#db/client'
import { drawnZones } from '#db/schema/zones'
import { rowsOf, textArray } from '#db/transaction'

type Row = Omit<Zone, 'bounds'> & {
  west: number | null
  south: number
  east: number
  north: number
  area?: Area | null
}

/** Reference zones and the workspace's own drawn ones, under the same columns. */
const everyZone = (workspaceId: string): SQL => sql`(
  SELECT id, level, code, name, vintage, source, licence, communes, population, postcodes, area FROM zones
  UNION ALL
  SELECT id, 'drawn', id::text, name, to_char(created_at, 'YYYY'), 'workspace', NULL, '{}', NULL, '{}', area FROM drawn_zones
  WHERE workspace_id = ${workspaceId}::uuid)`

const COLUMNS = sql`id, level, code, name, vintage, source, licence, communes, population, postcodes,
  ST_XMin(area) AS west, ST_YMin(area) AS south, ST_XMax(area) AS east, ST_YMax(area) AS north`

const toZone = ({ west, south, east, north, area: _, ...row }: Row): Zone => ({
  ...row,
  bounds: west === null ? null : [west, south, east, north],
})

function matching(query: z.output<typeof ZoneQuery>, workspaceId: string): SQL {
  const parts: SQL[] = [sql`true`]
  if (query.level) parts.push(sql`level = ANY (${textArray(query.level)})`)
  if (query.code) parts.push(sql`code = ANY (${textArray(query.code)})`)
  if (query.territory)
    parts.push(sql`communes && (SELECT territory_communes(${workspaceId}::uuid, ${query.territory}::uuid))`)
  if (query.q)
    parts.push(sql`(plain(name) LIKE '%' || plain(${query.q}::text) || '%' OR code LIKE ${query.q}::text || '%'
      OR postcodes @> ARRAY[${query.q}::text])`)
  return sql.join(parts, sql` AND `)
}

/** One row a zone: the list that knows populations before others, then the latest vintage. By name, never by value. */
export async function listZones(
  tx: Queries,
  workspaceId: string,
  query: z.output<typeof ZoneQuery>,
): Promise<{ items: Zone[]; total: number }> {
  const latest = sql`SELECT DISTINCT ON (level, code) * FROM ${everyZone(workspaceId)} z WHERE ${matching(query, workspaceId)}
    ORDER BY level, code, population IS NULL, vintage DESC`
  // What begins with the words comes before what only holds them; a short name before a long one.
  const order = query.q
    ? sql`plain(name) NOT LIKE plain(${query.q}::text) || '%', length(name), name, code`
    : sql`name, code`
  const rows = await rowsOf<Row & { total: string }>(
    tx,
    sql`SELECT ${COLUMNS}, count(*) OVER () AS total FROM (${latest}) found ORDER BY ${order} LIMIT ${query.limit}::int OFFSET ${query.offset}::int`,
  )
  return { items: rows.map(({ total: _, ...row }) => toZone(row)), total: Number(rows[0]?.total ?? 0) }
}

export async function findZone(
  tx: Queries,
  workspaceId: string,
  id: string,
): Promise<(Zone & { area: Area | null }) | undefined> {
  const [row] = await rowsOf<Row>(
    tx,
    sql`SELECT ${COLUMNS}, ST_AsGeoJSON(area, 6)::json AS area FROM ${everyZone(workspaceId)} z WHERE id = ${id}::uuid`,
  )
  if (!row) return undefined
  return { ...toZone(row), area: row.area ?? null }
}

/** How many zones of each level, vintage and source there are, and how many of them can be drawn. */
export const coverageOf = (
  tx: Queries,
  workspaceId: string,
  territory: string | undefined,
): Promise<z.output<typeof ZoneCoverage>[]> =>
  rowsOf(
    tx,
    sql`SELECT level, vintage, source, max(licence) AS licence, count(*)::int AS zones, count(area)::int AS contours
      FROM ${everyZone(workspaceId)} z
      WHERE ${territory ? sql`communes && (SELECT territory_communes(${workspaceId}::uuid, ${territory}::uuid))` : sql`true`}
      GROUP BY level, vintage, source ORDER BY level, vintage DESC, source`,
  )

export const insertDrawnZone = (
  tx: Queries,
  workspaceId: string,
  { id, name, area }: z.output<typeof DrawnZoneInput>,
) => tx.insert(drawnZones).values({ workspaceId, id, name, area })
