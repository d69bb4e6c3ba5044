import fc from 'fast-check'
import { expect, it } from 'vitest'
import { classBreaks, classOf, histogramOf } from '#api/domain/class-breaks'
import { CLASS_METHODS } from '#contract/grid'

const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

it('[CHO1] a value belongs to the class of how many bounds it reaches', () => {
  expect([9, 10, 19.9, 20, 99].map((value) => classOf(value, [10, 20]))).toEqual([0, 1, 1, 2, 2])
  expect(classOf(5, [])).toBe(0)
})

it('[CHO1] quantiles hold as many values each, equal classes are as wide, natural ones part what is apart', () => {
  const counts = (breaks: number[]) =>
    TEN.reduce<number[]>(
      (sums, value) => sums.with(classOf(value, breaks), sums[classOf(value, breaks)]! + 1),
      [...Array<number>(breaks.length + 1).fill(0)],
    )
  expect(counts(classBreaks(TEN, 'quantile', 5))).toEqual([2, 2, 2, 2, 2])
  expect(classBreaks([0, 1, 7, 10], 'equal', 5)).toEqual([2, 4, 6, 8])
  expect(classBreaks([1, 2, 1, 2, 50, 51, 52, 90, 91], 'jenks', 3)).toEqual([50, 90])
})

it('[CHO1] bounds grow strictly and lie within the values, whatever they are', () => {
  const values = fc.array(fc.float({ noNaN: true, min: -1e6, max: 1e6 }), { maxLength: 60 })
  fc.assert(
    fc.property(
      values,
      fc.constantFrom(...CLASS_METHODS),
      fc.integer({ min: 3, max: 7 }),
      (some, method, most) => {
        const breaks = classBreaks(some, method, most)
        expect(breaks.length).toBeLessThan(most)
        for (const [index, bound] of breaks.entries()) {
          expect(bound).toBeGreaterThan(breaks[index - 1] ?? Math.min(...some))
          expect(bound).toBeLessThanOrEqual(Math.max(...some))
        }
      },
    ),
    { seed: 6, numRuns: 300 },
  )
})

it('[CHO2] a histogram counts every value once, the greatest in its last bin', () => {
  expect(histogramOf([0, 1, 2, 3, 4], 2).map(({ count }) => count)).toEqual([2, 3])
  expect(histogramOf([7, 7], 30)).toEqual([{ from: 7, to: 7, count: 2 }])
  expect(histogramOf([], 30)).toEqual([])
})
