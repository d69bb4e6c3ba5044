import { type Caller, mayCall } from '#api/http/caller'
import { cannotUndo, forbidden, notFound } from '#api/http/problems'
import { seeAs, type WorkspaceTransaction } from '#db/workspace'
import { changesOf, type Written } from './changes.repository.ts'
import { EDITABLE } from './editable.ts'
import { changedFields } from './edited-fields.repository.ts'

/** Puts back everything that one transaction wrote, or nothing. Answers how many changes it put back. */
export async function undoChange(
  transaction: WorkspaceTransaction,
  caller: Caller,
  seq: number,
  now: Date,
): Promise<number> {
  const written = await changesOf(transaction.tx, transaction.workspaceId, seq)
  if (!written.length) throw notFound('change', seq)
  // With the eyes of whoever wrote it: what they could not see is neither compared nor replaced.
  await seeAs(transaction, written[0]!.audience)
  for (const write of writesOf(written)) await takeBack(transaction, caller, write, now)
  return written.length
}

/** One write of a thing: the fields that it gave a value together go back together. */
type WriteDone = readonly [Written, ...Written[]]

function writesOf(written: readonly Written[]): WriteDone[] {
  const writes = Map.groupBy(written, ({ verb, entityId, version }) => [verb, entityId, version].join())
  return [...writes.values()] as unknown as WriteDone[]
}

async function takeBack(
  transaction: WorkspaceTransaction,
  caller: Caller,
  write: WriteDone,
  now: Date,
): Promise<void> {
  const [{ seq, entity, entityId, verb }] = write
  const editable = EDITABLE[entity]
  if (!editable) throw cannotUndo(seq)
  if (!mayCall(caller, editable.may)) throw forbidden(editable.may)
  const current = await editable.lock(transaction, entityId)
  if (!current) throw cannotUndo(seq)
  if (verb !== 'updated') {
    const wasArchived = verb === 'archived'
    if ((current.archivedAt !== null) !== wasArchived) throw cannotUndo(seq)
    return void (await editable.setArchived(transaction, entityId, current, !wasArchived, now))
  }
  const set: Record<string, unknown> = {}
  for (const { field, before, after } of write) {
    const seen = (value: unknown) => editable.seen(transaction, field!, value)
    if (!field || !(field in editable.fields)) throw cannotUndo(seq)
    if (changedFields(current, { [field]: await seen(after) }).length) throw cannotUndo(seq)
    set[field] = await seen(before)
  }
  await editable.update(transaction, entityId, current, set, now)
}
