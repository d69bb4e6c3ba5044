import { and, eq, inArray, sql } from 'drizzle-orm'
import type { RecordKind } from '#contract/records'
import type { Queries } from '#db/client'
import { involvements } from '#db/schema/partnership'
import { rowsOf, uuidArray } from '#db/transaction'
import { type Asker, type KnownActor, knownActors } from './known-actors.repository.ts'
import { ACTORS, type Part, type Stored } from './record-write.ts'

type Key = { workspaceId: string; kind: RecordKind; id: string }
type Row = Part & { recordId: string }

/** Parts in records, in their order, of actors that the reader sees, as they were written. */
const find = (tx: Queries, { workspaceId }: Asker, recordIds: readonly string[]): Promise<Row[]> =>
  rowsOf(
    tx,
    sql`SELECT i.record_id AS "recordId", i.actor_id AS "actorId", i.role FROM involvements i
      WHERE i.workspace_id = ${workspaceId}::uuid AND i.record_id = ANY (${uuidArray(recordIds)}) ORDER BY i.position, i.actor_id`,
  )

/** Parts of living actors, once each. Of an actor and another that was merged into it, its own part counts. */
function livingParts(parts: readonly Part[], known: ReadonlyMap<string, KnownActor>): Part[] {
  const living = new Map<string, Part>()
  for (const { actorId, role } of parts) {
    const id = known.get(actorId)?.living
    if (id && (!living.has(id) || id === actorId)) living.set(id, { actorId: id, role })
  }
  return [...living.values()]
}

const idsIn = (parts: readonly Part[]) => parts.map(({ actorId }) => actorId)

/** A list of parts as the reader sees it now. */
export const seenParts = async (tx: Queries, asker: Asker, parts: readonly Part[]): Promise<Part[]> =>
  livingParts(parts, await knownActors(tx, asker, idsIn(parts)))

/** Records with the parts of the actors that the reader sees. */
export async function withParts(tx: Queries, asker: Asker, records: readonly Stored[]): Promise<Stored[]> {
  const rows = await find(
    tx,
    asker,
    records.map(({ id }) => id),
  )
  const known = await knownActors(tx, asker, idsIn(rows))
  const written = Map.groupBy(rows, ({ recordId }) => recordId)
  return records.map((record) => ({
    ...record,
    [ACTORS]: livingParts(written.get(record.id) ?? [], known),
  }))
}

/**
 * Gives a record the parts that somebody wrote. Those of actors that the writer does not see, or that are archived, stay
 * as they are: they were not in the list that was read. A merged actor keeps its row, so that it can become itself again.
 */
export async function writeParts(
  tx: Queries,
  { workspaceId, kind, id }: Key,
  parts: readonly Part[],
): Promise<void> {
  const stored = idsIn(await find(tx, { workspaceId }, [id]))
  const known = await knownActors(tx, { workspaceId }, stored)
  const livingOf = (actorId: string) => known.get(actorId)?.living
  const wanted = new Set(idsIn(parts))
  const gone = stored.filter((actorId) => livingOf(actorId) && !wanted.has(livingOf(actorId)!))
  if (gone.length)
    await tx
      .delete(involvements)
      .where(
        and(
          eq(involvements.workspaceId, workspaceId),
          eq(involvements.recordId, id),
          inArray(involvements.actorId, gone),
        ),
      )
  const rows = parts.flatMap(({ actorId, role }, position) => {
    const same = stored.filter((other) => livingOf(other) === actorId)
    const names = same.length ? same : [actorId]
    return names.map((name) => ({
      workspaceId,
      recordKind: kind,
      recordId: id,
      actorId: name,
      role,
      position,
    }))
  })
  if (rows.length)
    await tx
      .insert(involvements)
      .values(rows)
      .onConflictDoUpdate({
        target: [involvements.workspaceId, involvements.recordId, involvements.actorId],
        set: { role: sql`excluded.role`, position: sql`excluded.position` },
      })
}
