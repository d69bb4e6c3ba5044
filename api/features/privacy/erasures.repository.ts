import { sql } from 'drizzle-orm'
import { FIELD_AUDIENCES } from '#api/domain/audience'
import { FORMER_MEMBER } from '#api/features/changes/changes.repository'
import type { Queries } from '#db/client'
import { rowsOf, textArray, uuidArray } from '#db/transaction'
import type { WorkspaceTransaction } from '#db/workspace'

/** Gives up dry runs whose file mentions somebody who is erased: it cannot be applied any more, and goes. */
export async function giveUpImports(
  { tx, workspaceId }: WorkspaceTransaction,
  runIds: readonly string[],
  now: Date,
): Promise<void> {
  if (!runIds.length) return
  await rowsOf(
    tx,
    sql`UPDATE import_runs SET state = 'cancelled', ended_at = ${now.toISOString()}::timestamptz
      WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${uuidArray(runIds)}) AND state = 'done' AND NOT revealed`,
  )
}

/** Notes how many things went from each field of each actor, and works out anew what follows from these actors. */
export async function touchActors(
  { tx, workspaceId, record }: WorkspaceTransaction,
  touched: ReadonlyMap<string, ReadonlyMap<string, number>>,
  now: Date,
): Promise<void> {
  if (!touched.size) return
  for (const [id, counts] of touched) {
    const fields = [...counts.keys()].filter((field) => Object.hasOwn(FIELD_AUDIENCES, field))
    // As after an edit by hand, an import does not bring back what has gone.
    const [row] = await rowsOf<{ version: number }>(
      tx,
      sql`UPDATE actors SET version = version + 1, updated_at = ${now.toISOString()}::timestamptz,
          edited_fields = ARRAY(SELECT DISTINCT unnest(edited_fields || ${textArray(fields)}))
        WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid RETURNING version`,
    )
    record(
      ...[...counts].map(([field, erased]) => ({
        verb: 'updated' as const,
        entity: 'actor' as const,
        entityId: id,
        version: row!.version,
        field,
        after: { erased },
      })),
    )
  }
  await rowsOf(tx, sql`SELECT refresh_actors(${workspaceId}::uuid, ${uuidArray([...touched.keys()])})`)
  await rowsOf(tx, sql`SELECT rebuild_lexemes(${workspaceId}::uuid)`)
}

/** What these accounts wrote or proposed stays without saying who they were. */
export async function forgetAuthors(tx: Queries, workspaceId: string, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  const own = textArray(ids)
  await rowsOf(
    tx,
    sql`UPDATE changes SET author = ${FORMER_MEMBER}::text WHERE workspace_id = ${workspaceId}::uuid AND author = ANY (${own})`,
  )
  await rowsOf(
    tx,
    sql`UPDATE proposals SET author = CASE WHEN author = ANY (${own}) THEN ${FORMER_MEMBER}::text ELSE author END,
        decided_by = CASE WHEN decided_by = ANY (${own}) THEN ${FORMER_MEMBER}::text ELSE decided_by END
      WHERE workspace_id = ${workspaceId}::uuid AND (author = ANY (${own}) OR decided_by = ANY (${own}))`,
  )
}
