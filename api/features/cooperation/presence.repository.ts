import { type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { localTime } from '#api/domain/local-time'
import type { outreachEndpoints, ZonePresence } from '#contract/outreach'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'
import type { Reader } from '#db/workspace'

type Query = z.output<typeof outreachEndpoints.presence.query>

/** One zone for each code, with contours where a source has them. */
const zonesOf = ({ territory, level, vintage }: Query, workspaceId: string): SQL => sql`
  SELECT DISTINCT ON (code) id, code, name, area FROM zones
  WHERE level = ${level}::text AND vintage = ${vintage}::text
    AND communes && (SELECT territory_communes(${workspaceId}::uuid, ${territory}::uuid))
  ORDER BY code, area IS NULL, source`

/** Which of some things (`thing`, `commune_code`, `point`) lies in which zone: in a commune by its code, or by the point. */
const inside = ({ level }: Query, things: SQL): SQL =>
  level === 'commune'
    ? sql`SELECT z.id, t.thing FROM known z JOIN (${things}) t ON t.commune_code = z.code
        UNION SELECT z.id, t.thing FROM known z JOIN (${things}) t ON t.commune_code IS NULL AND ST_Intersects(z.area, t.point)`
    : sql`SELECT z.id, t.thing FROM known z JOIN (${things}) t ON ST_Intersects(z.area, t.point)`

/** Counts of distinct things, by zone. */
const counted = (query: Query, things: SQL): SQL =>
  sql`(SELECT id, count(DISTINCT thing)::int AS n FROM (${inside(query, things)}) found GROUP BY id)`

/**
 * Who is known to be in each zone: actors with a place inside, and stops of actions that exist and have not ended. By
 * name, never by a value.
 */
export function listPresence(
  tx: Queries,
  { workspaceId, now }: Reader & { now: Date },
  query: Query,
): Promise<ZonePresence[]> {
  const places = sql`SELECT p.actor_id AS thing, p.commune_code, p.point FROM places p
    JOIN actors a ON a.workspace_id = p.workspace_id AND a.id = p.actor_id AND a.archived_at IS NULL
    WHERE p.workspace_id = ${workspaceId}::uuid`
  return rowsOf(
    tx,
    sql`WITH known AS MATERIALIZED (${zonesOf(query, workspaceId)}),
      stops AS MATERIALIZED (
        SELECT o.id || (stop->>'id') AS thing, stop->>'communeCode' AS commune_code,
          ST_SetSRID(ST_GeomFromGeoJSON(nullif(stop->'point', 'null')), 4326) AS point
        FROM outreach o, jsonb_array_elements(o.stops) AS stop
        WHERE o.workspace_id = ${workspaceId}::uuid AND o.archived_at IS NULL AND o.state = 'existing'
          AND (o.ends_on IS NULL OR o.ends_on >= ${localTime(now).slice(0, 10)}::date)
      )
      SELECT z.id AS "zoneId", z.code, z.name, coalesce(a.n, 0) AS actors, coalesce(s.n, 0) AS stops
      FROM known z
      LEFT JOIN ${counted(query, places)} a ON a.id = z.id
      LEFT JOIN ${counted(query, sql`SELECT thing, commune_code, point FROM stops`)} s ON s.id = z.id
      ORDER BY z.name, z.code`,
  )
}
