import type { ActorBrief } from '#contract/briefs'
import type { Facilitator } from '#contract/facilitators'
import type { Outreach } from '#contract/outreach'
import type { TargetPublic } from '#contract/target-publics'
import type { TieKind } from '#contract/ties'
import type { NetworkActor, NetworkTie } from './network.ts'
import { type Adjacency, indexNetwork, type NetworkIndex, stepsFrom } from './network-index.ts'

/** From one actor to the next. `kind` null: the tie is unknown, to be asked. */
export type Step = {
  tieId: string
  fromId: string
  toId: string
  kind: TieKind | null
  /** The tie is said to go the other way only: to be asked with care. */
  against: boolean
}

/** A way to be introduced: no step when one is there already. */
export type Path = { actorIds: string[]; steps: Step[] }

export type Introduction = {
  /** At most three of the shortest ways along known ties, the nearest ties first. */
  paths: Path[]
  /** There are other ways as short. */
  more: boolean
  /** Steps: at least (every unknown tie is there), at most (none is; null: no way then). Null: no way in any case. */
  length: readonly [number, number | null] | null
  /** Shorter ways, if unknown ties turn out to be there: at most three, with the fewest questions first. */
  possible: Path[]
}

/** Why an actor serves a public: it says so itself, or through actions and facilitators. */
export type Serving = { itself: boolean; outreachIds: string[]; facilitatorIds: string[] }

/**
 * Actors that serve a public, by id, each with why: it receives one of the words of the nomenclature that describe the
 * public, it takes part in an action for it (an idea is not one yet), or a facilitator for it is linked to it.
 */
export function actorsServing(
  target: Pick<TargetPublic, 'id' | 'publics'>,
  actors: readonly Pick<ActorBrief, 'id' | 'publics'>[],
  outreach: readonly Pick<Outreach, 'id' | 'state' | 'publicIds' | 'actors'>[],
  facilitators: readonly Pick<Facilitator, 'id' | 'publicIds' | 'actors'>[],
): Map<string, Serving> {
  const isForIt = ({ publicIds }: { publicIds: readonly string[] }) => publicIds.includes(target.id)
  const actions = outreach.filter((action) => action.state !== 'idea' && isForIt(action))
  const helping = facilitators.filter(isForIt)
  const idsWith = (records: readonly { id: string; actors: readonly { actorId: string }[] }[], id: string) =>
    records.filter((record) => record.actors.some(({ actorId }) => actorId === id)).map((record) => record.id)
  const all = actors.map(({ id, publics }): [string, Serving] => [
    id,
    {
      itself: publics.some((word) => target.publics.includes(word)),
      outreachIds: idsWith(actions, id),
      facilitatorIds: idsWith(helping, id),
    },
  ])
  return new Map(
    all.filter(([, why]) => why.itself || why.outreachIds.length > 0 || why.facilitatorIds.length > 0),
  )
}

/**
 * What a way asks for, the dearest first: unknown ties, then « a entendu parler », then « connaît », then steps against the
 * direction of a tie. Compared one after the other, never added up: no number says how many acquaintances are worth a
 * partner.
 */
type Effort = readonly [unknown: number, heardOf: number, knows: number, against: number]

type Way = { at: number; effort: Effort; step: Step | null; before: Way | null }

const MOST_SHOWN = 3

function stepOver(tie: NetworkTie, fromId: string): Step {
  const isAlong = tie.fromId === fromId
  return {
    tieId: tie.id,
    fromId,
    toId: isAlong ? tie.toId : tie.fromId,
    kind: tie.state === 'known' ? tie.kind : null,
    against: tie.state === 'known' && tie.direction === 'outward' && !isAlong,
  }
}

function further(way: Way, at: number, step: Step): Way {
  const [unknown, heardOf, knows, against] = way.effort
  const one = (is: boolean) => (is ? 1 : 0)
  return {
    at,
    step,
    before: way,
    effort: [
      unknown + one(step.kind === null),
      heardOf + one(step.kind === 'heard_of'),
      knows + one(step.kind === 'knows'),
      against + one(step.against),
    ],
  }
}

const placesOf = (way: Way): number[] => (way.before ? [...placesOf(way.before), way.at] : [way.at])
const stepsOf = (way: Way): Step[] => (way.before ? [...stepsOf(way.before), way.step!] : [])

/** Less effort first, then by the names on the way: indexes are in their order. Ways are as long as each other. */
function byEffort(a: Way, b: Way): number {
  const difference = (one: readonly number[], other: readonly number[]) =>
    one.map((value, index) => value - other[index]!).find((value) => value !== 0) ?? 0
  return difference(a.effort, b.effort) || difference(placesOf(a), placesOf(b))
}

function nearestOf(steps: Int32Array, to: readonly number[]): number | null {
  const reached = to.map((v) => steps[v]!).filter((distance) => distance >= 0)
  return reached.length ? Math.min(...reached) : null
}

/**
 * The shortest ways to the nearest of several actors, those of least effort, one more than is shown. Layer by layer, each
 * actor keeps the best ways that lead to it: going on in the same way does not change which of two is better.
 */
function shortestWays(index: NetworkIndex, network: Adjacency, from: number, to: readonly number[]): Way[] {
  const steps = stepsFrom(network, from)
  const best = (ways: Way[]) => ways.sort(byEffort).slice(0, MOST_SHOWN + 1)
  let layer = new Map<number, Way[]>([[from, [{ at: from, effort: [0, 0, 0, 0], step: null, before: null }]]])
  for (let distance = 1; distance <= (nearestOf(steps, to) ?? 0); distance++) {
    const next = new Map<number, Way[]>()
    for (const [v, ways] of layer)
      for (let at = network.starts[v]!; at < network.starts[v + 1]!; at++) {
        const w = network.to[at]!
        if (steps[w] !== distance) continue
        const step = stepOver(index.ties[network.by[at]!]!, index.actors[v]!.id)
        const arrived = next.get(w) ?? []
        arrived.push(...ways.map((way) => further(way, w, step)))
        next.set(w, arrived)
      }
    layer = new Map([...next].map(([w, ways]) => [w, best(ways)]))
  }
  return best(to.flatMap((v) => layer.get(v) ?? []))
}

function pathOf(way: Way, fromId: string): Path {
  const steps = stepsOf(way)
  return { steps, actorIds: [fromId, ...steps.map(({ toId }) => toId)] }
}

/**
 * The ways from one actor to the nearest of several, along known ties both ways: who is only said to know somebody can
 * still be asked by them, which `against` says of a step.
 *
 * Ties only shorten ways: the completion with every unknown tie has the shortest, the one without any the longest, so
 * `length` holds all of them and both of its ends are reached.
 * @param ties those that count today: not archived
 */
export function introduce(
  fromId: string,
  toIds: ReadonlySet<string>,
  actors: readonly NetworkActor[],
  ties: readonly NetworkTie[],
): Introduction {
  const index = indexNetwork(actors, ties)
  const from = index.indexOf.get(fromId)
  const to = [...toIds].flatMap((id) => index.indexOf.get(id) ?? [])
  const most = from === undefined ? null : nearestOf(stepsFrom(index.most, from), to)
  if (from === undefined || most === null) return { paths: [], more: false, length: null, possible: [] }
  const least = nearestOf(stepsFrom(index.least, from), to)
  const shown = (network: Adjacency) => shortestWays(index, network, from, to)
  const known = least === null ? [] : shown(index.least)
  const possible = most === least ? [] : shown(index.most)
  const paths = (ways: Way[]) => ways.slice(0, MOST_SHOWN).map((way) => pathOf(way, fromId))
  return {
    paths: paths(known),
    more: known.length > MOST_SHOWN,
    length: [most, least],
    possible: paths(possible),
  }
}
