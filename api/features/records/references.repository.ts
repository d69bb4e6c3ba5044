import { type SQL, sql } from 'drizzle-orm'
import { REASONS } from '#contract/reasons'
import type { Queries } from '#db/client'
import { rowsOf, uuidArray } from '#db/transaction'

const inWorkspace =
  (table: string) =>
  (workspaceId: string): SQL =>
    sql`SELECT k.id FROM ${sql.identifier(table)} k WHERE k.workspace_id = ${workspaceId}::uuid`

/** Fields that hold ids, and what these are of. */
const REFERENCES: Record<string, (workspaceId: string) => SQL> = {
  reasonIds: inWorkspace('reasons'),
  bodyIds: inWorkspace('bodies'),
  publicIds: inWorkspace('target_publics'),
  zoneIds: (workspaceId) =>
    sql`SELECT k.id FROM zones k UNION ALL ${inWorkspace('drawn_zones')(workspaceId)}`,
}

export const isReference = (field: string): boolean => Object.hasOwn(REFERENCES, field)

/** Those of some ids in a field that name nothing the writer sees. A locked reason is always there. */
export async function findUnknown(
  tx: Queries,
  workspaceId: string,
  field: string,
  ids: readonly string[],
): Promise<string[]> {
  const free = ids.filter((id) => !(REASONS as readonly string[]).includes(id))
  if (!free.length) return []
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`SELECT asked.id FROM unnest(${uuidArray(free)}) AS asked(id)
      WHERE NOT EXISTS (SELECT 1 FROM (${REFERENCES[field]!(workspaceId)}) known WHERE known.id = asked.id)`,
  )
  return rows.map(({ id }) => id)
}
