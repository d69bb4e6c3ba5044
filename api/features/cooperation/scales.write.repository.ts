import type { z } from 'zod'
import { isKnownActor } from '#api/features/assessments/references.repository'
import { changedFields } from '#api/features/changes/edited-fields.repository'
import { invalid } from '#api/http/problems'
import type { ScaleFields } from '#contract/scales'
import type { WorkspaceTransaction } from '#db/workspace'
import { lockScales, updateScales } from './scales.repository.ts'

export type Fields = z.output<typeof ScaleFields>
/** What is there now. */
export type Words = { fields: Fields; version: number }

/** The words of the workspace, held until the transaction ends. */
export async function lockWords(transaction: WorkspaceTransaction): Promise<Words> {
  const { version, ...fields } = await lockScales(transaction)
  return { fields, version }
}

/** Writes those that differ from what is there. */
export async function writeWords(transaction: WorkspaceTransaction, current: Words, set: Partial<Fields>) {
  const { tx, workspaceId, record } = transaction
  const changed = changedFields(current, set)
  if (!changed.length) return
  if (set.teamId && !(await isKnownActor(tx, transaction, set.teamId)))
    throw invalid({ '/set/teamId': 'It is not there' })
  const version = current.version + 1
  await updateScales(transaction, { ...set, version })
  const of = { verb: 'updated', entity: 'scales', entityId: workspaceId, version } as const
  record(...changed.map((field) => ({ ...of, field, before: current.fields[field], after: set[field] })))
}
