import type { Freshness } from '#contract/actors'

/** Months after verification: as good as new before the first, worth nothing after the second. */
const FRESH_MONTHS = 6
const STALE_MONTHS = 24

const monthsBefore = (now: Date, months: number): Date => {
  const date = new Date(now)
  date.setUTCMonth(date.getUTCMonth() - months)
  return date
}

/** Verified after `freshSince` is fresh; before `staleBefore`, stale; between, aging. */
export const freshnessBounds = (now: Date): { freshSince: Date; staleBefore: Date } => ({
  freshSince: monthsBefore(now, FRESH_MONTHS),
  staleBefore: monthsBefore(now, STALE_MONTHS),
})

export function freshnessOf(verifiedAt: Date | null, now: Date): Freshness {
  if (!verifiedAt) return 'unverified'
  const { freshSince, staleBefore } = freshnessBounds(now)
  if (verifiedAt > freshSince) return 'fresh'
  return verifiedAt > staleBefore ? 'aging' : 'stale'
}

/** 1 under 6 months, falling linearly to 0 at 24, as data·inclusion scores quality; null when never verified. */
export function freshnessScore(verifiedAt: Date | null, now: Date): number | null {
  if (!verifiedAt) return null
  const { freshSince, staleBefore } = freshnessBounds(now)
  const share =
    (verifiedAt.getTime() - staleBefore.getTime()) / (freshSince.getTime() - staleBefore.getTime())
  return Math.min(1, Math.max(0, share))
}
