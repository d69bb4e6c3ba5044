import { type Caller, mayCall } from '#api/http/caller'
import { forbidden, notFound, problem } from '#api/http/problems'
import type { WorkspaceTransaction } from '#db/workspace'
import { changesOf, findChange, type Written } from './changes.repository.ts'
import { EDITABLE } from './editable.ts'

/** What it wrote has no value before, or that value has been erased. */
const cannotPutBack = (id: string) =>
  problem(409, 'cannot_put_back', `Change ${id} does not hold an earlier value of a field`, {
    values: { id },
  })

const ERASING = ['retention', 'erasure']

/** A change, and what the same write gave to fields that mean nothing without its own. */
async function withItsOwn(
  { tx, workspaceId }: WorkspaceTransaction,
  change: Written,
  together: readonly string[],
): Promise<Written[]> {
  if (!together.includes(change.field!)) return [change]
  const written = await changesOf(tx, workspaceId, change.seq)
  const others = written.filter(
    ({ id, entityId, version, field }) =>
      id !== change.id &&
      entityId === change.entityId &&
      version === change.version &&
      together.includes(field ?? ''),
  )
  return [change, ...others]
}

/**
 * Gives a field the value that it had before a change, whatever was written since: an edit like another, which can be
 * undone. Of a list, only the elements that the caller may see are put back; the others stay as they are.
 */
export async function putFieldBack(
  transaction: WorkspaceTransaction,
  caller: Caller,
  id: string,
  now: Date,
): Promise<void> {
  const change = await findChange(transaction.tx, transaction, id)
  if (!change) throw notFound('change', id)
  const { entity, entityId, field, verb, cause } = change
  const editable = EDITABLE[entity]
  if (!editable || verb !== 'updated' || !(field! in editable.fields) || ERASING.includes(cause))
    throw cannotPutBack(id)
  if (!mayCall(caller, editable.may)) throw forbidden(editable.may)
  const current = await editable.lock(transaction, entityId)
  if (!current) throw notFound('change', id)
  const set: Record<string, unknown> = {}
  for (const one of await withItsOwn(transaction, change, editable.together))
    set[one.field!] = await editable.seen(transaction, one.field!, one.before)
  await editable.update(transaction, entityId, current, set, now)
}
