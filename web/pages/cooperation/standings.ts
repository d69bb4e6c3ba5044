import type { Position } from '#api/domain/assessment'
import type { Standing } from '#web/ui/quadrants.ts'

/** Where an actor stands, by its id: `unjudged` when nothing, or not enough, is said of it. */
export const standingOf = (positions: ReadonlyMap<string, Position>, actorId: string): Standing =>
  positions.get(actorId)?.quadrant ?? 'unjudged'
