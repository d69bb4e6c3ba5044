import type { ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { TILE_MAX_ZOOM } from '#contract/tiles'
import type { Palette } from '../palette.ts'
import { FONT, FONT_BOLD, type MapPart } from '../style.ts'

/** What a click may find. */
export const CELLS = 'cells'
const PLACES = 'places'
const NAMED_PLACES = 'places-named'
export const ACTOR_LAYERS = [CELLS, PLACES, NAMED_PLACES]

const concat = (...parts: unknown[]) => ['concat', ...parts] as unknown as ExpressionSpecification

// `s` stale and `u` unverified look different from each other and from the two states that need no sign.
const NAMES_FROM = 14
// A cell of one place is that place: its symbol says more than « 1 ».
const isAlone: ExpressionSpecification = ['==', ['get', 'n'], 1]
const look = ['match', ['get', 'state'], 's', 'stale', 'u', 'unverified', 'known']

const place = {
  type: 'symbol',
  source: 'actors',
  'source-layer': 'actors',
  filter: ['has', 'family'],
} satisfies Omit<SymbolLayerSpecification, 'id'>
const symbol: SymbolLayerSpecification['layout'] = {
  'icon-image': concat('family:', ['get', 'family'], ':', look),
  'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.62, 13, 0.8, 15, 1],
  'icon-allow-overlap': true,
  'icon-padding': 0,
}

/**
 * Below z11 cells with how many and of which families, from there the places. `tiles` carries the filter; `hidden` cells
 * leave their place to others.
 */
export const actorPlaces = (
  tiles: string,
  palette: Palette,
  cells: 'shown' | 'hidden' = 'shown',
): MapPart => ({
  sources: { actors: { type: 'vector', tiles: [tiles], minzoom: 0, maxzoom: TILE_MAX_ZOOM } },
  layers: [
    {
      id: CELLS,
      type: 'symbol',
      source: 'actors',
      'source-layer': 'actors',
      filter: ['has', 'n'],
      layout: {
        visibility: cells === 'shown' ? 'visible' : 'none',
        'icon-image': [
          'case',
          isAlone,
          concat('family:', ['slice', ['get', 'families'], 0, 1], ':known'),
          concat(`cell:${palette.theme}:`, ['get', 'families']),
        ],
        'icon-size': ['interpolate', ['linear'], ['ln', ['get', 'n']], 0, 0.66, 2.3, 0.76, 7, 1.04],
        'icon-allow-overlap': true,
        'symbol-sort-key': ['get', 'n'],
        'text-field': ['case', isAlone, '', ['number-format', ['get', 'n'], {}]],
        'text-font': FONT_BOLD,
        'text-size': ['interpolate', ['linear'], ['ln', ['get', 'n']], 0, 12, 7, 14],
        'text-allow-overlap': true,
      },
      paint: { 'text-color': palette.ink },
    },
    {
      ...place,
      id: PLACES,
      maxzoom: NAMES_FROM,
      // Far away the symbols are many: they lie over the names of towns and must not take these away.
      layout: { ...symbol, 'icon-ignore-placement': true },
    },
    {
      ...place,
      id: NAMED_PLACES,
      minzoom: NAMES_FROM,
      layout: {
        ...symbol,
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': 12.5,
        'text-max-width': 9,
        'text-variable-anchor': ['top', 'right', 'left', 'bottom'],
        'text-radial-offset': 1.35,
        'text-optional': true,
        'text-justify': 'auto',
      },
      paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
    },
  ],
})
