import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { refuseOutside } from '#api/features/actors/actors.limits.repository'
import { invalid } from '#api/http/problems'
import type { AssessmentInput, Discussion, DiscussionInput } from '#contract/assessments'
import type { WorkspaceTransaction } from '#db/workspace'
import {
  type Content,
  findBefore,
  insertAssessment,
  insertDiscussion,
  type Stored,
} from './assessments.repository.ts'
import { findUnknown, type Named } from './references.repository.ts'

const POINTER: Record<keyof Named, string> = {
  actorId: '/actorId',
  reasonId: '/reasonId',
  publicId: '/publicId',
  groupId: '/assessor/id',
}

/** Refuses what is not there for whoever writes, or lies beyond what their rights are limited to. */
async function refuseStrange(transaction: WorkspaceTransaction, named: Named): Promise<void> {
  const unknown = await findUnknown(transaction.tx, transaction, named)
  if (unknown.length)
    throw invalid(Object.fromEntries(unknown.map((name) => [POINTER[name], 'It is not there, or archived'])))
  await refuseOutside(transaction, named.actorId)
}

/** What was sent, with whose judgement it is: an account's own, or a group's. Throws for somebody without an account. */
export function contentOf(
  { assessor, ...input }: z.output<typeof AssessmentInput>,
  accountId: string | null,
): Content {
  if (assessor.kind === 'group') return { ...input, assessor }
  if (!accountId) throw invalid({ '/assessor': 'Who has no account speaks for a group' })
  return { ...input, assessor: { kind: 'person', id: accountId } }
}

/** What was said, as it was sent. */
export const saidIn = ({ seq: _, at: __, author: ___, current: ____, named, ...said }: Stored): Content => ({
  ...said,
  actorId: named,
})

export const isSame = (content: Content, stored: Stored): boolean =>
  isDeepStrictEqual(content, saidIn(stored))

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

/** A judgement that somebody gives. Throws when it names what is not there for them. */
export async function assess(transaction: WorkspaceTransaction, content: Content, now: Date): Promise<void> {
  const { actorId, reasonId, publicId, assessor } = content
  const groupId = assessor.kind === 'group' ? assessor.id : null
  await refuseStrange(transaction, { actorId, reasonId, publicId, groupId })
  await append(transaction, content, now)
}

/** What a room says about a disagreement. */
export async function discuss(
  transaction: WorkspaceTransaction,
  content: z.output<typeof DiscussionInput>,
  now: Date,
): Promise<void> {
  const { id, ...said } = content
  await refuseStrange(transaction, { ...said, groupId: null })
  await insertDiscussion(transaction, content, now)
  transaction.record({ verb: 'created', entity: 'discussion', entityId: id, version: 1, after: said })
}

export const isSameDiscussion = (
  content: z.output<typeof DiscussionInput>,
  { at: _, author: __, ...said }: Discussion,
): boolean => isDeepStrictEqual(content, said)
