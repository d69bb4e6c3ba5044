import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { giStar } from '#api/domain/getis-ord'
import { gridWeights } from '#api/domain/grid-weights'
import {
  findHotSpots,
  type HotSpotMethod,
  type HotSpotOptions,
  hotSpotProbability,
  LEAST_ZONES,
  MOST_PERMUTED,
  permutationsFor,
  TooFewZones,
} from '#api/domain/hot-spots'
import { localP } from '#api/domain/local-moran'
import { adjustedP } from '#api/domain/multiple-testing'
import { randomFrom } from '#api/domain/random'
import { binaryWeights, rowStandardised } from '#api/domain/spatial-weights'
import { distanceBand } from '#api/domain/spatial-weights-distance'
import { among, toLists } from '#api/domain/spatial-weights-lag'
import type { HotSpotClass } from '#contract/hot-spots'
import { knownRows, numbersOf } from '../support/known-answers.ts'
import { fromNeighbours, largestGap, normals, rectangle } from '../support/spatial-weights.ts'

const METHODS: readonly HotSpotMethod[] = ['gi_star', 'local_moran']
const HIGH: Record<HotSpotMethod, HotSpotClass> = { gi_star: 'hot', local_moran: 'high_high' }
const LOW: Record<HotSpotMethod, HotSpotClass> = { gi_star: 'cold', local_moran: 'low_low' }
const options = (more: Partial<HotSpotOptions> = {}): HotSpotOptions => ({
  method: 'gi_star',
  random: randomFrom(7),
  ...more,
})
const gridOf = (width: number, height: number) => {
  const { columns, rows } = rectangle(width, height)
  return gridWeights(columns, rows)
}
/** A 12 × 12 grid where one corner is high, the opposite one low, and the rest is chance. */
function corners(seed: number): Float64Array {
  const values = normals(144, randomFrom(seed))
  for (let y = 0; y < 4; y++)
    for (let x = 0; x < 4; x++) {
      values[12 * y + x]! += 6
      values[143 - (12 * y + x)]! -= 6
    }
  return values
}

describe.each(METHODS)('[SPA11] %s', (method) => {
  it.each(['permutations', 'analytic'] as const)('finds by %s what is high or low together', (inference) => {
    const { classes, done } = findHotSpots(corners(3), gridOf(12, 12), options({ method, inference }))
    expect(classes[13]).toBe(HIGH[method])
    expect(classes[130]).toBe(LOW[method])
    expect(classes[70]).toBe('not_significant')
    expect(done).toMatchObject({ method, n: 144, tests: 144, inference, correction: 'BH', alpha: 0.05 })
  })

  it('does not depend on the names of zones: their order changes nothing but the order', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = randomFrom(seed)
        const at = () => Float64Array.from({ length: 60 }, () => random() * 1000)
        const [x, y, values] = [at(), at(), normals(60, random)]
        const order = Int32Array.from({ length: 60 }, (_, i) => i)
        for (let i = 59; i > 0; i--) {
          const j = Math.floor(random() * (i + 1))
          ;[order[i], order[j]] = [order[j]!, order[i]!]
        }
        const moved = (list: Float64Array) => Float64Array.from(order, (i) => list[i]!)
        const asked = options({ method, inference: 'analytic' })
        const one = findHotSpots(values, distanceBand({ x, y }, 200), asked)
        const other = findHotSpots(moved(values), distanceBand({ x: moved(x), y: moved(y) }, 200), asked)
        expect(other.classes).toEqual(Array.from(order, (i) => one.classes[i]))
        for (let k = 0; k < 60; k++) {
          const [z, moved] = [one.z[order[k]!]!, other.z[k]!]
          if (Number.isNaN(z)) expect(moved).toBeNaN()
          else expect(moved).toBeCloseTo(z, 9)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('leaves zones without value out, as if they were not there, and says those without neighbours', () => {
    const values: (number | null)[] = Array.from(corners(3))
    // What surrounds the cell of the lower right corner, and one that is no number.
    for (const gone of [130, 131, 142]) values[gone] = null
    values[0] = Number.NaN
    const [grid, lists] = [gridOf(12, 12), rowStandardised(toLists(gridOf(12, 12)))]
    const found = findHotSpots(values, grid, options({ method, inference: 'analytic' }))
    expect([0, 130, 143].map((i) => found.classes[i])).toEqual(['no_data', 'no_data', 'no_neighbours'])
    expect([found.z[0], found.p[130], found.p[143], found.adjusted[143]]).toEqual(
      new Array(4).fill(Number.NaN),
    )
    expect(found.done).toMatchObject({ n: 140, tests: 139 })
    const listed = findHotSpots(values, lists, options({ method, inference: 'analytic' }))
    expect(listed.classes).toEqual(found.classes)
    let n = 0
    const places = Int32Array.from(values, (value) => (value === null || Number.isNaN(value) ? -1 : n++))
    const kept = values.filter((_, i) => places[i]! >= 0)
    const alone = findHotSpots(kept, among(grid, places, n), options({ method, inference: 'analytic' }))
    expect(alone.z).toEqual(found.z.filter((_, i) => places[i]! >= 0))
    expect(alone.classes).toEqual(found.classes.filter((_, i) => places[i]! >= 0))
  })

  it('finds nothing in constant values, and says that they are', () => {
    for (const inference of ['permutations', 'analytic'] as const) {
      const { classes, p, done } = findHotSpots(
        new Float64Array(100).fill(0.1),
        gridOf(10, 10),
        options({ method, inference }),
      )
      expect(new Set(classes)).toEqual(new Set(['not_significant']))
      expect(p.every(Number.isNaN)).toBe(true)
      expect(done.isConstant).toBe(true)
    }
  })

  it('rarely finds anything where there is nothing', () => {
    let found = 0
    for (let seed = 0; seed < 40; seed++) {
      const { classes } = findHotSpots(
        normals(100, randomFrom(seed)),
        gridOf(10, 10),
        options({ method, inference: 'permutations', random: randomFrom(1000 + seed) }),
      )
      found += Number(classes.some((name) => name !== 'not_significant'))
    }
    // 5 % of 40 are 2; neighbours share values, so that it is seldom less.
    expect(found).toBeLessThanOrEqual(6)
  })
})

it('[SPA12] fewer than 30 zones with a value are refused by name', () => {
  const values: (number | null)[] = Array.from(normals(36, randomFrom(1)))
  for (let i = 0; i < 7; i++) values[i] = null
  const attempt = () => findHotSpots(values, gridOf(6, 6), options())
  expect(attempt).toThrow(TooFewZones)
  expect(attempt).toThrow(RangeError)
  expect(attempt).toThrow(expect.objectContaining({ code: 'too_few_zones', zones: 29 }))
  values[0] = 1
  expect(attempt().done.n).toBe(LEAST_ZONES)
  expect(() => hotSpotProbability([normals(25, randomFrom(1))], gridOf(5, 5))).toThrow(TooFewZones)
})

it('[SPA12] values that are not one for each zone, a share or a count that is none are refused', () => {
  for (const [values, more] of [
    [99, {}],
    [100, { alpha: 0 }],
    [100, { alpha: 1 }],
    [100, { permutations: 0 }],
    [100, { permutations: 9.5 }],
  ] as const)
    expect(() => findHotSpots(normals(values, randomFrom(1)), gridOf(10, 10), options(more))).toThrow(
      RangeError,
    )
})

it('[SPA13] there are so many permutations that one zone alone can be found, and it is', () => {
  expect([permutationsFor(20, 0.1), permutationsFor(30, 0.05), permutationsFor(200, 0.05)]).toEqual([
    999, 1200, 8000,
  ])
  for (const n of [30, 35, 47, 64, 200]) {
    // Six zones are high, and one zone alone has them all around; the others have others around.
    const weights = fromNeighbours(
      Array.from({ length: n }, (_, i) => (i ? [6 + (i % 20), 6 + ((i + 3) % 20)] : [1, 2, 3, 4, 5])),
    )
    const values = normals(n, randomFrom(n)).map((value, i) => (i < 6 ? 20 + value : value))
    for (const method of METHODS) {
      const { classes, done } = findHotSpots(values, weights, options({ method }))
      expect(classes[0]).toBe(HIGH[method])
      expect(done).toMatchObject({ permutations: permutationsFor(n, 0.05), isTooCoarse: false })
    }
  }
})

it('[SPA13] above 5,000 zones p-values are analytic, which is said; so is a count of permutations that is too small', () => {
  const big = gridOf(71, 71)
  const values = normals(71 * 71, randomFrom(2))
  expect(big.n).toBeGreaterThan(MOST_PERMUTED)
  const analytic = { inference: 'analytic', permutations: null }
  expect(findHotSpots(values, big, options()).done).toMatchObject({
    ...analytic,
    analyticBecause: 'too_many_zones',
  })
  const asked = findHotSpots(values, big, options({ inference: 'analytic' })).done
  expect(asked).toMatchObject({ ...analytic, analyticBecause: 'asked' })
  expect(findHotSpots(values, big, options({ permutations: 99 })).done).toMatchObject({
    inference: 'permutations',
    permutations: 99,
    isTooCoarse: true,
  })
  expect(findHotSpots(corners(1), gridOf(12, 12), options()).done).toMatchObject({
    inference: 'permutations',
    permutations: 5760,
    analyticBecause: null,
    isTooCoarse: false,
  })
})

it('[SPA13] the same seed gives the same p-values', () => {
  const found = (seed: number) =>
    findHotSpots(corners(1), gridOf(12, 12), options({ random: randomFrom(seed), permutations: 999 })).p
  expect(found(1)).toEqual(found(1))
  expect(found(1)).not.toEqual(found(2))
})

const afcon = knownRows('afcon/afcon.csv')
it.skipIf(!afcon)("[SPA11] z, p and adjusted p of African conflicts are spdep's and R's", () => {
  const neighbours = afcon!.map((row) => row.neighbours!.split(' ').map((place) => Number(place) - 1))
  const asked = options({ inference: 'analytic' })
  const found = findHotSpots(numbersOf(afcon!, 'totcon'), rowStandardised(fromNeighbours(neighbours)), asked)
  expect(largestGap(found.z, numbersOf(afcon!, 'Gistar_rowstd_self_z'))).toBeLessThan(1e-11)
  expect(largestGap(found.p, numbersOf(afcon!, 'p_two_sided_Gistar'))).toBeLessThan(1e-11)
  expect(largestGap(found.adjusted, numbersOf(afcon!, 'p_bh'))).toBeLessThan(1e-11)
  const hot = afcon!.flatMap(({ name }, i) => (found.classes[i] === 'hot' ? [name] : []))
  expect(hot).toEqual(afcon!.flatMap(({ name, p_bh }) => (Number(p_bh) <= 0.05 ? [name] : [])))
})

it('[SPA14] of what a model gives, the share of draws in which each zone is hot, each draw corrected by itself', () => {
  const weights = gridOf(12, 12)
  const draws = Array.from({ length: 20 }, (_, seed) =>
    seed % 4 ? corners(seed) : normals(144, randomFrom(seed)),
  )
  const share = hotSpotProbability(draws, weights)
  expect(share[13]).toBe(0.75)
  expect(share[130]).toBe(0)
  const hot = draws.map((values) => {
    const z = giStar(values, weights)
    return adjustedP(localP(z)).map((adjusted, i) => Number(adjusted <= 0.05 && z[i]! > 0))
  })
  expect(
    largestGap(
      share,
      share.map((_, i) => hot.reduce((sum, of) => sum + of[i]!, 0) / 20),
    ),
  ).toBe(0)
})

it('[SPA14] one draw is hot where its own hot spots are: zones without neighbours are no tests', () => {
  // A 10 × 10 grid of neighbours, and two hundred zones without any.
  const lists = toLists(gridOf(10, 10))
  const offsets = Int32Array.from({ length: 301 }, (_, i) => lists.offsets[Math.min(i, 100)]!)
  const weights = { ...lists, n: 300, offsets }
  for (let seed = 0; seed < 20; seed++) {
    const values = normals(300, randomFrom(seed)).map((value, i) =>
      i < 3 || (i > 9 && i < 13) ? value + 1.5 : value,
    )
    const { classes } = findHotSpots(values, weights, options({ inference: 'analytic' }))
    const hot = [...hotSpotProbability([values], weights)].flatMap((share, i) => (share === 1 ? [i] : []))
    expect(hot).toEqual(classes.flatMap((name, i) => (name === 'hot' ? [i] : [])))
  }
})

it('[SPA14] a draw without one of its values is refused, a zone without neighbours has no probability', () => {
  const pairs = Int32Array.from({ length: 39 }, (_, i) => i)
  const chain = binaryWeights(
    41,
    pairs,
    pairs.map((i) => i + 1),
    true,
  )
  const draw = normals(41, randomFrom(1))
  expect(hotSpotProbability([draw], chain)[40]).toBeNaN()
  expect(() => hotSpotProbability([draw, draw.map((x, i) => (i ? x : Number.NaN))], chain)).toThrow('missing')
  expect(() => hotSpotProbability([], chain)).toThrow(RangeError)
})
