/** A GeoJSON geometry in two dimensions, in the coordinates of its file. */
export type Geometry =
  | {
      type: 'Point' | 'LineString' | 'Polygon' | 'MultiPoint' | 'MultiLineString' | 'MultiPolygon'
      coordinates: unknown
    }
  | { type: 'GeometryCollection'; geometries: Geometry[] }

export class UnreadableGeometry extends Error {}

type Pair = [number, number]

/** Reads forward, and never further than the bytes that there are. */
class Reader {
  private at: number
  private readonly view: DataView
  little = true
  constructor(bytes: Uint8Array, at: number) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.at = at
  }
  private need(bytes: number): number {
    const from = this.at
    if (from + bytes > this.view.byteLength) throw new UnreadableGeometry()
    this.at += bytes
    return from
  }
  byte = (): number => this.view.getUint8(this.need(1))
  integer = (): number => this.view.getUint32(this.need(4), this.little)
  /** A number of things that each take so many bytes at least: a count that lies is seen before it is believed. */
  count(bytesEach: number): number {
    const count = this.integer()
    if (count * bytesEach > this.view.byteLength - this.at) throw new UnreadableGeometry()
    return count
  }
  pair(dimensions: number): Pair {
    const from = this.need(8 * dimensions)
    return [this.view.getFloat64(from, this.little), this.view.getFloat64(from + 8, this.little)]
  }
  list<T>(bytesEach: number, read: () => T): T[] {
    const count = this.count(bytesEach)
    const found: T[] = new Array(count)
    for (let i = 0; i < count; i += 1) found[i] = read()
    return found
  }
}

const MULTI = { 4: 'MultiPoint', 5: 'MultiLineString', 6: 'MultiPolygon' } as const
const MAX_NESTING = 8

function readGeometry(reader: Reader, depth: number): Geometry | null {
  if (depth > MAX_NESTING) throw new UnreadableGeometry()
  reader.little = reader.byte() === 1
  const code = reader.integer()
  // Both ways of writing Z and M: thousands of ISO, high bits of EWKB.
  const kind = (code & 0x0fffffff) % 1000
  const thousands = Math.floor((code & 0x0fffffff) / 1000)
  const hasZ = (code & 0x80000000) !== 0 || thousands === 1 || thousands === 3
  const hasM = (code & 0x40000000) !== 0 || thousands === 2 || thousands === 3
  if ((code & 0x20000000) !== 0) reader.integer()
  const dimensions = 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0)
  const line = () => reader.list(8 * dimensions, () => reader.pair(dimensions))
  if (kind === 1) {
    const point = reader.pair(dimensions)
    // An empty point is written as two NaN.
    return Number.isNaN(point[0]) && Number.isNaN(point[1]) ? null : { type: 'Point', coordinates: point }
  }
  if (kind === 2) return { type: 'LineString', coordinates: line() }
  if (kind === 3) return { type: 'Polygon', coordinates: reader.list(4, line) }
  const parts = () => reader.list(5, () => readGeometry(reader, depth + 1)).filter((part) => part !== null)
  if (kind === 7) return { type: 'GeometryCollection', geometries: parts() }
  const type = MULTI[kind as keyof typeof MULTI]
  // Curves and surfaces of other kinds.
  if (!type) throw new UnreadableGeometry()
  return { type, coordinates: parts().map((part) => 'coordinates' in part && part.coordinates) }
}

/**
 * A geometry of well-known binary (OGC 06-103r4, ISO and extended), Z and M dropped; null for an empty point.
 *
 * @param at where it begins
 * @throws {UnreadableGeometry} when the bytes end before it does, or say more than they hold
 */
export const geometryOfWkb = (bytes: Uint8Array, at = 0): Geometry | null =>
  readGeometry(new Reader(bytes, at), 0)
