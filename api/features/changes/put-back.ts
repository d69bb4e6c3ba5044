import { lockActor } from '#api/features/actors/actors.repository'
import { type ActorSet, updateActor } from '#api/features/actors/actors.write.repository'
import { notFound, problem } from '#api/http/problems'
import type { ActorField } from '#contract/actors'
import type { WorkspaceTransaction } from '#db/workspace'
import { findChange } from './changes.repository.ts'

/** What it wrote has no value before, or that value has been erased. */
const cannotPutBack = (id: string) =>
  problem(409, 'cannot_put_back', `Change ${id} does not hold an earlier value of an actor's field`, {
    values: { id },
  })

const ERASING = ['retention', 'erasure']

/**
 * Gives a field the value that it had before a change, whatever was written since: an edit like another, which can be
 * undone. Of a list, only the elements that the caller may see are put back; the others stay as they are.
 */
export async function putFieldBack(transaction: WorkspaceTransaction, id: string, now: Date): Promise<void> {
  const change = await findChange(transaction.tx, transaction, id)
  if (!change) throw notFound('change', id)
  const { entity, entityId, cause } = change
  const field = change.field as ActorField | null
  if (entity !== 'actor' || field === null || ERASING.includes(cause)) throw cannotPutBack(id)
  const current = await lockActor(transaction, entityId)
  if (!current) throw notFound('change', id)
  await updateActor(transaction, entityId, current, { [field]: change.before } as ActorSet, now)
}
