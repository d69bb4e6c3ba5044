import {
  HEXAGON_WIDTH,
  type Hexagon,
  hexagonAt,
  hexagonDisc,
  hexagonKey,
  hexagonOf,
  hexagonRing,
  middleOf,
  neighboursOf,
  readHexagon,
} from '#api/domain/hexagons'
import { fromLambert93, toLambert93 } from '#api/domain/lambert93'
import type { Bounds } from '#contract/geometry'

/** A hexagon as the wire carries it: `q,r`. */
export type HexKey = string
type Position = readonly [longitude: number, latitude: number]

/** What the wire takes at most. */
const MOST = 2_000
/** The map comes no nearer: here a hexagon is as wide as two thumbs, and a building is a few pixels. */
export const BRUSH_MAX_ZOOM = 14
/** From here the cells of the grid are drawn; farther away they are too small to be told apart. */
export const GRID_MIN_ZOOM = 12.5
/** « Quelque part ici »: 19 hexagons, a kilometre across. */
export const SOMEWHERE_RADIUS = 2

/** The hexagon that holds a position in degrees. */
export const keyAt = (position: Position): HexKey => hexagonKey(hexagonOf(position))

/** Its middle, in degrees. */
export const positionOf = (key: HexKey): [number, number] => {
  const [longitude, latitude] = fromLambert93(middleOf(readHexagon(key)))
  return [longitude, latitude]
}

/** Those at most `radius` steps away, itself included: 1, 7, 19… */
export const discOf = (key: HexKey, radius: number): HexKey[] =>
  hexagonDisc(readHexagon(key), radius).map(hexagonKey)

/** Those there were and more, up to what the wire takes. */
export const painted = (keys: readonly HexKey[], more: readonly HexKey[]): HexKey[] =>
  [...new Set([...keys, ...more])].slice(0, MOST)

export const erased = (keys: readonly HexKey[], less: readonly HexKey[]): HexKey[] => {
  const gone = new Set(less)
  return keys.filter((key) => !gone.has(key))
}

/** A press takes away what is chosen and adds what is not. */
export const pressed = (keys: readonly HexKey[], key: HexKey, radius: number): HexKey[] =>
  (keys.includes(key) ? erased : painted)(keys, discOf(key, radius))

/** The arrow keys, as sides from the east anticlockwise: up and down go straight by leaning one way, then the other. */
const STEPS: Record<string, (hexagon: Hexagon) => number> = {
  ArrowRight: () => 0,
  ArrowLeft: () => 3,
  ArrowUp: ({ r }) => (r % 2 === 0 ? 1 : 2),
  ArrowDown: ({ r }) => (r % 2 === 0 ? 5 : 4),
}

/** Where an arrow key leads; null for any other key. */
export function stepFrom(key: HexKey, arrow: string): HexKey | null {
  const hexagon = readHexagon(key)
  const side = STEPS[arrow]?.(hexagon)
  return side === undefined ? null : hexagonKey(neighboursOf(hexagon)[side]!)
}

/** The hexagons that a view shows, for the lines of the grid. */
export function keysWithin([west, south, east, north]: Bounds): HexKey[] {
  const corners = [
    toLambert93([west, south]),
    toLambert93([east, south]),
    toLambert93([east, north]),
    toLambert93([west, north]),
  ]
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const found = new Set<HexKey>()
  // Half a width each way: no hexagon is stepped over.
  for (let y = Math.min(...ys); y <= Math.max(...ys) + HEXAGON_WIDTH; y += HEXAGON_WIDTH / 2)
    for (let x = Math.min(...xs); x <= Math.max(...xs) + HEXAGON_WIDTH; x += HEXAGON_WIDTH / 2)
      found.add(hexagonKey(hexagonAt([x, y])))
  return [...found]
}

const rings = new Map<HexKey, [number, number][]>()
const ROOM = 20_000

/** A hexagon as a closed ring, remembered: a stroke asks for the same rings at every move. */
export function ringOf(key: HexKey): [number, number][] {
  const known = rings.get(key)
  if (known) return known
  if (rings.size > ROOM) rings.clear()
  const ring = hexagonRing(readHexagon(key))
  rings.set(key, ring)
  return ring
}
