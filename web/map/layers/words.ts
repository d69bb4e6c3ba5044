import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { HatchName } from '../hatches.ts'
import type { Palette } from '../palette.ts'
import type { MapPart } from '../style.ts'

/** What a zone is painted with: a class (index of its colour), a hatch, or a hatch over the colour of a class. */
export type ZonePaint = { class?: number; hatch?: HatchName }
export type Paint = Readonly<Record<string, ZonePaint>>

/** The layer that answers a press, with the `id` of the zone. */
export const ZONE_FILL = 'zones-fill'
const NOTHING = 'rgba(0, 0, 0, 0)'

/** Ids by what `of` says of them; those of which it says nothing are left out. */
function gather<Key>(paint: Paint, of: (zone: ZonePaint) => Key | undefined): Map<Key, string[]> {
  const found = new Map<Key, string[]>()
  for (const [id, zone] of Object.entries(paint)) {
    const key = of(zone)
    if (key === undefined) continue
    const ids = found.get(key)
    if (ids) ids.push(id)
    else found.set(key, [id])
  }
  return found
}

/** The colour of each zone, by its id: one `match` with a list of ids for each class. */
export function fillColour(paint: Paint, colours: readonly string[]): ExpressionSpecification | string {
  const classes = [...gather(paint, (zone) => zone.class)].filter(([index]) => colours[index])
  if (classes.length === 0) return NOTHING
  const branches = classes.flatMap(([index, ids]) => [ids, colours[index]!])
  return ['match', ['get', 'id'], ...branches, NOTHING] as unknown as ExpressionSpecification
}

/**
 * Zones in the colours of their classes and under their hatches. Another figure changes expressions alone: the tiles
 * stay where they are.
 */
export const paintedZones = (
  tiles: string,
  paint: Paint,
  colours: readonly string[],
  palette: Palette,
): MapPart => ({
  sources: { zones: { type: 'vector', tiles: [tiles], minzoom: 0, maxzoom: 16 } },
  layers: [
    {
      id: ZONE_FILL,
      type: 'fill',
      source: 'zones',
      'source-layer': 'zones',
      paint: { 'fill-color': fillColour(paint, colours), 'fill-opacity': 0.88, 'fill-antialias': false },
    },
    ...[...gather(paint, (zone) => zone.hatch)].map(
      ([hatch, ids]): LayerSpecification => ({
        id: `zones-hatch-${hatch}`,
        type: 'fill',
        source: 'zones',
        'source-layer': 'zones',
        filter: ['in', ['get', 'id'], ['literal', ids]],
        paint: { 'fill-pattern': `hatch:${hatch}:${palette.theme}` },
      }),
    ),
    {
      id: 'zones-edge',
      type: 'line',
      source: 'zones',
      'source-layer': 'zones',
      paint: {
        'line-color': palette.surface,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.3, 12, 0.9, 15, 1.6],
        'line-opacity': 0.9,
      },
    },
  ],
})

/** The edges of the selected zones, over everything that {@link paintedZones} draws. */
export const selectedZones = (zoneIds: readonly string[], palette: Palette): MapPart => ({
  sources: {},
  layers: [
    ['zones-selected-halo', palette.surface, 6] as const,
    ['zones-selected', palette.ink, 2.5] as const,
  ].map(([id, colour, width]) => ({
    id,
    type: 'line',
    source: 'zones',
    'source-layer': 'zones',
    filter: ['in', ['get', 'id'], ['literal', [...zoneIds]]],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': width },
  })),
})
