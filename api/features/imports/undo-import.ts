import { isDeepStrictEqual } from 'node:util'
import { lockActor } from '#api/features/actors/actors.repository'
import { type ActorSet, updateActor } from '#api/features/actors/actors.write.repository'
import { changesOf } from '#api/features/changes/changes.repository'
import { markStale } from '#api/features/grid/builds.repository'
import { ProblemError } from '#api/http/problems'
import type { ActorField } from '#contract/actors'
import type { WorkspaceTransaction } from '#db/workspace'
import { importNotPossible } from './import-problems.ts'
import { moveRun, type Run } from './imports.repository.ts'
import { countBrought, forgetFlags, keepEdited, removeReferences } from './undo.repository.ts'

/** How many rows went, how many fields have their former value again, and what stays because people edited it since. */
export type Undone = { run: Run; removed: number; restored: number; survived: number }

/** Gives each field that the import updated the value that it had, unless somebody has written it since. */
async function restoreFields(
  transaction: WorkspaceTransaction,
  seq: number,
  now: Date,
): Promise<{ restored: number; survived: number }> {
  let restored = 0
  let survived = 0
  for (const change of await changesOf(transaction.tx, transaction.workspaceId, seq)) {
    if (change.entity !== 'actor' || change.verb !== 'updated') continue
    const current = await lockActor(transaction, change.entityId)
    const field = change.field as ActorField
    if (!current || !isDeepStrictEqual(current.fields[field] ?? null, change.after ?? null)) {
      survived += 1
      continue
    }
    // As an import writes: a field that goes back to its source is not one that a person has written.
    const asImport = { ...transaction, cause: 'import' } as const
    await updateActor(asImport, change.entityId, current, { [field]: change.before } as ActorSet, now)
    restored += 1
  }
  return { restored, survived }
}

/**
 * Takes back what an import brought, in one transaction that writes for that run: what it created is hidden again (and
 * deleted later, little by little), what it updated is put back; what people have edited since survives.
 *
 * @throws {ProblemError} `import_cannot_undo` when the run is not one that wrote; `reference_shared` when it brought
 *   reference zones that other workspaces use
 */
export async function undoImport(
  transaction: WorkspaceTransaction,
  run: Run,
  workspaces: number,
  now: Date,
): Promise<Undone> {
  const { tx, workspaceId, record } = transaction
  const key = { workspaceId, runId: run.id }
  const hidden = await moveRun(tx, run, ['done'], { state: 'undone', revealed: false })
  if (!hidden || !run.revealed) throw importNotPossible('undo', run.state)
  await markStale(tx, key)
  const references = await removeReferences(tx, key, workspaces > 1)
  if (references === 'shared') throw referenceShared(run.id)
  const edited = await keepEdited(tx, key, run.seq ?? 0)
  const fields =
    run.seq === null ? { restored: 0, survived: 0 } : await restoreFields(transaction, run.seq, now)
  if (run.endedAt) await forgetFlags(tx, workspaceId, run.endedAt)
  const removed = (await countBrought(tx, key)) + references
  const survived = edited + fields.survived
  const after = { removed, restored: fields.restored, survived }
  record({ verb: 'archived', entity: 'import', entityId: run.id, version: 2, after })
  return { run: hidden, removed, restored: fields.restored, survived }
}

const referenceShared = (id: string): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'reference_shared',
    detail: `Import ${id} brought reference zones that other workspaces of this server use`,
  })
