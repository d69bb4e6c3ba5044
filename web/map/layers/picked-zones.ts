import type { ExpressionSpecification } from 'maplibre-gl'
import type { Palette } from '../palette.ts'
import type { MapPart } from '../style.ts'

/** The layer that answers a press on a zone of the contours. */
export const ZONE_SURFACES = 'zones-surface'

/** Zones of `zoneContours` that can be chosen whole, those that are chosen filled. */
export function pickedZones(zoneIds: readonly string[], palette: Palette): MapPart {
  const isPicked: ExpressionSpecification = ['in', ['get', 'id'], ['literal', [...zoneIds]]]
  return {
    sources: {},
    layers: [
      {
        id: ZONE_SURFACES,
        type: 'fill',
        source: 'zones',
        'source-layer': 'zones',
        // What is wholly transparent is not drawn, and what is not drawn cannot be pressed.
        paint: { 'fill-color': palette.tie, 'fill-opacity': ['case', isPicked, 0.38, 0.01] },
      },
      {
        id: 'zones-picked-line',
        type: 'line',
        source: 'zones',
        'source-layer': 'zones',
        filter: isPicked,
        paint: { 'line-color': palette.tie, 'line-width': 2.5 },
      },
    ],
  }
}
