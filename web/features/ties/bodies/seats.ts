import type { BODY_ROLES, Body } from '#contract/bodies'

export type BodyRole = (typeof BODY_ROLES)[number]

/** What an actor is in a body; nothing when it has no part in it. */
export const roleIn = ({ actors }: Body, actorId: string): BodyRole | undefined =>
  actors.find((one) => one.actorId === actorId)?.role

/** An absentee has a chair, and does not sit on it. */
const isSitting = (role: BodyRole | undefined): boolean => role !== undefined && role !== 'absentee'

/** Where an actor sits, where its chair is empty, and who sits with it in one body at least. */
export function seatsOf(bodies: readonly Body[], actorId: string) {
  const where = (is: (role: BodyRole | undefined) => boolean) =>
    bodies.filter((body) => is(roleIn(body, actorId)))
  const sits = where(isSitting)
  const beside = sits.flatMap(({ actors }) =>
    actors.filter(({ actorId: id, role }) => id !== actorId && isSitting(role)).map((one) => one.actorId),
  )
  return { sits, missed: where((role) => role === 'absentee'), beside: new Set(beside) }
}

/** How many sit in a body, and how many chairs are empty. */
export const countsOf = ({ actors }: Body) => ({
  sitting: actors.filter(({ role }) => isSitting(role)).length,
  missing: actors.filter(({ role }) => role === 'absentee').length,
})
