import type { Bounds } from '#contract/geometry'

/** Where the map looks: longitude and latitude in degrees, and the zoom of 512-pixel tiles. */
export type Viewport = readonly [longitude: number, latitude: number, zoom: number]

const round = (value: number, digits: number) => Number(value.toFixed(digits))

/** A viewport as short as an address needs: about a metre, a hundredth of a zoom. */
export const toViewport = (longitude: number, latitude: number, zoom: number): [number, number, number] => [
  round(longitude, 5),
  round(latitude, 5),
  round(zoom, 2),
]

/** Bounds cut to what the wire accepts, with five decimals. */
export const toBounds = (west: number, south: number, east: number, north: number): Bounds => [
  Math.max(-180, round(west, 5)),
  Math.max(-90, round(south, 5)),
  Math.min(180, round(east, 5)),
  Math.min(90, round(north, 5)),
]

/** Whether a position, longitude first, lies within bounds. */
export const isWithin = (
  [longitude = 0, latitude = 0]: readonly number[],
  [west, south, east, north]: Bounds,
) => longitude >= west && longitude <= east && latitude >= south && latitude <= north

/** Whether two viewports show the same thing, up to what {@link toViewport} rounds away. */
export const isSameView = (one: Viewport | undefined, other: Viewport | undefined) =>
  one === other ||
  (one !== undefined && other !== undefined && toViewport(...one).join() === toViewport(...other).join())

/** Metropolitan France: where an empty map opens. */
export const FRANCE: Bounds = [-5.2, 41.3, 9.6, 51.2]

/** What holds all positions, in degrees; null without any. */
export function boundsOf(positions: readonly (readonly [number, number])[]): Bounds | null {
  if (positions.length === 0) return null
  const [longitudes, latitudes] = [positions.map(([x]) => x), positions.map(([, y]) => y)]
  return toBounds(
    Math.min(...longitudes),
    Math.min(...latitudes),
    Math.max(...longitudes),
    Math.max(...latitudes),
  )
}
