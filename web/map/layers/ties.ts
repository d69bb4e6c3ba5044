import type { FilterSpecification, LineLayerSpecification } from 'maplibre-gl'
import type { Palette } from '../palette.ts'
import { FONT_BOLD, type MapPart } from '../style.ts'

type Position = readonly [longitude: number, latitude: number]
/** How a tie is drawn: known, known without a written agreement, asked and not known, confirmed absent. */
export type TieLook = 'known' | 'informal' | 'unknown' | 'absent'
export type TieLine = { from: Position; to: Position; look: TieLook }

const SOURCE = 'ties'
const is = (look: TieLook): FilterSpecification => ['==', ['get', 'look'], look]

/** Dashes in widths of the line; the sign stands in the middle, for those who see no dashes. */
const LOOKS: Record<TieLook, { width: number; dash?: [number, number]; sign?: string }> = {
  known: { width: 2.6 },
  informal: { width: 2.2, dash: [3, 2] },
  unknown: { width: 2, dash: [0.6, 2.2], sign: '?' },
  absent: { width: 1.4, dash: [1, 4], sign: '×' },
}

/** Ties between the places of actors, state by state: never by colour alone. */
export function tieLines(lines: readonly TieLine[], palette: Palette): MapPart {
  const looks = Object.entries(LOOKS) as [TieLook, (typeof LOOKS)[TieLook]][]
  return {
    sources: {
      [SOURCE]: {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: lines.map(({ from, to, look }) => ({
            type: 'Feature',
            properties: { look },
            geometry: { type: 'LineString', coordinates: [[...from], [...to]] },
          })),
        },
      },
    },
    layers: [
      ...looks.map(
        ([look, { width, dash }]): LineLayerSpecification => ({
          id: `ties-${look}`,
          type: 'line',
          source: SOURCE,
          filter: is(look),
          layout: { 'line-cap': look === 'unknown' ? 'round' : 'butt' },
          paint: {
            'line-color': look === 'absent' ? palette.labelQuiet : palette.tie,
            // Far away many lines lie over each other.
            'line-width': ['interpolate', ['linear'], ['zoom'], 10, width * 0.5, 13, width],
            'line-opacity': ['interpolate', ['linear'], ['zoom'], 10, 0.55, 13, 0.9],
            ...(dash && { 'line-dasharray': dash }),
          },
        }),
      ),
      {
        id: 'ties-sign',
        type: 'symbol',
        source: SOURCE,
        filter: ['in', ['get', 'look'], ['literal', ['unknown', 'absent']]],
        layout: {
          'symbol-placement': 'line-center',
          'text-field': ['match', ['get', 'look'], 'absent', LOOKS.absent.sign!, LOOKS.unknown.sign!],
          'text-font': FONT_BOLD,
          'text-size': 16,
          'text-rotation-alignment': 'viewport',
          'text-allow-overlap': true,
          'text-ignore-placement': true,
        },
        paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
      },
    ],
  }
}
