import type { Adjacency } from './network-index.ts'

/**
 * A network walked depth first, one tree for each of its components (Tarjan 1972; Hopcroft and Tarjan 1973), without
 * recursion: a chain of 2,000 actors would be 2,000 calls deep.
 */
export type Forest = {
  /** First actor of the tree that an actor is in: the same for all of a component. */
  root: Int32Array
  /** -1 for a root. */
  parent: Int32Array
  /** Actors in the order in which they were reached: those below an actor follow it, a tree is one stretch. */
  reached: Int32Array
  /** When an actor was reached, and when the last one below it was. */
  enter: Int32Array
  leave: Int32Array
  /** The earliest that is reached from an actor's subtree by one tie outside the tree. */
  low: Int32Array
  /** Of `v`: `children[firstChild[v]]` … `children[firstChild[v + 1] - 1]`, in the order in which they were reached. */
  children: Int32Array
  firstChild: Int32Array
  /** Of trees. */
  components: number
}

type Walk = Pick<Forest, 'root' | 'parent' | 'reached' | 'enter' | 'leave' | 'low'>

function walkTree(
  { starts, to }: Adjacency,
  from: number,
  time: number,
  walk: Walk,
  next: Int32Array,
): number {
  const { root, parent, enter, leave, low, reached } = walk
  const reach = (v: number, above: number) => {
    root[v] = from
    parent[v] = above
    reached[time] = v
    low[v] = time
    enter[v] = time++
  }
  reach(from, -1)
  for (let v = from; v !== -1; ) {
    const above = parent[v]!
    if (next[v]! === starts[v + 1]!) {
      leave[v] = time - 1
      if (above !== -1) low[above] = Math.min(low[above]!, low[v]!)
      v = above
      continue
    }
    const w = to[next[v]!++]!
    if (enter[w] === -1) {
      reach(w, v)
      v = w
    } else if (w !== above) low[v] = Math.min(low[v]!, enter[w]!)
  }
  return time
}

/** Linear in actors and ties. */
export function forestOf(network: Adjacency): Forest {
  const { order } = network
  const array = () => new Int32Array(order).fill(-1)
  const walk = {
    root: array(),
    parent: array(),
    enter: array(),
    leave: array(),
    low: array(),
    reached: array(),
  }
  const next = network.starts.slice()
  let [time, components] = [0, 0]
  for (let v = 0; v < order; v++) {
    if (walk.enter[v] !== -1) continue
    time = walkTree(network, v, time, walk, next)
    components++
  }
  const firstChild = new Int32Array(order + 1)
  for (const above of walk.parent) if (above !== -1) firstChild[above + 1]!++
  for (let v = 0; v < order; v++) firstChild[v + 1]! += firstChild[v]!
  const children = new Int32Array(order - components)
  const free = firstChild.slice()
  for (const v of walk.reached) if (walk.parent[v] !== -1) children[free[walk.parent[v]!]!++] = v
  return { ...walk, children, firstChild, components }
}

/** Whether a tie of the network is the only way between its ends. */
export function isBridge({ parent, low, enter }: Forest, v: number, w: number): boolean {
  const [above, below] = enter[v]! < enter[w]! ? [v, w] : [w, v]
  return parent[below] === above && low[below]! > enter[above]!
}
