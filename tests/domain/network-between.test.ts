import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { betweennessOf, toGraph } from '#api/domain/network'
import { measureNetwork } from '#api/domain/network-measures'
import { aNetwork, anActor, aTie, byHand, completionsOf, type Network } from '../support/networks.ts'

// Every completion is looked at by hand, also on a machine that does other things.
vi.setConfig({ testTimeout: 60_000 })

const goBetweensOf = ({ actors, ties }: Network) => measureNetwork(actors, ties).goBetweens
const named = (network: Network) => goBetweensOf(network).actors.map(({ actorId }) => actorId)
const letters = (count: number) =>
  Array.from({ length: count }, (_, index) => anActor(String.fromCharCode(97 + index)))
const chain = (actors: Network['actors']): Network => ({
  actors,
  ties: actors.slice(1).map(({ id }, index) => aTie(actors[index]!.id, id)),
})

it('[NET5] under ten tied actors, nobody is named', () => {
  expect(goBetweensOf(chain(letters(9)))).toEqual({ actors: [], reason: 'few_actors' })
  expect(goBetweensOf(chain(letters(10))).reason).not.toBe('few_actors')
  // An actor without a known tie does not count.
  const { actors, ties } = chain(letters(9))
  const tenth = aTie('a', 'z', { state: 'absent' })
  expect(goBetweensOf({ actors: [...actors, anActor('z')], ties: [...ties, tenth] }).reason).toBe(
    'few_actors',
  )
})

it('[NET5] with three ties in ten unknown, nobody is named', () => {
  const { actors, ties } = chain(letters(15))
  const unknown = (count: number) =>
    actors.slice(2, 2 + count).map(({ id }, index) => aTie(actors[index]!.id, id, { state: 'unknown' }))
  expect(goBetweensOf({ actors, ties: [...ties, ...unknown(6)] }).reason).toBe('many_unknown')
  expect(goBetweensOf({ actors, ties: [...ties, ...unknown(5)] }).reason).not.toBe('many_unknown')
})

it('[NET5] three at most, by name; where the third and the fourth lie between as many, fewer', () => {
  // The middle one and its two neighbours.
  expect(named(chain(letters(11)))).toEqual(['e', 'f', 'g'])
  // The two in the middle, then two pairs that are even: only the first two.
  expect(named(chain(letters(10)))).toEqual(['e', 'f'])
  const reversed = chain(letters(11).map((actor, index) => ({ ...actor, name: String(99 - index) })))
  expect(named(reversed)).toEqual(['g', 'f', 'e'])
  const { actors, ties } = chain(letters(12))
  const ring = { actors, ties: [...ties, aTie('l', 'a')] }
  expect(goBetweensOf(ring)).toEqual({ actors: [], reason: 'nobody_stands_out' })
})

const networks = aNetwork({
  fewest: 10,
  most: 12,
  unknown: 5,
  states: ['known', 'known', 'absent', 'absent', 'absent', 'absent', 'unknown', null, null, null],
})

it('[NET2] the pairs that a go-between lies between are in its range, in every completion', () => {
  let looked = 0
  fc.assert(
    fc.property(networks, (network) => {
      const { actors } = goBetweensOf(network)
      looked += actors.length
      for (const completion of completionsOf(network)) {
        const steps = new Map(completion.actors.map(({ id }) => [id, byHand(completion).stepsFrom(id)]))
        for (const { actorId, pairs } of actors) {
          const others = completion.actors.map(({ id }) => id).filter((id) => id !== actorId)
          let [onlyWay, onAWay] = [0, 0]
          const without = byHand(completion, { actor: actorId })
          for (const [index, s] of others.entries())
            for (const t of others.slice(index + 1)) {
              const distance = steps.get(s)!.get(t)
              if (distance === undefined) continue
              if (!without.components.some((group) => group.includes(s) && group.includes(t))) onlyWay++
              const through = steps.get(s)!.get(actorId)! + steps.get(actorId)!.get(t)!
              if (through === distance) onAWay++
            }
          expect(onlyWay).toBeGreaterThanOrEqual(pairs[0])
          expect(onAWay).toBeGreaterThanOrEqual(pairs[0])
          expect(onAWay).toBeLessThanOrEqual(pairs[1])
        }
      }
    }),
    { numRuns: 60 },
  )
  expect(looked).toBeGreaterThan(30)
})

it('[NET5] those named lie between more than anybody who is not', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const values = betweennessOf(toGraph(network.actors, network.ties), { normalised: false })
      const chosen = named(network)
      const others = Object.keys(values).filter((id) => !chosen.includes(id))
      const highest = Math.max(...others.map((id) => values[id]!))
      for (const id of chosen) expect(values[id]).toBeGreaterThan(highest)
      expect(chosen.length).toBeLessThanOrEqual(3)
    }),
    { numRuns: 60 },
  )
})
