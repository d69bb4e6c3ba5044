import { describe, expect, it } from 'vitest'
import { localTime, minuteOfWeek } from '#api/domain/local-time'
import { hoursProblem, openingIntervals } from '#api/domain/opening-hours'

const HOUR = 60
const DAY = 1440

describe('opening hours', () => {
  it('[HRS1] the same every week: minutes since Monday', () => {
    expect(openingIntervals('Mo 09:00-12:00,14:00-17:00; We 09:00-10:30', '2026-11-23')).toEqual({
      kind: 'weekly',
      week: [
        [9 * HOUR, 12 * HOUR],
        [14 * HOUR, 17 * HOUR],
        [2 * DAY + 9 * HOUR, 2 * DAY + 630],
      ],
    })
  })

  it('[HRS2] public holidays and dates: the intervals of the coming year', () => {
    const intervals = openingIntervals('Mo-Fr 09:00-10:00; PH off', '2026-12-20')
    if (intervals.kind !== 'dated') throw new Error('expected dates')
    const days = intervals.dates.map(([from]) => from.slice(0, 10))
    expect(days).toContain('2026-12-24')
    expect(days).not.toContain('2026-12-25')
    expect(days).not.toContain('2027-05-17')
    expect(intervals.until).toBe('2027-12-21')
  })

  it('[HRS3] what cannot be read is said, not guessed', () => {
    expect(hoursProblem('sur rendez-vous peut-être')).toBeTruthy()
    expect(hoursProblem('Mo-Fr 09:00-12:00')).toBeUndefined()
  })

  it('[HRS4] a moment is read on the clocks of France, summer and winter', () => {
    expect(localTime(new Date('2026-11-23T09:00:00Z'))).toBe('2026-11-23T10:00')
    expect(localTime(new Date('2026-07-01T22:30:00Z'))).toBe('2026-07-02T00:30')
    expect(minuteOfWeek('2026-11-23T10:00')).toBe(600)
    expect(minuteOfWeek('2026-11-29T23:59')).toBe(7 * DAY - 1)
  })
})
