import { metresBetween } from '#api/domain/metres'
import type { Calendar, Occurrence } from '#contract/outreach'

/** Parts of a day, each from its first hour; the night goes on until the next morning. */
export const BANDS = ['morning', 'afternoon', 'evening', 'night'] as const
export type Band = (typeof BANDS)[number]
const FIRST_HOUR: Record<Band, number> = { morning: 6, afternoon: 12, evening: 18, night: 22 }

/** Somebody who goes somewhere; `isRest` in a part of the day that it only goes on into. */
type Going = { kind: 'going'; occurrence: Occurrence; isRest: boolean }
export type Meeting = { kind: 'meeting'; meeting: Calendar['meetings'][number] }
type Item = Going | Meeting
export type PlannedDay = { day: string; bands: Record<Band, Item[]> }

const DAY = 86_400_000

/** The day so many days after another, both `2026-11-23`. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** Monday of the week of a day. */
export const mondayOf = (day: string): string =>
  dayAfter(day, -((new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7))

const hourOf = (local: string): number => Number(local.slice(11, 13)) + Number(local.slice(14, 16)) / 60

const bandAt = (hour: number): Band => BANDS.findLast((band) => hour >= FIRST_HOUR[band]) ?? 'night'

/** The parts of its first day that a time covers, in order: what runs past midnight ends with the night. */
export function bandsOf({ start, end }: { start: string; end: string }): Band[] {
  const first = bandAt(hourOf(start))
  // The small hours are a night of their own.
  if (hourOf(start) < FIRST_HOUR.morning) return ['night']
  const until = end.slice(0, 10) > start.slice(0, 10) ? 24 : hourOf(end)
  return BANDS.filter(
    (band) => band === first || (FIRST_HOUR[band] > hourOf(start) && FIRST_HOUR[band] < until),
  )
}

const startOf = (item: Item) => (item.kind === 'going' ? item.occurrence.start : item.meeting.start)

/** Seven days, each by part of the day: who goes where, bodies that meet, in order of time. */
export function planOf({ from, occurrences, meetings }: Calendar): PlannedDay[] {
  return Array.from({ length: 7 }, (_, index) => {
    const day = dayAfter(from, index)
    const bands: PlannedDay['bands'] = { morning: [], afternoon: [], evening: [], night: [] }
    for (const occurrence of occurrences.filter(({ start }) => start.startsWith(day)))
      for (const [at, band] of bandsOf(occurrence).entries())
        bands[band].push({ kind: 'going', occurrence, isRest: at > 0 })
    for (const meeting of meetings.filter(({ start }) => start.startsWith(day)))
      bands[bandAt(hourOf(meeting.start))].push({ kind: 'meeting', meeting })
    for (const items of Object.values(bands))
      items.sort((one, other) => (startOf(one) < startOf(other) ? -1 : startOf(one) > startOf(other) ? 1 : 0))
    return { day, bands }
  })
}

/** Who tells one time from another: a stop, when it begins. */
export const keyOf = ({ stopId, start }: Pick<Occurrence, 'stopId' | 'start'>): string => `${stopId} ${start}`

/** On foot, some minutes. */
const NEAR = 1_000
const isNear = (one: Occurrence, other: Occurrence): boolean => {
  const [here, there] = [one.point?.coordinates, other.point?.coordinates]
  if (!here || !there) return one.communeCode !== null && one.communeCode === other.communeCode
  return metresBetween({ lng: here[0], lat: here[1] }, { lng: there[0], lat: there[1] }) < NEAR
}

/**
 * Of each time, those that go on meanwhile nearby: within a kilometre where both have a point, in the same commune
 * otherwise. By {@link keyOf}; a time that is alone is not there.
 */
export function sameTime(occurrences: readonly Occurrence[]): Map<string, Occurrence[]> {
  const meets = (one: Occurrence, other: Occurrence) =>
    one.stopId !== other.stopId && one.start < other.end && other.start < one.end && isNear(one, other)
  return new Map(
    occurrences.flatMap((one) => {
      const others = occurrences.filter((other) => meets(one, other))
      return others.length > 0 ? [[keyOf(one), others] as const] : []
    }),
  )
}
