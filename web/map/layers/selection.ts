import type { Family } from '#contract/nomenclature'
import type { Palette } from '../palette.ts'
import type { MapPart } from '../style.ts'
import type { Look } from '../symbols.ts'

/** The places of the selected actor, above everything and at every zoom, each in a ring. */
export const selectedPlaces = (
  points: readonly (readonly [number, number])[],
  family: Family,
  look: Look,
  palette: Palette,
): MapPart => ({
  sources: {
    selection: {
      type: 'geojson',
      data: {
        type: 'FeatureCollection',
        features: points.map((coordinates) => ({
          type: 'Feature',
          properties: { image: `family:${family}:${look}` },
          geometry: { type: 'Point', coordinates: [...coordinates] },
        })),
      },
    },
  },
  layers: [
    {
      id: 'selection-ring',
      type: 'circle',
      source: 'selection',
      paint: {
        'circle-radius': 24,
        'circle-color': palette.surface,
        'circle-opacity': 0.85,
        'circle-stroke-color': palette.ring,
        'circle-stroke-width': 3.5,
      },
    },
    {
      id: 'selection-symbol',
      type: 'symbol',
      source: 'selection',
      layout: {
        'icon-image': ['get', 'image'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ],
})
