import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl'
import type { Area } from '#contract/geometry'
import type { Palette } from '../palette.ts'
import type { MapPart } from '../style.ts'

/** An area that somebody speaks of, and how it is drawn: filled, hatched, or only its edge. */
export type ObservedArea = { id: string; area: Area; look: 'filled' | 'hatched' | 'edged' }

/** The layers that answer a press, with the `id` of the observation. */
export const OBSERVED = ['observed-filled', 'observed-hatched', 'observed-edged']

const looks = (look: ObservedArea['look']): FilterSpecification =>
  ['==', ['get', 'look'], look] as unknown as FilterSpecification

/**
 * Areas that were observed, translucent: where several lie over each other one sees that they do. No heat, no count:
 * `several` has an edge of its own. The selected one is ringed.
 */
export function observedAreas(
  areas: readonly ObservedArea[],
  several: Area | null,
  selected: string | undefined,
  palette: Palette,
): MapPart {
  const isSelected: ExpressionSpecification = ['==', ['get', 'id'], selected ?? '']
  return {
    sources: {
      observed: {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: areas.map(({ id, area, look }) => ({
            type: 'Feature',
            properties: { id, look },
            geometry: area,
          })),
        },
      },
      'observed-several': {
        type: 'geojson',
        data: several ?? { type: 'MultiPolygon', coordinates: [] },
      },
    },
    layers: [
      {
        id: 'observed-filled',
        type: 'fill',
        source: 'observed',
        filter: looks('filled'),
        paint: { 'fill-color': palette.tie, 'fill-opacity': 0.22 },
      },
      {
        id: 'observed-hatched',
        type: 'fill',
        source: 'observed',
        filter: looks('hatched'),
        paint: { 'fill-pattern': `hatch:secret:${palette.theme}` },
      },
      {
        // What is wholly transparent is not drawn, and what is not drawn cannot be pressed.
        id: 'observed-edged',
        type: 'fill',
        source: 'observed',
        filter: looks('edged'),
        paint: { 'fill-color': palette.tie, 'fill-opacity': 0.01 },
      },
      {
        id: 'observed-edge',
        type: 'line',
        source: 'observed',
        filter: ['!=', ['get', 'look'], 'edged'],
        paint: { 'line-color': palette.tie, 'line-width': 0.8 },
      },
      {
        id: 'observed-dashes',
        type: 'line',
        source: 'observed',
        filter: looks('edged'),
        paint: { 'line-color': palette.tie, 'line-width': 2, 'line-dasharray': [2, 1.5] },
      },
      {
        id: 'observed-several',
        type: 'line',
        source: 'observed-several',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': palette.tie, 'line-width': 3.5 },
      },
      {
        id: 'observed-selected-gap',
        type: 'line',
        source: 'observed',
        filter: isSelected,
        paint: { 'line-color': palette.surface, 'line-width': 7 },
      },
      {
        id: 'observed-selected',
        type: 'line',
        source: 'observed',
        filter: isSelected,
        paint: { 'line-color': palette.ring, 'line-width': 4 },
      },
    ],
  }
}
