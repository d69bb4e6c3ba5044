import type OpeningHours from 'opening_hours'

/** `09:00`, as a clock shows it. */
type Slot = { from: string; to: string }
export type Day = { day: Date; slots: Slot[] }
/** Following days with the same hours, `last` included. */
export type Days = { first: Date; last: Date; slots: Slot[] }

const clock = (date: Date) =>
  [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')

/** Monday at midnight of the week of a date, in local time. */
export function mondayOf(date: Date): Date {
  const monday = new Date(date.getFullYear(), date.getMonth(), date.getDate())
  monday.setDate(monday.getDate() - ((monday.getDay() + 6) % 7))
  return monday
}

const dayAfter = (date: Date, days = 1) =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate() + days)

/** The seven days from `monday`, each with the hours at which it is open; a night belongs to its evening. */
export function weekOf(hours: OpeningHours, monday: Date): Day[] {
  return Array.from({ length: 7 }, (_, index) => {
    const day = dayAfter(monday, index)
    const end = dayAfter(day)
    const slots = hours
      .getOpenIntervals(day, end)
      .map(([from, to]) => ({ from: clock(from), to: to.getTime() >= end.getTime() ? '24:00' : clock(to) }))
    return { day, slots }
  })
}

const key = (slots: Slot[]) => slots.map(({ from, to }) => `${from}-${to}`).join()

/** Brings together following days that have the same hours. */
export const groupDays = (week: Day[]): Days[] =>
  week.reduce<Days[]>((groups, { day, slots }) => {
    const last = groups.at(-1)
    if (last && key(last.slots) === key(slots)) last.last = day
    else groups.push({ first: day, last: day, slots })
    return groups
  }, [])
