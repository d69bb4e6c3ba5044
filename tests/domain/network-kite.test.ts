import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { betweennessOf, closenessOf, degreesOf, toGraph } from '#api/domain/network'
import { measureNetwork } from '#api/domain/network-measures'
import { shared } from '../support/import-files.ts'
import { anActor, aTie } from '../support/networks.ts'

/** Krackhardt, « Assessing the political landscape », 1990: who talks to whom among ten colleagues. */
const FRIENDS = {
  Andre: ['Beverly', 'Carol', 'Diane', 'Fernando'],
  Beverly: ['Diane', 'Ed', 'Garth'],
  Carol: ['Diane', 'Fernando'],
  Diane: ['Ed', 'Fernando', 'Garth'],
  Ed: ['Garth'],
  Fernando: ['Garth', 'Heather'],
  Garth: ['Heather'],
  Heather: ['Ike'],
  Ike: ['Jane'],
  Jane: [],
}
const actors = Object.keys(FRIENDS).map((name) => anActor(name))
const ties = Object.entries(FRIENDS).flatMap(([name, others]) => others.map((other) => aTie(name, other)))
const graph = toGraph(actors, ties)

const PUBLISHED = {
  degree: [4, 4, 3, 6, 3, 5, 5, 3, 2, 1],
  closeness: [0.529, 0.529, 0.5, 0.6, 0.5, 0.643, 0.643, 0.6, 0.429, 0.31],
  raw: [0.833, 0.833, 0, 3.667, 0, 8.333, 8.333, 14, 8, 0],
  betweenness: [0.023, 0.023, 0, 0.102, 0, 0.231, 0.231, 0.389, 0.222, 0],
}
const inOrder = (values: Record<string, number>) => actors.map(({ id }) => values[id]!)

it('[NET1] degree, closeness and betweenness of the kite are the published ones', () => {
  const rounded = (values: Record<string, number>) => inOrder(values).map((n) => Math.round(n * 1000) / 1000)
  expect(inOrder(degreesOf(graph))).toEqual(PUBLISHED.degree)
  expect(rounded(closenessOf(graph))).toEqual(PUBLISHED.closeness)
  expect(rounded(betweennessOf(graph, { normalised: false }))).toEqual(PUBLISHED.raw)
  expect(rounded(betweennessOf(graph, { normalised: true }))).toEqual(PUBLISHED.betweenness)
})

it('[NET1] who separates and which ties are the only way, in the kite', () => {
  const measures = measureNetwork(actors, ties)
  expect(measures.articulations).toEqual({
    actors: [
      { actorId: 'Heather', sure: true, cutOff: [['Ike', 'Jane']], cutOffRange: [2, 2] },
      { actorId: 'Ike', sure: true, cutOff: [['Jane']], cutOffRange: [1, 1] },
    ],
    range: [2, 2],
  })
  expect(measures.bridges.ties.map(({ fromId, toId }) => [fromId, toId])).toEqual([
    ['Heather', 'Ike'],
    ['Ike', 'Jane'],
  ])
  expect(measures.density).toEqual({ count: 18, of: 45, range: [0.4, 0.4] })
  expect(measures.components).toEqual({ count: 1, range: [1, 1], groups: [Object.keys(FRIENDS)] })
  expect(measures.goBetweens.actors.map(({ actorId }) => actorId)).toEqual(['Fernando', 'Garth', 'Heather'])
})

it('[NET1] and the same as in the file of known answers, to ten digits', () => {
  const path = shared('known-answers/network/krackhardt_kite.json')
  if (!path) return
  const known = JSON.parse(readFileSync(path, 'utf8'))
  const close = (ours: Record<string, number>, theirs: Record<string, number>) => {
    expect(Object.keys(ours).sort()).toEqual(Object.keys(theirs).sort())
    for (const [name, value] of Object.entries(theirs)) expect(ours[name]).toBeCloseTo(value, 9)
  }
  expect(ties.map(({ fromId, toId }) => [fromId, toId])).toEqual(known.edges)
  const measures = measureNetwork(actors, ties)
  close(degreesOf(graph), known.degree)
  close(closenessOf(graph), known.closeness)
  close(betweennessOf(graph, { normalised: false }), known.betweenness_unnormalised)
  close(betweennessOf(graph, { normalised: true }), known.betweenness_normalised)
  expect(measures.articulations.actors.map(({ actorId }) => actorId)).toEqual(known.articulation_points)
  expect(measures.bridges.ties.map(({ fromId, toId }) => [fromId, toId])).toEqual(known.bridges)
  expect(measures.density.count / measures.density.of).toBeCloseTo(known.density, 9)
})
