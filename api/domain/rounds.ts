import { RETENTION } from './retention.ts'

const { days: KEPT_DAYS } = RETENTION.find((rule) => rule.what === 'observations')!
const DAY = 86_400_000

/** The day on which the observations of a round go, counted from an instant; twice as late where it was extended. */
export const roundEnd = (from: Date, extended = false): string =>
  new Date(from.getTime() + KEPT_DAYS * (extended ? 2 : 1) * DAY).toISOString().slice(0, 10)

/** The last day of a round that is extended now. */
export const laterEnd = (expiresOn: string): string => roundEnd(new Date(expiresOn))
