import { lockActor } from '#api/features/actors/actors.repository'
import { type ActorSet, insertActor, updateActor } from '#api/features/actors/actors.write.repository'
import { alreadyExists, notFound } from '#api/http/problems'
import { ActorInput } from '#contract/actors'
import { isUniqueViolation } from '#db/unique-violation'
import type { WorkspaceTransaction } from '#db/workspace'
import { proposalDecided } from './proposal-problems.ts'
import { decideProposal, lockProposal } from './proposals.repository.ts'
import { setOf } from './show-proposals.ts'

async function lockWaiting({ tx, workspaceId }: WorkspaceTransaction, id: string) {
  const proposal = await lockProposal(tx, workspaceId, id)
  if (!proposal) throw notFound('proposal', id)
  if (proposal.state !== 'waiting') throw proposalDecided(id)
  return proposal
}

/**
 * Writes a proposal as a direct edit would, with the moderator's own values over the proposed ones. Answers with the
 * actor's id. The history says that the moderator wrote, the proposal who asked for it.
 */
export async function acceptProposal(
  transaction: WorkspaceTransaction,
  id: string,
  edits: ActorSet,
  now: Date,
): Promise<string> {
  const { tx, workspaceId, author } = transaction
  const proposal = await lockWaiting(transaction, id)
  let { actorId } = proposal
  if (actorId === null) {
    const input = ActorInput.parse({ ...proposal.set, ...edits })
    await insertActor(transaction, input, now).catch((error) => {
      throw isUniqueViolation(error) ? alreadyExists('actor', input.id) : error
    })
    actorId = input.id
  } else {
    const current = await lockActor(transaction, actorId)
    if (!current) throw notFound('actor', actorId)
    await updateActor(transaction, actorId, current, { ...setOf(proposal, current.fields), ...edits }, now)
  }
  const decided = { state: 'accepted', decidedBy: author, decidedAt: now.toISOString() } as const
  await decideProposal(tx, workspaceId, id, decided)
  return actorId
}

export async function refuseProposal(
  transaction: WorkspaceTransaction,
  id: string,
  reason: string,
  now: Date,
): Promise<void> {
  const { tx, workspaceId, author } = transaction
  await lockWaiting(transaction, id)
  const decided = { state: 'refused', decidedBy: author, decidedAt: now.toISOString(), reason } as const
  await decideProposal(tx, workspaceId, id, decided)
}
