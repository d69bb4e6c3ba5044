import type { Area } from '#contract/geometry'

type Position = [number, number]
export type ReadArea =
  /** `closed`: a ring was open; `first`: the first position, to judge where on Earth this is. */
  | { area: Area; closed: boolean; first: Position }
  | { refused: 'geometry_missing' | 'geometry_not_polygon' | 'geometry_unreadable' | 'geometry_degenerate' }
  /** A position that cannot be degrees. */
  | { projected: string }

class Unusable extends Error {
  readonly answer: ReadArea
  constructor(answer: ReadArea) {
    super('unusable geometry')
    this.answer = answer
  }
}

const listOf = (value: unknown): unknown[] => {
  if (!Array.isArray(value)) throw new Unusable({ refused: 'geometry_unreadable' })
  return value
}

function readPosition(value: unknown): Position {
  const [x, y] = listOf(value)
  if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Unusable({ refused: 'geometry_unreadable' })
  const position: Position = [x as number, y as number]
  if (Math.abs(position[0]) > 180 || Math.abs(position[1]) > 90) {
    throw new Unusable({ projected: position.join(', ') })
  }
  return position
}

const isSame = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1]

/** Whether three positions differ: fewer enclose nothing. */
function hasThree(ring: readonly Position[]): boolean {
  const [first] = ring
  const second = first && ring.find((position) => !isSame(position, first))
  return !!second && ring.some((position) => !isSame(position, first) && !isSame(position, second))
}

/**
 * A GeoJSON surface of any origin as an {@link Area}: two dimensions, closed rings, finite degrees. Crossings and
 * holes out of place are left to the database, which can mend them.
 */
export function readArea(geometry: unknown): ReadArea {
  if (typeof geometry !== 'object' || geometry === null) return { refused: 'geometry_missing' }
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown }
  if (type !== 'Polygon' && type !== 'MultiPolygon') return { refused: 'geometry_not_polygon' }
  let closed = false
  const readRing = (value: unknown): Position[] => {
    const ring = listOf(value).map(readPosition)
    const [first, last] = [ring[0], ring.at(-1)]
    if (first && last && (first[0] !== last[0] || first[1] !== last[1])) {
      ring.push([...first])
      closed = true
    }
    if (!hasThree(ring)) throw new Unusable({ refused: 'geometry_degenerate' })
    return ring
  }
  const readPolygon = (value: unknown): Position[][] => {
    const rings = listOf(value).map(readRing)
    if (rings.length === 0) throw new Unusable({ refused: 'geometry_degenerate' })
    return rings
  }
  try {
    const polygons = type === 'Polygon' ? [readPolygon(coordinates)] : listOf(coordinates).map(readPolygon)
    const first = polygons[0]?.[0]?.[0]
    if (!first) return { refused: 'geometry_missing' }
    return { area: { type: 'MultiPolygon', coordinates: polygons }, closed, first }
  } catch (error) {
    if (error instanceof Unusable) return error.answer
    throw error
  }
}
