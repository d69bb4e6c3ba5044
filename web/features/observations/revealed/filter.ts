import type { Observation } from '#contract/observations'
import type { Search } from '#web/search.ts'

/** What the address says of which observations to show. */
export type ObservationFilter = Pick<Search, 'stance' | 'flag' | 'cause' | 'how'>

/** Whether an observation answers all that the filter says. */
export const answers =
  ({ stance, flag, cause, how }: ObservationFilter) =>
  (observation: Observation): boolean =>
    (!stance || observation.stance === stance) &&
    (!flag || observation.flags.includes(flag)) &&
    (!cause || observation.causes.includes(cause)) &&
    (!how || observation.source === how)
