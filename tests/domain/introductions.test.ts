import fc from 'fast-check'
import { expect, it } from 'vitest'
import { actorsServing, introduce, type Path } from '#api/domain/introductions'
import { aNetwork, anActor, aTie, byHand, completionsOf, type Network } from '../support/networks.ts'

const networks = aNetwork({ fewest: 2, most: 7, unknown: 7 })
const targets = fc.subarray(['b', 'c', 'd', 'e', 'f', 'g'], { minLength: 1, maxLength: 3 })
const RUNS = { numRuns: 200 }

/** Every way without a turn back from `a` to one of the targets, longest and shortest alike. */
function allWays({ ties }: Network, to: readonly string[]): string[][] {
  const found: string[][] = []
  const walk = (way: string[]) => {
    const last = way.at(-1)!
    if (to.includes(last)) found.push(way)
    for (const { fromId, toId, state } of ties) {
      const next = fromId === last ? toId : toId === last ? fromId : undefined
      if (state === 'known' && next !== undefined && !way.includes(next)) walk([...way, next])
    }
  }
  walk(['a'])
  return found
}

const tieOf = ({ ties }: Network, one: string, other: string) =>
  ties.find(({ fromId, toId }) => [fromId, toId].sort().join() === [one, other].sort().join())!

/** In words that sort: unknown ties, heard of, knows, against, then the names. */
function effortOf(network: Network, way: readonly string[]): string {
  const steps = way.slice(1).map((to, index) => ({ to, tie: tieOf(network, way[index]!, to) }))
  const count = (is: (step: (typeof steps)[number]) => boolean) => steps.filter(is).length
  return [
    count(({ tie }) => tie.state === 'unknown'),
    count(({ tie }) => tie.kind === 'heard_of'),
    count(({ tie }) => tie.kind === 'knows'),
    count(({ tie, to }) => tie.state === 'known' && tie.direction === 'outward' && tie.toId !== to),
    ...way,
  ].join()
}
const namesOf = (paths: readonly Path[]) => paths.map(({ actorIds }) => actorIds.join())

it('[NET8] the ways shown are the shortest, those of least effort, three at most', () => {
  fc.assert(
    fc.property(networks, targets, (network, to) => {
      const { paths, more, length } = introduce('a', new Set(to), network.actors, network.ties)
      const ways = allWays(network, to)
      const shortest = Math.min(...ways.map((way) => way.length))
      const best = ways
        .filter((way) => way.length === shortest)
        .map((way) => ({ way: way.join(), effort: effortOf(network, way) }))
        .sort((a, b) => (a.effort < b.effort ? -1 : 1))
      expect(namesOf(paths)).toEqual(best.slice(0, 3).map(({ way }) => way))
      expect(more).toBe(best.length > 3)
      expect(length?.[1] ?? null).toBe(ways.length ? shortest - 1 : null)
    }),
    RUNS,
  )
})

it('[NET8] each step is a tie between two who follow each other, and says when it goes against it', () => {
  fc.assert(
    fc.property(networks, targets, (network, to) => {
      const { paths, possible } = introduce('a', new Set(to), network.actors, network.ties)
      for (const path of [...paths, ...possible])
        for (const [index, step] of path.steps.entries()) {
          const tie = network.ties.find(({ id }) => id === step.tieId)!
          expect([step.fromId, step.toId]).toEqual(path.actorIds.slice(index, index + 2))
          expect([tie.fromId, tie.toId].sort()).toEqual([step.fromId, step.toId].sort())
          expect(step.kind).toBe(tie.kind)
          expect(step.against).toBe(
            tie.state === 'known' && tie.direction === 'outward' && tie.fromId !== step.fromId,
          )
        }
    }),
    RUNS,
  )
})

it('[NET9] the length in every completion is in its range, and both ends are reached', () => {
  fc.assert(
    fc.property(networks, targets, (network, to) => {
      const { length } = introduce('a', new Set(to), network.actors, network.ties)
      const seen = [...completionsOf(network)].map((completion) => {
        const steps = byHand(completion).stepsFrom('a')
        return Math.min(...to.map((id) => steps.get(id) ?? Number.POSITIVE_INFINITY))
      })
      const [least, most] = [Math.min(...seen), Math.max(...seen)]
      const expected = [least, Number.isFinite(most) ? most : null]
      expect(length).toEqual(Number.isFinite(least) ? expected : null)
    }),
    RUNS,
  )
})

it('[NET9] shorter ways that unknown ties would open name the fewest questions first', () => {
  fc.assert(
    fc.property(networks, targets, (network, to) => {
      const { possible, length } = introduce('a', new Set(to), network.actors, network.ties)
      if (!length || length[0] === length[1]) {
        expect(possible).toEqual([])
        return
      }
      const open = { ...network, ties: network.ties.map((tie) => ({ ...tie })) }
      for (const tie of open.ties) if (tie.state === 'unknown') tie.state = 'known'
      const best = allWays(open, to)
        .filter((way) => way.length - 1 === length[0])
        .map((way) => ({ way: way.join(), effort: effortOf(network, way) }))
        .sort((a, b) => (a.effort < b.effort ? -1 : 1))
      expect(namesOf(possible)).toEqual(best.slice(0, 3).map(({ way }) => way))
      for (const { steps } of possible) expect(steps.some(({ kind }) => kind === null)).toBe(true)
    }),
    RUNS,
  )
})

it('[NET8] nearer ties win over fewer of another sort, and a step against comes last', () => {
  const actors = ['team', 'x', 'y', 'goal'].map((id) => anActor(id))
  const way = (middle: string, first: Parameters<typeof aTie>[2], second: Parameters<typeof aTie>[2]) => [
    aTie('team', middle, first),
    aTie(middle, 'goal', second),
  ]
  const chosen = (ties: ReturnType<typeof aTie>[]) =>
    introduce('team', new Set(['goal']), actors, ties).paths.map(({ actorIds }) => actorIds[1])
  const [works, knows, heard] = (['works_with', 'knows', 'heard_of'] as const).map((kind) => ({ kind }))
  // One « a entendu parler » is further than two « connaît ».
  expect(chosen([...way('x', works, heard), ...way('y', knows, knows)])).toEqual(['y', 'x'])
  expect(chosen([...way('x', works, knows), ...way('y', works, works)])).toEqual(['y', 'x'])
  const back = { id: 'back', fromId: 'x', toId: 'team', direction: 'outward' } as const
  expect(chosen([...way('x', { ...works, ...back }, works), ...way('y', works, works)])).toEqual(['y', 'x'])
})

it('[NET8] of ways that ask as much, three are shown in the order of names, and one more is said to be there', () => {
  const actors = ['a', 'b', 'c', 'd', 'e', 'goal'].map((id) => anActor(id))
  const pairs = ['ab', 'ac', 'bd', 'be', 'cd', 'ce'].map(([one, other]) => aTie(one!, other!))
  const ways = (...ties: ReturnType<typeof aTie>[]) =>
    introduce('a', new Set(['goal']), actors, [...pairs, ...ties])
  const all = ways(aTie('d', 'goal'), aTie('e', 'goal'))
  expect(namesOf(all.paths)).toEqual(['a,b,d,goal', 'a,b,e,goal', 'a,c,d,goal'])
  expect(all.more).toBe(true)
  expect(ways(aTie('d', 'goal')).more).toBe(false)
})

it('[NET8] who is there already needs no step, and an unknown team finds no way', () => {
  const actors = [anActor('a'), anActor('b')]
  expect(introduce('a', new Set(['b', 'a']), actors, [aTie('a', 'b')])).toEqual({
    paths: [{ actorIds: ['a'], steps: [] }],
    more: false,
    length: [0, 0],
    possible: [],
  })
  const none = { paths: [], more: false, length: null, possible: [] }
  expect(introduce('gone', new Set(['b']), actors, [aTie('a', 'b')])).toEqual(none)
  expect(introduce('a', new Set(['b']), actors, [aTie('a', 'b', { state: 'absent' })])).toEqual(none)
  expect(introduce('a', new Set(), actors, [aTie('a', 'b')])).toEqual(none)
})

it('[NET10] a public is served by who receives it, who goes to it, and whom a facilitator for it links', () => {
  const target = { id: 'public', publics: ['gens-du-voyage' as const, 'familles' as const] }
  const actors = [
    { id: 'receives', publics: ['familles' as const] },
    { id: 'everybody', publics: ['tous-publics' as const] },
    { id: 'goes', publics: [] },
    { id: 'dreams', publics: [] },
    { id: 'linked', publics: ['gens-du-voyage' as const] },
  ]
  const action = (id: string, state: 'existing' | 'idea', actorId: string, publicIds = ['public']) => ({
    id,
    state,
    publicIds,
    actors: [{ actorId, role: 'lead' as const }],
  })
  const outreach = [
    action('round', 'existing', 'goes'),
    action('wish', 'idea', 'dreams'),
    action('other', 'existing', 'everybody', ['another']),
  ]
  const facilitators = [
    { id: 'network', publicIds: ['public'], actors: [{ actorId: 'linked', role: 'linked' as const }] },
    { id: 'far', publicIds: [], actors: [{ actorId: 'everybody', role: 'linked' as const }] },
  ]
  expect(Object.fromEntries(actorsServing(target, actors, outreach, facilitators))).toEqual({
    receives: { itself: true, outreachIds: [], facilitatorIds: [] },
    goes: { itself: false, outreachIds: ['round'], facilitatorIds: [] },
    linked: { itself: true, outreachIds: [], facilitatorIds: ['network'] },
  })
})
