import { afterEach, describe, expect, it } from 'vitest'
import { localTime, minuteOfWeek } from '#api/domain/local-time'
import {
  dayAfter,
  hoursProblem,
  occurrencesBetween,
  openingIntervals,
  UnreadableHours,
} from '#api/domain/opening-hours'

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

describe('times of stops', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  it('[ASM8] each time that begins in some days, with its own end', () => {
    expect(occurrencesBetween('Mo,We 09:00-12:00; Su 22:00-02:00', '2026-11-23', '2026-11-30')).toEqual([
      ['2026-11-23T09:00', '2026-11-23T12:00'],
      ['2026-11-25T09:00', '2026-11-25T12:00'],
      ['2026-11-29T22:00', '2026-11-30T02:00'],
    ])
    // The end of the night belongs to the day before.
    expect(occurrencesBetween('Su 22:00-02:00', '2026-11-30', '2026-12-01')).toEqual([])
    expect(dayAfter('2027-02-27', 2)).toBe('2027-03-01')
  })

  it('[ASM8] whoever is always there is there each day, from midnight to midnight', () => {
    expect(occurrencesBetween('24/7', '2026-11-23', '2026-11-25')).toEqual([
      ['2026-11-23T00:00', '2026-11-24T00:00'],
      ['2026-11-24T00:00', '2026-11-25T00:00'],
    ])
  })

  it('[ASM8] nobody is expected on a public holiday of France, nor beyond the months that are written', () => {
    const days = (hours: string, from: string, to: string) =>
      occurrencesBetween(hours, from, to).map(([start]) => start)
    expect(days('Mo-Fr 09:00-10:00; PH off', '2026-12-24', '2026-12-29')).toEqual([
      '2026-12-24T09:00',
      '2026-12-28T09:00',
    ])
    expect(days('PH 14:00-16:00', '2027-05-10', '2027-05-31')).toEqual(['2027-05-17T14:00'])
    expect(days('Nov-Mar: We 18:00-20:00', '2027-03-29', '2027-04-12')).toEqual(['2027-03-31T18:00'])
    expect(days('week 1-53/2 Tu 18:00-20:00', '2027-01-04', '2027-01-18')).toEqual(['2027-01-05T18:00'])
    expect(() => days('quand on peut', '2026-12-24', '2026-12-29')).toThrow(UnreadableHours)
  })

  it.each([
    ['UTC', 0],
    ['Europe/Paris', 1],
    ['America/New_York', 19],
  ])('[ASM8] clocks that change change nothing, wherever the server is: %s', (TZ, hour) => {
    process.env.TZ = TZ
    expect(new Date('2027-01-01T00:00Z').getHours()).toBe(hour)
    for (const sunday of ['2027-03-28', '2026-10-25', '2027-03-14', '2026-11-01']) {
      const [before, after] = [dayAfter(sunday, -1), dayAfter(sunday, 1)]
      expect(occurrencesBetween('22:00-06:00', before, after)).toEqual([
        [`${before}T22:00`, `${sunday}T06:00`],
        [`${sunday}T22:00`, `${after}T06:00`],
      ])
      expect(occurrencesBetween('09:00-12:00', before, after)).toHaveLength(2)
    }
  })
})
