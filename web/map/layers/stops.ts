import type { Palette } from '../palette.ts'
import { FONT, type MapPart } from '../style.ts'

export type StopPlace = { point: readonly [longitude: number, latitude: number]; label: string }

/** Where actions of outreach stop: a small ringed dot, which no actor is, with its name once there is room. */
export const outreachStops = (stops: readonly StopPlace[], palette: Palette): MapPart => ({
  sources: {
    stops: {
      type: 'geojson',
      data: {
        type: 'FeatureCollection',
        features: stops.map(({ point: [longitude, latitude], label }) => ({
          type: 'Feature',
          properties: { label },
          geometry: { type: 'Point', coordinates: [longitude, latitude] },
        })),
      },
    },
  },
  layers: [
    {
      id: 'stops-ring',
      type: 'circle',
      source: 'stops',
      paint: {
        'circle-radius': 9,
        'circle-color': palette.surface,
        'circle-stroke-color': palette.area,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'stops-dot',
      type: 'circle',
      source: 'stops',
      paint: { 'circle-radius': 4, 'circle-color': palette.area },
    },
    {
      id: 'stops-name',
      type: 'symbol',
      source: 'stops',
      minzoom: 13,
      layout: {
        'text-field': ['get', 'label'],
        'text-font': FONT,
        'text-size': 12,
        'text-anchor': 'top',
        'text-offset': [0, 1],
        'text-optional': true,
      },
      paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
    },
  ],
})
