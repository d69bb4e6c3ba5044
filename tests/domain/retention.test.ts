import { expect, it } from 'vitest'
import { keptSince, RETENTION } from '#api/domain/retention'
import { RETAINED, RetentionRule } from '#contract/privacy'

const day = (date: Date) => date.toISOString().slice(0, 10)

it('[RET1] what is kept for a time is one table: contacts 12 months, observations 30 days, accounts 24, logs 6', () => {
  expect(RETENTION.map(({ what, days, months }) => [what, days, months])).toEqual([
    ['personal_contacts', null, 12],
    ['observations', 30, null],
    ['accounts', null, 24],
    ['logs', null, 6],
  ])
  expect(RETENTION.map(({ what }) => what).sort()).toEqual([...RETAINED].sort())
  for (const rule of RETENTION) expect(RetentionRule.parse(rule)).toEqual(rule)
})

it('[RET2] a duration is counted in days or in calendar months, and the shortest month ends on its last day', () => {
  expect(day(keptSince('personal_contacts', new Date('2028-02-29T12:00:00Z')))).toBe('2027-02-28')
  expect(day(keptSince('logs', new Date('2027-08-31T00:00:00Z')))).toBe('2027-02-28')
  expect(day(keptSince('accounts', new Date('2028-11-23T00:00:00Z')))).toBe('2026-11-23')
  expect(day(keptSince('observations', new Date('2027-01-15T00:00:00Z')))).toBe('2026-12-16')
})
