import { binaryWeights, links, type SpatialWeights } from './spatial-weights.ts'

type Ring = readonly (readonly number[])[]
/** A surface of GeoJSON. */
export type Surface =
  | { type: 'Polygon'; coordinates: readonly Ring[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly Ring[])[] }

const ringsOf = (surface: Surface): readonly Ring[] =>
  surface.type === 'Polygon' ? surface.coordinates : surface.coordinates.flat()

/** About a decimetre, in degrees. */
const DECIMETRE = 1e-6

/**
 * Numbers pairs of whole numbers as they come: the same pair has the same number. `most`: how many there can be. Outlines are
 * followed in one direction or the other, so that the number next to the last one is tried before the table is.
 */
function pairNumbers(most: number): (a: number, b: number) => number {
  const size = 2 ** Math.ceil(Math.log2(most * 1.4 + 16))
  const slots = new Int32Array(size)
  const pairs = new Int32Array(2 * most)
  let count = 0
  let last = 0
  const isAt = (number: number, a: number, b: number) =>
    number >= 0 && number < count && pairs[2 * number] === a && pairs[2 * number + 1] === b
  return (a, b) => {
    if (isAt(last - 1, a, b)) return --last
    if (isAt(last + 1, a, b)) return ++last
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77)
    hash ^= hash >>> 15
    for (let slot = hash & (size - 1); ; slot = (slot + 1) & (size - 1)) {
      last = slots[slot]! - 1
      if (last < 0) {
        last = count++
        pairs[2 * last] = a
        pairs[2 * last + 1] = b
        slots[slot] = count
        return last
      }
      if (isAt(last, a, b)) return last
    }
  }
}

/** Pairs of zones that have told the same number; zones tell theirs one after the other. */
function meetings(zones: number, numbers: number) {
  // The zones that have told a number, latest first, as a chain of entries (zone, next); 0 ends it.
  const heads = new Int32Array(numbers)
  const entriesOf = new Int32Array(2 * numbers + 2)
  let entries = 0
  const metAt = new Int32Array(zones).fill(-1)
  const pairs = links()
  return {
    pairs,
    tell(zone: number, number: number) {
      const head = heads[number]!
      if (head && entriesOf[2 * head] === zone) return
      for (let entry = head; entry; entry = entriesOf[2 * entry + 1]!) {
        const other = entriesOf[2 * entry]!
        if (metAt[other] === zone) continue
        metAt[other] = zone
        pairs.push(other, zone)
      }
      heads[number] = ++entries
      entriesOf[2 * entries] = zone
      entriesOf[2 * entries + 1] = head
    },
  }
}

const vertexCount = (zones: readonly Surface[]): number =>
  zones.reduce((sum, zone) => sum + ringsOf(zone).reduce((count, ring) => count + ring.length, 0), 0)

function contiguity(zones: readonly Surface[], step: number, isByEdge: boolean): SpatialWeights {
  const most = vertexCount(zones)
  const scale = 1 / step
  const vertexOf = pairNumbers(most)
  const edgeOf = isByEdge ? pairNumbers(most) : vertexOf
  const { tell, pairs } = meetings(zones.length, most)
  for (let zone = 0; zone < zones.length; zone++)
    for (const ring of ringsOf(zones[zone]!)) {
      let before = -1
      for (const position of ring) {
        const vertex = vertexOf(Math.round(position[0]! * scale) | 0, Math.round(position[1]! * scale) | 0)
        if (!isByEdge) tell(zone, vertex)
        else if (before >= 0 && before !== vertex)
          tell(zone, edgeOf(Math.min(before, vertex), Math.max(before, vertex)))
        before = vertex
      }
    }
  return binaryWeights(zones.length, pairs.from(), pairs.to(), true)
}

/**
 * Zones that share a point of their outlines are neighbours (queen). Outlines must share their vertices, as those of one
 * source do; vertices are the same when they are so once rounded to `step`.
 * @param step about a decimetre: of degrees unless told, 0.1 for coordinates in metres
 */
export const queenContiguity = (zones: readonly Surface[], step = DECIMETRE): SpatialWeights =>
  contiguity(zones, step, false)

/** Zones that share a side, from one vertex to the next, are neighbours (rook). See {@link queenContiguity}. */
export const rookContiguity = (zones: readonly Surface[], step = DECIMETRE): SpatialWeights =>
  contiguity(zones, step, true)
