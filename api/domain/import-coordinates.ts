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

const isInFrance = (longitude: number, latitude: number): boolean =>
  FRANCE.some(([w, s, e, n]) => longitude >= w && longitude <= e && latitude >= s && latitude <= n)

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
