import type { RowProblem } from '#api/domain/import-draft'
import { type DayHours, minutesOfWeek, writeWeek } from '#api/domain/import-hours'
import { reservation } from '#api/domain/import-remarks'
import { readLine } from '#api/domain/import-text'
import { openingIntervals, UnreadableHours } from '#api/domain/opening-hours'
import type { Cell, Schedule } from './place.ts'

/** Files repeat the same hours thousands of times, and working them out is slow; null when they cannot be read. */
const schedules = new Map<string, Schedule | null>()
const MAX_SCHEDULES = 20_000

function scheduleOf(hours: string, today: string): Schedule | null {
  try {
    return { hours, opening: openingIntervals(hours, today) }
  } catch (error) {
    if (error instanceof UnreadableHours) return null
    throw error
  }
}

/** Hours in OSM `opening_hours`; those that cannot be read are left out, and said. */
export function readSchedule(said: Cell, today: string, problems: RowProblem[]): Schedule | null {
  const hours = readLine(said.value, 1_000)
  if (hours === null) return null
  const known = schedules.get(hours)
  const schedule = known === undefined ? scheduleOf(hours, today) : known
  if (schedules.size < MAX_SCHEDULES) schedules.set(hours, schedule)
  if (schedule === null) problems.push(reservation('hours_unreadable', said.field, hours))
  return schedule
}

/** A week of hours, Monday first; null when no day is open. */
export function weeklySchedule(week: DayHours['intervals'][]): Schedule | null {
  const hours = writeWeek(week)
  return hours === null ? null : { hours, opening: { kind: 'weekly', week: minutesOfWeek(week) } }
}
