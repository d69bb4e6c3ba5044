import type { TieState } from '#contract/ties'
import { byName, type NetworkActor, type NetworkTie, tiesAmong } from './network.ts'

/** Who is tied to whom, by index: the neighbours of `v` are `to[starts[v]]` … `to[starts[v + 1] - 1]`, by the ties `by[…]`. */
export type Adjacency = { order: number; starts: Int32Array; to: Int32Array; by: Int32Array }

/**
 * Actors in the order of names, their ties, and the two networks that hold all others between them: in `least` no unknown
 * tie is there, in `most` every one is. Each completion contains `least` and is contained in `most`.
 */
export type NetworkIndex = {
  actors: NetworkActor[]
  indexOf: ReadonlyMap<string, number>
  ties: NetworkTie[]
  least: Adjacency
  most: Adjacency
}

type End = { tie: number; from: number; to: number }

function adjacencyOf(order: number, ends: readonly End[]): Adjacency {
  const starts = new Int32Array(order + 1)
  for (const { from, to } of ends) {
    starts[from + 1]!++
    starts[to + 1]!++
  }
  for (let v = 0; v < order; v++) starts[v + 1]! += starts[v]!
  const next = starts.slice()
  const to = new Int32Array(2 * ends.length)
  const by = new Int32Array(2 * ends.length)
  const put = (v: number, w: number, tie: number) => {
    const at = next[v]!++
    to[at] = w
    by[at] = tie
  }
  for (const end of ends) {
    put(end.from, end.to, end.tie)
    put(end.to, end.from, end.tie)
  }
  return { order, starts, to, by }
}

/** Numbers instead of ids, for what walks the whole network. Takes O(actors · log actors + ties). */
export function indexNetwork(actors: readonly NetworkActor[], ties: readonly NetworkTie[]): NetworkIndex {
  const sorted = [...actors].sort(byName)
  const indexOf = new Map(sorted.map(({ id }, index) => [id, index]))
  const among = tiesAmong(sorted, ties)
  // In the order of names, so that walks do not depend on the order in which ties come.
  const ends = among
    .map(({ fromId, toId }, tie): End => {
      const [one, other] = [indexOf.get(fromId)!, indexOf.get(toId)!]
      return { tie, from: Math.min(one, other), to: Math.max(one, other) }
    })
    .sort((a, b) => a.from - b.from || a.to - b.to)
  const endsIn = (...states: TieState[]) => ends.filter(({ tie }) => states.includes(among[tie]!.state))
  return {
    actors: sorted,
    indexOf,
    ties: among,
    least: adjacencyOf(sorted.length, endsIn('known')),
    most: adjacencyOf(sorted.length, endsIn('known', 'unknown')),
  }
}

/** The neighbours of an actor. */
export const neighboursOf = ({ starts, to }: Adjacency, v: number): Int32Array =>
  to.subarray(starts[v]!, starts[v + 1]!)

export const degreeOf = ({ starts }: Adjacency, v: number): number => starts[v + 1]! - starts[v]!

/**
 * Steps from one actor to each, breadth first; -1 where there is no way.
 * @param steps an array to write to, so that many walks need not make one each
 */
export function stepsFrom(
  network: Adjacency,
  from: number,
  steps = new Int32Array(network.order),
): Int32Array {
  const queue = new Int32Array(network.order)
  steps.fill(-1)
  steps[from] = 0
  queue[0] = from
  for (let head = 0, tail = 1; head < tail; head++) {
    const v = queue[head]!
    for (let at = network.starts[v]!; at < network.starts[v + 1]!; at++) {
      const w = network.to[at]!
      if (steps[w] !== -1) continue
      steps[w] = steps[v]! + 1
      queue[tail++] = w
    }
  }
  return steps
}
