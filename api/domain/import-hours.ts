type Minutes = [from: number, to: number]
/** `unreadable` is the first slot that is not one, left out of `intervals`. */
export type DayHours = { intervals: Minutes[]; unreadable: string | null }

const OSM_DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const
const SLOT = /^(\d{1,2})[:h](\d{2})\s*-\s*(\d{1,2})[:h](\d{2})$/

function readSlot(text: string): Minutes | 'empty' | null {
  const match = SLOT.exec(text)
  if (!match) return null
  const [fromHour, fromMinute, toHour, toMinute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
  ]
  const from = fromHour * 60 + fromMinute
  const to = toHour * 60 + toMinute
  // Producers fill a slot they do not use with midnight to midnight.
  if (from === 0 && to === 0) return 'empty'
  return fromMinute < 60 && toMinute < 60 && from < to && to <= 24 * 60 ? [from, to] : null
}

/** One cell such as `09:00 - 12:00 / 14:00 - 17:00`; slots that touch or overlap become one. */
export function readDayHours(cell: string): DayHours {
  const slots = cell
    .split('/')
    .map((part) => part.trim())
    .filter(Boolean)
  const read = slots.map(readSlot)
  const wrong = slots.find((_, i) => read[i] === null)
  const sorted = read.filter((slot): slot is Minutes => Array.isArray(slot)).sort((a, b) => a[0] - b[0])
  const intervals: Minutes[] = []
  for (const [from, to] of sorted) {
    const last = intervals.at(-1)
    if (!last || from > last[1]) intervals.push([from, to])
    else last[1] = Math.max(last[1], to)
  }
  return { intervals, unreadable: wrong ?? null }
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/**
 * A week as OSM `opening_hours`: `Mo,We-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00`. Days that share their hours
 * share a rule. Null when no day is open: a week without hours says nothing.
 *
 * @param week one list of `[from, to]` minutes a day, Monday first, sorted and disjoint
 */
export function writeWeek(week: Minutes[][]): string | null {
  const rules = new Map<string, number[]>()
  week.forEach((intervals, day) => {
    if (intervals.length === 0) return
    const hours = intervals.map(([from, to]) => `${clock(from)}-${clock(to)}`).join(',')
    rules.set(hours, [...(rules.get(hours) ?? []), day])
  })
  if (rules.size === 0) return null
  return [...rules].map(([hours, days]) => `${writeDays(days)} ${hours}`).join('; ')
}

/** The same week in minutes since Monday 00:00. */
export const minutesOfWeek = (week: Minutes[][]): Minutes[] =>
  week.flatMap((intervals, day) =>
    intervals.map(([from, to]): Minutes => [day * 1440 + from, day * 1440 + to]),
  )

function writeDays(days: number[]): string {
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs
    .map((run) => (run.length > 1 ? `${OSM_DAYS[run[0]!]}-${OSM_DAYS[run.at(-1)!]}` : OSM_DAYS[run[0]!]))
    .join(',')
}
