import fc from 'fast-check'
import { expect, it } from 'vitest'
import { measureNetwork } from '#api/domain/network-measures'
import { RINGS } from '#api/domain/network-rings'
import { BANDS, ringAt, ringBeside, seatSize, seatsIn } from '#web/features/ties/circles/geometry.ts'
import { sentencesOf } from '#web/features/ties/measures/sentences.ts'
import { fitting, showing } from '#web/features/ties/network/camera.ts'
import { networkOf } from '#web/features/ties/network/graph.ts'
import { LINE, readable, shortened } from '#web/features/ties/network/labels.ts'
import {
  firstPlaces,
  isSettled,
  placesOf,
  simulationOf,
  springsOf,
} from '#web/features/ties/network/layout.ts'
import { indexOf, nearestEdge, nodeTowards } from '#web/features/ties/network/nearest.ts'
import { standingOut } from '#web/features/ties/network/standout.ts'
import { ACTORS, actorOf, GEM, HALTE, idOf, MAIRIE, RELAIS, TEAM, tieOf } from './ties.sample.ts'

const TIES = [
  tieOf(1, TEAM, HALTE, 'works_with', { formalised: false }),
  tieOf(2, HALTE, RELAIS, 'unknown'),
  tieOf(3, TEAM, MAIRIE, 'absent'),
]
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name)

it('[GRF1] who has no tie on the drawing waits aside: isolated when all was asked, never asked when nothing was', () => {
  const network = networkOf(ACTORS, [], TIES, { withAbsent: false })
  expect(names(network.nodes)).toEqual(['CCAS de Valombre', 'La Halte', 'Le Relais'])
  expect(names(network.isolated)).toEqual(['Mairie'])
  expect(names(network.neverAsked)).toEqual(['GEM La Passerelle'])
  expect(network.edges.map(({ word, isInformal }) => [word, isInformal])).toEqual([
    ['works_with', true],
    ['unknown', false],
  ])
  const whole = networkOf(ACTORS, [], TIES, { withAbsent: true })
  expect(whole.edges.map(({ word }) => word)).toContain('absent')
  expect(names(whole.isolated)).toEqual([])
})

it('[GRF1] an actor outside of the filter is drawn when a tie joins it to one inside, and only then', () => {
  const network = networkOf([TEAM], [HALTE, RELAIS], TIES, { withAbsent: false })
  expect(names(network.nodes)).toEqual(['CCAS de Valombre', 'La Halte'])
  expect(network.edges).toHaveLength(1)
})

const run = (ids: string[], start: Float32Array, springs: ReturnType<typeof springsOf>) => {
  const simulation = simulationOf({ ids, start, springs, shape: 1.5 })
  while (!isSettled(simulation)) simulation.tick()
  return placesOf(simulation)
}

it('[GRF2] the same network is drawn the same, and what was placed stays near its place', () => {
  const ids = Array.from({ length: 30 }, (_, n) => idOf(n))
  const springs = springsOf(ids.slice(1).map((_, n) => ({ from: n, to: n + 1, word: 'knows' })))
  const nowhere = new Float32Array(60).fill(Number.NaN)
  const once = run(ids, nowhere, springs)
  expect(run(ids, nowhere, springs)).toEqual(once)
  expect(once.every(Number.isFinite)).toBe(true)
  // One actor more, tied to the last one: the others move less than a symbol and its name.
  const more = [...ids, idOf(99)]
  const grown = [...springs, { from: 29, to: 30, length: 100 }]
  const start = Float32Array.from([...once, Number.NaN, Number.NaN])
  expect([...firstPlaces({ ids: more, start, springs: grown })].slice(0, 60)).toEqual([...once])
  const after = run(more, start, grown)
  const moved = ids.map((_, n) =>
    Math.hypot(after[2 * n]! - once[2 * n]!, after[2 * n + 1]! - once[2 * n + 1]!),
  )
  expect(moved.sort((a, b) => a - b)[15]).toBeLessThan(60)
})

const CROSS = Float32Array.from([0, 0, 100, 10, -100, 0, 5, 100, 0, -100])

it('[GRF3] a pointer meets the nearest symbol or line within its reach, and nothing farther', () => {
  const { nearest } = indexOf(CROSS)
  expect(nearest(96, 6, 10)).toBe(1)
  expect(nearest(50, 50, 10)).toBeUndefined()
  const edges = [
    { from: 0, to: 1 },
    { from: 0, to: 3 },
  ]
  expect(nearestEdge(edges, CROSS, 50, 9, 6)).toBe(0)
  expect(nearestEdge(edges, CROSS, 50, 30, 6)).toBeUndefined()
  // The line ends at its actors.
  expect(nearestEdge(edges, CROSS, 120, 12, 6)).toBeUndefined()
})

it('[GRF3] an arrow leads to the nearest actor in its direction, and nowhere when there is none', () => {
  const from = (node: number) =>
    (['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'] as const).map((way) => nodeTowards(CROSS, node, way))
  expect(from(0)).toEqual([1, 2, 3, 4])
  expect(nodeTowards(CROSS, 1, 'ArrowRight')).toBeUndefined()
})

it('[GRF3] everything fits into the view, and what the keyboard reaches is brought into it', () => {
  const size = { width: 400, height: 300 }
  const { k, x, y } = fitting(CROSS, size)
  for (let at = 0; at < CROSS.length; at += 2) {
    expect(k * CROSS[at]! + x).toBeGreaterThan(0)
    expect(k * CROSS[at]! + x).toBeLessThan(size.width)
    expect(k * CROSS[at + 1]! + y).toBeGreaterThan(0)
    expect(k * CROSS[at + 1]! + y).toBeLessThan(size.height)
  }
  const view = { x: 0, y: 0, k: 1 }
  expect(showing(view, 200, 150, size)).toBe(view)
  expect(showing(view, 900, 150, size).x).toBeLessThan(-500)
})

const Labels = fc.array(
  fc.record({
    text: fc.constant('x'),
    x: fc.integer({ min: -50, max: 450 }),
    y: fc.integer({ min: -50, max: 350 }),
    width: fc.integer({ min: 10, max: 180 }),
    isStrong: fc.boolean(),
  }),
)

it('[GRF4] no name covers another, nor a symbol unless it stands out', () => {
  const over = (a: { x: number; y: number; width: number }, b: { x: number; y: number; width: number }) =>
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < LINE
  fc.assert(
    fc.property(Labels, (drawn) => {
      const labels = drawn.map(({ x, y, ...one }) => ({
        ...one,
        spots: [
          [x, y],
          [x, y - 60],
        ] as const,
      }))
      const symbol = { x: 200, y: 150, size: 20 }
      const kept = readable(labels, { width: 400, height: 300, most: 50, around: [symbol] })
      for (const [at, one] of kept.entries()) {
        expect(kept.slice(at + 1).some((other) => over(one, other))).toBe(false)
        const middle = Math.abs(one.y + LINE / 2 - symbol.y) < (LINE + symbol.size) / 2
        if (!one.isStrong)
          expect(middle && Math.abs(one.x - symbol.x) < (one.width + symbol.size) / 2).toBe(false)
      }
    }),
  )
  expect(shortened('Maison des solidarités de la Vallée haute')).toBe('Maison des solidarités de…')
})

it('[GRF5] the actor under the pointer stands out with its ties, else the path, else who is named, else who is selected', () => {
  const network = networkOf(ACTORS, [], TIES, { withAbsent: false })
  const [team, halte, relais] = [0, 1, 2]
  const at = standingOut(network, { at: HALTE.id, path: [TEAM.id, HALTE.id], selected: TEAM.id })
  expect([...at.nodes].sort()).toEqual([team, halte, relais])
  const path = standingOut(network, { path: [TEAM.id, HALTE.id], selected: RELAIS.id })
  expect([...path.nodes]).toEqual([team, halte])
  expect([...path.edges].map((edge) => network.edges[edge]!.word)).toEqual(['works_with'])
  const named = standingOut(network, { named: [RELAIS.id, GEM.id] })
  expect([[...named.nodes], [...named.edges]]).toEqual([[relais], []])
  expect([...standingOut(network, { selected: TEAM.id }).nodes]).toEqual([team, halte])
  expect(standingOut(network, {}).nodes.size).toBe(0)
})

it('[GRF6] seats stay inside their ring and do not overlap; those without room are counted', () => {
  const counts = fc.tuple(
    fc.constantFrom(...RINGS),
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 1, max: 60 }),
    fc.integer({ min: 140, max: 450 }),
  )
  fc.assert(
    fc.property(counts, ([ring, family, count, radius]) => {
      const { spots, hidden } = seatsIn(ring, family, count, radius)
      expect(hidden ? spots.length - 1 + hidden : spots.length).toBe(count)
      const [inner, outer] = BANDS[ring]
      for (const [at, { x, y }] of spots.entries()) {
        const distance = Math.hypot(x, y) / radius
        expect(distance).toBeGreaterThan(inner)
        expect(distance).toBeLessThan(outer)
        expect(ringAt(distance * radius, radius)).toBe(ring)
        for (const other of spots.slice(at + 1))
          expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(seatSize(radius) * 0.95)
      }
    }),
  )
  expect(ringBeside('works_with', -1)).toBe('works_with')
  expect(ringBeside('knows', 1)).toBe('heard_of')
  expect(ringAt(10_000, 300)).toBe('outside')
})

it('[GRF7] sentences are in the order of names, name who they are about, and carry a range only where it is open', () => {
  const chain = ['Zora', 'Anne', 'Marie', 'Basile'].map((name, n) => actorOf(n, name, 'A'))
  const [zora, anne, marie, basile] = chain as [
    (typeof chain)[0],
    (typeof chain)[0],
    (typeof chain)[0],
    (typeof chain)[0],
  ]
  const ties = [
    tieOf(1, basile, zora, 'knows'),
    tieOf(2, zora, anne, 'knows'),
    tieOf(3, anne, marie, 'knows'),
    tieOf(4, basile, anne, 'unknown'),
  ]
  const themes = sentencesOf(measureNetwork(chain, ties))
  const leaving = themes.leaving.map((one) => one.about === 'leaving' && [one.actorId, one.count, one.range])
  expect(leaving).toEqual([
    [anne.id, 1, null],
    [zora.id, 1, [0, 1]],
  ])
  expect(themes.who[0]).toMatchObject({ about: 'isolated', count: 0, range: null })
  expect(themes.goBetweens).toEqual([{ about: 'noGoBetween', reason: 'few_actors', ids: [] }])
  expect(JSON.stringify(themes)).not.toMatch(/betweenness|score|rank/)
})
