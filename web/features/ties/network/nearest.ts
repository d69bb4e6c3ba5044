import { quadtree } from 'd3-quadtree'

/** x and y of each node, one after the other, in the units of the layout. */
export type Places = Float32Array

type Spot = { node: number; x: number; y: number }
export type NodeIndex = { nearest: (x: number, y: number, within: number) => number | undefined }

/** Finds the node nearest to a spot, no farther than `within`. */
export function indexOf(places: Places): NodeIndex {
  const spots: Spot[] = []
  for (let node = 0; node < places.length / 2; node++)
    spots.push({ node, x: places[2 * node]!, y: places[2 * node + 1]! })
  const tree = quadtree<Spot>(
    spots,
    ({ x }) => x,
    ({ y }) => y,
  )
  return { nearest: (x, y, within) => tree.find(x, y, within)?.node }
}

const squared = (x: number, y: number) => x * x + y * y

/** The square of the distance from a spot to a segment. */
function distanceTo(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const length = squared(bx - ax, by - ay)
  const along = length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length
  const at = Math.min(1, Math.max(0, along))
  return squared(x - ax - at * (bx - ax), y - ay - at * (by - ay))
}

/** The place of the edge nearest to a spot, no farther than `within`. */
export function nearestEdge(
  edges: readonly { from: number; to: number }[],
  places: Places,
  x: number,
  y: number,
  within: number,
): number | undefined {
  let [found, least] = [-1, within * within]
  edges.forEach(({ from, to }, edge) => {
    const [ax, ay, bx, by] = [places[2 * from]!, places[2 * from + 1]!, places[2 * to]!, places[2 * to + 1]!]
    const distance = distanceTo(x, y, ax, ay, bx, by)
    if (distance <= least) [found, least] = [edge, distance]
  })
  return found < 0 ? undefined : found
}

export const DIRECTIONS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
} as const satisfies Record<string, readonly [number, number]>
export type Direction = keyof typeof DIRECTIONS

/** How much farther than straight ahead a node to the side counts. */
const ASIDE = 2

/** The nearest node within 60° of a direction; nobody when there is none. */
export function nodeTowards(places: Places, node: number, direction: Direction): number | undefined {
  const [dx, dy] = DIRECTIONS[direction]
  let [found, least] = [-1, Number.POSITIVE_INFINITY]
  for (let other = 0; other < places.length / 2; other++) {
    const x = places[2 * other]! - places[2 * node]!
    const y = places[2 * other + 1]! - places[2 * node + 1]!
    const ahead = x * dx + y * dy
    const aside = Math.abs(x * dy - y * dx)
    if (other === node || ahead <= 0 || aside > ahead * Math.sqrt(3)) continue
    const distance = ahead + ASIDE * aside
    if (distance < least) [found, least] = [other, distance]
  }
  return found < 0 ? undefined : found
}
