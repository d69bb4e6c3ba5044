import { sql } from 'drizzle-orm'
import type { TileLayer } from '#contract/tiles'
import { type Database, rowsOf } from '#db/client'
import { EXTENT, encodeTile, type TileFeature } from './tile.encode.ts'
import { BUFFER, envelope, LAYERS, type TileRequest } from './tile.layers.ts'

/** One tile, encoded by whoever does it faster: the server's `ST_AsMVT`, or this process for the embedded one. */
export const readTile = (database: Database, layer: TileLayer, request: TileRequest): Promise<Uint8Array> =>
  database.kind === 'server'
    ? encodedByServer(database, layer, request)
    : encodedHere(database, layer, request)

/** The statement alone, so that the bench can send the very same one without this server. */
export const serverStatement = (name: TileLayer, request: TileRequest) => {
  const { attributes, rows } = LAYERS[name]
  const columns = sql.join(
    attributes(request).map((attribute) => sql.identifier(attribute)),
    sql`, `,
  )
  return sql`SELECT ST_AsMVT(t.*, ${name}::text, ${EXTENT}::int, 'geom') AS tile FROM (
    SELECT ST_AsMVTGeom(r.geom, ${envelope(request)}, ${EXTENT}::int, ${BUFFER}::int, true) AS geom, ${columns}
    FROM (${rows(request)}) r) t WHERE t.geom IS NOT NULL`
}

async function encodedByServer(
  database: Database,
  layer: TileLayer,
  request: TileRequest,
): Promise<Uint8Array> {
  const [row] = await rowsOf<{ tile: Buffer }>(database, serverStatement(layer, request))
  return row!.tile
}

async function encodedHere(database: Database, name: TileLayer, request: TileRequest): Promise<Uint8Array> {
  const { geometry, attributes, rows } = LAYERS[name]
  const names = attributes(request)
  const columns = sql.join(
    names.map((attribute) => sql`r.${sql.identifier(attribute)}`),
    sql`, `,
  )
  const box = envelope(request)
  const scaled = sql`ST_SnapToGrid(ST_TransScale(
    ${geometry === 'point' ? sql`r.geom` : sql`ST_ClipByBox2D(r.geom, ST_Expand(b.box, (ST_XMax(b.box) - ST_XMin(b.box)) * ${BUFFER / EXTENT}::float8))`},
    -ST_XMin(b.box), -ST_YMax(b.box), ${EXTENT}::float8 / (ST_XMax(b.box) - ST_XMin(b.box)), -${EXTENT}::float8 / (ST_XMax(b.box) - ST_XMin(b.box))), 1)`
  const found = await rowsOf<Record<string, string | number> & { shape: string | null }>(
    database,
    sql`SELECT ${columns}, ST_AsGeoJSON(${scaled}, 0) AS shape FROM (${rows(request)}) r, (SELECT ${box} AS box) b`,
  )
  const features: TileFeature[] = []
  for (const row of found) {
    const shape = row.shape && JSON.parse(row.shape)
    if (!shape?.coordinates?.length) continue
    const tags = Object.fromEntries(names.map((attribute) => [attribute, row[attribute]!]))
    features.push({ geometry: shape, tags })
  }
  return encodeTile(name, features)
}
