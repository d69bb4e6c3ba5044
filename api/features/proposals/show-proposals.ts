import { NIL } from 'uuid'
import { withUnseen } from '#api/domain/audience'
import { findSimilar } from '#api/features/actors/actors.search.repository'
import type { ActorSet } from '#api/features/actors/actors.write.repository'
import { changedFields } from '#api/features/changes/edited-fields.repository'
import { type ActorFields, ActorInput, type ActorSummary, type Place } from '#contract/actors'
import type { Proposal } from '#contract/proposals'
import type { Queries } from '#db/client'
import type { Reader } from '#db/workspace'
import { fieldsById, type StoredProposal } from './proposals.repository.ts'

/** What a new actor holds before anything is said of it. */
const NOTHING = ActorInput.partial({ name: true, typeId: true }).parse({
  id: NIL,
})

/** The fields that a proposal gives another value, lists completed by what its author could not see. */
export function setOf(
  { set, audience }: Pick<StoredProposal, 'set' | 'audience'>,
  current?: ActorFields,
): ActorSet {
  const fields = Object.entries(set).filter(([field]) => field !== 'id')
  return Object.fromEntries(
    fields.map(([field, value]) => [
      field,
      withUnseen(audience, current?.[field as keyof ActorFields], value),
    ]),
  )
}

function differenceOf(proposal: StoredProposal, current: ActorFields | undefined): Proposal['difference'] {
  const held = (current ?? NOTHING) as ActorFields
  const set = setOf(proposal, current)
  return changedFields({ fields: held }, set).map((field) => ({
    field,
    before: held[field] ?? null,
    after: set[field] ?? null,
  }))
}

function spotOf(set: ActorSet): { longitude: number; latitude: number } | null {
  const point = set.places?.find((place: Place) => place.point)?.point
  return point ? { longitude: point.coordinates[0]!, latitude: point.coordinates[1]! } : null
}

/** Proposals with their difference against what is there now and, for a new actor, those that may be the same. */
export async function showProposals(
  tx: Queries,
  reader: Reader,
  stored: readonly StoredProposal[],
  now: Date,
): Promise<Proposal[]> {
  const held = await fieldsById(
    tx,
    reader,
    stored.flatMap(({ actorId }) => actorId ?? []),
  )
  const shown: Proposal[] = []
  for (const proposal of stored) {
    const { set, audience: _, ...rest } = proposal
    const similar: ActorSummary[] =
      proposal.actorId === null && proposal.state === 'waiting'
        ? await findSimilar(tx, { ...reader, now }, proposal.title, spotOf(set as ActorSet))
        : []
    const difference = differenceOf(proposal, held.get(proposal.actorId ?? ''))
    shown.push({ ...rest, difference, similar })
  }
  return shown
}
