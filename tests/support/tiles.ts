import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'

export type Feature = { properties: Record<string, string | number | boolean>; geometry: GeoJSON.Geometry }

type Fetch = typeof globalThis.fetch

/** The features of one tile, in WGS 84. */
export async function tileFeatures(
  fetch: Fetch,
  layer: string,
  [z, x, y]: [number, number, number],
  query = '',
): Promise<Feature[]> {
  const response = await fetch(`/api/tiles/${layer}/${z}/${x}/${y}.mvt${query}`)
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  const decoded = new VectorTile(new PbfReader(new Uint8Array(await response.arrayBuffer()))).layers[layer]
  return Array.from({ length: decoded?.length ?? 0 }, (_, n) => {
    const feature = decoded!.feature(n)
    return { properties: feature.properties, geometry: feature.toGeoJSON(x, y, z).geometry }
  })
}

/** The tile that holds a point. */
export function tileAt([lng, lat]: [number, number], z: number): [number, number, number] {
  const size = 2 ** z
  const radians = (lat * Math.PI) / 180
  const x = Math.floor(((lng + 180) / 360) * size)
  const y = Math.floor(((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * size)
  return [z, x, y]
}
