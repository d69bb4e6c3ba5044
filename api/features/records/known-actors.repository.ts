import { sql } from 'drizzle-orm'
import type { Actor } from '#contract/actors'
import type { Queries } from '#db/client'
import { rowsOf, uuidArray } from '#db/transaction'
import type { Reader } from '#db/workspace'
import { joinLiving } from './actors-in-records.repository.ts'

export type Asker = Pick<Reader, 'workspaceId'>

/** `living`: the actor itself or the one that it was merged into; null when that one is archived or not seen. */
export type KnownActor = { kind: Actor['kind']; living: string | null }

/** Of some ids, those of actors that the reader sees, archived or not. */
export async function knownActors(
  tx: Queries,
  { workspaceId }: Asker,
  ids: readonly string[],
): Promise<Map<string, KnownActor>> {
  if (!ids.length) return new Map()
  const rows = await rowsOf<KnownActor & { id: string }>(
    tx,
    sql`SELECT named.id, named.kind, l.id AS living FROM unnest(${uuidArray([...new Set(ids)])}) AS asked(id)
      ${joinLiving(sql`asked.id`, sql`${workspaceId}::uuid`, sql`LEFT JOIN`)}`,
  )
  return new Map(rows.map(({ id, kind, living }) => [id, { kind, living }]))
}
