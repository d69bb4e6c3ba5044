import type { Palette } from '../palette.ts'
import { FONT, type MapPart } from '../style.ts'

/** Contours as thin dashes, which no road is, with their names once there is room. `tiles` is a template with {z}/{x}/{y}. */
export const zoneContours = (tiles: string, palette: Palette): MapPart => ({
  sources: { zones: { type: 'vector', tiles: [tiles], minzoom: 0, maxzoom: 16 } },
  layers: [
    {
      id: 'zones-line',
      type: 'line',
      source: 'zones',
      'source-layer': 'zones',
      paint: {
        'line-color': palette.zone,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.4, 12, 0.9, 15, 1.5],
        'line-dasharray': [4, 2.5],
        'line-opacity': 0.85,
      },
    },
  ],
})

/** Names of {@link zoneContours}, drawn over the roads. */
export const zoneNames = (palette: Palette): MapPart => ({
  sources: {},
  layers: [
    {
      id: 'zones-name',
      type: 'symbol',
      source: 'zones',
      'source-layer': 'zones',
      minzoom: 12.5,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': 11.5,
        'text-max-width': 8,
        'text-padding': 24,
      },
      paint: { 'text-color': palette.zoneLabel, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 },
    },
  ],
})
