import { problem } from '#api/http/problems'

/** It has been copied here before; `id` is the copy, null when this account may not see it. */
export const alreadyTaken = (id: string | null) =>
  problem(409, 'actor_already_taken', 'This actor has been taken over already', { values: { id } })
