import type { ExpressionSpecification } from 'maplibre-gl'
import type { Palette } from '../palette.ts'
import type { MapPart } from '../style.ts'

/** A bound belongs to the class below it, and `step` would give it to the one above. */
const justAbove = (bound: number): number => bound + Math.max(Math.abs(bound), 1) * 1e-7

const hasStatus = (status: string): ExpressionSpecification => ['==', ['get', 's'], status]

/** Squares in the colours of their classes: `step` by the bounds; imputed ones hatched over, withheld ones hatched alone. */
export const gridSquares = (
  tiles: string,
  breaks: readonly number[],
  colours: readonly string[],
  palette: Palette,
): MapPart => ({
  sources: { squares: { type: 'vector', tiles: [tiles], minzoom: 0, maxzoom: 14 } },
  layers: [
    {
      id: 'squares-fill',
      type: 'fill',
      source: 'squares',
      'source-layer': 'grid',
      filter: ['has', 'v'],
      paint: {
        'fill-color':
          breaks.length > 0
            ? ([
                'step',
                ['get', 'v'],
                colours[0]!,
                ...breaks.flatMap((bound, index) => [justAbove(bound), colours[index + 1]!]),
              ] as unknown as ExpressionSpecification)
            : colours[0]!,
        'fill-opacity': 0.85,
        'fill-outline-color': palette.surface,
      },
    },
    {
      id: 'squares-imputed',
      type: 'fill',
      source: 'squares',
      'source-layer': 'grid',
      filter: ['all', hasStatus('i'), ['has', 'v']],
      minzoom: 10,
      paint: { 'fill-pattern': `hatch:imputed:${palette.theme}` },
    },
    {
      id: 'squares-withheld',
      type: 'fill',
      source: 'squares',
      'source-layer': 'grid',
      filter: hasStatus('h'),
      paint: { 'fill-pattern': `hatch:withheld:${palette.theme}` },
    },
  ],
})
