import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { refuseOutside } from '#api/features/actors/actors.limits.repository'
import { invalid } from '#api/http/problems'
import type { AssessmentInput, Discussion, DiscussionInput } from '#contract/assessments'
import type { WorkspaceTransaction } from '#db/workspace'
import type { Content, Stored } from './assessments.repository.ts'
import { append, insertDiscussion, saidIn } from './assessments.write.repository.ts'
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

export const isSame = (content: Content, stored: Stored): boolean =>
  isDeepStrictEqual(content, saidIn(stored))

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
