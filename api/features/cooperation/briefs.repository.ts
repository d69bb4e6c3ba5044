import { type SQL, sql } from 'drizzle-orm'
import { conditions, type FilterContext } from '#api/features/actors/actors.filter.repository'
import { filterContext } from '#api/features/actors/actors.search.repository'
import { latest } from '#api/features/assessments/assessments.repository'
import { joinLiving } from '#api/features/records/actors-in-records.repository'
import type { ActorFilter } from '#contract/actors'
import { type ActorBrief, BRIEFS_MAX } from '#contract/briefs'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'
import type { Reader } from '#db/workspace'

/** Involvements `s` of records that the reader sees and that are not archived. */
const keptInvolvements = ({ workspaceId }: Reader): SQL =>
  sql.join(
    ['bodies', 'facilitators', 'outreach'].map(
      (table) => sql`SELECT s.workspace_id, s.actor_id FROM involvements s
        JOIN ${sql.identifier(table)} r ON r.workspace_id = s.workspace_id AND r.id = s.record_id AND r.archived_at IS NULL
        WHERE s.workspace_id = ${workspaceId}::uuid`,
    ),
    sql` UNION `,
  )

/** Living actors that something names: a tie, a body, a facilitator, an action, a judgement that counts. */
const named = (reader: Reader): SQL => sql`
  SELECT l.id FROM (
    SELECT workspace_id, unnest(ARRAY[from_id, to_id]) AS actor_id FROM ties
    WHERE workspace_id = ${reader.workspaceId}::uuid AND archived_at IS NULL
    UNION ${keptInvolvements(reader)}
  ) s ${joinLiving(sql`s.actor_id`, sql`s.workspace_id`)}
  UNION SELECT living_id FROM (${latest(reader)}) s WHERE s.need IS NOT NULL OR s.possibility IS NOT NULL`

type Row = Omit<ActorBrief, 'points'> & { points: [number, number][]; total: number }

/** Rows are read by what is shown of them: those that pass are found once. */
const statementOf = (reader: FilterContext, filter: ActorFilter): SQL => sql`
  WITH passing AS MATERIALIZED (SELECT a.id, a.name FROM actors a WHERE ${conditions(filter, reader)}),
      shown AS (
        (SELECT id, true AS filtered FROM passing ORDER BY name, id LIMIT ${BRIEFS_MAX}::int)
        UNION ALL
        (SELECT n.id, false FROM (${named(reader)}) n WHERE n.id NOT IN (SELECT id FROM passing) LIMIT ${BRIEFS_MAX}::int)
      ),
      points AS (
        SELECT p.actor_id, jsonb_agg(jsonb_build_array(
          round(ST_X(p.point)::numeric, 6), round(ST_Y(p.point)::numeric, 6)) ORDER BY p.position) AS list
        FROM places p WHERE p.workspace_id = ${reader.workspaceId}::uuid AND p.point IS NOT NULL
          AND p.actor_id IN (SELECT id FROM shown) GROUP BY p.actor_id
      )
      SELECT a.id, a.name, a.kind, a.family, a.type_id AS "typeId", a.publics, a.approaches,
        coalesce(p.list, '[]') AS points, s.filtered, (SELECT count(*)::int FROM passing) AS total
      FROM shown s JOIN actors a ON a.workspace_id = ${reader.workspaceId}::uuid AND a.id = s.id
      LEFT JOIN points p ON p.actor_id = a.id
      ORDER BY s.filtered DESC, a.name, a.id`

/** The actors of a filter, by name, then those that something names; at most {@link BRIEFS_MAX} of each. */
export async function listBriefs(
  tx: Queries,
  reader: Reader & { now: Date },
  filter: ActorFilter,
): Promise<{ items: ActorBrief[]; total: number }> {
  const context = await filterContext(tx, reader, filter.q)
  const rows = await rowsOf<Row>(tx, statementOf(context, filter))
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
