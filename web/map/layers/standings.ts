import type { DataDrivenPropertyValueSpecification, ExpressionSpecification } from 'maplibre-gl'
import type { Family } from '#contract/nomenclature'
import { PLACE_MIN_ZOOM } from '#contract/tiles'
import { MARKS, STANDINGS, type Standing } from '#web/ui/quadrants.ts'
import type { Palette, Theme } from '../palette.ts'
import { FONT_BOLD, type MapPart } from '../style.ts'

/** A place of an actor, and where that actor stands. */
export type StandingPlace = {
  id: string
  name: string
  family: Family
  point: readonly [longitude: number, latitude: number]
  standing: Standing
}

/** Places drawn together, far away, and alone: what a press may find. */
export const STANDING_CELLS = 'standings-cell'
const ALONE = 'standings-alone'
export const STANDING_LAYERS = [STANDING_CELLS, ALONE]

const SOURCE = 'standings'
// Pixels: two symbols nearer than this lie on each other.
const CLUSTER_RADIUS = 44
const CLUSTER_MAX_ZOOM = PLACE_MIN_ZOOM - 1

const isCell: ExpressionSpecification = ['has', 'point_count']
const isJudged: ExpressionSpecification = [
  'all',
  ['has', 'standing'],
  ['!=', ['get', 'standing'], 'unjudged'],
]
// The growth of the symbols of places, whose corner the mark keeps to.
const SIZE: DataDrivenPropertyValueSpecification<number> = [
  'interpolate',
  ['linear'],
  ['zoom'],
  11,
  0.62,
  13,
  0.8,
  15,
  1,
]

const expression = <T>(parts: unknown[]) => parts as unknown as DataDrivenPropertyValueSpecification<T>

const colourOf = (theme: Theme) =>
  expression<string>([
    'match',
    ['get', 'standing'],
    ...STANDINGS.flatMap((standing) => [standing, MARKS[standing].colour[theme]]),
    'transparent',
  ])

/** `standings:light:3-0-2-1-0-9`: how many of each standing, in their order. */
const cellImage = (theme: string) =>
  expression<string>([
    'concat',
    `standings:${theme}:`,
    ...STANDINGS.flatMap((standing, index) => [...(index ? ['-'] : []), ['get', standing]]),
  ])

const countOf = (standing: Standing) => ['+', ['case', ['==', ['get', 'standing'], standing], 1, 0]]

/**
 * Under the symbols of places, a halo in the colour of where the actor stands; far away, where places are drawn together,
 * rings of the standings instead of those of the families. {@link standingMarks} say it by shapes.
 */
export const standingHalos = (places: readonly StandingPlace[], palette: Palette): MapPart => ({
  sources: {
    [SOURCE]: {
      type: 'geojson',
      cluster: true,
      clusterRadius: CLUSTER_RADIUS,
      clusterMaxZoom: CLUSTER_MAX_ZOOM,
      clusterProperties: Object.fromEntries(STANDINGS.map((standing) => [standing, countOf(standing)])),
      data: {
        type: 'FeatureCollection',
        features: places.map(({ point: [longitude, latitude], ...properties }) => ({
          type: 'Feature',
          properties,
          geometry: { type: 'Point', coordinates: [longitude, latitude] },
        })),
      },
    },
  },
  layers: [
    {
      id: 'standings-halo',
      type: 'circle',
      source: SOURCE,
      filter: isJudged,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 12, 13, 16, 15, 21],
        'circle-color': colourOf(palette.theme as Theme),
        'circle-opacity': ['interpolate', ['linear'], ['zoom'], 12, 0, 14, 0.28],
        'circle-stroke-color': colourOf(palette.theme as Theme),
        'circle-stroke-width': 2,
        'circle-stroke-opacity': 0.85,
      },
    },
  ],
})

/** Over the symbols, at their corner, the mark of where the actor stands; and what stands for places far away. */
export const standingMarks = (palette: Palette): MapPart => ({
  sources: {},
  layers: [
    {
      id: ALONE,
      type: 'symbol',
      source: SOURCE,
      maxzoom: PLACE_MIN_ZOOM,
      filter: ['has', 'standing'],
      layout: {
        'icon-image': ['concat', 'family:', ['get', 'family'], ':known'],
        'icon-size': SIZE,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'standings-mark',
      type: 'symbol',
      source: SOURCE,
      filter: isJudged,
      layout: {
        'icon-image': ['concat', 'mark:', ['get', 'standing'], `:${palette.theme}`],
        'icon-size': SIZE,
        'icon-offset': [16, -15],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'icon-padding': 0,
      },
    },
    {
      id: STANDING_CELLS,
      type: 'symbol',
      source: SOURCE,
      filter: isCell,
      layout: {
        'icon-image': cellImage(palette.theme),
        'icon-size': ['interpolate', ['linear'], ['ln', ['get', 'point_count']], 0, 0.66, 2.3, 0.76, 7, 1.04],
        'icon-allow-overlap': true,
        'symbol-sort-key': ['get', 'point_count'],
        'text-field': ['number-format', ['get', 'point_count'], {}],
        'text-font': FONT_BOLD,
        'text-size': ['interpolate', ['linear'], ['ln', ['get', 'point_count']], 0, 12, 7, 14],
        'text-allow-overlap': true,
      },
      paint: { 'text-color': palette.ink },
    },
  ],
})
