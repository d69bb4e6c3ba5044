import { hexagonsArea, SOMEWHERE_LEAST } from '#api/domain/hexagons'
import { findInNote } from '#api/domain/note-filter'
import { invalid, notFound } from '#api/http/problems'
import type { Area } from '#contract/geometry'
import type { ObservationInput } from '#contract/observations'
import type { WorkspaceTransaction } from '#db/workspace'
import { findUnknown, hasTinyZone, insertObservation } from './observations.write.repository.ts'
import {
  noteLocatesProtectedPlace,
  noteNamesSomeone,
  observationTooSmall,
  roundIsRevealed,
} from './observations-problems.ts'
import { holdRound } from './rounds.repository.ts'

/** @throws {ProblemError} (422) when a note tells who, or where a place is that must not be found */
function refuseNote(note: string | null): void {
  const found = findInNote(note ?? '')
  const named = found.filter(({ kind }) => kind !== 'protected_place')
  if (named.length) throw noteNamesSomeone(named)
  if (found.length) throw noteLocatesProtectedPlace(found)
}

const LEAST = { hexagons: 1, somewhere: SOMEWHERE_LEAST } as const

/** The area of hexagons; null for zones, whose contours the database knows. Throws for less than there must be. */
function areaOf({ shape, hexagons, zoneIds }: ObservationInput): Area | null {
  if (shape === 'zones') {
    if (hexagons.length) throw invalid({ '/hexagons': 'Zones come without hexagons' })
    if (!zoneIds.length) throw observationTooSmall()
    return null
  }
  if (zoneIds.length) throw invalid({ '/zoneIds': 'Hexagons come without zones' })
  if (new Set(hexagons).size < LEAST[shape]) throw observationTooSmall()
  return hexagonsArea(hexagons)
}

/**
 * Puts down what somebody sees, in a round that nobody reads yet. Its area is worked out here, from hexagons or zones.
 * Answers the day on which it goes.
 */
export async function putObservation(
  transaction: WorkspaceTransaction,
  input: ObservationInput,
  accountId: string,
  now: Date,
): Promise<string> {
  const { tx, workspaceId } = transaction
  const area = areaOf(input)
  refuseNote(input.note)
  // Held until the end: what is put down while somebody reveals comes before, or is refused.
  const round = await holdRound(tx, transaction, input.roundId, 'share')
  if (!round) throw notFound('round', input.roundId)
  if (round.revealedAt) throw roundIsRevealed(input.roundId)
  const unknown = await findUnknown(tx, transaction, input)
  if (unknown.length)
    throw invalid(Object.fromEntries(unknown.map((name) => [`/${name}`, 'It is not there, or archived'])))
  if (await hasTinyZone(tx, transaction, input.zoneIds)) throw observationTooSmall()
  await insertObservation(tx, { workspaceId, input, area, accountId, at: now.toISOString() })
  return round.expiresOn
}
