import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { Palette } from '../palette.ts'
import { FONT, FONT_BOLD, FONT_ITALIC, type MapPart } from '../style.ts'

const SOURCE = 'backdrop'
const is = (...classes: string[]): FilterSpecification =>
  ['in', ['get', 'class'], ['literal', classes]] as unknown as FilterSpecification

/** Widths in pixels that grow with the zoom as roads do. */
const width = (at12: number, at16: number): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.6],
  ['zoom'],
  12,
  at12,
  16,
  at16,
]

const fill = (name: string, color: string): LayerSpecification => ({
  id: `backdrop-${name}`,
  type: 'fill',
  source: SOURCE,
  filter: ['all', is(name), ['==', ['geometry-type'], 'Polygon']] as unknown as FilterSpecification,
  paint: { 'fill-color': color },
})

const line = (
  id: string,
  name: string,
  color: string,
  thickness: ExpressionSpecification,
  more: { minzoom?: number; dash?: number[] } = {},
): LayerSpecification => ({
  id: `backdrop-${id}`,
  type: 'line',
  source: SOURCE,
  filter: ['all', is(name), ['==', ['geometry-type'], 'LineString']] as unknown as FilterSpecification,
  ...(more.minzoom !== undefined && { minzoom: more.minzoom }),
  layout: { 'line-cap': more.dash ? 'butt' : 'round', 'line-join': 'round' },
  paint: { 'line-color': color, 'line-width': thickness, ...(more.dash && { 'line-dasharray': more.dash }) },
})

/** The plan of a town, from the ground up; labels come apart, so that zones pass between them. */
export const backdropGround = (url: string, palette: Palette): MapPart => ({
  sources: { [SOURCE]: { type: 'geojson', data: url, tolerance: 0.2 } },
  layers: [
    fill('land', palette.land),
    fill('built', palette.built),
    fill('park', palette.park),
    fill('water', palette.water),
    fill('river', palette.water),
    line('river-line', 'river', palette.water, width(4, 40)),
    line('minor-casing', 'road_minor', palette.roadCasing, width(0.8, 10), { minzoom: 13 }),
    line('major-casing', 'road_major', palette.roadCasing, width(3, 18)),
    line('minor', 'road_minor', palette.roadMinor, width(0.5, 8), { minzoom: 12 }),
    line('major', 'road_major', palette.roadMajor, width(2, 15)),
    line('rail', 'rail', palette.rail, width(1, 3)),
    line('rail-ties', 'rail', palette.land, width(0.5, 1.6), { minzoom: 13, dash: [4, 4] }),
  ],
})

type Label = {
  name: string
  size: [number, number]
  color: keyof Palette
  font: string[]
  minzoom: number
  maxzoom?: number
  along?: boolean
  spaced?: boolean
}
const LABELS: Label[] = [
  { name: 'label_street', size: [10, 13], color: 'labelStreet', font: FONT, minzoom: 14, along: true },
  { name: 'label_park', size: [11, 13], color: 'labelPark', font: FONT_ITALIC, minzoom: 13 },
  { name: 'label_water', size: [12, 16], color: 'labelWater', font: FONT_ITALIC, minzoom: 11, along: true },
  { name: 'label_quarter', size: [12, 15], color: 'labelQuiet', font: FONT, minzoom: 12, spaced: true },
  { name: 'label_town', size: [15, 20], color: 'label', font: FONT_BOLD, minzoom: 8, maxzoom: 15 },
]

const label =
  (palette: Palette) =>
  (row: Label): LayerSpecification[] => {
    const text = (id: string, geometry: string, placement: 'point' | 'line'): LayerSpecification => ({
      id,
      type: 'symbol',
      source: SOURCE,
      filter: ['all', is(row.name), ['==', ['geometry-type'], geometry]] as unknown as FilterSpecification,
      minzoom: row.minzoom,
      ...(row.maxzoom && { maxzoom: row.maxzoom }),
      layout: {
        'symbol-placement': placement,
        'text-field': ['get', 'name'],
        'text-font': row.font,
        'text-size': ['interpolate', ['linear'], ['zoom'], 11, row.size[0], 16, row.size[1]],
        'text-max-width': 8,
        'text-letter-spacing': row.spaced ? 0.08 : 0.01,
        'text-padding': 8,
      },
      paint: {
        'text-color': palette[row.color],
        'text-halo-color': palette.halo,
        'text-halo-width': 1.4,
      },
    })
    const atPoints = text(`backdrop-${row.name}`, 'Point', 'point')
    return row.along ? [atPoints, text(`backdrop-${row.name}-along`, 'LineString', 'line')] : [atPoints]
  }

/** Names of the backdrop; {@link backdropGround} brings their source. */
export const backdropLabels = (palette: Palette): MapPart => ({
  sources: {},
  layers: LABELS.flatMap(label(palette)),
})
