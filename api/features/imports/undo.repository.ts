import { sql } from 'drizzle-orm'
import type { Queries } from '#db/client'
import { rowsOf, uuidArray } from '#db/transaction'
import type { RunKey } from './staging.ts'

const PARTS = ['places', 'contacts', 'offers'] as const

/**
 * Lets actors of a run that were edited since stand on their own, with their parts. Answers how many there are.
 *
 * @param seq the number under which the run wrote its history: what has another is a later edit
 */
export async function keepEdited(tx: Queries, { workspaceId, runId }: RunKey, seq: number): Promise<number> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`UPDATE actors a SET import_run = NULL
      WHERE a.workspace_id = ${workspaceId}::uuid AND a.import_run = ${runId}::uuid AND EXISTS (
        SELECT 1 FROM changes c WHERE c.workspace_id = a.workspace_id AND c.entity = 'actor' AND c.entity_id = a.id
          AND c.seq <> ${seq}::bigint)
      RETURNING a.id`,
  )
  if (rows.length === 0) return 0
  const ids = uuidArray(rows.map(({ id }) => id))
  for (const part of PARTS) {
    await rowsOf(
      tx,
      sql`UPDATE ${sql.identifier(part)} SET import_run = NULL
        WHERE workspace_id = ${workspaceId}::uuid AND actor_id = ANY (${ids}) AND import_run = ${runId}::uuid`,
    )
  }
  await rowsOf(tx, sql`SELECT refresh_actors(${workspaceId}::uuid, ${ids})`)
  return rows.length
}

/** Rows of a run that are hidden again. */
export async function countBrought(tx: Queries, { workspaceId, runId }: RunKey): Promise<number> {
  const tables = ['actors', 'offers', 'drawn_zones', 'statistics', 'grid_cells', 'addresses']
  const counts = tables.map(
    (table) =>
      sql`(SELECT count(*) FROM ${sql.identifier(table)} WHERE workspace_id = ${workspaceId}::uuid AND import_run = ${runId}::uuid)`,
  )
  const [row] = await rowsOf<{ n: number }>(tx, sql`SELECT (${sql.join(counts, sql` + `)})::int AS n`)
  return row?.n ?? 0
}

/**
 * Deletes the reference zones and movements that a run brought. Answers how many went, or `shared` when there are some
 * and other workspaces may use them: then nothing is deleted.
 */
export async function removeReferences(
  tx: Queries,
  { runId }: RunKey,
  areShared: boolean,
): Promise<number | 'shared'> {
  const brought = (table: string) => sql`${sql.identifier(table)} WHERE import_run = ${runId}::uuid`
  if (areShared) {
    const [row] = await rowsOf<{ any: boolean }>(
      tx,
      sql`SELECT EXISTS (SELECT 1 FROM ${brought('zones')}) OR EXISTS (SELECT 1 FROM ${brought('movements')}) AS any`,
    )
    return row?.any ? 'shared' : 0
  }
  const zones = await rowsOf(tx, sql`DELETE FROM ${brought('zones')} RETURNING 1`)
  const movements = await rowsOf(tx, sql`DELETE FROM ${brought('movements')} RETURNING 1`)
  return zones.length + movements.length
}

/** Takes back the flags of actors that a run, which ended at that instant, did not find in its file. */
export const forgetFlags = (tx: Queries, workspaceId: string, endedAt: string) =>
  rowsOf(
    tx,
    sql`UPDATE actors SET gone_at = NULL WHERE workspace_id = ${workspaceId}::uuid AND gone_at = ${endedAt}::timestamptz`,
  )
