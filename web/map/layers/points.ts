import type { Palette } from '../palette.ts'
import { FONT_ITALIC, type MapPart } from '../style.ts'
import { TOWNS } from '../towns.ts'

/** A thing that a list shows too, where it lies. `id` is what a press gives back. */
export type ListedPoint = { id: string; at: readonly [longitude: number, latitude: number]; isOn?: boolean }

export const POINTS = 'points'

/** What a list shows, as dots that do not hide each other. */
export const listedPoints = (points: readonly ListedPoint[], palette: Palette): MapPart => ({
  sources: {
    points: {
      type: 'geojson',
      data: {
        type: 'FeatureCollection',
        features: points.map(({ id, at, isOn = false }) => ({
          type: 'Feature',
          properties: { id, on: isOn },
          geometry: { type: 'Point', coordinates: [...at] },
        })),
      },
    },
  },
  layers: [
    {
      id: POINTS,
      type: 'circle',
      source: 'points',
      paint: {
        'circle-radius': ['case', ['get', 'on'], 11, 6.5],
        'circle-color': ['case', ['get', 'on'], palette.ring, palette.area],
        'circle-opacity': 0.9,
        'circle-stroke-color': palette.surface,
        'circle-stroke-width': ['case', ['get', 'on'], 3, 1.5],
      },
    },
  ],
})

/** Names of towns that people know: where one is when there is no other ground. */
export const townNames = (palette: Palette): MapPart => ({
  sources: {
    towns: {
      type: 'geojson',
      data: {
        type: 'FeatureCollection',
        features: TOWNS.map(([name, longitude, latitude], rank) => ({
          type: 'Feature',
          properties: { name, rank },
          geometry: { type: 'Point', coordinates: [longitude, latitude] },
        })),
      },
    },
  },
  layers: [
    {
      id: 'towns',
      type: 'symbol',
      source: 'towns',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT_ITALIC,
        'text-size': 13,
        'symbol-sort-key': ['get', 'rank'],
        'text-padding': 6,
      },
      paint: {
        'text-color': palette.labelQuiet,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.6,
      },
    },
  ],
})
