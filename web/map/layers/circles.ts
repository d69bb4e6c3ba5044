import type { Palette } from '../palette.ts'
import { CIRCLE } from '../shades.ts'
import type { MapPart } from '../style.ts'

/** A count at the middle of its zone. */
export type CountCircle = { id: string; at: readonly [longitude: number, latitude: number]; value: number }

/** Radius in pixels of the greatest value; the area of a circle is what its value is. */
export const GREATEST_RADIUS = 26
const LEAST_RADIUS = 1.5

export const radiusOf = (value: number, greatest: number): number =>
  greatest > 0 ? Math.max(LEAST_RADIUS, GREATEST_RADIUS * Math.sqrt(Math.max(value, 0) / greatest)) : 0

/** Circles whose area is proportional to their value, the small ones over the large ones. */
export function countCircles(circles: readonly CountCircle[], palette: Palette): MapPart {
  const greatest = Math.max(0, ...circles.map(({ value }) => value))
  return {
    sources: {
      circles: {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: circles.map(({ id, at, value }) => ({
            type: 'Feature',
            properties: { id, radius: radiusOf(value, greatest) },
            geometry: { type: 'Point', coordinates: [...at] },
          })),
        },
      },
    },
    layers: [
      {
        id: 'count-circles',
        type: 'circle',
        source: 'circles',
        layout: { 'circle-sort-key': ['-', 0, ['get', 'radius']] },
        paint: {
          'circle-radius': ['get', 'radius'],
          'circle-color': CIRCLE[palette.theme as 'light' | 'dark'],
          'circle-opacity': 0.72,
          'circle-stroke-color': palette.surface,
          'circle-stroke-width': 1.2,
        },
      },
    ],
  }
}
