import type { Palette } from '../palette.ts'
import type { MapPart } from '../style.ts'

/** Where a place is about to be put. */
export const spotMark = ([longitude, latitude]: readonly [number, number], palette: Palette): MapPart => ({
  sources: { spot: { type: 'geojson', data: { type: 'Point', coordinates: [longitude, latitude] } } },
  layers: [
    {
      id: 'spot',
      type: 'circle',
      source: 'spot',
      paint: {
        'circle-radius': 9,
        'circle-color': palette.area,
        'circle-stroke-color': palette.surface,
        'circle-stroke-width': 4,
      },
    },
  ],
})
