import { LRUCache } from 'lru-cache'
import type { z } from 'zod'
import { dayAfter, occurrencesBetween } from '#api/domain/opening-hours'
import type { Calendar, Occurrence, outreachEndpoints } from '#contract/outreach'
import type { Queries } from '#db/client'
import type { Reader } from '#db/workspace'
import { listMeetings, listStops, type Range, type Stop } from './calendar.repository.ts'

type Query = z.output<typeof outreachEndpoints.calendar.query>

/** Working out a week takes a millisecond for each text, and many places share theirs. */
const worked = new LRUCache<string, [string, string][]>({ max: 5_000 })

/** None when nobody can read the hours: they are shown as unwritten, with the place. */
function timesOf(hours: string, { from, to }: Range): [string, string][] {
  const key = `${from} ${to} ${hours}`
  const known = worked.get(key)
  if (known) return known
  const times = occurrencesBetween(hours, from, to)
  worked.set(key, times)
  return times
}

const placeOf = ({ hours: _, startsOn: __, endsOn: ___, ...place }: Stop) => place

function occurrencesOf(stop: Stop, range: Range): Occurrence[] | null {
  if (!stop.hours) return null
  const { startsOn, endsOn } = stop
  const isThere = (day: string) =>
    (startsOn === null || day >= startsOn) && (endsOn === null || day <= endsOn)
  try {
    return timesOf(stop.hours, range)
      .filter(([start]) => isThere(start.slice(0, 10)))
      .map(([start, end]) => ({ ...placeOf(stop), start, end }))
  } catch {
    return null
  }
}

/** Who goes where and when, from a day on: every time of every stop, meetings, and stops of which nobody knows the hours. */
export async function calendarOf(
  tx: Queries,
  reader: Reader & { now: Date },
  { from, days, ...filter }: Query,
): Promise<Calendar> {
  const range = { from, to: dayAfter(from, days) }
  const stops = await listStops(tx, reader, filter, range)
  const times = stops.map((stop) => ({ stop, found: occurrencesOf(stop, range) }))
  return {
    ...range,
    occurrences: times
      .flatMap(({ found }) => found ?? [])
      .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)),
    meetings: await listMeetings(tx, reader, range),
    unscheduled: times.flatMap(({ stop, found }) => (found ? [] : [placeOf(stop)])),
  }
}
