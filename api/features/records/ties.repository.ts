import { sql } from 'drizzle-orm'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'
import { type Asker, knownActors } from './known-actors.repository.ts'
import type { Stored } from './record-write.ts'

type Tie = Stored & { fromId: string; toId: string }

/** Ties between the living actors at their ends. `isThere`: both are, and are two; of any other the ends are as written. */
export async function withLivingEnds(tx: Queries, asker: Asker, ties: readonly Stored[]): Promise<Stored[]> {
  const written = ties as readonly Tie[]
  const known = await knownActors(
    tx,
    asker,
    written.flatMap(({ fromId, toId }) => [fromId, toId]),
  )
  return written.map((tie) => {
    const [from, to] = [known.get(tie.fromId)?.living, known.get(tie.toId)?.living]
    return { ...tie, fromId: from ?? tie.fromId, toId: to ?? tie.toId, isThere: from && to && from !== to }
  })
}

/** Of ties, those that are there, and of several between two actors the one that was written last. */
export function oneForTwo(ties: readonly Stored[]): Stored[] {
  const latest = new Map<string, Stored>()
  for (const tie of ties as readonly Tie[]) {
    if (!tie.isThere) continue
    // Two actors may have had ties that are archived, besides.
    const pair = tie.archivedAt ? tie.id : [tie.fromId, tie.toId].sort().join()
    const other = latest.get(pair)
    if (!other || other.updatedAt < tie.updatedAt) latest.set(pair, tie)
  }
  const listed = new Set(latest.values())
  return ties.filter((tie) => listed.has(tie))
}

/** Another tie between two living actors, which the reader sees. */
export async function findTieBetween(
  tx: Queries,
  { workspaceId }: Asker,
  [one, other]: readonly [string, string],
  exceptId: string,
): Promise<string | null> {
  const [row] = await rowsOf<{ id: string }>(
    tx,
    sql`WITH RECURSIVE same(id, living) AS (
        SELECT id, id FROM unnest(ARRAY[${one}::uuid, ${other}::uuid]) AS asked(id)
        UNION SELECT a.id, same.living FROM actors a JOIN same ON a.merged_into = same.id
        WHERE a.workspace_id = ${workspaceId}::uuid)
      SELECT t.id FROM ties t
      JOIN same f ON f.id = t.from_id JOIN same s ON s.id = t.to_id AND s.living <> f.living
      WHERE t.workspace_id = ${workspaceId}::uuid AND t.archived_at IS NULL AND t.id <> ${exceptId}::uuid
      ORDER BY t.updated_at DESC LIMIT 1`,
  )
  return row?.id ?? null
}
