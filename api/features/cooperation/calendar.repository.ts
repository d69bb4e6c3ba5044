import { type SQL, sql } from 'drizzle-orm'
import { conditions } from '#api/features/actors/actors.filter.repository'
import { filterContext } from '#api/features/actors/actors.search.repository'
import { joinLiving } from '#api/features/records/actors-in-records.repository'
import type { ActorFilter } from '#contract/actors'
import type { Calendar, Occurrence } from '#contract/outreach'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'
import type { Reader } from '#db/workspace'

/** A stop with its hours, and the days between which it is there. */
export type Stop = Omit<Occurrence, 'start' | 'end'> & {
  hours: string | null
  startsOn: string | null
  endsOn: string | null
}
export type Range = { from: string; to: string }

/** Stops of actions that exist or are decided, of which an actor passes the filter, or which name none that is seen. */
const ofOutreach = ({ workspaceId }: Reader, { from, to }: Range): SQL => sql`
  SELECT o.id AS "outreachId", coalesce(i.actors, '{}') AS "actorIds", (stop->>'id')::uuid AS "stopId", o.name,
    stop->>'label' AS label, stop->>'communeCode' AS "communeCode", nullif(stop->'point', 'null') AS point,
    stop->>'hours' AS hours, o.starts_on::text AS "startsOn", o.ends_on::text AS "endsOn"
  FROM outreach o
  LEFT JOIN LATERAL (
    SELECT array_agg(DISTINCT l.id) AS actors, bool_or(l.id IN (SELECT id FROM passing)) AS passes
    FROM involvements s ${joinLiving(sql`s.actor_id`, sql`s.workspace_id`)}
    WHERE s.workspace_id = o.workspace_id AND s.record_id = o.id
  ) i ON true
  CROSS JOIN jsonb_array_elements(o.stops) AS stop
  WHERE o.workspace_id = ${workspaceId}::uuid AND o.archived_at IS NULL AND o.state IN ('existing', 'planned')
    AND coalesce(i.passes, true) AND (o.starts_on IS NULL OR o.starts_on < ${to}::date)
    AND (o.ends_on IS NULL OR o.ends_on >= ${from}::date)`

/** Stops that actors of the filter have among their own places. */
const ofActors = ({ workspaceId }: Reader): SQL => sql`
  SELECT NULL::uuid, ARRAY[a.id], p.id, a.name, coalesce(p.label, p.address, p.commune_name), p.commune_code,
    ST_AsGeoJSON(p.point, 6)::jsonb, p.hours, NULL, NULL
  FROM places p JOIN passing ON passing.id = p.actor_id
  JOIN actors a ON a.workspace_id = p.workspace_id AND a.id = p.actor_id
  WHERE p.workspace_id = ${workspaceId}::uuid AND p.kind = 'stop'`

/** Stops of the actors of a filter, and of actions in which they have a part, in some days. */
export async function listStops(
  tx: Queries,
  reader: Reader & { now: Date },
  filter: ActorFilter,
  range: Range,
): Promise<Stop[]> {
  const context = await filterContext(tx, reader, filter.q)
  const where = conditions(filter, context)
  return rowsOf<Stop>(
    tx,
    sql`WITH passing AS MATERIALIZED (SELECT a.id FROM actors a WHERE ${where})
      SELECT * FROM (${ofOutreach(reader, range)} UNION ALL ${ofActors(reader)}) stops ORDER BY name, label, "stopId"`,
  )
}

/** Meetings of bodies in some days, by time. */
export const listMeetings = (
  tx: Queries,
  { workspaceId }: Reader,
  { from, to }: Range,
): Promise<Calendar['meetings']> =>
  rowsOf(
    tx,
    sql`SELECT id AS "bodyId", name, next_meeting AS start, meeting_place AS place FROM bodies
      WHERE workspace_id = ${workspaceId}::uuid AND archived_at IS NULL
        AND next_meeting >= ${from}::text AND next_meeting < ${to}::text ORDER BY next_meeting, name, id`,
  )
