import { isDeepStrictEqual } from 'node:util'
import { sql } from 'drizzle-orm'
import { staleWrite } from '#api/http/problems'
import type { Queries } from '#db/client'
import type { WorkspaceTransaction } from '#db/workspace'

/** The fields of `set` that differ from what is there. */
export const changedFields = <F extends object>(current: { fields: F }, set: Partial<F>) =>
  (Object.keys(set) as (keyof F & string)[]).filter(
    (field) => !isDeepStrictEqual(comparable(current.fields[field]), comparable(set[field])),
  )

/** As JSON carries it: keys without a value are not there, and an instant has one notation. */
const comparable = (value: unknown): unknown => {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)))
    return new Date(value).toISOString()
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}

/** Fields that somebody wrote after a version. */
export async function fieldsWrittenSince(
  tx: Queries,
  workspaceId: string,
  id: string,
  version: number,
): Promise<string[]> {
  const rows = await tx.execute<{ field: string }>(sql`SELECT DISTINCT field FROM changes
    WHERE workspace_id = ${workspaceId}::uuid AND entity_id = ${id}::uuid AND version > ${version}::int AND field IS NOT NULL`)
  return rows.map(({ field }) => field)
}

/**
 * Refuses a write made on an older `version` when somebody has since given another value to one of its fields, with both
 * values. Disjoint fields merge.
 */
export async function refuseStale<F extends object>(
  { tx, workspaceId }: WorkspaceTransaction,
  id: string,
  current: { fields: F; version: number },
  version: number,
  wanted: Partial<F>,
): Promise<void> {
  if (current.version <= version) return
  const written = await fieldsWrittenSince(tx, workspaceId, id, version)
  const clashes = changedFields(current, wanted).filter((field) => written.includes(field))
  if (clashes.length)
    throw staleWrite(
      Object.fromEntries(
        clashes.map((field) => [field, { yours: wanted[field], theirs: current.fields[field] }]),
      ),
    )
}
