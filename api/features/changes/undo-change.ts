import { isDeepStrictEqual } from 'node:util'
import { lockActor } from '#api/features/actors/actors.repository'
import { type ActorSet, setArchived, updateActor } from '#api/features/actors/actors.write.repository'
import { cannotUndo, notFound } from '#api/http/problems'
import type { ActorField } from '#contract/actors'
import { seeAs, type WorkspaceTransaction } from '#db/workspace'
import { changesOf, type Written } from './changes.repository.ts'

/** Puts back everything that one transaction wrote, or nothing. Answers how many changes it put back. */
export async function undoChange(transaction: WorkspaceTransaction, seq: number, now: Date): Promise<number> {
  const written = await changesOf(transaction.tx, transaction.workspaceId, seq)
  if (!written.length) throw notFound('change', seq)
  // With the eyes of whoever wrote it: what they could not see is neither compared nor replaced.
  await seeAs(transaction, written[0]!.audience)
  for (const change of written) await putBack(transaction, change, now)
  return written.length
}

async function putBack(transaction: WorkspaceTransaction, change: Written, now: Date): Promise<void> {
  if (change.entity !== 'actor') throw cannotUndo(change.seq)
  const current = await lockActor(transaction, change.entityId)
  if (!current) throw cannotUndo(change.seq)
  const archived = current.archivedAt !== null
  switch (change.verb) {
    case 'created':
    case 'restored':
      if (archived) throw cannotUndo(change.seq)
      await setArchived(transaction, change.entityId, current, true, now)
      return
    case 'archived':
      if (!archived) throw cannotUndo(change.seq)
      await setArchived(transaction, change.entityId, current, false, now)
      return
    case 'updated': {
      const field = change.field as ActorField
      if (!isDeepStrictEqual(current.fields[field] ?? null, change.after)) throw cannotUndo(change.seq)
      await updateActor(transaction, change.entityId, current, { [field]: change.before } as ActorSet, now)
    }
  }
}
