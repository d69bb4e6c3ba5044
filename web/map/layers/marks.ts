import type { Palette } from '../palette.ts'
import type { MapPart } from '../style.ts'

export type Mark = { point: readonly [longitude: number, latitude: number]; letter: string }

/** The layer that answers a press on a mark; the letter is its property. */
export const MARKS = 'marks'

/** A few spots to choose among, each with its letter. */
export const letteredMarks = (marks: readonly Mark[], palette: Palette): MapPart => ({
  sources: {
    marks: {
      type: 'geojson',
      data: {
        type: 'FeatureCollection',
        features: marks.map(({ point: [longitude, latitude], letter }) => ({
          type: 'Feature',
          properties: { letter },
          geometry: { type: 'Point', coordinates: [longitude, latitude] },
        })),
      },
    },
  },
  layers: [
    {
      id: MARKS,
      type: 'circle',
      source: 'marks',
      paint: {
        'circle-radius': 14,
        'circle-color': palette.area,
        'circle-stroke-color': palette.surface,
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'marks-letters',
      type: 'symbol',
      source: 'marks',
      layout: {
        'text-field': ['get', 'letter'],
        'text-size': 15,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': palette.surface },
    },
  ],
})
