import { signedArea } from '#api/domain/planar'
import { along, distance, meeting, type Point2, type Ring2 } from './plane.ts'

type Node = { point: Point2; neighbours: Set<number> }
type Cut = { t: number; point: Point2 }

/** Two points nearer than this are one: metres. */
const SNAP = 0.6

/**
 * Every face that a set of lines draws together, as anticlockwise rings in metres. Neighbouring faces share
 * their points exactly; ends that lead nowhere are dropped. The lines must hang together: a closed line
 * alone inside a face does not make a hole in it.
 */
export function faces(lines: readonly (readonly Point2[])[]): Ring2[] {
  const nodes = graph(cutAll(lines))
  dropDeadEnds(nodes)
  return trace(nodes)
}

function cutAll(lines: readonly (readonly Point2[])[]): Point2[][] {
  const segments = lines.flatMap((line) =>
    line.slice(1).map((b, i) => ({ a: line[i]!, b, cuts: [] as Cut[] })),
  )
  segments.forEach((one, i) => {
    const [w, e] = [Math.min(one.a[0], one.b[0]), Math.max(one.a[0], one.b[0])]
    const [s, n] = [Math.min(one.a[1], one.b[1]), Math.max(one.a[1], one.b[1])]
    for (let j = i + 1; j < segments.length; j++) {
      const two = segments[j]!
      if (Math.max(two.a[0], two.b[0]) < w || Math.min(two.a[0], two.b[0]) > e) continue
      if (Math.max(two.a[1], two.b[1]) < s || Math.min(two.a[1], two.b[1]) > n) continue
      const met = meeting(one.a, one.b, two.a, two.b)
      if (!met) continue
      const point = along(one.a, one.b, met[0])
      one.cuts.push({ t: met[0], point })
      two.cuts.push({ t: met[1], point })
    }
  })
  return segments.map(({ a, b, cuts }) => [a, ...cuts.sort((p, q) => p.t - q.t).map((cut) => cut.point), b])
}

function graph(chains: Point2[][]): Node[] {
  const nodes: Node[] = []
  const cells = new Map<string, number[]>()
  const nodeAt = (p: Point2): number => {
    const [cx, cy] = [Math.floor(p[0] / SNAP), Math.floor(p[1] / SNAP)]
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const i of cells.get(`${cx + dx},${cy + dy}`) ?? [])
          if (distance(nodes[i]!.point, p) < SNAP) return i
    const key = `${cx},${cy}`
    cells.set(key, [...(cells.get(key) ?? []), nodes.length])
    return nodes.push({ point: p, neighbours: new Set() }) - 1
  }
  for (const chain of chains) {
    const ids = chain.map(nodeAt)
    ids.slice(1).forEach((b, i) => {
      const a = ids[i]!
      if (a === b) return
      nodes[a]!.neighbours.add(b)
      nodes[b]!.neighbours.add(a)
    })
  }
  return nodes
}

function dropDeadEnds(nodes: Node[]) {
  const ends = nodes.flatMap((node, i) => (node.neighbours.size === 1 ? [i] : []))
  for (let i = ends.pop(); i !== undefined; i = ends.pop()) {
    for (const j of nodes[i]!.neighbours) {
      nodes[j]!.neighbours.delete(i)
      if (nodes[j]!.neighbours.size === 1) ends.push(j)
    }
    nodes[i]!.neighbours.clear()
  }
}

function trace(nodes: Node[]): Ring2[] {
  const around = nodes.map(({ point, neighbours }) => {
    const angle = (i: number) => Math.atan2(nodes[i]!.point[1] - point[1], nodes[i]!.point[0] - point[0])
    return [...neighbours].sort((a, b) => angle(a) - angle(b))
  })
  const seen = new Set<string>()
  const rings: Ring2[] = []
  nodes.forEach((_, start) => {
    for (const first of around[start]!) {
      const ring: Ring2 = []
      let [from, to] = [start, first]
      while (!seen.has(`${from},${to}`)) {
        seen.add(`${from},${to}`)
        ring.push(nodes[from]!.point)
        const turns = around[to]!
        // Keeping the face on the left means taking the next branch clockwise from where one came.
        const next = turns[(turns.indexOf(from) - 1 + turns.length) % turns.length]!
        ;[from, to] = [to, next]
      }
      if (ring.length > 2 && signedArea(ring) > 1) rings.push(ring)
    }
  })
  return rings
}

const keyOf = (p: Point2) => `${p[0]},${p[1]}`

/** The outlines of several faces of one arrangement taken together, as anticlockwise outer rings. */
export function merge(rings: readonly Ring2[]): Ring2[] {
  const edges = new Map<string, [Point2, Point2]>()
  for (const ring of rings)
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length]!
      if (!edges.delete(`${keyOf(b)}|${keyOf(a)}`)) edges.set(`${keyOf(a)}|${keyOf(b)}`, [a, b])
    })
  const byStart = new Map<string, [Point2, Point2]>()
  for (const edge of edges.values()) byStart.set(keyOf(edge[0]), edge)
  const outlines: Ring2[] = []
  for (const edge of edges.values()) {
    const ring: Ring2 = []
    for (let at = byStart.get(keyOf(edge[0])); at; at = byStart.get(keyOf(at[1]))) {
      ring.push(at[0])
      byStart.delete(keyOf(at[0]))
    }
    if (ring.length > 2 && signedArea(ring) > 0) outlines.push(ring)
  }
  return outlines
}
