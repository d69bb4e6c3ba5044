import { type SQL, sql } from 'drizzle-orm'
import type { GroundPiece, ShownSquare } from '#api/domain/grid-disclosure'
import { GRID_FIGURES, type GridFigure } from '#contract/figures'
import type { Area } from '#contract/geometry'
import { GRID_LEVELS, gridSide } from '#contract/grid'
import type { Queries } from '#db/client'
import { fromGeoJson } from '#db/columns'
import { rowsOf } from '#db/transaction'
import type { GridKey } from './squares.repository.ts'

const CELL = gridSide(0)

/** A drawn area as it is kept: what crosses itself is mended. */
const surfaceOf = (area: Area): SQL =>
  sql`ST_Multi(ST_CollectionExtract(ST_MakeValid(${fromGeoJson(area)}), 3))`
const own = (table: string, { workspaceId, vintage }: GridKey): SQL =>
  sql`${sql.identifier(table)}.workspace_id = ${workspaceId}::uuid AND ${sql.identifier(table)}.vintage = ${vintage}::text`

/**
 * Locks a grid until the transaction ends: of two areas asked at once, the second sees the first in the ledger. Answers
 * whether its squares are all there; undefined when there is no such grid.
 */
export async function lockGrid(tx: Queries, key: GridKey): Promise<{ ready: boolean } | undefined> {
  const [row] = await rowsOf<{ ready: boolean }>(
    tx,
    sql`SELECT progress IS NULL AS ready FROM grid_builds WHERE ${own('grid_builds', key)} FOR UPDATE`,
  )
  return row
}

/** How many cells of 200 m an area may hold at most. */
export async function cellsWithin(tx: Queries, area: Area): Promise<number> {
  const [row] = await rowsOf<{ cells: number }>(
    tx,
    sql`SELECT ST_Area(${surfaceOf(area)}::geography) / ${CELL ** 2}::float8 AS cells`,
  )
  return row!.cells
}

/** Areas `p` in the projections of the grid's squares there, with their bounds; `areas` has columns n and area. */
const partsOf = (key: GridKey, areas: SQL): SQL => sql`
  known AS MATERIALIZED (SELECT n, area, ST_Transform(area, 3857) AS drawn FROM ${areas} a WHERE NOT ST_IsEmpty(area)),
  parts AS MATERIALIZED (
    SELECT n, crs, drawn, shape, floor(ST_YMin(shape))::int - ${CELL}::int AS south, ceil(ST_YMax(shape))::int AS north,
      floor(ST_XMin(shape))::int - ${CELL}::int AS west, ceil(ST_XMax(shape))::int AS east
    FROM (
      SELECT n, crs, drawn, ST_Transform(area, crs) AS shape FROM known, LATERAL (
        SELECT DISTINCT s.crs FROM grid_squares s WHERE ${own('s', key)} AND s.finest <= 7 AND s.level >= 7
          AND s.geom && known.drawn) projections) placed)`

/** Cells `c` whose middle lies in a part `p`. */
const cellsOfParts = (
  key: GridKey,
): SQL => sql`parts p JOIN grid_cells c ON ${own('c', key)} AND c.size = ${CELL}::int
  AND c.crs = p.crs AND c.north BETWEEN p.south AND p.north AND c.east BETWEEN p.west AND p.east
  AND ST_Contains(p.shape, ST_SetSRID(ST_MakePoint(c.east + ${CELL / 2}::int, c.north + ${CELL / 2}::int), p.crs))`

const asked = (area: Area): SQL => sql`(SELECT 0 AS n, ${surfaceOf(area)} AS area)`

export type AreaSums = { figures: Record<GridFigure, number | null>; imputedPersons: number }

/** Sums of the cells whose middle lies in an area; a figure that one of them lacks is null. */
export async function sumArea(tx: Queries, key: GridKey, area: Area): Promise<AreaSums> {
  const sums = sql.raw(
    GRID_FIGURES.map(
      (name) => `CASE WHEN bool_and(c.${name} IS NOT NULL) THEN sum(c.${name}::float8) END AS ${name}`,
    ).join(', '),
  )
  const [row] = await rowsOf<Record<GridFigure, number | null> & { estimated: number }>(
    tx,
    sql`WITH ${partsOf(key, asked(area))}
      SELECT ${sums}, coalesce(sum(c.ind::float8) FILTER (WHERE coalesce(c.imputed = 1, c.men < 11, false)), 0) AS estimated
      FROM ${cellsOfParts(key)}`,
  )
  const { estimated, ...figures } = row!
  return { figures, imputedPersons: figures.ind ? estimated / figures.ind : 0 }
}

export type Ground = {
  pieces: GroundPiece[]
  squares: ShownSquare[]
  /** How many areas of the ledger are there, numbered from 1; the one that is asked about is 0. */
  readings: number
}

type Leaf = { crs: number; level: number; north: number; east: number; men: number }
type Member = { crs: number; north: number; east: number; men: number; areas: string }

const idOf = ({ crs, level, north, east }: Omit<Leaf, 'men'>): string => [crs, level, north, east].join('/')

/** The shown square that a cell lies in. */
function squareOf({ crs, north, east }: Member, shown: ReadonlyMap<string, Leaf>): string | null {
  for (const level of GRID_LEVELS) {
    const corner = (at: number) => Math.floor(at / gridSide(level)) * gridSide(level)
    const id = idOf({ crs, level, north: corner(north), east: corner(east) })
    if (shown.has(id)) return id
  }
  return null
}

/** The area with all those of the ledger that it touches, or that they touch, divided into pieces of equal membership. */
export async function groundOf(tx: Queries, key: GridKey, area: Area): Promise<Ground> {
  const [row] = await rowsOf<{ readings: number; members: Member[]; leaves: Leaf[] }>(
    tx,
    sql`WITH RECURSIVE asked AS MATERIALIZED (SELECT ${surfaceOf(area)} AS area),
      linked(id) AS (
        SELECT r.id FROM area_readings r, asked WHERE ${own('r', key)} AND r.area && asked.area
        UNION
        SELECT r.id FROM linked JOIN area_readings o ON ${own('o', key)} AND o.id = linked.id
          JOIN area_readings r ON ${own('r', key)} AND r.area && o.area),
      areas AS (
        SELECT 0 AS n, area FROM asked UNION ALL
        SELECT (row_number() OVER (ORDER BY r.id))::int, r.area FROM area_readings r JOIN linked USING (id) WHERE ${own('r', key)}),
      ${partsOf(key, sql`areas`)}
      SELECT (SELECT count(*)::int FROM linked) AS readings,
        (SELECT coalesce(jsonb_agg(m), '[]') FROM (
          SELECT c.crs, c.north, c.east, coalesce(c.men, 0) AS men, string_agg(p.n::text, ',' ORDER BY p.n) AS areas
          FROM ${cellsOfParts(key)} GROUP BY 1, 2, 3, 4) m) AS members,
        (SELECT coalesce(jsonb_agg(l), '[]') FROM (
          SELECT DISTINCT s.crs, s.level, s.north, s.east, s.men FROM parts JOIN grid_squares s ON ${own('s', key)}
            AND s.finest <= 0 AND s.level >= 0 AND s.crs = parts.crs AND s.geom && parts.drawn) l) AS leaves`,
  )
  const { readings, members, leaves } = row!
  const shown = new Map(leaves.map((leaf) => [idOf(leaf), leaf]))
  const pieces = new Map<string, GroundPiece>()
  for (const member of members) {
    const square = squareOf(member, shown)
    const id = `${square} ${member.areas}`
    const before = pieces.get(id)?.households ?? 0
    pieces.set(id, { areas: member.areas.split(',').map(Number), square, households: before + member.men })
  }
  const touched = new Set([...pieces.values()].map(({ square }) => square))
  const squares = [...shown].flatMap(([id, { men }]) => (touched.has(id) ? [{ id, households: men }] : []))
  return { pieces: [...pieces.values()], squares, readings }
}

/** Writes in the ledger that the workspace was shown figures of an area. */
export const insertReading = (
  tx: Queries,
  { workspaceId, vintage }: GridKey,
  id: string,
  area: Area,
  at: Date,
) =>
  rowsOf(
    tx,
    sql`INSERT INTO area_readings (workspace_id, id, vintage, area, at)
      VALUES (${workspaceId}::uuid, ${id}::uuid, ${vintage}::text, ${surfaceOf(area)}, ${at.toISOString()}::timestamptz)`,
  )
