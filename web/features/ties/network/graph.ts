import type { ActorBrief } from '#contract/briefs'
import type { Tie } from '#contract/ties'
import { type TieWord, wordOf } from '../tie.ts'

export type NetworkEdge = {
  tieId: string
  /** Places of its two ends among the nodes; the first is where it goes from. */
  from: number
  to: number
  word: TieWord
  isInformal: boolean
  isOutward: boolean
}

/** What is drawn: actors that a drawn tie names. The others wait beside, told apart by why they have none. */
export type Network = {
  nodes: readonly ActorBrief[]
  edges: readonly NetworkEdge[]
  /** The place of each actor among the nodes. */
  placeOf: ReadonlyMap<string, number>
  /** The places among the edges of the ties of each node. */
  edgesOf: readonly (readonly number[])[]
  /** All their ties were asked about, and there is none. */
  isolated: readonly ActorBrief[]
  /** Nobody has said anything of their ties. */
  neverAsked: readonly ActorBrief[]
}

/**
 * The graph of ties between actors. An actor outside the filter (`others`) is there when a tie joins it to one inside.
 * Confirmed absences are edges only when `withAbsent`. Nodes are in the order of their ids, so that a drawing is the same
 * whoever asks.
 */
export function networkOf(
  actors: readonly ActorBrief[],
  others: readonly ActorBrief[],
  ties: readonly Tie[],
  { withAbsent }: { withAbsent: boolean },
): Network {
  const inside = new Set(actors.map(({ id }) => id))
  const known = new Map([...actors, ...others].map((actor) => [actor.id, actor]))
  const shown = ties.filter(
    ({ fromId, toId }) => known.has(fromId) && known.has(toId) && (inside.has(fromId) || inside.has(toId)),
  )
  const drawn = shown.filter(({ state }) => withAbsent || state !== 'absent')
  const named = (list: readonly Tie[]) => new Set(list.flatMap(({ fromId, toId }) => [fromId, toId]))
  const [onDrawing, asked] = [named(drawn), named(shown)]
  const nodes = [...onDrawing].sort().map((id) => known.get(id)!)
  const placeOf = new Map(nodes.map(({ id }, place) => [id, place]))
  const edges = drawn.map((tie): NetworkEdge => {
    const word = wordOf(tie)
    return {
      tieId: tie.id,
      from: placeOf.get(tie.fromId)!,
      to: placeOf.get(tie.toId)!,
      word,
      isInformal: tie.state === 'known' && tie.formalised === false,
      isOutward: tie.state === 'known' && tie.direction === 'outward',
    }
  })
  const edgesOf: number[][] = nodes.map(() => [])
  edges.forEach(({ from, to }, place) => {
    edgesOf[from]!.push(place)
    edgesOf[to]!.push(place)
  })
  const aside = actors.filter(({ id }) => !onDrawing.has(id))
  return {
    nodes,
    edges,
    placeOf,
    edgesOf,
    isolated: aside.filter(({ id }) => asked.has(id)),
    neverAsked: aside.filter(({ id }) => !asked.has(id)),
  }
}

/** The places of the nodes that a tie joins to one of them. */
export const neighboursOf = ({ edges, edgesOf }: Network, node: number): number[] =>
  (edgesOf[node] ?? []).map((place) => {
    const { from, to } = edges[place]!
    return from === node ? to : from
  })
