import { expect, it } from 'vitest'
import { localMoran, localP } from '#api/domain/local-moran'
import { rowStandardised } from '#api/domain/spatial-weights'
import { knownRows, numbersOf } from '../support/known-answers.ts'
import {
  fromNeighbours,
  largestGap,
  meanAndVariance,
  orders,
  SEVEN,
  VALUES,
} from '../support/spatial-weights.ts'

const afcon = knownRows('afcon/afcon.csv')

it('[SPA7] local I has the moments that it has over all orders of the other values, its own staying', () => {
  for (const weights of [fromNeighbours(SEVEN), rowStandardised(fromNeighbours(SEVEN))])
    for (const divisor of ['n', 'n-1'] as const) {
      const { expectation, variance } = localMoran(VALUES, weights, divisor)
      for (let i = 0; i < VALUES.length; i++) {
        const others = [...VALUES.slice(0, i), ...VALUES.slice(i + 1)]
        const all = [...orders(others)].map(
          (order) =>
            localMoran([...order.slice(0, i), VALUES[i]!, ...order.slice(i)], weights, divisor).statistic[i]!,
        )
        const { mean, variance: spread } = meanAndVariance(all)
        expect(expectation[i]).toBeCloseTo(mean, 12)
        expect(variance[i]).toBeCloseTo(spread, 12)
      }
    }
})

it.skipIf(!afcon)(
  "[SPA7] local I of African conflicts, its moments, z and p are spdep's; PySAL's I is (n − 1)/n of it",
  () => {
    const neighbours = afcon!.map((row) => row.neighbours!.split(' ').map((place) => Number(place) - 1))
    const weights = rowStandardised(fromNeighbours(neighbours))
    const values = numbersOf(afcon!, 'totcon')
    const ours = localMoran(values, weights)
    for (const [column, found] of [
      ['Ii', ours.statistic],
      ['EIi', ours.expectation],
      ['VarIi', ours.variance],
      ['ZIi', ours.z],
      ['pIi', localP(ours.z)],
    ] as const)
      expect(largestGap(found, numbersOf(afcon!, column))).toBeLessThan(1e-11)
    const pysal = localMoran(values, weights, 'n-1')
    expect(
      largestGap(
        pysal.statistic,
        ours.statistic.map((value) => (value * 41) / 42),
      ),
    ).toBeLessThan(1e-14)
    expect(largestGap(pysal.z, ours.z)).toBeLessThan(1e-12)
  },
)

it('[SPA7] a zone without neighbours has no z, and neither has one at the mean', () => {
  const { z, statistic } = localMoran([1, 3, 2, 2], fromNeighbours([[1], [0], [0], []]))
  expect(z[2]).toBeNaN()
  expect(z[3]).toBeNaN()
  expect(statistic[3]).toBe(0)
})
