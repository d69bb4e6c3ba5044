import type { Limits } from '#contract/members'

const isPart = (given: readonly string[], own: readonly string[]): boolean =>
  own.length === 0 || (given.length > 0 && given.every((one) => own.includes(one)))

/** Whether limits restrict at least as much as others: nobody gives rights where they have none. */
export const areWithin = (given: Limits, own: Limits): boolean =>
  isPart(given.territories, own.territories) && isPart(given.families, own.families)
