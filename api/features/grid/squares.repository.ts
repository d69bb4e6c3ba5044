import { type SQL, sql } from 'drizzle-orm'
import { MIN_HOUSEHOLDS } from '#api/domain/disclosure'
import { GRID_FIGURES } from '#contract/figures'
import { GRID_LEVELS, gridSide } from '#contract/grid'
import type { Queries } from '#db/client'
import { rowsOf } from '#db/transaction'

/** A grid of a workspace. */
export type GridKey = { workspaceId: string; vintage: string }
/** A square of the coarsest level, whose division depends on nothing around it: its projection and lower left corner. */
export type Block = { crs: number; north: number; east: number }

const CELL = gridSide(0)
const TOP = GRID_LEVELS.length - 1
const BLOCK = gridSide(TOP)
/** What no level of ours holds. */
const NEVER = 99

const list = (write: (figure: string) => string): SQL => sql.raw(GRID_FIGURES.map(write).join(', '))
const raw = (text: string | number): SQL => sql.raw(String(text))
const cornerOf = (column: string, side: number): SQL =>
  raw(`floor(${column}::float8 / ${side})::int * ${side}`)
/** Figures of Insee have one decimal; sums of them too. */
const crowded = raw(`round(men * 10) >= ${10 * MIN_HOUSEHOLDS}`)
const inhabited = raw('(men > 0 OR ind > 0)')

/** The natural square that Insee names for a cell whose figures it imputed: its side and corner, when it holds the cell. */
const natural = sql`LEFT JOIN LATERAL (
    SELECT r[2]::int AS side, r[3]::int AS n, r[4]::int AS e
    FROM regexp_match(c."natural", '^CRS(\\d{4,5})RES(\\d{2,6})mN(-?\\d{1,8})E(-?\\d{1,8})$') r
    WHERE coalesce(c.imputed = 1, c.men < ${raw(MIN_HOUSEHOLDS)}, false) AND r[1]::int = c.crs
  ) q ON c.north >= q.n AND c.east >= q.e AND c.north < q.n + q.side AND c.east < q.e + q.side`

/** The first level whose squares are as large as the natural one: smaller ones are not shown. */
const needs = raw(
  `CASE WHEN q.side IS NULL THEN 0 ${GRID_LEVELS.map((level) => `WHEN q.side <= ${gridSide(level)} THEN ${level}`).join(' ')} ELSE ${NEVER} END`,
)
/** The first level at which it lies within one square, where figures add up to true ones. */
const fits = raw(
  `CASE WHEN NOT coalesce(c.imputed = 1, c.men < ${MIN_HOUSEHOLDS}, false) THEN 0 WHEN q.side IS NULL THEN ${NEVER} ${GRID_LEVELS.map(
    (level) =>
      `WHEN ${['q.n', 'q.e'].map((at) => `floor(${at}::float8 / ${gridSide(level)}) = floor((${at} + q.side - 1)::float8 / ${gridSide(level)})`).join(' AND ')} THEN ${level}`,
  ).join(' ')} ELSE ${NEVER} END`,
)

/** Squares of a level, added up from those below; `splits`: all its inhabited quarters may be shown. */
const levelAbove = (level: number): SQL => sql`l${raw(level)} AS (
    SELECT ${cornerOf('north', gridSide(level))} AS north, ${cornerOf('east', gridSide(level))} AS east,
      max(needs) AS needs, max(fits) AS fits, ${list((name) => `sum(${name}) AS ${name}`)},
      bool_and(NOT ${inhabited} OR (${crowded} AND needs <= ${raw(level - 1)})) AS splits
    FROM l${raw(level - 1)} GROUP BY 1, 2)`

/** Squares that may be shown: quarters of those that split. */
const shownBelow = (level: number): SQL => sql`s${raw(level)} AS (
    SELECT l.* FROM l${raw(level)} l JOIN s${raw(level + 1)} above ON above.splits
      AND above.north = ${cornerOf('l.north', gridSide(level + 1))} AND above.east = ${cornerOf('l.east', gridSide(level + 1))}
    WHERE (l.men > 0 OR l.ind > 0))`

const rising = GRID_LEVELS.slice(1)
const falling = [...GRID_LEVELS].reverse().slice(1)

/**
 * Works out the squares of one block anew: those of the coarsest level split in four only while every inhabited quarter
 * holds eleven households or more, and is not smaller than the natural square of an imputed cell in it. A block of fewer
 * leaves nothing. A figure that one of its cells lacks is unknown (`NaN` until it is written).
 */
export async function buildBlock(
  tx: Queries,
  { workspaceId, vintage }: GridKey,
  { crs, north, east }: Block,
): Promise<void> {
  const here = sql`workspace_id = ${workspaceId}::uuid AND vintage = ${vintage}::text AND crs = ${crs}::int
    AND north >= ${north}::int AND north < ${north + BLOCK}::int AND east >= ${east}::int AND east < ${east + BLOCK}::int`
  await rowsOf(
    tx,
    sql`DELETE FROM grid_squares WHERE ${here} AND level = ANY (${raw(`'{${GRID_LEVELS.join()}}'`)}::smallint[])`,
  )
  // The planner knows nothing of sums of sums, and would compare all of one level with all of the next.
  await rowsOf(tx, sql`SELECT set_config('enable_nestloop', 'off', true)`)
  await rowsOf(
    tx,
    sql`WITH c AS MATERIALIZED (SELECT * FROM grid_cells WHERE ${here} AND size = ${raw(CELL)}),
      l0 AS (
        SELECT ${cornerOf('c.north', CELL)} AS north, ${cornerOf('c.east', CELL)} AS east, max(${needs}) AS needs,
          max(${fits}) AS fits,
          ${list((name) => `sum(coalesce(c.${name}, ${name === 'men' ? '0' : "'NaN'"})::float8) AS ${name}`)},
          false AS splits
        FROM c ${natural} GROUP BY 1, 2),
      ${sql.join(rising.map(levelAbove), sql`, `)},
      s${raw(TOP)} AS (SELECT * FROM l${raw(TOP)} WHERE ${crowded}),
      ${sql.join(falling.map(shownBelow), sql`, `)},
      shown AS (${sql.join(
        GRID_LEVELS.map(
          (level) =>
            sql`SELECT ${raw(level)} AS level, ${raw(gridSide(level))} AS side, * FROM s${raw(level)}`,
        ),
        sql` UNION ALL `,
      )})
    INSERT INTO grid_squares (workspace_id, vintage, crs, level, finest, north, east, imputed, geom, ${list((name) => name)})
    SELECT ${workspaceId}::uuid, ${vintage}::text, ${crs}::int, level, CASE WHEN splits THEN level ELSE 0 END, north, east,
      fits > level, ST_Transform(ST_MakeEnvelope(east, north, east + side, north + side, ${crs}::int), 3857),
      ${list((name) => `nullif(round(${name} * 10) / 10, 'NaN')::real`)}
    FROM shown`,
  )
}

/** Where there are cells, or squares of cells that went. Cells of a projection that the database does not know make none. */
export const blocksOf = (tx: Queries, { workspaceId, vintage }: GridKey): Promise<Block[]> => {
  const corners = sql`crs, ${cornerOf('north', BLOCK)} AS north, ${cornerOf('east', BLOCK)} AS east`
  const own = sql`workspace_id = ${workspaceId}::uuid AND vintage = ${vintage}::text`
  return rowsOf<Block>(
    tx,
    sql`SELECT * FROM (SELECT ${corners} FROM grid_cells WHERE ${own} AND size = ${raw(CELL)} GROUP BY 1, 2, 3) placed
      WHERE crs IN (SELECT srid FROM spatial_ref_sys) UNION SELECT ${corners} FROM grid_squares WHERE ${own} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  )
}

/** What is known of a grid whose squares are worked out. Shares from 0 to 1. */
export async function countGrid(tx: Queries, { workspaceId, vintage }: GridKey) {
  const own = sql`workspace_id = ${workspaceId}::uuid AND vintage = ${vintage}::text`
  const imputed = sql`coalesce(imputed = 1, men < ${raw(MIN_HOUSEHOLDS)}, false)`
  const [row] = await rowsOf<{
    cells: number
    squares: number
    imputedCells: number
    imputedPersons: number
  }>(
    tx,
    sql`SELECT count(*)::int AS cells, (SELECT count(*)::int FROM grid_squares WHERE ${own} AND finest = 0) AS squares,
        coalesce((count(*) FILTER (WHERE ${imputed}))::float8 / nullif(count(*), 0), 0) AS "imputedCells",
        coalesce(sum(ind) FILTER (WHERE ${imputed})::float8 / nullif(sum(ind), 0), 0) AS "imputedPersons"
      FROM grid_cells WHERE ${own} AND size = ${raw(CELL)}`,
  )
  return row!
}
