import { type HexKey, ringOf } from '../hexagons.ts'
import type { Palette } from '../palette.ts'
import type { MapPart } from '../style.ts'

const surfaces = (hexagons: readonly HexKey[]) => ({
  type: 'geojson' as const,
  data: {
    type: 'MultiPolygon' as const,
    coordinates: hexagons.map((hexagon) => [ringOf(hexagon)]),
  },
})

/** The cells of the grid, as faint lines: where a finger can paint. */
export const hexagonGrid = (hexagons: readonly HexKey[], palette: Palette): MapPart => ({
  sources: { 'hexagon-grid': surfaces(hexagons) },
  layers: [
    {
      id: 'hexagon-grid',
      type: 'line',
      source: 'hexagon-grid',
      paint: { 'line-color': palette.tie, 'line-opacity': 0.22, 'line-width': 0.75 },
    },
  ],
})

/** What has been painted, and where the keyboard is. */
export const paintedHexagons = (
  hexagons: readonly HexKey[],
  cursor: HexKey | null,
  palette: Palette,
): MapPart => ({
  sources: {
    hexagons: surfaces(hexagons),
    'hexagon-cursor': surfaces(cursor ? [cursor] : []),
  },
  layers: [
    {
      id: 'hexagons-fill',
      type: 'fill',
      source: 'hexagons',
      paint: { 'fill-color': palette.tie, 'fill-opacity': 0.38 },
    },
    {
      id: 'hexagons-line',
      type: 'line',
      source: 'hexagons',
      paint: { 'line-color': palette.tie, 'line-width': 1.5 },
    },
    {
      id: 'hexagon-cursor-gap',
      type: 'line',
      source: 'hexagon-cursor',
      paint: { 'line-color': palette.surface, 'line-width': 7 },
    },
    {
      id: 'hexagon-cursor',
      type: 'line',
      source: 'hexagon-cursor',
      paint: { 'line-color': palette.ink, 'line-width': 3 },
    },
  ],
})
