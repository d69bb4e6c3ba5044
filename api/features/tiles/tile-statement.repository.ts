import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { EXTENT, encodeTile, type TileFeature } from './tile.encode.ts'

/** Tile-space units kept around the edge, of 4,096: symbols on a border are drawn whole. */
const BUFFER = 64

/** A tile in Web Mercator; its zoom is part of the statement. */
export const tileBox = (z: number, x: SQL, y: SQL): SQL =>
  sql`ST_TileEnvelope(${sql.raw(String(z))}, ${x}, ${y})`
/** The same with what is kept around its edge. */
export const boxAround = (z: number, x: SQL, y: SQL): SQL =>
  sql`ST_TileEnvelope(${sql.raw(String(z))}, ${x}, ${y}, margin => ${sql.raw(String(BUFFER / EXTENT))})`

/** What a tile is made from: rows with a `geom` in Web Mercator and these attributes, and the box that they are cut to. */
export type TileSource = {
  name: string
  geometry: 'point' | 'polygon'
  attributes: readonly string[]
  box: SQL
  rows: SQL
}

export type TileRow = Record<string, unknown> & { shape?: string | null; tile?: Buffer }

/** The server's `ST_AsMVT`: one row, one tile. */
const encodedByServer = ({ name, attributes, box, rows }: TileSource): SQL => {
  const columns = sql.join(
    attributes.map((attribute) => sql.identifier(attribute)),
    sql`, `,
  )
  return sql`SELECT ST_AsMVT(t.*, ${sql.raw(`'${name}'`)}, ${sql.raw(String(EXTENT))}, 'geom') AS tile FROM (
    SELECT ST_AsMVTGeom(r.geom, ${box}, ${sql.raw(String(EXTENT))}, ${sql.raw(String(BUFFER))}, true) AS geom, ${columns}
    FROM (${rows}) r) t WHERE t.geom IS NOT NULL`
}

/** Features in tile space, for a database whose PostGIS has no `ST_AsMVT`. */
const featuresOf = ({ geometry, attributes, box, rows }: TileSource): SQL => {
  const columns = sql.join(
    attributes.map((attribute) => sql`r.${sql.identifier(attribute)}`),
    sql`, `,
  )
  const width = sql`(ST_XMax(b.box) - ST_XMin(b.box))`
  const clipped =
    geometry === 'point'
      ? sql`r.geom`
      : sql`ST_ClipByBox2D(r.geom, ST_Expand(b.box, ${width} * ${sql.raw(String(BUFFER / EXTENT))}))`
  const extent = sql.raw(`${EXTENT}::float8`)
  return sql`SELECT ${columns}, ST_AsGeoJSON(ST_SnapToGrid(ST_TransScale(${clipped},
      -ST_XMin(b.box), -ST_YMax(b.box), ${extent} / ${width}, -${extent} / ${width}), 1), 0) AS shape
    FROM (${rows}) r, (SELECT ${box} AS box) b`
}

const STATEMENTS = { server: encodedByServer, embedded: featuresOf }

/** The statement of a tile, encoded by whoever does it faster: the server's database, or this process for the embedded one. */
export const tileStatement = (kind: Database['kind'], source: TileSource): SQL => STATEMENTS[kind](source)

/** The tile that the rows of {@link tileStatement} make. Attributes that are null are left out. */
export function tileBytes(
  kind: Database['kind'],
  { name, attributes }: Pick<TileSource, 'name' | 'attributes'>,
  rows: readonly TileRow[],
): Uint8Array {
  if (kind === 'server') return rows[0]!.tile as Buffer
  const features = rows.flatMap((row): TileFeature[] => {
    const geometry = row.shape && JSON.parse(row.shape)
    if (!geometry?.coordinates?.length) return []
    const known = attributes.filter((attribute) => row[attribute] !== null)
    const tags = Object.fromEntries(
      known.map((attribute) => [attribute, row[attribute]]),
    ) as TileFeature['tags']
    return [{ geometry, tags }]
  })
  return encodeTile(name, features)
}
