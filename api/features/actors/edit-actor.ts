import type { z } from 'zod'
import { refuseStale } from '#api/features/changes/edited-fields.repository'
import { invalid, notFound } from '#api/http/problems'
import type { ActorPatch } from '#contract/actors'
import type { BulkEdit } from '#contract/bulk'
import type { Public } from '#contract/nomenclature'
import type { WorkspaceTransaction } from '#db/workspace'
import { type Current, lockActor } from './actors.repository.ts'
import { type ActorSet, setArchived, updateActor } from './actors.write.repository.ts'

export async function lockKnown(transaction: WorkspaceTransaction, id: string): Promise<Current> {
  const current = await lockActor(transaction, id)
  if (!current) throw notFound('actor', id)
  return current
}

/**
 * Writes the fields that a person changed since `version`. Disjoint fields merge; the same field written by
 * somebody else in the meantime, with another value, refuses the whole with both values.
 */
export async function patchActor(
  transaction: WorkspaceTransaction,
  id: string,
  { version, set }: z.output<typeof ActorPatch>,
  now: Date,
): Promise<void> {
  const current = await lockKnown(transaction, id)
  const wanted = set as ActorSet
  await refuseStale(transaction, id, current, version, wanted)
  await updateActor(transaction, id, current, wanted, now)
}

type Step = (
  transaction: WorkspaceTransaction,
  id: string,
  current: Current,
  value: string,
  now: Date,
) => Promise<unknown>

const set =
  (change: (current: Current, value: string, now: Date) => ActorSet): Step =>
  (transaction, id, current, value, now) =>
    updateActor(transaction, id, current, change(current, value, now), now)

const STEPS: Record<z.output<typeof BulkEdit>['action'], Step> = {
  verify: set((_, __, now) => ({ verifiedAt: now.toISOString() })),
  set_type: set((_, value) => ({ typeId: value })),
  add_public: set(({ fields }, value) => ({ publics: [...new Set([...fields.publics, value as Public])] })),
  remove_public: set(({ fields }, value) => ({ publics: fields.publics.filter((known) => known !== value) })),
  archive: (transaction, id, current, _, now) => setArchived(transaction, id, current, true, now),
  restore: (transaction, id, current, _, now) => setArchived(transaction, id, current, false, now),
}
const NEEDS_VALUE = ['set_type', 'add_public', 'remove_public']

/** The same change to many actors, undone as one. Answers how many it changed. */
export async function editMany(
  transaction: WorkspaceTransaction,
  { ids, action, value }: z.output<typeof BulkEdit>,
  now: Date,
): Promise<number> {
  if (NEEDS_VALUE.includes(action) && !value) throw invalid({ '/value': `${action} needs a value` })
  let changed = 0
  // One order for everybody, so that two selections cannot wait for each other.
  for (const id of [...ids].sort()) {
    const current = await lockKnown(transaction, id)
    const done = await STEPS[action](transaction, id, current, value ?? '', now)
    if (Array.isArray(done) ? done.length : done) changed++
  }
  return changed
}
