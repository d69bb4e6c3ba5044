import { introduce } from '#api/domain/introductions'
import { betweennessOf, type NetworkActor, type NetworkTie, toGraph } from '#api/domain/network'
import { measureNetwork } from '#api/domain/network-measures'
import { ringsOf } from '#api/domain/network-rings'
import { FAMILIES } from '#contract/nomenclature'
import { TIE_DIRECTIONS, TIE_KINDS } from '#contract/ties'
import type { Load } from './load.ts'
import type { Report } from './report.ts'

const ACTORS = 2_000
const TIES = 5_000
const ROUNDS = 9

/** Numerical Recipes' generator: the same network each time. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A few have many ties, most have few, some have none; of ten ties one is unknown and one confirmed absent. */
function generateNetwork(): { actors: NetworkActor[]; ties: NetworkTie[] } {
  const next = dice(7)
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!
  const actors = Array.from({ length: ACTORS }, (_, index) => ({
    id: `actor-${index}`,
    name: `Actor ${Math.floor(next() * 1e6)}`,
    family: pick(FAMILIES),
  }))
  const pairs = new Map<string, NetworkTie>()
  while (pairs.size < TIES) {
    const [one, other] = [Math.floor(next() * ACTORS), Math.floor(next() ** 2 * ACTORS)].sort((a, b) => a - b)
    if (one === other) continue
    const state = pick(['unknown', 'absent', ...Array<'known'>(8).fill('known')] as const)
    const pair = `${one}-${other}`
    pairs.set(pair, {
      id: pair,
      fromId: actors[one!]!.id,
      toId: actors[other!]!.id,
      state,
      kind: state === 'known' ? pick(TIE_KINDS) : null,
      contents: [],
      direction: pick(TIE_DIRECTIONS),
      formalised: pick([true, false, null]),
    })
  }
  return { actors, ties: [...pairs.values()] }
}

function timed(work: () => unknown): Load {
  work()
  const times = Array.from({ length: ROUNDS }, () => {
    const begin = performance.now()
    work()
    return performance.now() - begin
  }).sort((a, b) => a - b)
  const p50 = times[ROUNDS >> 1]!
  return { p50, p95: times.at(-1)!, perSecond: 1000 / p50 }
}

/** Everything said of a large network, with its ranges, against betweenness alone by graphology-metrics. */
export function benchNetwork(report: Report): void {
  const { actors, ties } = generateNetwork()
  const graph = toGraph(actors, ties)
  const alone = timed(() => betweennessOf(graph, { normalised: false }))
  const peer = { name: 'betweenness alone', perSecond: alone.perSecond }
  const measures = timed(() => measureNetwork(actors, ties))
  report.row('network: all measures and ranges', measures, peer, 0.5)
  const to = new Set(actors.slice(-20).map(({ id }) => id))
  report.row(
    'network: introduction to one of 20',
    timed(() => introduce('actor-0', to, actors, ties)),
    peer,
    10,
  )
  report.row(
    'network: rings',
    timed(() => ringsOf('actor-0', actors, ties)),
    peer,
    10,
  )
}
