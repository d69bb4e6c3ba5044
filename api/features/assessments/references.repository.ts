import { sql } from 'drizzle-orm'
import { REASONS } from '#contract/reasons'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'
import type { Reader } from '#db/workspace'

/** What a judgement is about and whose it is, as far as it must be there. */
export type Named = { actorId: string; reasonId: string; publicId: string | null; groupId: string | null }

const isLocked = (reasonId: string) => (REASONS as readonly string[]).includes(reasonId)

/** What is named and is not there for the reader, or is archived; of an actor that was merged, the living one counts. */
export async function findUnknown(
  tx: Queries,
  { workspaceId }: Reader,
  { actorId, reasonId, publicId, groupId }: Named,
): Promise<(keyof Named)[]> {
  const kept = (table: string, id: string) =>
    sql`EXISTS (SELECT 1 FROM ${sql.identifier(table)} k
      WHERE k.workspace_id = ${workspaceId}::uuid AND k.id = ${id}::uuid AND k.archived_at IS NULL)`
  const there = sql`true`
  const [row] = await rowsOf<Record<keyof Named, boolean>>(
    tx,
    sql`SELECT EXISTS (SELECT 1 FROM actors a WHERE a.workspace_id = ${workspaceId}::uuid AND a.archived_at IS NULL
          AND a.id = living_actor(${workspaceId}::uuid, ${actorId}::uuid)) AS "actorId",
        ${isLocked(reasonId) ? there : kept('reasons', reasonId)} AS "reasonId",
        ${publicId ? kept('target_publics', publicId) : there} AS "publicId",
        ${groupId ? kept('groups', groupId) : there} AS "groupId"`,
  )
  return (Object.keys(row!) as (keyof Named)[]).filter((name) => !row![name])
}

/** Whether the reader sees an actor, archived or not. */
export async function isKnownActor(tx: Queries, { workspaceId }: Reader, id: string): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`SELECT 1 FROM actors a WHERE a.workspace_id = ${workspaceId}::uuid AND a.id = ${id}::uuid`,
  )
  return rows.length > 0
}
