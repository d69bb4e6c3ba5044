import { type SQL, sql } from 'drizzle-orm'
import { commonFieldsOf } from '#api/features/actors/actors.repository'
import type { ActorFields } from '#contract/actors'
import type { SharedActor } from '#contract/sharing'
import type { Queries } from '#db/client'
import { rowsOf, textArray, uuidArray } from '#db/transaction'

export type Offered = Omit<SharedActor, 'takenAs'>

/** What is offered to a workspace: what the policies of the shared role let through, but its own and what is archived. */
const offered = (workspaceId: string): SQL =>
  sql`actors a JOIN workspaces w ON w.id = a.workspace_id WHERE a.workspace_id <> ${workspaceId}::uuid AND a.archived_at IS NULL`

/** By name; for a transaction of `readShared`. */
export async function listOffered(
  tx: Queries,
  workspaceId: string,
  { q = '', limit, offset }: { q?: string | undefined; limit: number; offset: number },
): Promise<{ items: Offered[]; total: number }> {
  const named = sql`${offered(workspaceId)} AND strpos(plain(a.name), plain(${q}::text)) > 0`
  const items = await rowsOf<Offered>(
    tx,
    sql`SELECT a.workspace_id AS "workspaceId", w.name AS workspace, a.id, a.name, a.family, a.type_id AS "typeId",
        ARRAY(SELECT DISTINCT p.commune_name FROM places p
          WHERE p.workspace_id = a.workspace_id AND p.actor_id = a.id AND p.commune_name IS NOT NULL ORDER BY 1) AS communes
      FROM ${named} ORDER BY plain(a.name), a.workspace_id, a.id LIMIT ${limit}::int OFFSET ${offset}::int`,
  )
  const [counted] = await rowsOf<{ total: number }>(tx, sql`SELECT count(*)::int AS total FROM ${named}`)
  return { items, total: counted!.total }
}

/** One offered actor, with the day of its last edit; for a transaction of `readShared`. */
export async function findOffered(
  tx: Queries,
  workspaceId: string,
  of: { workspaceId: string; id: string },
): Promise<{ fields: ActorFields; day: string } | undefined> {
  const [row] = await rowsOf<{ fields: ActorFields; day: string }>(
    tx,
    sql`SELECT ${commonFieldsOf} AS fields, (a.updated_at AT TIME ZONE 'UTC')::date::text AS day
      FROM ${offered(workspaceId)} AND a.workspace_id = ${of.workspaceId}::uuid AND a.id = ${of.id}::uuid`,
  )
  return row
}

/** Of these identifiers at their sources, those that a workspace has taken over, and as which actors. */
export async function findTaken(
  tx: Queries,
  workspaceId: string,
  taken: readonly { source: string; sourceId: string }[],
): Promise<Map<string, string>> {
  const rows = await rowsOf<{ source: string; sourceId: string; id: string }>(
    tx,
    sql`SELECT a.source, a.source_id AS "sourceId", a.id FROM actors a WHERE a.workspace_id = ${workspaceId}::uuid
      AND a.source = ANY (${textArray([...new Set(taken.map(({ source }) => source))])})
      AND a.source_id = ANY (${textArray(taken.map(({ sourceId }) => sourceId))})`,
  )
  return new Map(rows.map(({ source, sourceId, id }) => [`${source} ${sourceId}`, id]))
}

/** Which of these zones are references, the same for every workspace. */
export async function keepReferences(tx: Queries, zones: readonly string[]): Promise<string[]> {
  if (!zones.length) return []
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`SELECT id FROM zones WHERE id = ANY (${uuidArray(zones)})`,
  )
  return rows.map(({ id }) => id)
}

/** The types of a list that a workspace's nomenclature has. */
export async function keepTypes(
  tx: Queries,
  workspaceId: string,
  types: readonly string[],
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`SELECT id FROM actor_types WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${textArray(types)})`,
  )
  return types.filter((type) => rows.some(({ id }) => id === type))
}

export const setProvenance = (
  tx: Queries,
  workspaceId: string,
  id: string,
  { source, sourceId, day }: { source: string; sourceId: string; day: string },
) =>
  rowsOf(
    tx,
    sql`UPDATE actors SET source = ${source}::text, source_id = ${sourceId}::text, source_date = ${day}::date
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`,
  )
