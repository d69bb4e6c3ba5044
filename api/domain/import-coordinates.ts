import type { Bounds, Point } from '#contract/geometry'

/** Boxes around what is French, generous by a few kilometres: they tell an error, not a border. */
const FRANCE: readonly Bounds[] = [
  [-5.6, 41.2, 9.8, 51.3],
  [-61.9, 15.7, -60.9, 16.7],
  [-63.3, 17.8, -62.7, 18.2],
  [-61.4, 14.3, -60.7, 15.0],
  [-54.8, 2.0, -51.4, 5.9],
  [55.1, -21.5, 55.9, -20.8],
  [44.9, -13.1, 45.4, -12.5],
  [-56.6, 46.6, -56.0, 47.3],
  [-155.0, -28.2, -134.0, -7.7],
  [-178.4, -14.6, -175.9, -13.0],
  [158.0, -23.3, 172.3, -17.9],
]

export const isInFrance = (longitude: number, latitude: number): boolean =>
  FRANCE.some(([w, s, e, n]) => longitude >= w && longitude <= e && latitude >= s && latitude <= n)

/** Mainland France and Corsica, drawn a dozen kilometres outside the border and the coast. */
const MAINLAND: readonly (readonly (readonly [number, number])[])[] = [
  [
    [2.4, 51.2],
    [3.3, 50.85],
    [4.3, 50.4],
    [5.0, 50.25],
    [6.0, 49.65],
    [6.6, 49.6],
    [7.5, 49.25],
    [8.35, 49.1],
    [7.75, 48.3],
    [7.75, 47.45],
    [7.15, 47.25],
    [6.55, 46.75],
    [6.2, 46.5],
    [6.9, 46.55],
    [7.2, 45.95],
    [7.35, 45.2],
    [7.2, 44.8],
    [7.1, 44.4],
    [7.9, 44.2],
    [7.7, 43.6],
    [6.6, 42.8],
    [3.4, 42.2],
    [1.9, 42.2],
    [0.6, 42.5],
    [-0.8, 42.6],
    [-1.7, 42.9],
    [-2.0, 43.35],
    [-1.6, 44.0],
    [-1.6, 45.5],
    [-2.7, 46.6],
    [-3.6, 47.1],
    [-5.4, 47.9],
    [-5.4, 48.6],
    [-3.3, 49.1],
    [-2.2, 49.9],
    [0.0, 49.9],
    [1.2, 50.4],
    [1.3, 51.0],
  ],
  [
    [8.4, 41.2],
    [9.8, 41.2],
    [9.8, 43.2],
    [8.4, 43.2],
  ],
]

/** Whether a position is on the mainland or in Corsica: sharper than a box, to tell one projection from another. */
export const isOnMainland = (longitude: number, latitude: number): boolean =>
  MAINLAND.some((ring) =>
    ring.reduce((inside, [x, y], i) => {
      const [beforeX, beforeY] = ring[(i || ring.length) - 1]!
      const between = y > latitude !== beforeY > latitude
      return between && longitude < x + ((latitude - y) / (beforeY - y)) * (beforeX - x) ? !inside : inside
    }, false),
  )

export const isSwapped = (longitude: number, latitude: number): boolean =>
  !isInFrance(longitude, latitude) && isInFrance(latitude, longitude)

/** A decimal number with a point or a comma, spaces around or between thousands; null when it is not one. */
export function readDecimal(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string') return null
  const text = value.replace(/\s/g, '').replace(',', '.')
  return text.length <= 40 && /^[+-]?\d+(\.\d*)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : null
}

export type ReadPoint =
  | { point: Point }
  | { absent: true }
  /** Readable, but far from France: better no point than a false one. */
  | { outside: string }
  | { refused: 'coordinates_unreadable' | 'coordinates_out_of_range' | 'null_island' | 'coordinates_swapped' }

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '')

/** Ten centimetres: what the database gives back, so that the same file compares equal. */
const toMicrodegrees = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

/** What a pair of cells says of a place in France, in degrees of WGS 84. */
export function readPoint(longitudeCell: unknown, latitudeCell: unknown): ReadPoint {
  if (isBlank(longitudeCell) && isBlank(latitudeCell)) return { absent: true }
  const longitude = readDecimal(longitudeCell)
  const latitude = readDecimal(latitudeCell)
  if (longitude === null || latitude === null) return { refused: 'coordinates_unreadable' }
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 180) return { refused: 'coordinates_out_of_range' }
  if (Math.abs(longitude) < 0.001 && Math.abs(latitude) < 0.001) return { refused: 'null_island' }
  if (isSwapped(longitude, latitude)) return { refused: 'coordinates_swapped' }
  if (Math.abs(latitude) > 90) return { refused: 'coordinates_out_of_range' }
  if (!isInFrance(longitude, latitude)) return { outside: `${longitude}, ${latitude}` }
  return { point: { type: 'Point', coordinates: [toMicrodegrees(longitude), toMicrodegrees(latitude)] } }
}
