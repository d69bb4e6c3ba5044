import { expect, test } from 'vitest'
import { blindSpotsOf } from '#api/domain/blind-spots'
import { referenceMedian, shownValue } from '#api/domain/indicator-values'
import { describeIndicator, sharesOf, sumsOf } from '#api/domain/indicators'
import { type PartFigures, wholeOf } from '#api/domain/zone-figures'

const row = (
  part: string,
  figures: PartFigures['figures'],
  statuses: PartFigures['statuses'] = {},
): PartFigures => ({
  part,
  figures,
  statuses,
  flags: {},
})

test('[IND3] parts along one breakdown add up; the whole, when a row says it, is the whole', () => {
  const parts = [
    row('rsa_type=majoré', { rsa_households: 15 }),
    row('rsa_type=non majoré', { rsa_households: 60 }),
  ]
  expect(wholeOf(parts).figures).toEqual({ rsa_households: 75 })
  expect(wholeOf([...parts, row('', { rsa_households: 80 })]).figures).toEqual({ rsa_households: 80 })
  expect(wholeOf([...parts, row('al_parc=public', { rsa_households: 70 })]).figures).toEqual({
    rsa_households: 70,
  })
  expect(
    wholeOf([row('', { tax_households: 9 }), row('num_hh', { tax_households: 9 })]).figures.tax_households,
  ).toBe(9)
})

test('[IND3] a sum with a secret part is secret, and says what is known of it', () => {
  const whole = wholeOf([
    row('rsa_type=majoré', { rsa_households: null }, { rsa_households: 'secret' }),
    row('rsa_type=non majoré', { rsa_households: 60 }, { rsa_households: 'rounded' }),
  ])
  expect(whole).toMatchObject({
    figures: { rsa_households: null },
    statuses: { rsa_households: 'secret' },
    blanks: { rsa_households: { known: 60, parts: 1 } },
  })
  // Rates of parts say nothing of the whole.
  const rates = wholeOf([row('a=1', { poverty_rate: 10 }), row('a=2', { poverty_rate: 20 })])
  expect(rates).toMatchObject({ figures: { poverty_rate: null }, statuses: { poverty_rate: 'unavailable' } })
})

test('[IND1] sums and shares exist where all their figures do', () => {
  const whole = wholeOf([row('', { population: 500, population_65_79: 60, population_80_plus: 30 })])
  expect(whole.figures.population_65_plus).toBe(90)
  const has = (figure: string) => figure in whole.figures
  expect(sharesOf(has)).toEqual(['share_65_plus', 'share_80_plus'])
  expect(sumsOf((figure) => ['population_65_79', 'population_80_plus'].includes(figure))).toEqual([
    'population_65_plus',
  ])
})

test('[IND1] a share is worked out of what may be shown, and of nobody it is absent', () => {
  const share = describeIndicator('share_social')
  const of = (figures: Record<string, number | null>, masked: string[] = []) =>
    shownValue({ figures, statuses: {} }, 'share_social', share, (figure) => masked.includes(figure))
  expect(of({ homes_social: 50, main_homes: 200 })).toEqual({ value: 25, status: 'observed' })
  expect(of({ homes_social: 50, main_homes: 200 }, ['main_homes'])).toEqual({
    value: null,
    status: 'withheld',
  })
  expect(of({ homes_social: 5, main_homes: 200 })).toEqual({ value: null, status: 'withheld' })
  expect(of({ homes_social: 0, main_homes: 0 })).toEqual({ value: null, status: 'absent' })
  expect(of({ homes_social: null, main_homes: 200 })).toEqual({ value: null, status: 'absent' })
})

test('[IND5] a median is of three zones at least', () => {
  expect([referenceMedian([1, 2]), referenceMedian([3, 1, 2]), referenceMedian([4, 1, 2, 3])]).toEqual([
    null,
    2,
    2.5,
  ])
})

test('[IND2] of a source that nobody described, no blind spot is made up', () => {
  expect(blindSpotsOf({ source: 'enquete-locale', level: 'iris', period: '2024' })).toEqual([])
  expect(blindSpotsOf({ source: 'cnaf', level: 'iris', period: '2024-12' })).toContain('one_quarter_only')
  expect(blindSpotsOf({ source: 'filosofi-declared', level: 'iris', period: '2021' })).toContain(
    'small_communes',
  )
})
