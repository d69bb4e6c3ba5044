import { type SQL, sql } from 'drizzle-orm'
import { FAMILIES } from '#contract/nomenclature'
import { PLACE_MIN_ZOOM, type TileLayer } from '#contract/tiles'
import { boxAround, tileBox } from './tile-statement.repository.ts'

/**
 * What a tile's statement is made of. Everything but the zoom is a slot, so that one prepared statement serves
 * every tile of a zoom.
 */
export type TileSlots = {
  z: number
  x: SQL
  y: SQL
  workspaceId: SQL
  /** Who asks: cells are counted for each audience. */
  audience: SQL
  /** Verified after this is fresh; before the other, stale. */
  freshSince: SQL
  staleBefore: SQL
  /** A condition on an actor `a`; null when every actor is shown. */
  filter: SQL | null
  level: SQL
  vintage: SQL | null
}

/**
 * One layer: the rows of one tile, each a `geom` in Web Mercator and its attributes. At most four attributes:
 * details are asked for one by one.
 */
export type Layer = {
  geometry: 'point' | 'polygon'
  attributes: (z: number) => readonly string[]
  rows: (slots: TileSlots) => SQL
}

export const envelope = ({ z, x, y }: TileSlots): SQL => tileBox(z, x, y)
const around = ({ z, x, y }: TileSlots): SQL => boxAround(z, x, y)

/** The letter that a place's freshness is on the map. */
const stateOf = ({ freshSince, staleBefore }: TileSlots): SQL =>
  sql`CASE WHEN m.verified_at IS NULL THEN 'u' WHEN m.verified_at > ${freshSince} THEN 'f'
    WHEN m.verified_at > ${staleBefore} THEN 'a' ELSE 's' END`

/** Filters speak of an actor; without one, the slim table alone answers. */
const pointsOf = ({ filter, workspaceId }: TileSlots): SQL =>
  filter
    ? sql`map_points m JOIN actors a ON a.workspace_id = m.workspace_id AND a.id = m.actor_id WHERE ${filter}`
    : sql`map_points m WHERE m.workspace_id = ${workspaceId}`

const placesIn = (slots: TileSlots): SQL =>
  sql`SELECT m.actor_id::text AS id, m.family, ${stateOf(slots)} AS state, m.name, m.geom
    FROM ${pointsOf(slots)} AND m.geom && ${around(slots)}`

/** `A12B3` from one column for each family, added up over imports, whose cells stand apart. */
const families = sql.raw(
  `concat(${FAMILIES.map((family) => `'${family}' || nullif(sum(${family.toLowerCase()}), 0)`).join(', ')})`,
)

/** Sixteen cells a side, each standing at the mean of its places. */
const storedCells = ({ z, x, y, workspaceId, audience }: TileSlots): SQL => sql`
  SELECT sum(n)::int AS n, ${families} AS families,
    ST_SetSRID(ST_MakePoint(sum(sum_x) / sum(n), sum(sum_y) / sum(n)), 3857) AS geom
  FROM map_cells WHERE workspace_id = ${workspaceId} AND audience = ${audience} AND z = ${sql.raw(String(z))}
    AND x BETWEEN ${x} * 16 AND ${x} * 16 + 15 AND y BETWEEN ${y} * 16 AND ${y} * 16 + 15
  GROUP BY map_cells.x, map_cells.y HAVING sum(n) > 0`

/** Width of the world in Web Mercator, metres. */
const WORLD = '40075016.685578488'
const cellOf = (fromEdge: string, z: number): SQL =>
  sql.raw(`floor((${fromEdge}) / ${WORLD} * ${16 * 2 ** z})::int`)

/** The same cells, counted for a filter. */
const countedCells = (slots: TileSlots): SQL => {
  const { x, y, z } = slots
  return sql`SELECT sum(n)::int AS n, string_agg(family || n, '' ORDER BY family) AS families,
      ST_SetSRID(ST_MakePoint(sum(sx) / sum(n), sum(sy) / sum(n)), 3857) AS geom
    FROM (
      SELECT ${cellOf(`ST_X(m.geom) + ${WORLD} / 2`, z)} AS cx, ${cellOf(`${WORLD} / 2 - ST_Y(m.geom)`, z)} AS cy,
        m.family, count(*) AS n, sum(ST_X(m.geom)) AS sx, sum(ST_Y(m.geom)) AS sy
      FROM ${pointsOf(slots)} AND m.geom && ${envelope(slots)} GROUP BY 1, 2, 3
    ) c WHERE cx BETWEEN ${x} * 16 AND ${x} * 16 + 15 AND cy BETWEEN ${y} * 16 AND ${y} * 16 + 15
    GROUP BY cx, cy`
}

/** The last zoom that each level of detail of a contour serves. */
const LODS = [8, 10, 12, 16] as const

const zonesIn = (slots: TileSlots): SQL => {
  const lod = LODS.find((last) => slots.z <= last) ?? 16
  return sql`SELECT s.zone_id::text AS id, z.code, z.name, s.geom FROM zone_shapes s JOIN zones z ON z.id = s.zone_id
    WHERE s.lod = ${sql.raw(String(lod))} AND s.level = ${slots.level} AND s.geom && ${around(slots)}
    ${slots.vintage ? sql`AND s.vintage = ${slots.vintage}` : sql``}`
}

export const LAYERS: Record<TileLayer, Layer> = {
  actors: {
    geometry: 'point',
    attributes: (z) => (z >= PLACE_MIN_ZOOM ? ['id', 'family', 'state', 'name'] : ['n', 'families']),
    rows: (slots) =>
      slots.z >= PLACE_MIN_ZOOM ? placesIn(slots) : slots.filter ? countedCells(slots) : storedCells(slots),
  },
  zones: { geometry: 'polygon', attributes: () => ['id', 'code', 'name'], rows: zonesIn },
}
