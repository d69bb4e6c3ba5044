import { expect, it } from 'vitest'
import { gi, giStar, globalG } from '#api/domain/getis-ord'
import { gridWeights, ROOK } from '#api/domain/grid-weights'
import { localP } from '#api/domain/local-moran'
import { listsWithSelf, rowStandardised } from '#api/domain/spatial-weights'
import { distanceBand } from '#api/domain/spatial-weights-distance'
import { lagOf } from '#api/domain/spatial-weights-lag'
import { contentOf, shared } from '../support/import-files.ts'
import { knownRows, numbersOf } from '../support/known-answers.ts'
import {
  fromNeighbours,
  largestGap,
  meanAndVariance,
  orders,
  rectangle,
  SEVEN,
  VALUES,
} from '../support/spatial-weights.ts'

it('[SPA8] Gi* is the deviate of the sum around a zone over all orders of the values, Gi over those of the others', () => {
  for (const weights of [fromNeighbours(SEVEN), rowStandardised(fromNeighbours(SEVEN))]) {
    const [star, plain] = [giStar(VALUES, weights), gi(VALUES, weights)]
    const whole = listsWithSelf(weights)
    const values = Float64Array.from(VALUES)
    const all = [...orders(VALUES)].map((order) => lagOf(whole, Float64Array.from(order)))
    for (let i = 0; i < VALUES.length; i++) {
      const { mean, variance } = meanAndVariance(all.map((lag) => lag[i]!))
      expect(star[i]).toBeCloseTo((lagOf(whole, values)[i]! - mean) / Math.sqrt(variance), 10)
      const others = [...orders([...VALUES.slice(0, i), ...VALUES.slice(i + 1)])].map(
        (order) =>
          lagOf(weights, Float64Array.from([...order.slice(0, i), VALUES[i]!, ...order.slice(i)]))[i]!,
      )
      const around = meanAndVariance(others)
      expect(plain[i]).toBeCloseTo(
        (lagOf(weights, values)[i]! - around.mean) / Math.sqrt(around.variance),
        10,
      )
    }
  }
})

it('[SPA8] the expectation and variance of G are those over all orders of the values', () => {
  const weights = fromNeighbours(SEVEN)
  const { expectation, variance } = globalG(VALUES, weights)
  const all = meanAndVariance([...orders(VALUES)].map((order) => globalG(order, weights).statistic))
  expect(expectation).toBeCloseTo(all.mean, 12)
  expect(variance).toBeCloseTo(all.variance, 12)
  expect(() => globalG([1, -1], fromNeighbours([[1], [0]]))).toThrow(RangeError)
})

const sixPoints = shared('known-answers/getis-ord-6pt/case.json')
it.skipIf(!sixPoints)('[SPA8] G, Gi and Gi* of six points are those of PySAL', () => {
  const { points, y, expected } = JSON.parse(contentOf(sixPoints!).toString()) as {
    points: [number, number][]
    y: number[]
    expected: Record<string, number>
  }
  const weights = distanceBand({ x: points.map(([x]) => x), y: points.map(([, at]) => at) }, 15)
  const { statistic, p } = globalG(y, weights)
  expect(statistic).toBeCloseTo(expected.G!, 8)
  expect(p / 2).toBeCloseTo(expected.G_p_norm!, 6)
  expect(gi(y, weights)[0]).toBeCloseTo(expected.Gi_binary_Zs0!, 6)
  expect(giStar(y, weights)[0]).toBeCloseTo(expected.GiStar_binary_Zs0!, 6)
  // Standardised rows change nothing to a deviate; PySAL takes 1 for the sum of their squares, here 1/2 and 1/3.
  const rows = rowStandardised(weights)
  expect(gi(y, rows)[0]! * Math.sqrt((5 / 2 - 1) / 4)).toBeCloseTo(expected.Gi_rowstd_Zs0!, 6)
  expect(giStar(y, rows)[0]! * Math.sqrt((6 / 3 - 1) / 5)).toBeCloseTo(expected.GiStar_rowstd_Zs0!, 6)
})

const afcon = knownRows('afcon/afcon.csv')
it.skipIf(!afcon)("[SPA8] Gi, Gi* and p of African conflicts are spdep's", () => {
  const neighbours = afcon!.map((row) => row.neighbours!.split(' ').map((place) => Number(place) - 1))
  const weights = fromNeighbours(neighbours)
  const values = numbersOf(afcon!, 'totcon')
  const star = giStar(values, rowStandardised(weights))
  expect(largestGap(gi(values, weights), numbersOf(afcon!, 'Gi_binary_z'))).toBeLessThan(1e-11)
  expect(largestGap(star, numbersOf(afcon!, 'Gistar_rowstd_self_z'))).toBeLessThan(1e-11)
  expect(largestGap(localP(star), numbersOf(afcon!, 'p_two_sided_Gistar'))).toBeLessThan(1e-11)
  expect(star[afcon!.findIndex(({ name }) => name === 'EGYPT')]).toBeCloseTo(4.42133637, 8)
})

/** The 16 × 16 remotely sensed values of Getis and Ord (1996), 30 m apart: `getisord` of spData, CC0. */
const REMOTELY_SENSED = `
  40 41 42 43 49 54 47 44 42 44 43 46 52 56 56 61 40 42 41 40 43 49 46 42 42 43 43 49 59 62 53 62
  43 42 40 42 42 42 41 42 42 43 42 53 66 61 51 62 44 41 39 42 44 43 42 42 42 43 43 49 56 53 53 61
  42 43 44 43 42 41 42 44 43 43 44 47 58 59 55 61 52 59 61 56 41 40 43 44 46 48 50 52 68 69 60 61
  62 62 86 85 55 59 64 72 75 70 70 62 66 61 55 57 65 62 68 72 102 94 90 83 74 81 96 69 52 50 51 54
  62 59 55 61 99 97 93 80 65 87 107 80 59 60 67 66 62 55 56 56 80 90 99 88 64 91 112 94 76 91 100 85
  63 57 58 58 77 92 82 71 59 90 105 92 79 98 110 83 59 58 60 64 88 99 82 81 71 80 89 89 89 102 104 75
  55 54 53 61 82 102 88 93 96 94 110 114 109 103 92 68 55 55 56 60 91 95 86 98 115 105 110 107 101 89 85 68
  62 63 64 59 85 88 95 106 110 99 89 82 79 84 97 79 55 56 54 58 65 75 82 77 74 74 69 61 62 71 73 63`
  .trim()
  .split(/\s+/)
  .map(Number)

it("[SPA8] Gi* of Getis and Ord's 16 × 16 pixels is spdep's, which is √(n/(n − 1)) of what they printed", () => {
  const { columns, rows } = rectangle(16, 16)
  const star = giStar(REMOTELY_SENSED, gridWeights(columns, rows, ROOK))
  expect(star[119]).toBeCloseTo(1.4507798074, 10)
  expect(star[119]! * Math.sqrt(255 / 256)).toBeCloseTo(1.447943, 6)
})

it('[SPA8] constant values have no deviate', () => {
  expect(giStar([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], fromNeighbours(SEVEN)).every(Number.isNaN)).toBe(true)
})
