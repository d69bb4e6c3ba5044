import type { Range } from './network.ts'
import { type Forest, forestOf, isBridge } from './network-forest.ts'
import { type NetworkIndex, neighboursOf } from './network-index.ts'
import { largestOf, membersOf, type Sides, sideOf, sidesOf } from './network-sides.ts'

/** An actor whose leaving separates others, in the known network. */
type Articulation = {
  actorId: string
  /** Whatever the unknown ties are. */
  sure: boolean
  /** Those who would no longer be tied to the rest: each group apart, without the largest, which is the rest. */
  cutOff: string[][]
  /** How many actors outside the largest group. */
  cutOffRange: Range
}

/** Those of the known network; the range is of their number. */
export type Articulations = { actors: Articulation[]; range: Range }

/** A tie that is the only way between those on its two sides, in the known network. */
type Bridge = { tieId: string; fromId: string; toId: string; sure: boolean }

export type Bridges = { ties: Bridge[]; range: Range }

/** The two networks between which every completion lies, walked once. */
export type Cuts = {
  network: NetworkIndex
  least: Forest
  most: Forest
  /** For each component of `least`, by its root: when its actors were reached in `most`, in order. */
  times: ReadonlyMap<number, Int32Array>
}

export function cutsOf(network: NetworkIndex): Cuts {
  const [least, most] = [forestOf(network.least), forestOf(network.most)]
  const components = Map.groupBy(most.reached, (v) => least.root[v]!)
  const times = [...components].map(
    ([root, group]) => [root, Int32Array.from(group, (v) => most.enter[v]!)] as const,
  )
  return { network, least, most, times: new Map(times) }
}

/** How many of an ordered list are below a value, by bisection. */
function below(times: Int32Array, value: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (times[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Of those who are tied to `v` in every completion, directly or not: how many are on each side of it in `most`. */
export function sureSidesOf({ least, most, times }: Cuts, v: number): Sides {
  const component = times.get(least.root[v]!)!
  return sidesOf(most, v, (from, to) => below(component, to + 1) - below(component, from))
}

function isSeparating(forest: Forest, v: number, neighbours: Int32Array): boolean {
  const side = neighbours.length ? sideOf(forest, v, neighbours[0]!) : -1
  return neighbours.some((w) => sideOf(forest, v, w) !== side)
}

/** How many one reaches from `v` without passing through a side of it in `least`. */
function reachedBeside({ network, least }: Cuts, v: number, side: number): number {
  const seen = new Set([v])
  for (const at of seen)
    for (const w of neighboursOf(network.most, at))
      if (least.root[w] !== least.root[v] || sideOf(least, v, w) !== side) seen.add(w)
  return seen.size - 1
}

/**
 * How many are outside the largest group once `v` has left its component, in any completion H.
 *
 * At least: those tied to `v` in `least` are tied to it in H, and those on two sides of it in `most` are on two sides of it
 * in H; so the largest group holds the members of one such side at most.
 *
 * At most: the largest group is not smaller than the one that holds `rest`, a side of `v` in `least`. Who is tied to `v` in
 * H and not in that group reaches `v` without passing through `rest`; so does it in `most`.
 */
function cutOffRange(cuts: Cuts, v: number, rest: number): Range {
  const sizes = [...sureSidesOf(cuts, v).values()]
  const sum = sizes.reduce((total, size) => total + size, 0)
  return [sum - Math.max(...sizes), reachedBeside(cuts, v, rest)]
}

function articulationOf(cuts: Cuts, v: number, sure: boolean): Articulation {
  const { actors } = cuts.network
  const sides = sidesOf(cuts.least, v)
  const rest = largestOf(sides)!
  const groups = [...sides.keys()]
    .filter((side) => side !== rest)
    .map((side) => membersOf(cuts.least, v, side).sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!)
  const cutOff = groups.map((group) => group.map((w) => actors[w]!.id))
  return { actorId: actors[v]!.id, sure, cutOff, cutOffRange: cutOffRange(cuts, v, rest) }
}

/**
 * Actors whose leaving separates others. `v` does in a completion H when its neighbours there are in two components of
 * H - v or more. Unknown ties of `v` only add neighbours; all others only join components; both are free of each other. So
 * it surely does when its known neighbours are in two components of `most` - v, and possibly when its known and unknown
 * ones are in two of `least` - v; each is reached by a completion. The first implies the same in the known network.
 * The numbers of the ones and of the others hold that of every completion.
 */
export function articulationsOf(cuts: Cuts): Articulations {
  const { network, least, most } = cuts
  const actors: Articulation[] = []
  let [sure, possible] = [0, 0]
  for (const v of network.actors.keys()) {
    const known = neighboursOf(network.least, v)
    const isSure = isSeparating(most, v, known)
    if (isSure) sure++
    if (isSeparating(least, v, neighboursOf(network.most, v))) possible++
    if (isSeparating(least, v, known)) actors.push(articulationOf(cuts, v, isSure))
  }
  return { actors, range: [sure, possible] }
}

/**
 * Ties that are the only way between their ends. A known tie surely is when it is in `most`, for ties only add ways.
 *
 * At least the sure ones, reached by `most` without its unknown bridges: to take away a bridge leaves the other ties as
 * they are. At most the bridges of `least` and one more for each component less in `most`: in a completion, unknown ties
 * that are bridges make no ring, so there are no more of them; a tree of unknown ties that joins the components of `least`
 * reaches it and leaves the bridges of `least` what they are.
 */
export function bridgesOf({ network, least, most }: Cuts): Bridges {
  const ends = (tie: { fromId: string; toId: string }) =>
    [network.indexOf.get(tie.fromId)!, network.indexOf.get(tie.toId)!] as const
  const ties = network.ties
    .filter((tie) => tie.state === 'known' && isBridge(least, ...ends(tie)))
    .map((tie) => ({
      tieId: tie.id,
      fromId: tie.fromId,
      toId: tie.toId,
      sure: isBridge(most, ...ends(tie)),
    }))
    .sort((a, b) => ends(a)[0] - ends(b)[0] || ends(a)[1] - ends(b)[1])
  const sure = ties.filter((bridge) => bridge.sure).length
  return { ties, range: [sure, ties.length + least.components - most.components] }
}
