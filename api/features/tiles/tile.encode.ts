import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { MultiPolygon, Point, Polygon, Position } from 'geojson'

export const EXTENT = 4096

/** `geometry` is already in tile space: integers from 0 to {@link EXTENT}, y down. */
export type TileFeature = { geometry: Point | Polygon | MultiPolygon; tags: Record<string, string | number> }

/** Encodes one layer as a vector tile. For the embedded database, whose PostGIS has no `ST_AsMVT`. */
export function encodeTile(layer: string, features: readonly TileFeature[]): Uint8Array {
  if (!features.length) return new Uint8Array()
  return fromGeojsonVt({ [layer]: { features: features.map(toVt) } as never }, { version: 2, extent: EXTENT })
}

function toVt({ geometry, tags }: TileFeature) {
  switch (geometry.type) {
    case 'Point':
      return { type: 1, geometry: [geometry.coordinates], tags }
    case 'Polygon':
      return { type: 3, geometry: geometry.coordinates, tags }
    case 'MultiPolygon':
      return { type: 3, geometry: geometry.coordinates.flat() as Position[][], tags }
  }
}
