import { FAMILIES, type Family } from '#contract/nomenclature'
import type { TieKind } from '#contract/ties'
import { byName, type NetworkActor, type NetworkTie } from './network.ts'

/** From near to far around one team; `outside`: confirmed absent, unknown, or never asked. */
export const RINGS = ['works_with', 'knows', 'heard_of', 'outside'] as const satisfies (TieKind | 'outside')[]
export type Ring = (typeof RINGS)[number]

/** Where an actor sits. `state`: of its tie with the team, `never_asked` without one. */
export type Seat = {
  actorId: string
  ring: Ring
  family: Family
  state: 'known' | 'absent' | 'unknown' | 'never_asked'
  tieId: string | null
}
/** One ring of one family; nobody in it is an empty seat. */
type RingCell = { ring: Ring; family: Family; seats: Seat[] }

export type Rings = {
  /** All 4 × 13, ring by ring, seats by name. The team itself is not among them. */
  cells: RingCell[]
  /** Families of which no actor is there at all. */
  missingFamilies: Family[]
}

const ringOf = (tie: NetworkTie | undefined): Ring =>
  tie?.state === 'known' ? (tie.kind ?? 'heard_of') : 'outside'

/** Everybody around a team, by ring and family. Ties between the others do not count here. */
export function ringsOf(teamId: string, actors: readonly NetworkActor[], ties: readonly NetworkTie[]): Rings {
  const ofTeam = new Map<string, NetworkTie>()
  for (const tie of ties) {
    if (tie.fromId === teamId) ofTeam.set(tie.toId, tie)
    else if (tie.toId === teamId) ofTeam.set(tie.fromId, tie)
  }
  const others = actors.filter(({ id }) => id !== teamId).sort(byName)
  const seats = others.map(({ id, family }): Seat => {
    const tie = ofTeam.get(id)
    return {
      actorId: id,
      ring: ringOf(tie),
      family,
      state: tie?.state ?? 'never_asked',
      tieId: tie?.id ?? null,
    }
  })
  const cells = RINGS.flatMap((ring) =>
    FAMILIES.map((family) => ({
      ring,
      family,
      seats: seats.filter((seat) => seat.ring === ring && seat.family === family),
    })),
  )
  return { cells, missingFamilies: FAMILIES.filter((family) => !actors.some((a) => a.family === family)) }
}
