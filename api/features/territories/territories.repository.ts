import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { isWithin } from '#api/features/actors/actors.filter.repository'
import type { Area } from '#contract/geometry'
import type { Territory, TerritoryFields } from '#contract/territories'
import type { Queries } from '#db/client'
import { territories } from '#db/schema/territories'
import { rowsOf } from '#db/transaction'
import type { Reader } from '#db/workspace'

/** A territory `t` and its commune codes `c`, kept apart by OFFSET 0: pulled up, they would be computed again for each actor. */
const columns = (
  reader: Reader,
): SQL => sql`t.id, t.name, t.communes, t.epcis, ST_AsGeoJSON(t.polygon, 6)::json AS polygon, t.demo, t.version,
  to_char(t.archived_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "archivedAt", c.codes AS "communeCodes",
  (SELECT sum(population)::int FROM (
    SELECT DISTINCT ON (code) population FROM zones WHERE level = 'commune' AND code = ANY (c.codes) AND population IS NOT NULL
    ORDER BY code, vintage DESC) latest) AS population,
  (SELECT count(*)::int FROM actors a WHERE a.workspace_id = ${reader.workspaceId}::uuid AND a.archived_at IS NULL
    AND ${isWithin(reader, { codes: sql`c.codes`, polygon: sql`t.polygon` })}) AS actors,
  coalesce(
    (SELECT ST_Extent(area) FROM zones WHERE level IN ('commune', 'iris') AND communes && c.codes AND area IS NOT NULL),
    ST_Extent(t.polygon) OVER (PARTITION BY t.id),
    (SELECT ST_Extent(point) FROM places WHERE workspace_id = ${reader.workspaceId}::uuid AND commune_code = ANY (c.codes))
  )::geometry AS extent`

type Row = Omit<Territory, 'bounds'> & { west: number | null; south: number; east: number; north: number }

async function select(tx: Queries, reader: Reader, where: SQL): Promise<Territory[]> {
  const rows = await rowsOf<Row>(
    tx,
    sql`SELECT *, ST_XMin(extent) AS west, ST_YMin(extent) AS south, ST_XMax(extent) AS east, ST_YMax(extent) AS north FROM (
      SELECT ${columns(reader)} FROM territories t, LATERAL (SELECT territory_communes(t.workspace_id, t.id) AS codes OFFSET 0) c
      WHERE t.workspace_id = ${reader.workspaceId}::uuid AND ${where} ORDER BY t.created_at, t.id) known`,
  )
  return rows.map(toTerritory)
}

const toTerritory = ({ west, south, east, north, ...row }: Row): Territory => ({
  id: row.id,
  name: row.name,
  communes: row.communes,
  epcis: row.epcis,
  polygon: row.polygon,
  demo: row.demo,
  communeCodes: row.communeCodes,
  population: row.population,
  actors: row.actors,
  bounds: west === null ? null : [west, south, east, north],
  version: row.version,
  archivedAt: row.archivedAt,
})

export const listTerritories = (tx: Queries, reader: Reader): Promise<Territory[]> =>
  select(tx, reader, sql`t.archived_at IS NULL`)

export const findTerritory = async (
  tx: Queries,
  reader: Reader,
  id: string,
): Promise<Territory | undefined> => (await select(tx, reader, sql`t.id = ${id}::uuid`))[0]

type Fields = z.output<typeof TerritoryFields>
type Key = { workspaceId: string; id: string }

export const insertTerritory = (tx: Queries, { workspaceId, id }: Key, fields: Fields, demo = false) =>
  tx.insert(territories).values({ ...fields, workspaceId, id, demo })

/** Its version, locked until the transaction ends; undefined when there is no such territory. */
export async function lockTerritory(
  tx: Queries,
  { workspaceId, id }: Key,
): Promise<{ version: number } | undefined> {
  const [row] = await tx
    .select({ version: territories.version })
    .from(territories)
    .where(and(eq(territories.workspaceId, workspaceId), eq(territories.id, id)))
    .for('update')
  return row
}

export const updateTerritory = (
  tx: Queries,
  { workspaceId, id }: Key,
  set: Partial<Fields> & { version: number; archivedAt?: string },
) =>
  tx
    .update(territories)
    .set(set)
    .where(and(eq(territories.workspaceId, workspaceId), eq(territories.id, id)))

/** Square degrees, about ten hectares: what contours that were simplified one by one leave between them. */
const SLIVER = 0.00001

/** The union of its communes' contours, else of their IRIS, else what was drawn; null when none is known. */
export async function outlineOf(tx: Queries, workspaceId: string, id: string): Promise<Area | null> {
  const [row] = await rowsOf<{ area: Area | null }>(
    tx,
    sql`WITH codes AS MATERIALIZED (SELECT territory_communes(${workspaceId}::uuid, ${id}::uuid) AS codes),
      contours AS (
        SELECT DISTINCT ON (z.level, z.code) z.level, z.area FROM zones z, codes
        WHERE z.level IN ('commune', 'iris') AND z.communes && codes.codes AND z.area IS NOT NULL
        ORDER BY z.level, z.code, z.vintage DESC),
      whole AS (SELECT coalesce(
        (SELECT ST_Union(area) FROM contours WHERE level = 'commune'),
        (SELECT ST_Union(area) FROM contours WHERE level = 'iris'),
        (SELECT polygon FROM territories WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid)) AS area),
      parts AS (SELECT (ST_Dump(area)).geom AS part FROM whole),
      outlines AS (
        SELECT ST_MakePolygon(ST_ExteriorRing(part), ARRAY(
          SELECT ST_ExteriorRing(hole.geom) FROM ST_DumpRings(part) AS hole
          WHERE hole.path[1] > 0 AND ST_Area(hole.geom) > ${SLIVER})) AS outline
        FROM parts)
      SELECT ST_AsGeoJSON(ST_Multi(ST_Collect(outline)), 5)::json AS area FROM outlines`,
  )
  return row?.area ?? null
}

export async function backdropOf(tx: Queries, workspaceId: string, id: string) {
  const rows = await rowsOf<{ class: never; name: string | null; geometry: never }>(
    tx,
    sql`SELECT class, name, ST_AsGeoJSON(geometry, 6)::json AS geometry FROM backdrop_features
      WHERE workspace_id = ${workspaceId}::uuid AND territory_id = ${id}::uuid ORDER BY position`,
  )
  return {
    type: 'FeatureCollection' as const,
    features: rows.map(({ class: kind, name, geometry }) => ({
      type: 'Feature' as const,
      properties: { class: kind, name },
      geometry,
    })),
  }
}
