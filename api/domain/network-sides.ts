import type { Forest } from './network-forest.ts'

const childrenOf = ({ children, firstChild }: Forest, v: number): Int32Array =>
  children.subarray(firstChild[v]!, firstChild[v + 1]!)

/** Nothing below this child is tied to above `v`: without `v`, it is on its own. */
const isApart = ({ low, enter }: Forest, v: number, child: number): boolean => low[child]! >= enter[v]!

/** The child of `v` below which `w` is, by bisection. `w` must be below `v`. */
function childTowards({ children, firstChild, enter }: Forest, v: number, w: number): number {
  let [low, high] = [firstChild[v]!, firstChild[v + 1]! - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (enter[children[middle]!]! <= enter[w]!) low = middle
    else high = middle - 1
  }
  return children[low]!
}

/**
 * On which side of `v` one finds `w` when `v` is taken away: an actor that stands for that component of the rest, the same
 * for all who are in it. Below a child from which no tie leads above `v`, it is that child; in another component, the root
 * of that; otherwise it is the parent of `v`. (A root has no parent, but then nothing leads above it.) O(log children).
 */
export function sideOf(forest: Forest, v: number, w: number): number {
  const { root, parent, enter, leave } = forest
  if (root[w] !== root[v]) return root[w]!
  if (enter[w]! <= enter[v]! || enter[w]! > leave[v]!) return parent[v]!
  const child = childTowards(forest, v, w)
  return isApart(forest, v, child) ? child : parent[v]!
}

/** The sides of `v` in its own component, and how many there are on each. */
export type Sides = Map<number, number>

/**
 * Nobody need be on a side that does not count anybody.
 * @param between how many of those who count were reached between two times, both included; everybody counts without it
 */
export function sidesOf(
  forest: Forest,
  v: number,
  between = (from: number, to: number) => to - from + 1,
): Sides {
  const { root, parent, enter, leave } = forest
  const sides: Sides = new Map()
  let above = between(enter[root[v]!]!, leave[root[v]!]!) - between(enter[v]!, enter[v]!)
  for (const child of childrenOf(forest, v)) {
    if (!isApart(forest, v, child)) continue
    const size = between(enter[child]!, leave[child]!)
    sides.set(child, size)
    above -= size
  }
  return above > 0 ? sides.set(parent[v]!, above) : sides
}

/** The largest side, of several as large one of them; undefined without any. */
export const largestOf = (sides: Sides): number | undefined =>
  [...sides.keys()].reduce<number | undefined>(
    (largest, side) => (largest !== undefined && sides.get(largest)! >= sides.get(side)! ? largest : side),
    undefined,
  )

/** Who is on a side of `v` in its own component. Takes as long as there are actors on it and children of `v`. */
export function membersOf(forest: Forest, v: number, side: number): number[] {
  const { root, parent, reached, enter, leave } = forest
  const stretch = (from: number, to: number) => [...reached.subarray(from, to + 1)]
  if (parent[side] === v) return stretch(enter[side]!, leave[side]!)
  const stay = [...childrenOf(forest, v)].filter((child) => !isApart(forest, v, child))
  return [
    ...stretch(enter[root[v]!]!, enter[v]! - 1),
    ...stay.flatMap((child) => stretch(enter[child]!, leave[child]!)),
    ...stretch(leave[v]! + 1, leave[root[v]!]!),
  ]
}
