import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { readableValue } from '#api/domain/audience'
import type { Caller } from '#api/http/caller'
import { alreadyExists, invalid, notFound, problem } from '#api/http/problems'
import type { proposalEndpoints } from '#contract/proposals'
import type { Audience } from '#contract/roles'
import type { WorkspaceTransaction } from '#db/workspace'
import { fieldsById, insertProposal } from './proposals.repository.ts'

type Proposed = z.output<typeof proposalEndpoints.propose.body>

/** Nobody proposes what they could not read back. */
function refuseAbove(audience: Audience, set: Record<string, unknown>): void {
  const above = Object.entries(set).filter(
    ([field, value]) =>
      field !== 'id' && !isDeepStrictEqual(readableValue(audience, field, value) ?? null, value ?? null),
  )
  const [field] = above[0] ?? []
  if (field)
    throw problem(403, 'field_above_audience', `This account may not propose ${field}`, { values: { field } })
}

/** Keeps what somebody would like to see written. Nothing else changes. */
export async function propose(
  transaction: WorkspaceTransaction,
  { author }: Caller,
  proposed: Proposed,
  now: Date,
): Promise<void> {
  const { tx, workspaceId, audience } = transaction
  const set = 'actor' in proposed ? proposed.actor : proposed.set
  if (!Object.keys(set).length) throw invalid({ '/set': 'is empty' })
  refuseAbove(audience, set)
  const actorId = 'actor' in proposed ? null : proposed.actorId
  const title = 'actor' in proposed ? proposed.actor.name : await nameOf(transaction, proposed.actorId)
  const { id, message } = proposed
  const kept = { workspaceId, id, at: now.toISOString(), author, audience, actorId, title, message, set }
  if (!(await insertProposal(tx, kept))) throw alreadyExists('proposal', id)
}

async function nameOf(transaction: WorkspaceTransaction, actorId: string): Promise<string> {
  const fields = (await fieldsById(transaction.tx, transaction, [actorId])).get(actorId)
  if (!fields) throw notFound('actor', actorId)
  return fields.name
}
