import {
  GeoJSONSource,
  type LayerSpecification,
  type Map as MapInstance,
  type SourceSpecification,
  type StyleSpecification,
  VectorTileSource,
} from 'maplibre-gl'

/** The style that each map was given last. */
const given = new WeakMap<MapInstance, StyleSpecification>()

type Properties = Readonly<Record<string, unknown>>

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

const without = (whole: Properties, ...keys: string[]): Properties =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => !keys.includes(key)))

/** Names of the properties whose values are not the same. */
const differing = (before: Properties = {}, next: Properties = {}): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(next)])].filter(
    (key) => !isSame(before[key], next[key]),
  )

/** Tiles of a new filter replace the old ones without a blank, which MapLibre's own comparison would not do. */
function turnTiles(source: ReturnType<MapInstance['getSource']>, next: SourceSpecification) {
  if (next.type !== 'vector' || !next.tiles || !(source instanceof VectorTileSource)) return
  if (!isSame(source.tiles, next.tiles)) source.setTiles(next.tiles)
}

/** Gives a source its new content; false when more than that is another. Content is compared as the object that it is. */
function fill(map: MapInstance, id: string, before: SourceSpecification, next: SourceSpecification): boolean {
  if (before === next) return true
  if (!isSame(without(before, 'data', 'tiles'), without(next, 'data', 'tiles'))) return false
  if (next.type !== 'geojson' || before.type !== 'geojson') return true
  const source = map.getSource(id)
  if (!(source instanceof GeoJSONSource)) return false
  if (before.data !== next.data) source.setData(next.data)
  return true
}

/** Gives a layer its new looks; false when more than looks and filter are another. */
function dress(map: MapInstance, before: LayerSpecification, next: LayerSpecification): boolean {
  if (before === next) return true
  if (!isSame(without(before, 'paint', 'layout', 'filter'), without(next, 'paint', 'layout', 'filter')))
    return false
  const looks = next as { id: string; paint?: Properties; layout?: Properties; filter?: unknown }
  const old = before as typeof looks
  if (!isSame(old.filter, looks.filter)) map.setFilter(next.id, looks.filter as never)
  for (const key of differing(old.paint, looks.paint))
    map.setPaintProperty(next.id, key as never, looks.paint?.[key] as never)
  for (const key of differing(old.layout, looks.layout))
    map.setLayoutProperty(next.id, key as never, looks.layout?.[key] as never)
  return true
}

const structureOf = ({ sources, layers }: StyleSpecification) =>
  `${Object.keys(sources).sort().join()} ${layers.map(({ id }) => id).join()}`

/**
 * Shows a style, touching only what differs. Where sources and layers are those of the style before, only what is another
 * object is looked at: MapLibre's own comparison reads every feature of every source, which thousands of actors make
 * slow at each selection. Whatever else differs is left to it.
 */
export function applyStyle(map: MapInstance, style: StyleSpecification) {
  const before = given.get(map)
  given.set(map, style)
  for (const [id, next] of Object.entries(style.sources)) turnTiles(map.getSource(id), next)
  const isAlike =
    before !== undefined &&
    structureOf(before) === structureOf(style) &&
    Object.entries(style.sources).every(([id, next]) => fill(map, id, before.sources[id]!, next)) &&
    style.layers.every((next, at) => dress(map, before.layers[at]!, next))
  if (!isAlike) map.setStyle(style, { diff: true })
}
