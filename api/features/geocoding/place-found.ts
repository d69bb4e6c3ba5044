import type { AddressCandidate } from '#api/domain/address-match'
import { lockActor } from '#api/features/actors/actors.repository'
import { updateActor } from '#api/features/actors/actors.write.repository'
import { ProblemError } from '#api/http/problems'
import type { Place } from '#contract/actors'
import type { WorkspaceTransaction } from '#db/workspace'
import type { UnplacedPlace } from './unplaced.repository.ts'

export type FoundPlace = { place: UnplacedPlace; found: AddressCandidate }

const isOutside = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'outside_limits'

/** Whether the place is still what was looked for: nobody has placed it or written another address meanwhile. */
const isStill = (place: Place, { address, postcode, communeCode }: UnplacedPlace): boolean =>
  place.point === null &&
  place.address === address &&
  place.postcode === postcode &&
  place.communeCode === communeCode

/**
 * Gives places the points that were found, undone as one. `skips`: actors beyond the writer's limits are left as they are
 * instead of refusing the whole.
 *
 * @returns what was written
 */
export async function placeFound(
  transaction: WorkspaceTransaction,
  all: readonly FoundPlace[],
  skips: boolean,
  now: Date,
): Promise<FoundPlace[]> {
  const written: FoundPlace[] = []
  const actors = Map.groupBy(all, ({ place }) => place.actorId)
  // One order for everybody, so that two searches cannot wait for each other.
  for (const id of [...actors.keys()].sort()) {
    const current = await lockActor(transaction, id).catch((error: unknown) => {
      if (skips && isOutside(error)) return undefined
      throw error
    })
    if (!current) continue
    const byPlace = new Map(actors.get(id)!.map((one) => [one.place.key, one]))
    const mine = current.fields.places.flatMap((place) => {
      const one = byPlace.get(place.id)
      return one && isStill(place, one.place) ? [one] : []
    })
    if (mine.length === 0) continue
    const points = new Map(mine.map(({ place, found }) => [place.key, found.point]))
    const places = current.fields.places.map((place) => ({
      ...place,
      point: points.get(place.id) ?? place.point,
    }))
    await updateActor(transaction, id, current, { places }, now)
    written.push(...mine)
  }
  return written
}
