import { isSame } from '#api/domain/import-comparison'
import type { Current } from '#api/features/actors/actors.repository'
import { type ActorSet, setArchived, updateActor } from '#api/features/actors/actors.write.repository'
import { changesOf, type Written } from '#api/features/changes/changes.repository'
import { changedFields } from '#api/features/changes/edited-fields.repository'
import type { ActorField } from '#contract/actors'
import { ActorFields } from '#contract/actors'
import { seeAs, type WorkspaceTransaction } from '#db/workspace'
import { lockBoth, MERGE, type MergeDone, type MergeNote } from './merge-actors.ts'
import { moveParts, provenanceOf, returnOffers, writeProvenance } from './provenance.repository.ts'
import { editedSince } from './resemblance-problems.ts'

const isField = (field: string | null): field is ActorField => field !== null && field in ActorFields.shape

/** The fields that a merge wrote in the kept actor and that hold another value now. */
const clashing = (current: Current, written: readonly Written[]): string[] =>
  written
    .filter(({ field, after }) => changedFields(current, { [field!]: after } as ActorSet).length > 0)
    .map(({ field }) => field!)

/**
 * Makes two actors of one again: each is as it was before the merge. Throws when a later edit of what the merge wrote
 * stands in the way, with its fields; what else has been written since stays.
 */
export async function unmerge(
  transaction: WorkspaceTransaction,
  pair: readonly [string, string],
  seq: number | null,
  now: Date,
): Promise<void> {
  const { tx, workspaceId, record } = transaction
  const written = seq === null ? [] : await changesOf(tx, workspaceId, seq)
  const note = written.find(({ field }) => field === MERGE)
  // What a person's erasure or the end of retention has taken cannot be put back.
  if (!note) throw editedSince(['merge'])
  const [kept, before, done] = [note.entityId, note.before as MergeNote, note.after as MergeDone]
  await seeAs(transaction, note.audience)
  const locked = await lockBoth(transaction, pair)
  const current = locked.get(kept)!
  const other = locked.get(done.from)!
  if (current.archivedAt) throw editedSince(['archivedAt'])
  const fields = written.filter(({ entityId, field }) => entityId === kept && isField(field))
  const clashes = clashing(current, fields)
  if (clashes.length) throw editedSince(clashes)

  const set = Object.fromEntries(fields.map((change) => [change.field, change.before])) as ActorSet
  await updateActor(transaction, kept, current, set, now)
  const held = await provenanceOf(tx, { workspaceId, id: kept })
  const added = done.editedFields.filter((field) => !before.editedFields.includes(field))
  const version = await writeProvenance(
    tx,
    { workspaceId, id: kept },
    {
      editedFields: held.editedFields.filter((field) => !added.includes(field)),
      fieldSources: withoutTaken(held.fieldSources, before.fieldSources, done.fieldSources),
      partOf: held.partOf === done.partOf ? before.partOf : held.partOf,
    },
    now,
  )
  await returnOffers(tx, workspaceId, kept, done.from, done.offers)
  await moveParts(tx, workspaceId, kept, done.from, done.parts)
  await setArchived(transaction, done.from, other, false, now)
  await writeProvenance(tx, { workspaceId, id: done.from }, { mergedInto: null }, now)
  record({
    verb: 'updated',
    entity: 'actor',
    entityId: kept,
    version,
    field: MERGE,
    before: done,
    after: before,
  })
}

/** Sources as they were, but those that something else has written since. */
const withoutTaken = <T>(now: Record<string, T>, before: Record<string, T>, after: Record<string, T>) =>
  Object.fromEntries(
    [...new Set([...Object.keys(now), ...Object.keys(before)])].flatMap((field) => {
      const value = isSame(now[field] ?? null, after[field] ?? null) ? before[field] : now[field]
      return value === undefined ? [] : [[field, value]]
    }),
  )
