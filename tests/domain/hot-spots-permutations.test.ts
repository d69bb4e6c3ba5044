import { expect, it } from 'vitest'
import { giStar } from '#api/domain/getis-ord'
import { gridWeights } from '#api/domain/grid-weights'
import { permutationP, type Shuffled } from '#api/domain/hot-spots-permutations'
import { localMoran, localP } from '#api/domain/local-moran'
import { type Random, randomFrom } from '#api/domain/random'
import { listsLag, type SpatialWeights } from '#api/domain/spatial-weights'
import { nearest } from '#api/domain/spatial-weights-distance'
import { toLists, withSelf } from '#api/domain/spatial-weights-lag'
import {
  fromNeighbours,
  largestGap,
  normals,
  orders,
  rectangle,
  SEVEN,
  VALUES,
} from '../support/spatial-weights.ts'

const listsOf = (width: number, height: number, self: boolean) => {
  const { columns, rows } = rectangle(width, height)
  const grid = gridWeights(columns, rows)
  return toLists(self ? withSelf(grid) : grid)
}

/** Two-sided p-values from all orders of the values, instead of some. */
function exactP(values: readonly number[], weights: SpatialWeights, shuffled: Shuffled): number[] {
  const observed = listsLag(weights, Float64Array.from(values))
  return values.map((own, i) => {
    const others = [...values.slice(0, i), ...values.slice(i + 1)]
    const all =
      shuffled === 'all'
        ? [...orders(values)]
        : [...orders(others)].map((order) => [...order.slice(0, i), own, ...order.slice(i)])
    const lags = all.map((order) => listsLag(weights, Float64Array.from(order))[i]!)
    const above = lags.filter((lag) => lag > observed[i]! - 1e-9).length
    const below = lags.filter((lag) => lag < observed[i]! + 1e-9).length
    return Math.min(1, (2 * Math.min(above, below)) / lags.length)
  })
}

/** Weights that all differ a little: what is counted from sorted sums must be what is counted sum by sum. */
const unequal = (weights: SpatialWeights): SpatialWeights => ({
  ...weights,
  weights: weights.weights.map((weight, k) => weight * (1 + 1e-13 * (k % 7))),
})

it('[SPA15] permutations come near to what all orders of the values give, whether weights are equal or not', () => {
  const equal = fromNeighbours(SEVEN)
  const different = { ...equal, weights: equal.weights.map((_, k) => 1 + (k % 3) / 2) }
  for (const weights of [equal, different])
    for (const shuffled of ['others', 'all'] as const) {
      const p = permutationP(VALUES, weights, { shuffled, permutations: 40_000, random: randomFrom(3) })
      expect(largestGap(p, exactP(VALUES, weights, shuffled))).toBeLessThan(0.02)
    }
})

it('[SPA15] values that are equal count on both sides: rounded rates are not found for their ties', () => {
  const values = [1, 1, 1, 1, 0, 1, 1]
  const weights = fromNeighbours(SEVEN)
  const p = permutationP(values, weights, { shuffled: 'others', permutations: 20_000, random: randomFrom(3) })
  expect(largestGap(p, exactP(values, weights, 'others'))).toBeLessThan(0.02)
  expect(p[0]).toBe(1)
})

it('[SPA15] equal weights, counted from sorted sums, give what unequal ones give, counted one by one', () => {
  const values = normals(144, randomFrom(8))
  for (const shuffled of ['others', 'all'] as const) {
    const weights = listsOf(12, 12, shuffled === 'all')
    const p = (of: SpatialWeights) =>
      permutationP(values, of, { shuffled, permutations: 5_000, random: randomFrom(4) })
    expect(largestGap(p(weights), p(unequal(weights)))).toBeLessThan(1e-12)
  }
})

/** The largest distance between how p-values lie and how they should: evenly (Kolmogorov and Smirnov). */
function unevenness(p: readonly number[]): number {
  const sorted = [...p].sort((a, b) => a - b)
  return Math.max(...sorted.map((value, k) => Math.max((k + 1) / p.length - value, value - k / p.length)))
}

/** The p-value of one zone in many worlds where values lie anywhere: worlds do not depend on one another. */
function manyWorlds(
  worlds: number,
  shuffled: Shuffled,
  valuesOf: (random: Random) => Float64Array,
): number[] {
  const weights = listsOf(6, 6, shuffled === 'all')
  return Array.from({ length: worlds }, (_, seed) => {
    const random = randomFrom(seed * 7919 + 11)
    return permutationP(valuesOf(random), weights, { shuffled, permutations: 199, random })[seed % 36]!
  })
}

it('[SPA15] where there is nothing, p-values lie evenly between 0 and 1, also for skewed values', () => {
  const worlds = 1_500
  for (const shuffled of ['others', 'all'] as const)
    for (const skew of [(x: number) => x, Math.exp]) {
      const p = manyWorlds(worlds, shuffled, (random) => normals(36, random).map(skew))
      // 1.63/√n is passed by chance once in a hundred times; p-values come in steps of 2/200.
      expect(unevenness(p)).toBeLessThan(1.63 / Math.sqrt(worlds) + 0.01)
      // What is never found too often is what matters.
      for (const alpha of [0.01, 0.05, 0.1])
        expect(p.filter((value) => value <= alpha).length / worlds).toBeLessThan(
          alpha + 3 * Math.sqrt((alpha * (1 - alpha)) / worlds),
        )
    }
})

it('[SPA15] on a large grid of normal values, permutations and analytic p-values agree', () => {
  const values = normals(3_600, randomFrom(12))
  for (const shuffled of ['others', 'all'] as const) {
    const weights = listsOf(60, 60, shuffled === 'all')
    const analytic = localP(shuffled === 'all' ? giStar(values, weights) : localMoran(values, weights).z)
    const p = permutationP(values, weights, { shuffled, permutations: 9_999, random: randomFrom(5) })
    // Four standard errors of a p-value near ½, and what is not quite normal about sums of few values.
    expect(largestGap(p, analytic)).toBeLessThan(0.04)
    const small = analytic.map((value) => (value < 0.05 ? 1 : 0))
    expect(
      largestGap(
        p.map((value, i) => value * small[i]!),
        analytic.map((value, i) => value * small[i]!),
      ),
    ).toBeLessThan(0.012)
  }
})

it('[SPA15] zones with one neighbour, with all others, with none, and the last zone have theirs', () => {
  const values = normals(30, randomFrom(2))
  const everybody = Array.from({ length: 29 }, (_, i) => i)
  const weights = fromNeighbours([...everybody.map((i) => (i === 3 ? [] : [i ? i - 1 : 29])), everybody])
  const p = permutationP(values, weights, { shuffled: 'others', permutations: 9_999, random: randomFrom(2) })
  expect(p[3]).toBeNaN()
  expect(p[29]).toBe(1)
  for (const i of [0, 1, 2, 28]) {
    const others = [...values].filter((_, j) => j !== i)
    const own = values[i ? i - 1 : 29]!
    const above = others.filter((value) => value >= own).length
    const exact = Math.min(1, (2 * Math.min(above, 30 - above)) / 29)
    expect(p[i]).toBeCloseTo(exact, 1)
  }
  const line = Float64Array.from(everybody)
  expect(nearest({ x: line, y: line }, 2).neighbours).toHaveLength(58)
})
