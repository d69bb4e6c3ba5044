import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { toGraph } from '#api/domain/network'
import { bridgesOf, cutsOf } from '#api/domain/network-cuts'
import { indexNetwork } from '#api/domain/network-index'
import { measureNetwork } from '#api/domain/network-measures'
import { RINGS, ringsOf } from '#api/domain/network-rings'
import { FAMILIES } from '#contract/nomenclature'
import { aNetwork, anActor, aTie } from '../support/networks.ts'

// A network of thousands, also on a machine that does other things.
vi.setConfig({ testTimeout: 60_000 })

const networks = aNetwork({ fewest: 2, most: 12, unknown: 8 })

it('[NET6] an actor never asked about is not isolated, and stays out of every measure', () => {
  const asked = [anActor('a'), anActor('b'), anActor('c'), anActor('d')]
  const ties = [aTie('a', 'b'), aTie('a', 'c', { state: 'absent' }), aTie('a', 'd', { state: 'unknown' })]
  const measures = measureNetwork([anActor('e'), ...asked], ties)
  expect(measures).toMatchObject({
    ties: { known: 1, absent: 1, unknown: 1 },
    asked: 4,
    neverAsked: ['e'],
    isolated: { sure: ['c'], possible: ['d'], range: [1, 2] },
    components: { count: 3, range: [2, 3], groups: [['a', 'b']] },
    density: { count: 1, of: 6, range: [1 / 6, 2 / 6] },
  })
  expect({ ...measures, neverAsked: [] }).toEqual(measureNetwork(asked, ties))
})

it('[NET6] without anything asked there is nothing to say, and no number', () => {
  const { density, formalised, acrossFamilies, isolated, articulations } = measureNetwork([anActor('a')], [])
  expect([density, formalised, acrossFamilies]).toEqual(
    [0, 0, 0].map(() => ({ count: 0, of: 0, range: null })),
  )
  expect([isolated.range, articulations.range]).toEqual([
    [0, 0],
    [0, 0],
  ])
})

it('[NET6] ties to an actor that is not there, or to itself, are not there', () => {
  const ties = [aTie('a', 'b'), aTie('a', 'gone'), aTie('b', 'b'), aTie('b', 'a', { state: 'absent' })]
  expect(measureNetwork([anActor('a'), anActor('b')], ties).ties).toEqual({ known: 1, absent: 0, unknown: 0 })
  expect(toGraph([anActor('a'), anActor('b')], ties).size).toBe(1)
})

it('[NET7] what is said does not depend on the order in which actors and ties come, and can be sent as it is', () => {
  fc.assert(
    fc.property(networks, fc.infiniteStream(fc.nat()), ({ actors, ties }, dice) => {
      const shuffled = <T>(list: T[]) =>
        list
          .map((item) => ({ item, at: dice.next().value! }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item)
      const measures = measureNetwork(actors, ties)
      expect(measureNetwork(shuffled(actors), shuffled(ties))).toEqual(measures)
      expect(JSON.parse(JSON.stringify(measures))).toEqual(measures)
    }),
  )
})

const inARow = (count: number) =>
  Array.from({ length: count }, (_, index) => anActor(String(index).padStart(5, '0')))

it('[NET7] a chain that is deeper than calls may be is walked', () => {
  const actors = inARow(30_000)
  const chain = actors.slice(1).map(({ id }, index) => aTie(actors[index]!.id, id))
  const cuts = cutsOf(indexNetwork(actors, chain))
  expect([cuts.least.components, bridgesOf(cuts).range]).toEqual([1, [29_999, 29_999]])
})

it('[NET7] a star says who is in its middle', () => {
  const [first, ...others] = inARow(2_000)
  const star = others.map(({ id }) => aTie(first!.id, id))
  const { actors, range } = measureNetwork([first!, ...others], star).articulations
  expect(range).toEqual([1, 1])
  expect(actors).toMatchObject([{ actorId: '00000', sure: true, cutOffRange: [1998, 1998] }])
})

it('[NET11] around a team, everybody sits in one ring of one family, and empty seats are cells with nobody', () => {
  const actors = [
    anActor('team', { family: 'B' }),
    anActor('partner', { family: 'E' }),
    anActor('acquaintance', { family: 'E' }),
    anActor('rumour', { family: 'G' }),
    anActor('no', { family: 'G' }),
    anActor('unsure', { family: 'G' }),
    anActor('never', { family: 'A' }),
  ]
  const ties = [
    aTie('team', 'partner', { kind: 'works_with' }),
    aTie('acquaintance', 'team', { kind: 'knows', direction: 'outward' }),
    aTie('team', 'rumour', { kind: 'heard_of' }),
    aTie('team', 'no', { state: 'absent' }),
    aTie('unsure', 'team', { state: 'unknown' }),
    aTie('partner', 'never'),
  ]
  const { cells, missingFamilies } = ringsOf('team', actors, ties)
  expect(cells.map(({ ring, family }) => ring + family)).toEqual(
    RINGS.flatMap((ring) => FAMILIES.map((family) => ring + family)),
  )
  const seats = cells.flatMap((cell) => cell.seats)
  expect(seats.map(({ actorId, ring, state, tieId }) => [actorId, ring, state, tieId])).toEqual([
    ['partner', 'works_with', 'known', 'team-partner'],
    ['acquaintance', 'knows', 'known', 'acquaintance-team'],
    ['rumour', 'heard_of', 'known', 'team-rumour'],
    ['never', 'outside', 'never_asked', null],
    ['no', 'outside', 'absent', 'team-no'],
    ['unsure', 'outside', 'unknown', 'unsure-team'],
  ])
  for (const { ring, family, seats } of cells)
    for (const seat of seats) expect([seat.ring, seat.family]).toEqual([ring, family])
  expect(missingFamilies).toEqual(FAMILIES.filter((family) => !'ABEG'.includes(family)))
})
