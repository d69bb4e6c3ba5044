import { describe, expect, it } from 'vitest'
import { moran, moranRate } from '#api/domain/moran'
import { normalTail, twoSidedP } from '#api/domain/normal-tail'
import { rowStandardised } from '#api/domain/spatial-weights'
import { contentOf, shared } from '../support/import-files.ts'
import { knownRows, numbersOf } from '../support/known-answers.ts'
import { fromNeighbours, meanAndVariance, orders, SEVEN, VALUES } from '../support/spatial-weights.ts'

it('[SPA5] the expectation and variance of I under randomisation are those over all orders of the values', () => {
  for (const weights of [fromNeighbours(SEVEN), rowStandardised(fromNeighbours(SEVEN))]) {
    const { expectation, randomisation } = moran(VALUES, weights)
    const all = meanAndVariance([...orders(VALUES)].map((order) => moran(order, weights).statistic))
    expect(expectation).toBeCloseTo(all.mean, 12)
    expect(randomisation.variance).toBeCloseTo(all.variance, 12)
  }
})

it('[SPA5] constant values have no I', () => {
  expect(moran([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], fromNeighbours(SEVEN)).statistic).toBeNaN()
})

it('[SPA5] the tail of the normal distribution is right to 14 digits', () => {
  for (const [z, p] of [
    [0, 0.5],
    [0.5, 0.3085375387259869],
    [1, 0.15865525393145705],
    [3, 0.0013498980316300946],
    [5.5, 1.89895624658877e-8],
    [8, 6.220960574271784e-16],
    [30, 4.90671392714818e-198],
  ] as const) {
    expect(normalTail(z) / p).toBeCloseTo(1, 13)
    expect(normalTail(-z)).toBeCloseTo(1 - p, 14)
  }
  expect(twoSidedP(-1.959963984540054)).toBeCloseTo(0.05, 14)
  expect(twoSidedP(0)).toBe(1)
  expect(twoSidedP(Number.NaN)).toBeNaN()
})

describe('[SPA6] sudden infant deaths in North Carolina (Cressie, 1993)', () => {
  const rows = knownRows('sids2/sids2.csv')
  const gal = shared('known-answers/sids2/sids2.gal')

  /** A GAL file: each zone on a line with how many neighbours, then their ids. */
  function galNeighbours(text: string, ids: readonly string[]): number[][] {
    const places = new Map(ids.map((id, i) => [id, i]))
    const lines = text.trim().split('\n').slice(1)
    const neighbours: number[][] = ids.map(() => [])
    for (let at = 0; at < lines.length; at += 2)
      neighbours[places.get(lines[at]!.split(' ')[0]!)!] = lines[at + 1]!.trim()
        .split(/\s+/)
        .map((id) => places.get(id)!)
    return neighbours
  }

  it.skipIf(!rows || !gal)(
    'I and its p-value are those of PySAL, for rates as they are and standardised',
    () => {
      const ids = rows!.map(({ FIPSNO }) => FIPSNO!)
      const weights = rowStandardised(fromNeighbours(galNeighbours(contentOf(gal!).toString(), ids)))
      const { statistic, normality } = moran(numbersOf(rows!, 'SIDR74'), weights)
      expect(statistic).toBeCloseTo(0.24772519320480135, 14)
      expect(normality.p / 2 / 5.791653907449845e-5).toBeCloseTo(1, 12)
      const rate = moranRate(numbersOf(rows!, 'SID79'), numbersOf(rows!, 'BIR79'), weights)
      expect(rate.statistic).toBeCloseTo(0.16622343552567395, 14)
      expect(rate.normality.p / 2 / 0.004191499504892171).toBeCloseTo(1, 12)
    },
  )
})

const afcon = knownRows('afcon/afcon.csv')
it.skipIf(!afcon)("[SPA5] I of African conflicts (Anselin, 1995) and its moments are spdep's", () => {
  const neighbours = afcon!.map((row) => row.neighbours!.split(' ').map((place) => Number(place) - 1))
  const result = moran(numbersOf(afcon!, 'totcon'), rowStandardised(fromNeighbours(neighbours)))
  expect(result.statistic).toBeCloseTo(0.41679563, 8)
  expect(result.expectation).toBeCloseTo(-0.02439024, 8)
  expect(result.randomisation.variance).toBeCloseTo(0.01029358, 8)
})
