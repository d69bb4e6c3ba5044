import { type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { freshnessBounds } from '#api/domain/freshness'
import { activeKeys, conditions, type FilterContext } from '#api/features/actors/actors.filter.repository'
import type { ActorFilter } from '#contract/actors'
import { FAMILIES } from '#contract/nomenclature'
import { PLACE_MIN_ZOOM, type TileLayer, type TileQuery } from '#contract/tiles'

export type TileAddress = { z: number; x: number; y: number }
export type TileRequest = TileAddress & { query: z.output<typeof TileQuery>; context: FilterContext }

/**
 * One layer: the rows of one tile, each a `geom` in Web Mercator and its attributes. At most four attributes:
 * details are asked for one by one.
 */
export type Layer = {
  geometry: 'point' | 'polygon'
  attributes: (request: TileRequest) => readonly string[]
  rows: (request: TileRequest) => SQL
}

/** Tile-space units kept around the edge, of 4,096: symbols on a border are drawn whole. */
export const BUFFER = 64

export const envelope = ({ z, x, y }: TileAddress): SQL =>
  sql`ST_TileEnvelope(${z}::int, ${x}::int, ${y}::int)`
const around = ({ z, x, y }: TileAddress): SQL =>
  sql`ST_TileEnvelope(${z}::int, ${x}::int, ${y}::int, margin => ${BUFFER / 4096}::float8)`

/** The letter that a place's freshness is on the map. */
const stateOf = (now: Date): SQL => {
  const { freshSince, staleBefore } = freshnessBounds(now)
  return sql`CASE WHEN m.verified_at IS NULL THEN 'u' WHEN m.verified_at > ${freshSince.toISOString()}::timestamptz THEN 'f'
    WHEN m.verified_at > ${staleBefore.toISOString()}::timestamptz THEN 'a' ELSE 's' END`
}

const isFiltered = (query: ActorFilter) => activeKeys(query).length > 0 || query.archived === true

/** Filters speak of an actor `a`; without one, the slim table alone answers. */
const pointsOf = ({ query, context }: TileRequest): { from: SQL; where: SQL } =>
  isFiltered(query)
    ? {
        from: sql`map_points m JOIN actors a ON a.workspace_id = m.workspace_id AND a.id = m.actor_id`,
        where: conditions(query, context),
      }
    : { from: sql`map_points m`, where: sql`m.workspace_id = ${context.workspaceId}::uuid` }

const placesIn = (request: TileRequest): SQL => {
  const { from, where } = pointsOf(request)
  return sql`SELECT m.actor_id::text AS id, m.family, ${stateOf(request.context.now)} AS state, m.name, m.geom
    FROM ${from} WHERE ${where} AND m.geom && ${around(request)}`
}

/** `A12B3` from one column for each family. */
const families = sql.raw(
  `concat(${FAMILIES.map((family) => `'${family}' || nullif(${family.toLowerCase()}, 0)`).join(', ')})`,
)

/** Sixteen cells a side, each standing at the mean of its places. */
const storedCells = ({ z, x, y, context }: TileRequest): SQL => sql`
  SELECT n, ${families} AS families, ST_SetSRID(ST_MakePoint(sum_x / n, sum_y / n), 3857) AS geom
  FROM map_cells WHERE workspace_id = ${context.workspaceId}::uuid AND z = ${z}::int AND n > 0
    AND x BETWEEN ${x * 16}::int AND ${x * 16 + 15}::int AND y BETWEEN ${y * 16}::int AND ${y * 16 + 15}::int`

/** Width of the world in Web Mercator, metres, and half of it. */
const WORLD = 40_075_016.685578488
const cellOf = (coordinate: SQL, z: number): SQL =>
  sql`floor(${coordinate} / ${WORLD}::float8 * ${16 * 2 ** z}::int)::int`

/** The same cells, counted for a filter. */
const countedCells = (request: TileRequest): SQL => {
  const { from, where } = pointsOf(request)
  const { x, y, z } = request
  return sql`SELECT sum(n)::int AS n, string_agg(family || n, '' ORDER BY family) AS families,
      ST_SetSRID(ST_MakePoint(sum(sx) / sum(n), sum(sy) / sum(n)), 3857) AS geom
    FROM (
      SELECT ${cellOf(sql`(ST_X(m.geom) + ${WORLD / 2}::float8)`, z)} AS cx, ${cellOf(sql`(${WORLD / 2}::float8 - ST_Y(m.geom))`, z)} AS cy,
        m.family, count(*) AS n, sum(ST_X(m.geom)) AS sx, sum(ST_Y(m.geom)) AS sy
      FROM ${from} WHERE ${where} AND m.geom && ${envelope(request)} GROUP BY 1, 2, 3
    ) c WHERE cx BETWEEN ${x * 16}::int AND ${x * 16 + 15}::int AND cy BETWEEN ${y * 16}::int AND ${y * 16 + 15}::int
    GROUP BY cx, cy`
}

/** The last zoom that each level of detail of a contour serves. */
const LODS = [8, 10, 12, 16] as const

const zonesIn = (request: TileRequest): SQL => {
  const lod = LODS.find((last) => request.z <= last) ?? 16
  const { level = 'iris', vintage } = request.query
  return sql`SELECT s.zone_id::text AS id, z.code, z.name, s.geom FROM zone_shapes s JOIN zones z ON z.id = s.zone_id
    WHERE s.lod = ${sql.raw(String(lod))} AND s.level = ${level}::text AND s.geom && ${around(request)}
    ${vintage ? sql`AND s.vintage = ${vintage}::text` : sql``}`
}

export const LAYERS: Record<TileLayer, Layer> = {
  actors: {
    geometry: 'point',
    attributes: ({ z }) => (z >= PLACE_MIN_ZOOM ? ['id', 'family', 'state', 'name'] : ['n', 'families']),
    rows: (request) =>
      request.z >= PLACE_MIN_ZOOM
        ? placesIn(request)
        : isFiltered(request.query)
          ? countedCells(request)
          : storedCells(request),
  },
  zones: { geometry: 'polygon', attributes: () => ['id', 'code', 'name'], rows: zonesIn },
}
