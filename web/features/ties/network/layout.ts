import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Simulation,
  type SimulationNodeDatum,
} from 'd3-force'

/** Two ends by their places among the nodes, and how far apart they like to be. */
export type Spring = { from: number; to: number; length: number }
export type LayoutAsk = {
  ids: readonly string[]
  /** x, y of each node; NaN for those that have no place yet. */
  start: Float32Array
  springs: readonly Spring[]
  /** Width of the field over its height: a tall one gets a tall drawing. */
  shape: number
}

const LENGTHS: Record<string, number> = { works_with: 70, knows: 105, heard_of: 140, unknown: 140 }

/** Confirmed absences hold nothing together. */
export const springsOf = (edges: readonly { from: number; to: number; word: string }[]): Spring[] =>
  edges
    .filter(({ word }) => word in LENGTHS)
    .map(({ from, to, word }) => ({ from, to, length: LENGTHS[word]! }))

/** FNV-1a: a number between 0 and 1 that depends on the text alone. */
function fractionOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0) / 2 ** 32
}

const SPREAD = 45

/** Where each node starts: where it was, else beside a neighbour that has a place, else where its id puts it. */
export function firstPlaces({ ids, start, springs }: Omit<LayoutAsk, 'shape'>): Float32Array {
  const places = start.slice()
  const radius = SPREAD * Math.sqrt(ids.length)
  const isPlaced = (node: number) => !Number.isNaN(places[2 * node])
  const put = (node: number, x: number, y: number, far: number) => {
    const angle = 2 * Math.PI * fractionOf(ids[node]!)
    const distance = far * Math.sqrt(fractionOf(`${ids[node]} far`))
    places[2 * node] = x + distance * Math.cos(angle)
    places[2 * node + 1] = y + distance * Math.sin(angle)
  }
  const kept = ids.some((_, node) => isPlaced(node))
  for (const { from, to } of kept ? springs : [])
    for (const [node, other] of [
      [from, to],
      [to, from],
    ] as const)
      if (!isPlaced(node) && isPlaced(other)) put(node, places[2 * other]!, places[2 * other + 1]!, 80)
  ids.forEach((_, node) => {
    if (!isPlaced(node)) put(node, 0, 0, radius)
  })
  return places
}

type Body = SimulationNodeDatum & { index: number; x: number; y: number }

/** The forces on nodes, not started. The same ask gives the same drawing: nothing in it is drawn by lot. */
export function simulationOf(ask: LayoutAsk): Simulation<Body, undefined> {
  const places = firstPlaces(ask)
  const bodies = ask.ids.map(
    (_, index): Body => ({ index, x: places[2 * index]!, y: places[2 * index + 1]! }),
  )
  const links = ask.springs.map(({ from, to, length }) => ({ source: from, target: to, length }))
  const narrow = Math.min(3, Math.max(0.4, ask.shape)) ** 0.75
  const isKept = ask.start.some((value) => !Number.isNaN(value))
  return (
    forceSimulation(bodies)
      .force(
        'springs',
        forceLink<Body, (typeof links)[number]>(links).distance(({ length }) => length),
      )
      .force('apart', forceManyBody<Body>().strength(-420).distanceMax(700).theta(0.95))
      .force('touch', forceCollide<Body>(30).iterations(1))
      .force('x', forceX<Body>().strength(0.06 / narrow))
      .force('y', forceY<Body>().strength(0.06 * narrow))
      // What is already in place is nudged, not thrown.
      .alpha(isKept ? 0.25 : 1)
      .alphaDecay(0.028)
      .stop()
  )
}

/** x, y of each node. */
export function placesOf(simulation: Simulation<Body, undefined>): Float32Array {
  const bodies = simulation.nodes()
  const places = new Float32Array(2 * bodies.length)
  bodies.forEach(({ x, y }, node) => {
    places[2 * node] = x
    places[2 * node + 1] = y
  })
  return places
}

export const isSettled = (simulation: Simulation<Body, undefined>) =>
  simulation.alpha() < simulation.alphaMin()

/** Where everybody ends up, at once. */
export function settledPlaces(ask: LayoutAsk): Float32Array {
  const simulation = simulationOf(ask)
  while (!isSettled(simulation)) simulation.tick()
  return placesOf(simulation)
}
