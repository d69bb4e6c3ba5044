import fc from 'fast-check'
import { expect, it } from 'vitest'
import { disc, gridLag, gridLists, gridWeights, QUEEN, ROOK } from '#api/domain/grid-weights'
import { randomFrom } from '#api/domain/random'
import {
  listsAmong,
  listsLag,
  listsWithoutSelf,
  listsWithSelf,
  rowStandardised,
} from '#api/domain/spatial-weights'
import { queenContiguity, rookContiguity, type Surface } from '#api/domain/spatial-weights-contiguity'
import { distanceBand, nearest } from '#api/domain/spatial-weights-distance'
import { among, islandsOf, lagOf, rowSums, weightConstants, withSelf } from '#api/domain/spatial-weights-lag'
import { contentOf, shared } from '../support/import-files.ts'
import { fromNeighbours, largestGap, matrixOf, normals, rectangle } from '../support/spatial-weights.ts'

const square = (x: number, y: number, side = 1): Surface => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ],
  ],
})
const squares = (width: number, height: number) =>
  Array.from({ length: width * height }, (_, i) => square(i % width, Math.floor(i / width)))

const neighboursOf = (weights: { offsets: Int32Array; neighbours: Int32Array }, i: number) =>
  Array.from(weights.neighbours.subarray(weights.offsets[i], weights.offsets[i + 1]))

it('[SPA1] zones that share a point are queen neighbours, those that share a side rook neighbours', () => {
  const { columns, rows } = rectangle(5, 4)
  expect(queenContiguity(squares(5, 4), 0.1)).toEqual(gridLists(gridWeights(columns, rows, QUEEN)))
  expect(rookContiguity(squares(5, 4), 0.1)).toEqual(gridLists(gridWeights(columns, rows, ROOK)))
})

it('[SPA1] contiguity sees all parts and holes of a zone, and vertices that are the same to a decimetre', () => {
  const parts: Surface = {
    type: 'MultiPolygon',
    coordinates: [square(0, 0), square(10, 10)].map((part) => part.coordinates as never),
  }
  const ring: Surface = {
    type: 'Polygon',
    coordinates: [...(square(4, 4, 4).coordinates as never[]), ...(square(5, 5).coordinates as never[])],
  }
  const zones = [parts, square(1.0000002, 0), square(11, 10), ring, square(5, 5), square(20, 20)]
  const weights = rookContiguity(zones)
  expect(zones.map((_, i) => neighboursOf(weights, i))).toEqual([[1, 2], [0], [0], [4], [3], []])
  expect(islandsOf(weights)).toEqual([5])
})

const irisFile = shared('samples/iris/iris-mel-59-wgs84.geojson')
it.skipIf(!irisFile)('[SPA1] the contiguity of real zones is what comparing every pair of them gives', () => {
  const { features } = JSON.parse(contentOf(irisFile!).toString()) as { features: { geometry: Surface }[] }
  const zones = features.map(({ geometry }) => geometry)
  const vertices = zones.map(
    (zone) =>
      new Set(
        (zone.coordinates as number[][][][])
          .flat(zone.type === 'Polygon' ? 1 : 2)
          .map((position) => (position as unknown as number[]).map((at) => Math.round(at * 1e6)).join()),
      ),
  )
  const weights = queenContiguity(zones)
  expect(weights.neighbours.length).toBeGreaterThan(zones.length * 4)
  zones.forEach((_, i) => {
    const touching = vertices.flatMap((other, j) =>
      j !== i && [...other].some((at) => vertices[i]!.has(at)) ? [j] : [],
    )
    expect(neighboursOf(weights, i)).toEqual(touching)
  })
})

const points = (n: number, seed: number) => {
  const random = randomFrom(seed)
  const at = () => Float64Array.from({ length: n }, () => Math.floor(random() * 40) * 25)
  return { x: at(), y: at() }
}

it('[SPA2] a band holds who is within its distance, the nearest are the k nearest, as comparing every pair gives', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 90 }),
      fc.nat(),
      fc.integer({ min: 1, max: 500 }),
      (n, seed, metres) => {
        const { x, y } = points(n, seed)
        const distance = (i: number, j: number) => Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!)
        const others = (i: number) => Array.from({ length: n }, (_, j) => j).filter((j) => j !== i)
        const band = distanceBand({ x, y }, metres)
        const k = 1 + (seed % (n - 1))
        const near = nearest({ x, y }, k)
        for (let i = 0; i < n; i++) {
          expect(neighboursOf(band, i)).toEqual(others(i).filter((j) => distance(i, j) <= metres))
          const first = others(i).sort((a, b) => distance(i, a) - distance(i, b) || a - b)
          expect(neighboursOf(near, i)).toEqual(first.slice(0, k).sort((a, b) => a - b))
        }
      },
    ),
    { numRuns: 60 },
  )
})

it('[SPA2] points that all lie on one another have neighbours; a distance that is none is refused', () => {
  const same = { x: [5, 5, 5], y: [7, 7, 7] }
  expect(distanceBand(same, 1).neighbours).toHaveLength(6)
  expect(neighboursOf(nearest(same, 1), 2)).toEqual([0])
  expect(() => nearest(same, 3)).toThrow(RangeError)
  expect(() => distanceBand(same, 0)).toThrow(RangeError)
  expect(() => distanceBand({ x: [1, Number.NaN], y: [1, 2] }, 5)).toThrow(RangeError)
})

it('[SPA3] standardised rows add up to 1, also with self and among some zones only; islands stay at 0', () => {
  const weights = rowStandardised(fromNeighbours([[1, 2], [0], [0], []]))
  expect(Array.from(rowSums(weights).sums)).toEqual([1, 1, 1, 0])
  expect(matrixOf(listsWithSelf(weights))[0]).toEqual([1 / 3, 1 / 3, 1 / 3, 0])
  expect(matrixOf(listsWithSelf(weights))[3]).toEqual([0, 0, 0, 1])
  expect(listsWithoutSelf(listsWithSelf(weights)).neighbours).toEqual(weights.neighbours)
  const some = listsAmong(weights, Int32Array.of(0, -1, 1, 2), 3)
  expect(matrixOf(some)).toEqual([
    [0, 1, 0],
    [1, 0, 0],
    [0, 0, 0],
  ])
  expect(islandsOf(some)).toEqual([2])
})

it('[SPA3] the constants of global statistics are their sums over the matrix, symmetrical or not', () => {
  for (const weights of [
    rowStandardised(fromNeighbours([[1, 2], [0, 3], [], [0, 1, 2]])),
    nearest(points(30, 4), 4),
    gridLists(gridWeights(rectangle(4, 3).columns, rectangle(4, 3).rows)),
  ]) {
    const w = matrixOf(weights)
    const sum = (of: (i: number, j: number) => number) =>
      w.reduce((all, row, i) => all + row.reduce((some, _, j) => some + of(i, j), 0), 0)
    const column = (i: number) => w.reduce((all, row) => all + row[i]!, 0)
    const { s0, s1, s2 } = weightConstants(weights)
    expect(s0).toBeCloseTo(sum((i, j) => w[i]![j]!))
    expect(s1).toBeCloseTo(sum((i, j) => (w[i]![j]! + w[j]![i]!) ** 2) / 2)
    expect(s2).toBeCloseTo(w.reduce((all, row, i) => all + (row.reduce((a, b) => a + b) + column(i)) ** 2, 0))
  }
})

/** Some cells of a square in any order, with a neighbourhood. */
const someCells = fc.record({
  cells: fc.uniqueArray(fc.tuple(fc.integer({ min: -6, max: 12 }), fc.integer({ min: -9, max: 9 })), {
    minLength: 1,
    maxLength: 120,
    selector: ([x, y]) => `${x},${y}`,
  }),
  halves: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 }),
  seed: fc.nat(),
})

it('[SPA4] sums over a grid, sums over its lists and sums over every pair of cells are the same', () => {
  fc.assert(
    fc.property(someCells, ({ cells, halves, seed }) => {
      const halfWidths = [...halves, ...halves.slice(0, -1).reverse()]
      const reach = halves.length - 1
      const [columns, rows] = [cells.map(([x]) => x), cells.map(([, y]) => y)]
      const grid = gridWeights(columns, rows, halfWidths)
      const values = normals(cells.length, randomFrom(seed))
      const around = ([x, y]: [number, number], self: boolean) =>
        cells.reduce((sum, [a, b], j) => {
          const isNear = Math.abs(b - y) <= reach && Math.abs(a - x) <= halfWidths[b - y + reach]!
          return isNear && (self || a !== x || b !== y) ? sum + values[j]! : sum
        }, 0)
      for (const weights of [grid, { ...grid, self: true }]) {
        const lag = gridLag(weights, values)
        expect(largestGap(lag, listsLag(gridLists(weights), values))).toBeLessThan(1e-12)
        expect(
          largestGap(
            lag,
            cells.map((cell) => around(cell, weights.self)),
          ),
        ).toBeLessThan(1e-12)
        expect(rowSums(weights)).toEqual(rowSums(gridLists(weights)))
        const [ours, listed] = [weightConstants(weights), weightConstants(gridLists(weights))]
        expect([ours.s0, ours.s1, ours.s2]).toEqual([listed.s0, listed.s1, listed.s2])
      }
    }),
  )
})

it('[SPA4] a grid of some of its cells is the grid that is made of them', () => {
  fc.assert(
    fc.property(someCells, ({ cells, seed }) => {
      const keeps = cells.map((_, i) => ((seed >> (i % 20)) & 1) === 1)
      let n = 0
      const places = Int32Array.from(keeps, (isKept) => (isKept ? n++ : -1))
      fc.pre(n > 0)
      const kept = cells.filter((_, i) => keeps[i])
      const [all, some] = [cells, kept].map((of) =>
        gridWeights(
          of.map(([x]) => x),
          of.map(([, y]) => y),
        ),
      )
      expect(gridLists(among(all!, places, n) as typeof all & object)).toEqual(gridLists(some!))
      expect(gridLists(some!)).toEqual(listsAmong(gridLists(all!), places, n))
    }),
  )
})

it('[SPA4] 1 km of 200 m cells are 81 cells; what is no grid of cells is refused', () => {
  const { columns, rows } = rectangle(21, 21)
  const grid = withSelf(gridWeights(columns, rows, disc(5)))
  expect(lagOf(grid, new Float64Array(441).fill(1))[220]).toBe(81)
  expect(() => gridWeights([1, 1], [2, 2])).toThrow('twice')
  expect(() => gridWeights([1, 2, 1], [2, 2, 2])).toThrow('twice')
  expect(() => gridWeights([1, 2], [2, 2], [1, 1])).toThrow('symmetrical')
  expect(() => gridWeights([200, 4_000_000], [2, 2])).toThrow('too far apart')
})

it('[SPA4] around a cell that is alone there is exactly nothing, however sums are rounded', () => {
  const grid = gridWeights([0, 1, 10], [0, 0, 0])
  expect(gridLag(grid, Float64Array.of(0.1, 0.2, 0.3))[2]).toBe(0)
  expect(islandsOf(grid)).toEqual([2])
})

it('[SPA4] cells in any order are sorted, however far apart their rows and columns', () => {
  const cells = [
    [100_000, 70_000],
    [0, 4_464],
    [99_999, 70_001],
    [34_464, 70_000],
    [0, -5],
    [1, 4_465],
  ] as const
  const grid = gridWeights(
    cells.map(([x]) => x),
    cells.map(([, y]) => y),
  )
  expect(cells.map((_, i) => neighboursOf(gridLists(grid), i))).toEqual([[2], [5], [0], [], [], [1]])
})
