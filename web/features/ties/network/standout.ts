import type { Network } from './graph.ts'
import { neighboursOf } from './graph.ts'

/** What is looked at now: one actor, those that a sentence names, or a way from one to another. */
export type Looked = {
  /** Under the pointer or the keyboard. */
  at?: string | undefined
  selected?: string | undefined
  /** A way of introduction, from one actor to the next. */
  path?: readonly string[] | undefined
  named?: readonly string[] | undefined
}

/** Places of the nodes and edges that stand out, and of the nodes that wear a ring. */
export type StandOut = {
  nodes: ReadonlySet<number>
  edges: ReadonlySet<number>
  rings: ReadonlySet<number>
}

/**
 * What stands out: around the actor under the pointer, else the path, else those who are named, else around the selected
 * one. Nothing at all means that everything is equally plain.
 */
export function standingOut(network: Network, { at, selected, path, named }: Looked): StandOut {
  const { placeOf, edgesOf, edges } = network
  const placesOf = (ids: readonly string[]) =>
    ids.map((id) => placeOf.get(id)).filter((place) => place !== undefined)
  const [[here], [chosen], way, group] = [
    placesOf(at ? [at] : []),
    placesOf(selected ? [selected] : []),
    placesOf(path ?? []),
    placesOf(named ?? []),
  ]
  const rings = new Set([...(chosen === undefined ? [] : [chosen]), ...way, ...group])
  const around = here ?? (way.length || group.length ? undefined : chosen)
  if (around !== undefined)
    return {
      nodes: new Set([around, ...neighboursOf(network, around)]),
      edges: new Set(edgesOf[around]),
      rings,
    }
  const steps = way.slice(1).flatMap((to, step) =>
    (edgesOf[to] ?? []).filter((edge) => {
      const ends = edges[edge]!
      return ends.from === way[step] || ends.to === way[step]
    }),
  )
  return { nodes: new Set(way.length ? way : group), edges: new Set(steps), rings }
}
