import { sql } from 'drizzle-orm'
import { communesOf } from '#api/features/actors/actors.filter.repository'
import type { Located } from '#contract/zones'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'
import type { Reader } from '#db/workspace'

const MOST = 12

/** Names that the map can fly to, among what is loaded: nothing is asked from a geocoder. */
export async function locate(
  tx: Queries,
  reader: Reader,
  words: string,
  territory: string | undefined,
): Promise<Located[]> {
  const { workspaceId } = reader
  const like = sql`'%' || plain(${words}::text) || '%'`
  const codes = territory
    ? sql`(SELECT territory_communes(${workspaceId}::uuid, ${territory}::uuid))`
    : sql`NULL::text[]`
  const inside = (column: ReturnType<typeof sql>) => (territory ? sql`${column} && ${codes}` : sql`true`)
  const rows = await rowsOf<
    Omit<Located, 'point' | 'bounds'> &
      Record<'lng' | 'lat' | 'west' | 'south' | 'east' | 'north', number | null>
  >(
    tx,
    sql`WITH found AS (
      (SELECT CASE level WHEN 'commune' THEN 'commune' ELSE 'zone' END AS kind, name AS label, code AS detail,
          ST_PointOnSurface(area) AS point, area AS extent, communes[1] AS commune, postcodes[1] AS postcode, 0 AS place
        FROM zones WHERE plain(name) LIKE ${like} AND area IS NOT NULL AND ${inside(sql`communes`)}
        ORDER BY length(name), vintage DESC LIMIT ${MOST}::int)
      UNION ALL
      (SELECT 'landmark', name, NULL, ST_PointOnSurface(geometry), NULL, NULL, NULL, 1 FROM backdrop_features
        WHERE workspace_id = ${workspaceId}::uuid AND class LIKE 'label%' AND plain(name) LIKE ${like}
        AND ${territory ? sql`territory_id = ${territory}::uuid` : sql`true`} ORDER BY length(name) LIMIT ${MOST}::int)
      UNION ALL
      (SELECT DISTINCT ON (p.address, p.commune_name) 'address', p.address, concat_ws(' ', p.postcode, p.commune_name), p.point, NULL::geometry,
          p.commune_code, p.postcode, 2
        FROM places p WHERE p.workspace_id = ${workspaceId}::uuid AND p.point IS NOT NULL AND plain(p.address) LIKE ${like}
        AND ${inside(sql`ARRAY[p.commune_code]`)} LIMIT ${MOST}::int)
      UNION ALL
      (SELECT 'actor', a.name, p.commune_name, p.point, NULL, p.commune_code, p.postcode, 3
        FROM search_query(${workspaceId}::uuid, ${words}::text) s
        JOIN actors a ON a.workspace_id = ${workspaceId}::uuid AND a.archived_at IS NULL AND a.search @@ s.query
        JOIN places p ON p.workspace_id = a.workspace_id AND p.actor_id = a.id AND p.point IS NOT NULL
        WHERE ${inside(communesOf(reader))} ORDER BY ts_rank_cd(a.search, s.query) DESC LIMIT ${MOST}::int)
    )
    SELECT kind, label, detail, commune AS "communeCode", postcode, ST_X(point) AS lng, ST_Y(point) AS lat,
      ST_XMin(extent) AS west, ST_YMin(extent) AS south, ST_XMax(extent) AS east, ST_YMax(extent) AS north
    FROM found ORDER BY plain(label) NOT LIKE plain(${words}::text) || '%', place, length(label) LIMIT ${MOST}::int`,
  )
  return rows.map(({ lng, lat, west, south, east, north, ...row }) => ({
    ...row,
    point: { type: 'Point', coordinates: [lng!, lat!] },
    bounds: west === null ? null : [west, south!, east!, north!],
  }))
}
