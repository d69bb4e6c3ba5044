import { sql } from 'drizzle-orm'
import { localTime } from '#api/domain/local-time'
import { openingIntervals } from '#api/domain/opening-hours'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'

export type StoredIntervals = { week: string | null; dates: string | null; until: string | null }

const NONE: StoredIntervals = { week: null, dates: null, until: null }

/** Intervals of a place's hours, as its columns hold them. Hours that cannot be read stay a text without intervals. */
export function intervalsOf(hours: string | null, now: Date): StoredIntervals {
  if (!hours) return NONE
  try {
    const intervals = openingIntervals(hours, localTime(now).slice(0, 10))
    if (intervals.kind === 'weekly')
      return { ...NONE, week: `{${intervals.week.map(([from, to]) => `[${from},${to})`).join()}}` }
    const dates = intervals.dates.map(([from, to]) => `["${from}","${to}")`)
    return { ...NONE, dates: `{${dates.join()}}`, until: intervals.until }
  } catch {
    return NONE
  }
}

/** Months that must be left of the dated hours, of the year that is worked out ahead. */
const MARGIN = '6 months'

/** Works out another year of a workspace's hours that depend on the date, where fewer than six months are left. */
export async function renewOpenDates(tx: Queries, now: Date): Promise<void> {
  const places = await rowsOf<{ id: string; hours: string }>(
    tx,
    sql`SELECT id, hours FROM places WHERE open_until < ${localTime(now)}::date + ${MARGIN}::interval`,
  )
  const renewed = places.map(({ id, hours }) => ({ id, ...intervalsOf(hours, now) }))
  if (!renewed.length) return
  await rowsOf(
    tx,
    sql`UPDATE places p SET open_dates = r.dates::tsmultirange, open_until = r.until::date
      FROM jsonb_to_recordset(${JSON.stringify(renewed)}::text::jsonb) AS r(id uuid, dates text, until text) WHERE p.id = r.id`,
  )
}
