import { betweennessOf, type Range, toGraph } from './network.ts'
import { type Cuts, sureSidesOf } from './network-cuts.ts'
import { degreeOf, type NetworkIndex, stepsFrom } from './network-index.ts'

/** An actor that may be asked to be a go-between. */
type GoBetween = {
  actorId: string
  /** Of how many pairs of actors: surely (the only way), at most (on a shortest way). For a sentence, not for an order. */
  pairs: Range
}

/** Why no go-between is named. `nobody_stands_out`: too many lie between as many others. */
type NoGoBetween = 'few_actors' | 'many_unknown' | 'nobody_stands_out'

export type GoBetweens = { actors: GoBetween[]; reason: NoGoBetween | null }

/** Below ten tied actors, or with three ties in ten unknown, who lies between whom says nothing yet. */
const FEWEST_ACTORS = 10
const MOST_UNKNOWN = 0.3
const MOST_NAMED = 3
/** Sums of the same fractions in another order differ in their last digits. */
const SAME = 1e-9

/** The highest values that at most three have; those that more than three share are left out. By index, without an order. */
function highest(values: readonly number[]): number[] {
  const sorted = values.filter((value) => value > SAME).sort((a, b) => b - a)
  const next = sorted[MOST_NAMED] ?? 0
  return [...values.keys()].filter((v) => values[v]! > next * (1 + SAME) + SAME)
}

/**
 * Pairs of which `v` surely is between: tied to each other, directly or not, in `least`, hence in every completion; on two
 * sides of `v` in `most`, hence in every completion. All ways between them then lead through `v`.
 */
function surePairs(cuts: Cuts, v: number): number {
  const sizes = [...sureSidesOf(cuts, v).values()]
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  return (sum(sizes) ** 2 - sum(sizes.map((size) => size ** 2))) / 2
}

/**
 * Pairs of which each of some actors may be between. On a shortest way of a completion H from `s` to `t`, the steps in H
 * to `v` from both make those from `s` to `t`. Ties only shorten: those to `v` are not fewer than in `most`, those from `s`
 * to `t` not more than in `least`. So no other pair than those whose steps in `most` to `v` do not exceed theirs in `least`.
 */
function possiblePairs({ least, most }: NetworkIndex, candidates: readonly number[]): number[] {
  const pairs = candidates.map(() => 0)
  const toCandidate = candidates.map((v) => stepsFrom(most, v))
  const steps = new Int32Array(least.order)
  for (let s = 0; s < least.order; s++) {
    if (toCandidate.every((to) => to[s]! <= 0)) continue
    stepsFrom(least, s, steps)
    for (const [index, to] of toCandidate.entries()) {
      if (to[s]! <= 0) continue
      for (let t = s + 1; t < least.order; t++)
        if (to[t]! > 0 && (steps[t] === -1 || to[s]! + to[t]! <= steps[t]!)) pairs[index]!++
    }
  }
  return pairs
}

function reasonAgainst({ ties, actors, least }: NetworkIndex): NoGoBetween | null {
  const tied = actors.filter((_, v) => degreeOf(least, v) > 0).length
  if (tied < FEWEST_ACTORS) return 'few_actors'
  const unknown = ties.filter(({ state }) => state === 'unknown').length
  return unknown >= MOST_UNKNOWN * ties.length ? 'many_unknown' : null
}

/**
 * At most three actors between most others, by betweenness on the known ties, in the order of names and without it. None
 * where the network is too small, too little known (unknown ties among all that were asked), or too even.
 */
export function goBetweensOf(cuts: Cuts): GoBetweens {
  const { network } = cuts
  const reason = reasonAgainst(network)
  if (reason) return { actors: [], reason }
  const betweenness = betweennessOf(toGraph(network.actors, network.ties), { normalised: false })
  const candidates = highest(network.actors.map(({ id }) => betweenness[id]!))
  if (!candidates.length) return { actors: [], reason: 'nobody_stands_out' }
  const most = possiblePairs(network, candidates)
  const actors = candidates.map((v, index) => {
    const pairs: Range = [surePairs(cuts, v), most[index]!]
    return { actorId: network.actors[v]!.id, pairs }
  })
  return { actors, reason: null }
}
