import type { z } from 'zod'
import { isPersonal } from '#api/domain/audience'
import type { FacilitatorFields } from '#contract/facilitators'
import type { WorkspaceTransaction } from '#db/workspace'
import { knownActors } from './known-actors.repository.ts'
import { belongingNotClaimed } from './record-problems.ts'
import type { Write } from './record-write.ts'

type Facilitator = z.output<typeof FacilitatorFields>
const CLAIM = ['kind', 'presentsItself', 'actors'] as const

/**
 * Community belonging exists only where organisations that are named present themselves so. A function is held by a
 * person, of whom nothing of the kind is written.
 */
export async function settleFacilitator(
  { tx, workspaceId }: WorkspaceTransaction,
  { current, set }: Write<Facilitator>,
): Promise<Partial<Facilitator>> {
  const next = { ...current, ...set } as Facilitator
  if (next.kind !== 'community_belonging' || !CLAIM.some((field) => field in set)) return set
  const ids = next.actors.map(({ actorId }) => actorId)
  const actors = [...(await knownActors(tx, { workspaceId }, ids)).values()]
  if (!next.presentsItself || !actors.length || actors.some(isPersonal)) throw belongingNotClaimed()
  return set
}
