import type { z } from 'zod'
import type { RetentionRule } from '#contract/privacy'

type Rule = z.infer<typeof RetentionRule>

/**
 * What goes by itself, and when. Observations are counted from the day on which their round was revealed, or opened while it is
 * not; a trainer may keep them as long again, once.
 */
export const RETENTION = [
  { what: 'personal_contacts', days: null, months: 12, since: 'last_verification' },
  { what: 'observations', days: 30, months: null, since: 'end_of_session' },
  { what: 'accounts', days: null, months: 24, since: 'last_sign_in' },
  { what: 'logs', days: null, months: 6, since: 'entry' },
] as const satisfies readonly Rule[]

/** The months before an instant, in UTC; a day that the month lacks becomes its last one. */
function monthsBefore(at: Date, months: number): Date {
  const day = new Date(at)
  day.setUTCDate(1)
  day.setUTCMonth(day.getUTCMonth() - months)
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()
  day.setUTCDate(Math.min(at.getUTCDate(), last))
  return day
}

/** The instant up to which things of this kind are over, seen from `at`: what counts from then or before goes. */
export function keptSince(what: Rule['what'], at: Date): Date {
  const { days, months } = RETENTION.find((rule) => rule.what === what)!
  return months === null ? new Date(at.getTime() - days * 86_400_000) : monthsBefore(at, months)
}
