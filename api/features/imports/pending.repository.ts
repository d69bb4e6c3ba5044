import { type SQL, sql } from 'drizzle-orm'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'
import type { RunKey } from './staging.ts'

/** What a run inserts, and how its rows are told apart. Parts of actors go with their actor. */
const BROUGHT = ['offers', 'drawn_zones', 'statistics', 'grid_cells', 'addresses'] as const

const some = (table: string, { workspaceId, runId }: RunKey, limit: number): SQL =>
  sql`SELECT ctid FROM ${sql.identifier(table)}
    WHERE workspace_id = ${workspaceId}::uuid AND import_run = ${runId}::uuid LIMIT ${limit}::int`

/**
 * Deletes what a run has inserted and nobody sees, at most so many rows. Answers how many went: 0 when nothing is left.
 * The transaction must write for that run, or it would not see them either.
 */
export async function discardSome(tx: Queries, run: RunKey, limit: number): Promise<number> {
  for (const table of BROUGHT) {
    const gone = await rowsOf(
      tx,
      sql`DELETE FROM ${sql.identifier(table)} WHERE ctid = ANY (ARRAY(${some(table, run, limit)})) RETURNING 1`,
    )
    if (gone.length > 0) return gone.length
  }
  const ids = await rowsOf<{ id: string }>(
    tx,
    sql`DELETE FROM actors WHERE ctid = ANY (ARRAY(${some('actors', run, limit)})) RETURNING id`,
  )
  if (ids.length > 0) {
    const list = sql`${sql.param(`{${ids.map(({ id }) => id).join()}}`)}::uuid[]`
    await rowsOf(
      tx,
      sql`DELETE FROM map_points WHERE workspace_id = ${run.workspaceId}::uuid AND actor_id = ANY (${list})`,
    )
  }
  return ids.length
}

/** Created actors of a run that the map cannot draw. */
export async function countUnplaced(tx: Queries, { workspaceId, runId }: RunKey): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    tx,
    sql`SELECT count(*)::int AS n FROM actors
      WHERE workspace_id = ${workspaceId}::uuid AND import_run = ${runId}::uuid AND points = 0 AND archived_at IS NULL`,
  )
  return row?.n ?? 0
}
