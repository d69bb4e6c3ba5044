import { expect, it } from 'vitest'
import { smoothedRates, standardisedRates } from '#api/domain/rate-smoothing'
import { knownRows, numbersOf } from '../support/known-answers.ts'
import { largestGap } from '../support/spatial-weights.ts'

const auckland = knownRows('eb-smoothing/auckland.csv')
const huddersfield = knownRows('eb-smoothing/huddersfield.csv')

it.skipIf(!auckland)(
  "[SPA10] child mortality in Auckland (Marshall, 1991) is smoothed as by spdep's EBest",
  () => {
    const rates = smoothedRates(numbersOf(auckland!, 'M77_85'), numbersOf(auckland!, 'pop'))
    expect(rates.variance / 7.284173e-7).toBeCloseTo(1, 6)
    expect(rates.mean).toBeCloseTo(0.002633436, 9)
    expect(largestGap(rates.raw, numbersOf(auckland!, 'raw'))).toBeLessThan(1e-14)
    expect(largestGap(rates.smoothed, numbersOf(auckland!, 'estmm'))).toBeLessThan(1e-14)
  },
)

it.skipIf(!huddersfield)(
  "[SPA10] rates in Huddersfield (Martuzzi and Elliott, 1996) are smoothed as by spdep's EBest",
  () => {
    const rates = smoothedRates(
      numbersOf(huddersfield!, 'cases'),
      numbersOf(huddersfield!, 'total'),
      'binomial',
    )
    expect(largestGap(rates.smoothed, numbersOf(huddersfield!, 'estmm'))).toBeLessThan(1e-11)
  },
)

it('[SPA10] the smaller the population, the nearer to the overall rate; all at it when rates differ by chance alone', () => {
  const { smoothed, mean } = smoothedRates([90, 9, 300, 1], [100, 10, 1000, 10])
  expect(smoothed[1]! - mean).toBeGreaterThan(0)
  expect(smoothed[1]).toBeLessThan(smoothed[0]!)
  expect(smoothedRates([10, 10, 10], [100, 100, 100]).smoothed).toEqual(Float64Array.of(0.1, 0.1, 0.1))
  expect(smoothedRates([0, 0], [5, 7]).smoothed).toEqual(Float64Array.of(0, 0))
})

it('[SPA10] what is no count of cases among a population is refused', () => {
  for (const [cases, population] of [
    [[1, 2], [10]],
    [
      [1, -2],
      [10, 10],
    ],
    [
      [1, 2],
      [10, 0],
    ],
    [
      [1, Number.NaN],
      [10, 10],
    ],
  ] as const) {
    expect(() => smoothedRates(cases, population)).toThrow(RangeError)
    expect(() => standardisedRates(cases, population)).toThrow(RangeError)
  }
})
