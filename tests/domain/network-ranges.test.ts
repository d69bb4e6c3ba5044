import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import type { Range } from '#api/domain/network'
import { measureNetwork } from '#api/domain/network-measures'
import type { Share } from '#api/domain/network-shares'
import { aNetwork, byHand, completionsOf, type Network } from '../support/networks.ts'

// Every completion is looked at by hand, also on a machine that does other things.
vi.setConfig({ testTimeout: 60_000 })

const networks = aNetwork({ fewest: 2, most: 8, unknown: 10 })
/** Where there is more to lose. */
const wider = aNetwork({
  fewest: 7,
  most: 14,
  unknown: 99,
  states: ['known', 'unknown', ...Array(4).fill(null)],
})
const RUNS = { numRuns: 120 }

/** Those of whom a tie was asked: the others stay out. */
const askedOnly = ({ actors, ties }: Network): Network => ({
  ties,
  actors: actors.filter(({ id }) => ties.some(({ fromId, toId }) => fromId === id || toId === id)),
})

function countsOf(network: Network) {
  const { known, nextTo, components } = byHand(network)
  const without = (taken: Parameters<typeof byHand>[1]) => byHand(network, taken).components.length
  return {
    isolated: network.actors.filter(({ id }) => !nextTo(id).length).length,
    components: components.length,
    bridges: known.filter(({ id }) => without({ tie: id }) > components.length).length,
    separating: network.actors
      .map(({ id }) => id)
      .filter((id) => nextTo(id).length && without({ actor: id }) > components.length),
  }
}

const inRange = (value: number, range: Range | null) => {
  expect(range).not.toBeNull()
  expect(value).toBeGreaterThanOrEqual(range![0] - 1e-12)
  expect(value).toBeLessThanOrEqual(range![1] + 1e-12)
}
/** Both ends, where something was seen at all. */
const reaches = (values: readonly number[], range: Range | null) => {
  if (!values.length) return expect(range).toBeNull()
  expect(range![0]).toBeCloseTo(Math.min(...values), 12)
  expect(range![1]).toBeCloseTo(Math.max(...values), 12)
}

it('[NET2] [NET3] isolated actors, components and bridges of every completion are in their range, whose ends are reached', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const measures = measureNetwork(network.actors, network.ties)
      const seen = [...completionsOf(askedOnly(network))].map(countsOf)
      reaches(
        seen.map(({ isolated }) => isolated),
        measures.isolated.range,
      )
      reaches(
        seen.map(({ components }) => components),
        measures.components.range,
      )
      reaches(
        seen.map(({ bridges }) => bridges),
        measures.bridges.range,
      )
    }),
    RUNS,
  )
})

it('[NET2] [NET4] who separates: surely is in every completion, possibly in one at least', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const { articulations } = measureNetwork(network.actors, network.ties)
      const asked = askedOnly(network)
      const seen = [...completionsOf(asked)].map((completion) => countsOf(completion).separating)
      for (const separating of seen) inRange(separating.length, articulations.range)
      const always = asked.actors.filter(({ id }) => seen.every((ids) => ids.includes(id)))
      const once = asked.actors.filter(({ id }) => seen.some((ids) => ids.includes(id)))
      expect(articulations.range).toEqual([always.length, once.length])
      expect(articulations.actors.filter(({ sure }) => sure).map(({ actorId }) => actorId)).toEqual(
        always.map(({ id }) => id),
      )
      expect(articulations.actors.map(({ actorId }) => actorId)).toEqual(seen[0]!)
    }),
    RUNS,
  )
})

it('[NET2] how many are cut off when somebody leaves is in its range, in every completion', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const { articulations } = measureNetwork(network.actors, network.ties)
      for (const completion of completionsOf(askedOnly(network)))
        for (const { actorId, cutOffRange } of articulations.actors) {
          const tied = byHand(completion).stepsFrom(actorId)
          const groups = byHand(completion, { actor: actorId })
            .components.filter((group) => tied.has(group[0]!))
            .map((group) => group.length)
          inRange(tied.size - 1 - Math.max(0, ...groups), cutOffRange)
        }
    }),
    RUNS,
  )
})

it('[NET4] those who are cut off are the smaller groups of the known network', () => {
  fc.assert(
    fc.property(wider, (network) => {
      for (const { actorId, cutOff } of measureNetwork(network.actors, network.ties).articulations.actors) {
        const tied = byHand(network).stepsFrom(actorId)
        const groups = byHand(network, { actor: actorId }).components.filter((group) => tied.has(group[0]!))
        const largest = Math.max(...groups.map((group) => group.length))
        const flat = (list: string[][]) => list.map((group) => group.toSorted().join()).sort()
        expect(flat(groups)).toEqual(expect.arrayContaining(flat(cutOff)))
        expect(cutOff.flat()).toHaveLength(groups.flat().length - largest)
        expect(cutOff).toHaveLength(groups.length - 1)
        for (const group of [...cutOff, cutOff.map(([first]) => first)])
          expect(group).toEqual(group.toSorted())
      }
    }),
    { numRuns: 400 },
  )
})

it('[NET4] a bridge is sure when it is one in every completion', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const always = measureNetwork(network.actors, network.ties).bridges.ties.filter(({ sure }) => sure)
      const completions = [...completionsOf(network)]
      const isAlways = (id: string) =>
        completions.every((one) => byHand(one, { tie: id }).components.length > byHand(one).components.length)
      const expected = byHand(network).known.filter(({ id }) => isAlways(id))
      expect(always.map(({ tieId }) => tieId).sort()).toEqual(expected.map(({ id }) => id).sort())
    }),
    RUNS,
  )
})

it('[NET2] [NET3] shares of every completion are in their range, whatever is not said, and reach its ends', () => {
  const shares = ['formalised', 'multiplex', 'mutual', 'acrossFamilies', 'density'] as const
  fc.assert(
    fc.property(networks, (network) => {
      const { actors } = askedOnly(network)
      const measures = measureNetwork(network.actors, network.ties)
      const familyOf = (id: string) => actors.find((actor) => actor.id === id)!.family
      const seen = Object.fromEntries(shares.map((share) => [share, [] as number[]]))
      for (const { ties } of completionsOf(network)) {
        const known = ties.filter(({ state }) => state === 'known')
        const pairs = (actors.length * (actors.length - 1)) / 2
        if (pairs) seen.density!.push(known.length / pairs)
        if (!known.length) continue
        const across = known.filter(({ fromId, toId }) => familyOf(fromId) !== familyOf(toId))
        seen.acrossFamilies!.push(across.length / known.length)
        // What is not said is free: it is enough to look at all no and all yes.
        for (const unsaid of [false, true]) {
          const isFree = (id: string) => network.ties.some((tie) => tie.id === id && tie.state === 'unknown')
          const share = (answer: (tie: (typeof known)[number]) => boolean | null) =>
            known.filter((tie) => (isFree(tie.id) ? unsaid : (answer(tie) ?? unsaid))).length / known.length
          seen.formalised!.push(share(({ formalised }) => formalised))
          seen.mutual!.push(share(({ direction }) => direction === 'mutual'))
          seen.multiplex!.push(share(({ contents }) => (contents.length ? contents.length >= 2 : null)))
        }
      }
      for (const share of shares) {
        const { range, count, of }: Share = measures[share]
        reaches(seen[share]!, range)
        if (of) inRange(count / of, range)
      }
    }),
    RUNS,
  )
})
