import type { Palette } from '../palette.ts'
import type { MapPart } from '../style.ts'

type Position = readonly [longitude: number, latitude: number]

/** Places that a sentence or a way of introduction names, each in a ring; `way` goes from one to the next. */
export const standOuts = (
  places: readonly Position[],
  way: readonly Position[],
  palette: Palette,
): MapPart => ({
  sources: {
    standouts: {
      type: 'geojson',
      data: {
        type: 'FeatureCollection',
        features: [
          ...places.map((place) => ({
            type: 'Feature' as const,
            properties: {},
            geometry: { type: 'Point' as const, coordinates: [...place] },
          })),
          ...(way.length > 1
            ? [
                {
                  type: 'Feature' as const,
                  properties: {},
                  geometry: { type: 'LineString' as const, coordinates: way.map((place) => [...place]) },
                },
              ]
            : []),
        ],
      },
    },
  },
  layers: [
    {
      id: 'standouts-casing',
      type: 'line',
      source: 'standouts',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.surface, 'line-width': 9, 'line-opacity': 0.9 },
    },
    {
      id: 'standouts-way',
      type: 'line',
      source: 'standouts',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.ring, 'line-width': 5 },
    },
    {
      id: 'standouts-ring',
      type: 'circle',
      source: 'standouts',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 20,
        'circle-color': palette.surface,
        'circle-opacity': 0.8,
        'circle-stroke-color': palette.ring,
        'circle-stroke-width': 3.5,
      },
    },
  ],
})
