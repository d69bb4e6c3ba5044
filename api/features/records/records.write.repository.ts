import { and, eq, sql } from 'drizzle-orm'
import { isReadable } from '#api/domain/audience'
import { changedFields, refuseStale } from '#api/features/changes/edited-fields.repository'
import { aboveAudience, invalid } from '#api/http/problems'
import type { Audience } from '#contract/roles'
import { rowsOf } from '#db/transaction'
import type { WorkspaceTransaction } from '#db/workspace'
import type { Kind } from './kinds.repository.ts'
import { knownActors } from './known-actors.repository.ts'
import { seenParts, writeParts } from './parts.repository.ts'
import { ACTORS, type Fields, type Part, type Write } from './record-write.ts'
import { type Current, refuseBeyond } from './records.repository.ts'
import { findUnknown, isReference } from './references.repository.ts'

const same = ({ table }: Kind, workspaceId: string, id: string) =>
  and(eq(table.workspaceId, workspaceId), eq(table.id, id))

const columnsOf = ({ [ACTORS]: _, ...columns }: Fields) => columns

/** Refuses ids that name nothing the writer sees. Those that were there already stay. */
async function refuseUnknown({ tx, workspaceId }: WorkspaceTransaction, { current, set }: Write) {
  const unknown: Record<string, string> = {}
  for (const field of Object.keys(set).filter(isReference)) {
    const ids = set[field] as string[]
    const known = (current?.[field] ?? []) as string[]
    const wrong = await findUnknown(
      tx,
      workspaceId,
      field,
      ids.filter((id) => !known.includes(id)),
    )
    for (const id of wrong) unknown[`/${field}/${ids.indexOf(id)}`] = 'it is not there'
  }
  const parts = (set[ACTORS] ?? []) as Part[]
  const ids = parts.map(({ actorId }) => actorId)
  const actors = await knownActors(tx, { workspaceId }, ids)
  for (const [index, id] of ids.entries())
    if (!actors.has(id)) unknown[`/${ACTORS}/${index}/actorId`] = 'no such actor'
  if (Object.keys(unknown).length) throw invalid(unknown)
}

/** What is to be stored of what somebody wants to write. Throws what refuses it. */
async function settled(transaction: WorkspaceTransaction, kind: Kind, write: Write): Promise<Fields> {
  const { set } = write
  if (set.audience && !isReadable(transaction.audience, set.audience as Audience))
    throw aboveAudience('audience')
  await refuseUnknown(transaction, write)
  const parts = set[ACTORS] as Part[] | undefined
  const seen = parts && { [ACTORS]: await seenParts(transaction.tx, transaction, parts) }
  const settling = { ...write, set: { ...set, ...seen } }
  return kind.settle ? kind.settle(transaction, settling) : settling.set
}

/** What a record was created with; undefined once that has been taken out of the history. */
async function creationOf(
  { tx, workspaceId }: WorkspaceTransaction,
  id: string,
): Promise<Fields | undefined> {
  const [row] = await rowsOf<{ after: Fields | null }>(
    tx,
    sql`SELECT after FROM changes WHERE workspace_id = ${workspaceId}::uuid AND entity_id = ${id}::uuid AND verb = 'created'`,
  )
  return row?.after ?? undefined
}

/** Whether a record was created with these very fields. */
export async function wasCreatedWith(
  transaction: WorkspaceTransaction,
  kind: Kind,
  { id, set }: Omit<Write, 'current'>,
): Promise<boolean> {
  const created = await creationOf(transaction, id)
  const wanted = created && (await settled(transaction, kind, { id, set, current: created }))
  return wanted !== undefined && !changedFields({ fields: created! }, wanted).length
}

export async function insertRecord(
  transaction: WorkspaceTransaction,
  kind: Kind,
  { id, set }: Omit<Write, 'current'>,
  now: Date,
): Promise<void> {
  const { tx, workspaceId, record } = transaction
  const fields = await settled(transaction, kind, { id, set, current: undefined })
  await refuseBeyond(transaction, kind, fields)
  const at = now.toISOString()
  await tx
    .insert(kind.table)
    .values({ ...columnsOf(fields), workspaceId, id, createdAt: at, updatedAt: at } as never)
  if (fields[ACTORS]) await writeParts(tx, { workspaceId, kind: kind.name, id }, fields[ACTORS] as Part[])
  record({ verb: 'created', entity: kind.name, entityId: id, version: 1, after: fields })
}

/**
 * Writes the fields of `wanted` that differ, and notes each. Answers with those fields. `current` must be locked;
 * `version`: the one that the writer had read.
 */
export async function updateRecord(
  transaction: WorkspaceTransaction,
  kind: Kind,
  id: string,
  current: Current,
  wanted: Fields,
  now: Date,
  version = current.version,
): Promise<string[]> {
  const { tx, workspaceId, record } = transaction
  await refuseStale(transaction, id, current, version, wanted)
  const set = await settled(transaction, kind, { id, current: current.fields, set: wanted })
  await refuseStale(transaction, id, current, version, set)
  const changed = changedFields(current, set)
  if (!changed.length) return []
  await refuseBeyond(transaction, kind, { ...current.fields, ...set })
  const written = Object.fromEntries(changed.map((field) => [field, set[field]]))
  const next = current.version + 1
  await tx
    .update(kind.table)
    .set({ ...columnsOf(written), version: next, updatedAt: now.toISOString() } as never)
    .where(same(kind, workspaceId, id))
  if (written[ACTORS]) await writeParts(tx, { workspaceId, kind: kind.name, id }, written[ACTORS] as Part[])
  record(
    ...changed.map((field) => ({
      verb: 'updated' as const,
      entity: kind.name,
      entityId: id,
      version: next,
      field,
      before: current.fields[field],
      after: set[field],
    })),
  )
  return changed
}

/** Deletion is archiving. Answers whether anything changed. */
export async function setRecordArchived(
  transaction: WorkspaceTransaction,
  kind: Kind,
  id: string,
  current: Current,
  archived: boolean,
  now: Date,
): Promise<boolean> {
  const { tx, workspaceId, record } = transaction
  if ((current.archivedAt !== null) === archived) return false
  // What it is must still be possible next to what has been written since.
  if (!archived) await kind.settle?.(transaction, { id, current: current.fields, set: current.fields })
  const version = current.version + 1
  const at = now.toISOString()
  await tx
    .update(kind.table)
    .set({ archivedAt: archived ? at : null, version, updatedAt: at } as never)
    .where(same(kind, workspaceId, id))
  record({ verb: archived ? 'archived' : 'restored', entity: kind.name, entityId: id, version })
  return true
}
