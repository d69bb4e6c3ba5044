import { expect, test } from 'vitest'
import { minutesOfWeek, readDayHours, writeWeek } from '#api/domain/import-hours'
import { openingIntervals } from '#api/domain/opening-hours'

const weekOf = (cells: string[]) => writeWeek(cells.map((cell) => readDayHours(cell).intervals))

test('[IMP1] days that share their hours share a rule', () => {
  const cells = [
    '13:30 - 17:00',
    '09:00 - 12:00 / 13:30 - 17:00',
    '09:00 - 12:00 / 13:30 - 17:00',
    '',
    '13:30 - 17:00',
    '9h00 - 12h00',
  ]
  expect(weekOf(cells)).toBe('Mo,Fr 13:30-17:00; Tu-We 09:00-12:00,13:30-17:00; Sa 09:00-12:00')
})

test('[IMP1] the intervals are those that the library of opening hours finds', () => {
  const cells = ['09:00 - 12:00 / 13:30 - 17:00', '', '08:45 - 12:15', '08:45 - 12:15', '', '10:00 - 24:00']
  const week = cells.map((cell) => readDayHours(cell).intervals)
  expect(openingIntervals(writeWeek(week)!, '2026-11-23')).toEqual({
    kind: 'weekly',
    week: minutesOfWeek(week),
  })
})

test('[IMP1] a week without hours says nothing', () => {
  expect(weekOf(['', '', '', '', '', ''])).toBeNull()
  expect(weekOf(['00:00 - 00:00', '', '', '', '', ''])).toBeNull()
})

test('[IMP1] slots that touch or overlap are one, unused ones are passed over', () => {
  expect(weekOf(['09:00 - 11:00 / 11:00 - 12:00'])).toBe('Mo 09:00-12:00')
  expect(weekOf(['09:00 - 12:00 / 09:00 - 16:30 / 14:00 - 16:30'])).toBe('Mo 09:00-16:30')
  expect(weekOf(['00:00 - 00:00 / 14:00 - 17:30'])).toBe('Mo 14:00-17:30')
})

test('[IMP1] what is not a time slot is left out and named', () => {
  for (const wrong of ['sur rendez-vous', '18:00 - 09:00', '09:75 - 10:00', '25:00 - 26:00']) {
    const day = readDayHours(`09:00 - 12:00 / ${wrong}`)
    expect(day).toEqual({ intervals: [[540, 720]], unreadable: wrong })
  }
})
