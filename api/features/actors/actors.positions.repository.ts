import { type SQL, sql } from 'drizzle-orm'
import type { Place } from '#contract/actors'
import type { Point } from '#contract/geometry'
import type { Queries } from '#db/client'
import { fromGeoJson } from '#db/columns'
import { rowsOf } from '#db/transaction'

/** What of a place tells where somebody is. */
const EXACT = { address: null, label: null, point: null }

/** Where no contour says what the commune is, the side of the square that stands for it, in degrees. */
const SQUARE = 0.05

/**
 * Places of a person's function: no address, and a point somewhere in the commune. It follows from the actor and the
 * commune alone, never from the point that was given, so that neither repeating nor comparing tells more.
 */
export async function withoutPosition<T extends Place>(
  tx: Queries,
  actorId: string,
  list: readonly T[],
): Promise<T[]> {
  const moved: T[] = []
  for (const place of list)
    moved.push({
      ...place,
      ...EXACT,
      point: place.point && (await displaced(tx, actorId, place.communeCode, place.point)),
      approximate: place.point !== null,
    })
  return moved
}

async function displaced(
  tx: Queries,
  actorId: string,
  communeCode: string | null,
  point: Point,
): Promise<Point> {
  const seed = sql`('x' || left(md5(${`${actorId} ${communeCode ?? ''}`}::text), 7))::bit(28)::int + 1`
  const square = sql`ST_Expand(ST_SnapToGrid(${fromGeoJson(point)}, ${SQUARE}::float8), ${SQUARE / 2}::float8)`
  const [row] = await rowsOf<{ point: Point }>(
    tx,
    sql`SELECT ST_AsGeoJSON(ST_GeometryN(ST_GeneratePoints(coalesce(
        (SELECT area FROM zones WHERE level = 'commune' AND code = ${communeCode}::text AND area IS NOT NULL ORDER BY vintage DESC LIMIT 1),
        (SELECT ST_Union(area) FROM zones WHERE level = 'iris' AND communes = ARRAY[${communeCode}::text] AND vintage = (
          SELECT max(vintage) FROM zones WHERE level = 'iris' AND communes = ARRAY[${communeCode}::text] AND area IS NOT NULL)),
        ${square}), 1, ${seed}), 1), 6)::json AS point`,
  )
  return row!.point
}

/** Places as the history may keep them of a person's function. */
export const withoutTrace = (list: readonly Place[]): Place[] => list.map((place) => ({ ...place, ...EXACT }))

/** Takes exact positions out of the history of an actor that turns out to be a person's function. */
export async function forgetPositions(tx: Queries, workspaceId: string, actorId: string): Promise<void> {
  const bare = (places: SQL) => sql`CASE jsonb_typeof(${places}) WHEN 'array' THEN (
    SELECT coalesce(jsonb_agg(place || ${JSON.stringify(EXACT)}::text::jsonb), '[]') FROM jsonb_array_elements(${places}) AS place)
    ELSE ${places} END`
  const ofActor = sql`workspace_id = ${workspaceId}::uuid AND entity_id = ${actorId}::uuid`
  await rowsOf(
    tx,
    sql`UPDATE changes SET before = ${bare(sql`before`)}, after = ${bare(sql`after`)} WHERE ${ofActor} AND field = 'places'`,
  )
  await rowsOf(
    tx,
    sql`UPDATE changes SET after = jsonb_set(after, '{places}', ${bare(sql`after->'places'`)})
      WHERE ${ofActor} AND verb = 'created' AND jsonb_exists(after, 'places')`,
  )
}
