import { isDeepStrictEqual } from 'node:util'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { refuseOutside } from '#api/features/actors/actors.limits.repository'
import { cannotUndo, forbidden } from '#api/http/problems'
import type { DiscussionInput } from '#contract/assessments'
import { assessments, discussions } from '#db/schema/cooperation'
import type { WorkspaceTransaction } from '#db/workspace'
import { type Content, findBefore, type Stored } from './assessments.repository.ts'

const insertAssessment = (
  { tx, workspaceId, author }: WorkspaceTransaction,
  { assessor, ...content }: Content,
  seq: number,
  now: Date,
) =>
  tx.insert(assessments).values({
    ...content,
    workspaceId,
    author,
    seq,
    at: now.toISOString(),
    assessorKind: assessor.kind,
    assessorId: assessor.id,
  })

export const insertDiscussion = (
  { tx, workspaceId, author }: WorkspaceTransaction,
  content: z.output<typeof DiscussionInput>,
  now: Date,
) => tx.insert(discussions).values({ ...content, workspaceId, author, at: now.toISOString() })

/** What was said, as it was sent. */
export const saidIn = ({ seq: _, at: __, author: ___, current: ____, named, ...said }: Stored): Content => ({
  ...said,
  actorId: named,
})

const withoutId = ({ id: _, ...said }: Content): Omit<Content, 'id'> => said

/**
 * Adds a judgement after all that were there: none is changed. The number of the transaction is taken before looking at
 * what the assessor said until now, so that two at the same time follow one another.
 */
export async function append(transaction: WorkspaceTransaction, content: Content, now: Date): Promise<void> {
  const seq = await transaction.nextSeq()
  const before = await findBefore(transaction.tx, transaction, content, null)
  await insertAssessment(transaction, content, seq, now)
  transaction.record({
    verb: 'created',
    entity: 'assessment',
    entityId: content.id,
    version: 1,
    before: before ? withoutId(saidIn(before)) : null,
    after: withoutId(content),
  })
}

const NOTHING = {
  need: null,
  possibility: null,
  evidence: null,
  evidenceKind: null,
  factors: {},
  conditions: {},
  note: null,
}

/** A judgement that was taken back is said again under another id: what it says is what can be taken back further. */
const saysTheSame = (one: Stored, other: Stored): boolean =>
  isDeepStrictEqual({ ...saidIn(one), id: other.id, actorId: other.named }, saidIn(other))

/**
 * Takes a judgement back: what its assessor said before is said again after it, or that they have no opinion. Throws when
 * they have judged otherwise since, and when it is another person's own.
 */
export async function takeBack(transaction: WorkspaceTransaction, stored: Stored, now: Date): Promise<void> {
  const { tx } = transaction
  const { assessor, seq } = stored
  if (assessor.kind === 'person' && assessor.id !== transaction.author) throw forbidden('cooperation:assess')
  await refuseOutside(transaction, stored.actorId)
  const last = await findBefore(tx, transaction, stored, null)
  if (!last || !saysTheSame(last, stored)) throw cannotUndo(seq)
  const before = await findBefore(tx, transaction, stored, seq)
  await append(transaction, { ...saidIn(stored), ...(before ? saidIn(before) : NOTHING), id: newId() }, now)
}
