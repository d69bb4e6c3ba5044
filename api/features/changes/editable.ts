import type { Action } from '#api/domain/permissions'
import { type Current as CurrentActor, lockActor } from '#api/features/actors/actors.repository'
import { type ActorSet, setArchived, updateActor } from '#api/features/actors/actors.write.repository'
import { findAssessment, type Stored } from '#api/features/assessments/assessments.repository'
import { takeBack } from '#api/features/assessments/assessments.write.repository'
import { lockWords, type Words, writeWords } from '#api/features/cooperation/scales.write.repository'
import { KINDS, type Kind } from '#api/features/records/kinds.repository'
import { seenParts } from '#api/features/records/parts.repository'
import { type Current as CurrentRecord, lockRecord } from '#api/features/records/records.repository'
import { setRecordArchived, updateRecord } from '#api/features/records/records.write.repository'
import { ActorFields } from '#contract/actors'
import type { Change } from '#contract/changes'
import { ScaleFields } from '#contract/scales'
import type { WorkspaceTransaction } from '#db/workspace'

type Current = { fields: Record<string, unknown>; version: number; archivedAt: string | null }

/** How a thing that has fields is written, so that what was written of it can be taken back. */
export type Editable = {
  fields: Record<string, unknown>
  /** What whoever takes it back must be allowed to do besides. */
  may: Action
  /** Fields that go back together. */
  together: readonly string[]
  lock(transaction: WorkspaceTransaction, id: string): Promise<Current | undefined>
  /** A value that the history keeps, as it would be read today. */
  seen(transaction: WorkspaceTransaction, field: string, value: unknown): Promise<unknown>
  update(
    transaction: WorkspaceTransaction,
    id: string,
    current: Current,
    set: Record<string, unknown>,
    now: Date,
  ): Promise<unknown>
  setArchived(
    transaction: WorkspaceTransaction,
    id: string,
    current: Current,
    archived: boolean,
    now: Date,
  ): Promise<unknown>
}

const ACTOR: Editable = {
  fields: ActorFields.shape,
  may: 'change:undo',
  together: [],
  lock: async (transaction, id) => lockActor(transaction, id),
  seen: async (_, __, value) => value,
  update: (transaction, id, current, set, now) =>
    updateActor(transaction, id, current as unknown as CurrentActor, set as ActorSet, now),
  setArchived: (transaction, id, current, archived, now) =>
    setArchived(transaction, id, current as unknown as CurrentActor, archived, now),
}

const recordOf = (kind: Kind): Editable => ({
  fields: kind.fields.shape,
  may: kind.may.write,
  together: kind.together ?? [],
  lock: (transaction, id) => lockRecord(transaction, kind, id),
  seen: async (transaction, field, value) =>
    field === 'actors' && value ? seenParts(transaction.tx, transaction, value as never) : value,
  update: (transaction, id, current, set, now) =>
    updateRecord(transaction, kind, id, current as CurrentRecord, set, now),
  setArchived: (transaction, id, current, archived, now) =>
    setRecordArchived(transaction, kind, id, current as CurrentRecord, archived, now),
})

/** A judgement has no field that changes: another one follows it. */
const ASSESSMENT: Editable = {
  fields: {},
  may: 'cooperation:assess',
  together: [],
  lock: async (transaction, id) => {
    const stored = await findAssessment(transaction.tx, transaction, id)
    return stored && { fields: stored, version: 1, archivedAt: null }
  },
  seen: async (_, __, value) => value,
  update: async () => {},
  setArchived: (transaction, _, { fields }, __, now) => takeBack(transaction, fields as Stored, now),
}

const SCALES: Editable = {
  fields: ScaleFields.shape,
  may: 'cooperation:frame',
  together: [],
  lock: async (transaction) => ({ ...(await lockWords(transaction)), archivedAt: null }),
  seen: async (_, __, value) => value,
  update: (transaction, _, current, set) => writeWords(transaction, current as unknown as Words, set),
  setArchived: async () => {},
}

/** Everything whose fields are written one by one. */
export const EDITABLE: Partial<Record<Change['entity'], Editable>> = {
  actor: ACTOR,
  assessment: ASSESSMENT,
  scales: SCALES,
  ...Object.fromEntries(Object.values(KINDS).map((kind) => [kind.name, recordOf(kind)])),
}
