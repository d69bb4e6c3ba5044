import type { Found } from '#api/domain/note-filter'
import { problem } from '#api/http/problems'

export const roundIsRevealed = (id: string) =>
  problem(409, 'round_is_revealed', 'What was put down is revealed: nothing can be added', { values: { id } })

export const roundWasExtended = (id: string) =>
  problem(409, 'round_was_extended', 'This round was already kept longer once', { values: { id } })

/** Never a point: less than a hexagon, or than seven for « quelque part ici ». */
export const observationTooSmall = () =>
  problem(422, 'observation_too_small', 'An observation covers 200 m across at the least')

/** `found`: what of the note says who, by kind and piece. */
export const noteNamesSomeone = (found: Found[]) =>
  problem(422, 'note_names_someone', 'The note names somebody, or tells how to find them', {
    values: { found },
  })

export const noteLocatesProtectedPlace = (found: Found[]) =>
  problem(422, 'note_locates_protected_place', 'The note tells of a place that must not be found', {
    values: { found },
  })
