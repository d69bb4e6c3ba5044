import OpeningHours from 'opening_hours'

/** Half-open `[start, end)`, in minutes since Monday 00:00. */
type WeekInterval = [number, number]
/** Half-open `[start, end)`, local times `2026-11-24T18:30`. */
type DateInterval = [string, string]

export type OpeningIntervals =
  | { kind: 'weekly'; week: WeekInterval[] }
  | { kind: 'dated'; dates: DateInterval[]; until: string }

export class UnreadableHours extends Error {
  override name = 'UnreadableHours'
}

const DAY = 86_400_000
const WEEK = 7 * 1440
/** How far ahead irregular hours are worked out; they are worked out again at every write and every start. */
const HORIZON_DAYS = 366

const OPTIONS = { mode: 0 } as never
const FRANCE = { lat: 46.6, lon: 2.4, address: { country_code: 'fr', state: '' } } as never

/** Wall-clock fields of a date that the library made in the machine's own zone. */
const local = (date: Date): string => {
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

function scheduleOf(hours: string): OpeningHours {
  try {
    return new OpeningHours(hours, FRANCE, OPTIONS)
  } catch (error) {
    throw new UnreadableHours(String(error))
  }
}

/**
 * When a place is open, from OSM `opening_hours` text: a weekly pattern when every week is alike, otherwise
 * the intervals of the coming year (public holidays of France included). Throws {@link UnreadableHours}.
 */
export function openingIntervals(hours: string, today: string): OpeningIntervals {
  const schedule = scheduleOf(hours)
  if (schedule.isWeekStable()) {
    // Any Monday serves; this one is far from a change of clocks.
    const monday = new Date(2024, 5, 3)
    const sunday = new Date(2024, 5, 10)
    const minute = (date: Date) => Math.round((date.getTime() - monday.getTime()) / 60_000)
    const week = schedule
      .getOpenIntervals(monday, sunday)
      .map(([from, to]): WeekInterval => [minute(from), minute(to)])
    return { kind: 'weekly', week: week.map(([from, to]) => [Math.max(0, from), Math.min(WEEK, to)]) }
  }
  const start = new Date(`${today}T00:00`)
  const end = new Date(start.getTime() + HORIZON_DAYS * DAY)
  return {
    kind: 'dated',
    dates: schedule.getOpenIntervals(start, end).map(([from, to]): DateInterval => [local(from), local(to)]),
    until: local(end).slice(0, 10),
  }
}

/** The reason why a text is not opening hours; undefined when it is. */
export function hoursProblem(hours: string): string | undefined {
  try {
    new OpeningHours(hours, FRANCE, OPTIONS)
    return undefined
  } catch (error) {
    return String(error)
  }
}

/** Minutes since 1970 of a local time, as if the clocks never changed. */
const clockMinutes = (local: string): number => Date.parse(`${local}Z`) / 60_000
const atMinutes = (minutes: number): string => new Date(minutes * 60_000).toISOString().slice(0, 16)
/** The day some days after another: `2026-11-30`. */
export const dayAfter = (day: string, days: number): string =>
  atMinutes(clockMinutes(`${day}T00:00`) + days * 1440).slice(0, 10)

/** What lasts longer than a day, as one part for each day. */
function daysOf([start, end]: DateInterval): DateInterval[] {
  if (clockMinutes(end) - clockMinutes(start) <= 1440) return [[start, end]]
  const midnight = `${dayAfter(start.slice(0, 10), 1)}T00:00`
  return [[start, midnight], ...daysOf([midnight, end])]
}

/**
 * When somebody is there, from OSM `opening_hours` text (public holidays of France included): each time that begins in
 * `[from, to)`, with its own end, which may be a day later. `from` and `to` are days. Throws {@link UnreadableHours}.
 */
export function occurrencesBetween(hours: string, from: string, to: string): DateInterval[] {
  // A day more on both sides: what a night round begins before, and where it ends, are seen whole.
  const [start, end] = [dayAfter(from, -1), dayAfter(to, 1)].map((day) => new Date(`${day}T00:00`))
  return scheduleOf(hours)
    .getOpenIntervals(start!, end!)
    .flatMap(([since, until]) => daysOf([local(since), local(until)]))
    .filter(([since]) => since >= `${from}T00:00` && since < `${to}T00:00`)
}
