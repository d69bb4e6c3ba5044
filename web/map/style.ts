import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl'
import type { Palette } from './palette.ts'

/** One thing drawn: its sources and its layers, from below to above. */
export type MapPart = { sources: Record<string, SourceSpecification>; layers: LayerSpecification[] }

// MapLibre draws labels with the page's own fonts when a style has no `glyphs`; it takes the weight and the
// slope from the words of the first name, which therefore need not be a font.
export const FONT = ['Atkinson Hyperlegible Next']
export const FONT_BOLD = ['Bold', ...FONT]
export const FONT_ITALIC = ['Italic', ...FONT]

/** The whole style: the ground, then each part over the one before. */
export const mapStyle = (palette: Palette, parts: MapPart[]): StyleSpecification => ({
  version: 8,
  sources: Object.assign({}, ...parts.map((part) => part.sources)),
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': palette.land } },
    ...parts.flatMap((part) => part.layers),
  ],
})
