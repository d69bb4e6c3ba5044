import type { Limits } from '#contract/members'

/** A territory as a limit names it. */
export type Ground = { id: string; name: string }

export const NO_LIMITS: Limits = { territories: [], families: [] }

export const isLimited = ({ territories, families }: Limits): boolean =>
  territories.length > 0 || families.length > 0
