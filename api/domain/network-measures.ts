import type { TieState } from '#contract/ties'
import { byName, type NetworkActor, type NetworkTie, type Range, tiesAmong } from './network.ts'
import { type GoBetweens, goBetweensOf } from './network-between.ts'
import {
  type Articulations,
  articulationsOf,
  type Bridges,
  bridgesOf,
  type Cuts,
  cutsOf,
} from './network-cuts.ts'
import { degreeOf, indexNetwork, type NetworkIndex } from './network-index.ts'
import { type Share, sharesOf } from './network-shares.ts'

/**
 * What the ties say, in plain terms, by ids. Lists are in the order of names, never of values. Ranges hold every completion
 * of the unknown ties; what was never asked stays out of them.
 */
export type NetworkMeasures = {
  /** Ties between the given actors, by state. */
  ties: Record<TieState, number>
  /** Actors of whom at least one tie was asked: everything below is about them. */
  asked: number
  neverAsked: string[]
  /** Actors without any known tie: surely, or unless an unknown tie is there. */
  isolated: { sure: string[]; possible: string[]; range: Range }
  /** Sets of actors tied to each other, directly or not; an isolated actor is one. `groups`: those of two or more, known ties only. */
  components: { count: number; range: Range; groups: string[][] }
  articulations: Articulations
  bridges: Bridges
  goBetweens: GoBetweens
  /** Ties out of all pairs of the actors asked about. */
  density: Share
  /** Ties between two families. */
  acrossFamilies: Share
  /** Out of the known ties of which one knows whether they are formalised. */
  formalised: Share
  /** Ties that carry two contents or more, out of those of which a content is said. */
  multiplex: Share
  /** Ties that go both ways. */
  mutual: Share
}

function isolatedOf({ actors, least, most }: NetworkIndex): NetworkMeasures['isolated'] {
  const alone = [...actors.keys()].filter((v) => degreeOf(least, v) === 0)
  const ids = (surely: boolean) =>
    alone.filter((v) => (degreeOf(most, v) === 0) === surely).map((v) => actors[v]!.id)
  const [sure, possible] = [ids(true), ids(false)]
  return { sure, possible, range: [sure.length, alone.length] }
}

/** One tie more joins two components or none: there are the fewest in `most`, the most in `least`. */
function componentsIn(cuts: Cuts): NetworkMeasures['components'] {
  const { network, least, most } = cuts
  const components = Map.groupBy(network.actors.keys(), (v) => least.root[v]!)
  const groups = [...components.values()].filter((group) => group.length > 1)
  return {
    count: least.components,
    range: [most.components, least.components],
    groups: groups.map((group) => group.map((v) => network.actors[v]!.id)),
  }
}

/**
 * Everything that is said of a network.
 * @param ties those that count today: not archived. Of ties to others than `actors` nothing is said
 */
export function measureNetwork(
  actors: readonly NetworkActor[],
  ties: readonly NetworkTie[],
): NetworkMeasures {
  const among = tiesAmong(actors, ties)
  const asked = new Set(among.flatMap(({ fromId, toId }) => [fromId, toId]))
  const network = indexNetwork(
    actors.filter(({ id }) => asked.has(id)),
    among,
  )
  const cuts = cutsOf(network)
  const count = (wanted: TieState) => among.filter(({ state }) => state === wanted).length
  return {
    ties: { known: count('known'), absent: count('absent'), unknown: count('unknown') },
    asked: network.actors.length,
    neverAsked: actors
      .filter(({ id }) => !asked.has(id))
      .sort(byName)
      .map(({ id }) => id),
    isolated: isolatedOf(network),
    components: componentsIn(cuts),
    articulations: articulationsOf(cuts),
    bridges: bridgesOf(cuts),
    goBetweens: goBetweensOf(cuts),
    ...sharesOf(network),
  }
}
