import { UndirectedGraph } from 'graphology'
import betweennessCentrality from 'graphology-metrics/centrality/betweenness.js'
import closenessCentrality from 'graphology-metrics/centrality/closeness.js'
import type { ActorBrief } from '#contract/briefs'
import type { Tie } from '#contract/ties'

/** What the measures need of an actor and of a tie: briefs and ties of the contract fit as they are. */
export type NetworkActor = Pick<ActorBrief, 'id' | 'name' | 'family'>
export type NetworkTie = Pick<
  Tie,
  'id' | 'fromId' | 'toId' | 'state' | 'kind' | 'contents' | 'direction' | 'formalised'
>
export type NetworkGraph = UndirectedGraph<NetworkActor, NetworkTie>

/** Lowest and highest over every completion: each unknown tie is either there or not. */
export type Range = readonly [number, number]

const collator = new Intl.Collator('fr')
/** Order of names as people read them, ids where names are the same: a list of names is never a ranking. */
export const byName = (a: NetworkActor, b: NetworkActor): number =>
  collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)

/** Ties whose two actors are both given. Two actors have one tie: of several, the first. */
export function tiesAmong<T extends NetworkTie>(actors: readonly NetworkActor[], ties: readonly T[]): T[] {
  const given = new Set(actors.map(({ id }) => id))
  const pairs = new Set<string>()
  return ties.filter(({ fromId, toId }) => {
    const pair = fromId < toId ? `${fromId} ${toId}` : `${toId} ${fromId}`
    if (fromId === toId || !given.has(fromId) || !given.has(toId) || pairs.has(pair)) return false
    pairs.add(pair)
    return true
  })
}

/** The graph of the known ties, whichever way they go. Every actor is a node, also one without ties. */
export function toGraph(actors: readonly NetworkActor[], ties: readonly NetworkTie[]): NetworkGraph {
  const graph: NetworkGraph = new UndirectedGraph()
  for (const actor of actors) graph.mergeNode(actor.id, actor)
  for (const tie of tiesAmong(actors, ties))
    if (tie.state === 'known') graph.addEdgeWithKey(tie.id, tie.fromId, tie.toId, tie)
  return graph
}

type ByActor = Record<string, number>

/** Number of known ties of each actor. */
export const degreesOf = (graph: NetworkGraph): ByActor =>
  Object.fromEntries(graph.mapNodes((id) => [id, graph.degree(id)]))

/** (Actors that one reaches) / (sum of the steps to them): Freeman 1979. 0 for an actor without ties. */
export const closenessOf = (graph: NetworkGraph): ByActor => closenessCentrality(graph)

/**
 * Of how many pairs an actor lies on the shortest paths, each shared among the paths of the pair: Freeman 1977, computed
 * as Brandes 2001. Normalised: divided by the number of pairs of other actors.
 */
export const betweennessOf = (graph: NetworkGraph, { normalised }: { normalised: boolean }): ByActor =>
  betweennessCentrality(graph, { getEdgeWeight: null, normalized: normalised })
