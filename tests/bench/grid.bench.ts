import { sql } from 'drizzle-orm'
import { gridClasses } from '#api/domain/grid-classes'
import { buildStaleGrids } from '#api/features/grid/build-squares.repository'
import { spreadOf } from '#api/features/grid/grid-classes.repository'
import { readGridTile } from '#api/features/grid/grid-tiles.repository'
import { GRID_INDICATORS, GRID_LEVELS } from '#contract/grid'
import type { Database } from '#db/client'
import { analyze } from '#db/maintenance'
import { rowsOf } from '#db/transaction'
import { DEFAULT_WORKSPACE, readWorkspace, withOperator } from '#db/workspace'
import type { Report } from './report.ts'

const CELLS = 2_300_000
const VINTAGE = '2021'
const READER = { workspaceId: DEFAULT_WORKSPACE, audience: 'private' } as const
const KEY = { workspaceId: DEFAULT_WORKSPACE, vintage: VINTAGE }

/**
 * Cells of an invented country of 900 km a side: 12,000 towns whose sizes follow a power law, cells that thin out around
 * them, and farms. About four in five hold fewer than eleven households and are imputed, as in the published grid; farms
 * name a natural square of a kilometre.
 */
async function generateGrid(database: Database): Promise<void> {
  const run = (text: string) =>
    withOperator(database, async (tx) => {
      await tx.execute(sql`SELECT set_config('statement_timeout', '0', true), setseed(0.5)`)
      await tx.execute(sql.raw(text))
    })
  const [known] = await withOperator(database, (tx) =>
    rowsOf<{ n: number }>(tx, sql`SELECT count(*)::int AS n FROM grid_cells`),
  )
  if (known!.n > 0) return
  await run(`INSERT INTO grid_cells (workspace_id, vintage, size, crs, north, east, "natural", imputed, communes, men, ind, men_pauv,
      men_1ind, men_5ind, men_prop, men_fmp, ind_snv, men_surf, men_coll, men_mais, log_av45, log_45_70, log_70_90, log_ap90,
      log_inc, log_soc, ind_0_3, ind_4_5, ind_6_10, ind_11_17, ind_18_24, ind_25_39, ind_40_54, ind_55_64, ind_65_79, ind_80p,
      ind_inc)
    SELECT '${DEFAULT_WORKSPACE}', '${VINTAGE}', 200, 3035, n * 200, e * 200,
      CASE WHEN men < 2 THEN format('CRS3035RES%smN%sE%s', side, n * 200 / side * side, e * 200 / side * side) END,
      (men < 11)::int, '{59350}', men, ind, men * poor, men * .35, men * .06, men * own, men * .09, ind * (18000 + 9000 * own),
      men * 90, men * .4, men * .6, men * .2, men * .2, men * .3, men * .3, 0, men * (1 - own) * .5, ind * .04, ind * .03,
      ind * .06, ind * .09, ind * .08, ind * .17, ind * .2, ind * .13, ind * .15, ind * .05, 0
    FROM (
      SELECT n, e, round(sum(men)::numeric, 1)::float8 AS men, round((sum(men) * 2.2)::numeric, 1)::float8 AS ind,
        avg(poor) AS poor, avg(own) AS own, 1000 AS side
      FROM (
        SELECT (n0 + r * sin(a))::int AS n, (e0 + r * cos(a))::int AS e, .6 + 84 * size / (200 + size) * exp(-r / reach) * random() AS men,
          .05 + .3 * random() * random() AS poor, .2 + .7 * random() AS own
        FROM (
          SELECT n0, e0, size, reach, 6.2832 * random() AS a, -ln(1 - random()) * reach * 1.6 AS r
          FROM (
            SELECT 11000 + 4500 * random() AS n0, 17000 + 4500 * random() AS e0, size, 3 + sqrt(size) / 6 AS reach
            FROM (SELECT 40 / power(random() + .0005, .75) AS size FROM generate_series(1, 12000)) sizes) towns,
          generate_series(1, (160 + size)::int)) drawn) placed
      GROUP BY n, e) cells
    LIMIT ${CELLS}`)
  await analyze(database, ['grid_cells'])
}

/** p50 and p95 of timed calls, in milliseconds. */
async function timed(calls: readonly (() => Promise<unknown>)[]): Promise<{ p50: number; p95: number }> {
  const spent: number[] = []
  for (const call of calls) {
    const from = performance.now()
    await call()
    spent.push(performance.now() - from)
  }
  spent.sort((a, b) => a - b)
  return { p50: spent[Math.floor(spent.length / 2)]!, p95: spent[Math.floor(spent.length * 0.95)]! }
}
const ms = ({ p50, p95 }: { p50: number; p95: number }) =>
  `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`

/** Tiles that hold squares, drawn by lot among the squares: more of them where people live. */
async function tilesWithSquares(database: Database, z: number) {
  const rows = await withOperator(database, (tx) =>
    rowsOf<{ x: number; y: number }>(
      tx,
      sql`SELECT floor((ST_X(c) + 20037508.34) / 40075016.68 * ${2 ** z}::float8)::int AS x,
          floor((20037508.34 - ST_Y(c)) / 40075016.68 * ${2 ** z}::float8)::int AS y
        FROM (SELECT ST_Centroid(geom) AS c FROM grid_squares WHERE finest = 0 ORDER BY md5(north || ' ' || east) LIMIT 64) drawn`,
    ),
  )
  return [...new Map(rows.map((row) => [`${row.x} ${row.y}`, row])).values()]
}

/** 2.3 million cells: how long their squares take, then tiles and classes as they are asked of the database. */
export async function benchGrid(database: Database, report: Report): Promise<void> {
  await generateGrid(database)
  const [grid] = await withOperator(database, (tx) =>
    rowsOf<{ n: number; small: number }>(
      tx,
      sql`SELECT count(*)::int AS n, avg((men < 11)::int)::float8 AS small FROM grid_cells`,
    ),
  )
  report.note(
    `grid: ${grid!.n.toLocaleString('en')} cells, ${Math.round(grid!.small * 100)} % under eleven households`,
  )
  await withOperator(database, (tx) =>
    tx.execute(sql`INSERT INTO grid_builds (workspace_id, vintage, progress) VALUES (${DEFAULT_WORKSPACE}, ${VINTAGE}, 0)
      ON CONFLICT (workspace_id, vintage) DO UPDATE SET progress = 0`),
  )
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50)
  const from = performance.now()
  await buildStaleGrids(database, DEFAULT_WORKSPACE, new AbortController().signal)
  clearInterval(watch)
  const levels = await withOperator(database, (tx) =>
    rowsOf<{ level: number; n: number; imputed: number }>(
      tx,
      sql`SELECT level::int AS level, count(*)::int AS n, avg(imputed::int)::float8 AS imputed FROM grid_squares
        WHERE finest = 0 GROUP BY 1 ORDER BY 1`,
    ),
  )
  report.note(
    `squares worked out in ${((performance.now() - from) / 1000).toFixed(0)} s, this process at most ${Math.round(peak / 1e6)} MB; ${levels
      .map(
        ({ level, n, imputed }) =>
          `${200 * 2 ** level} m: ${n.toLocaleString('en')} (${Math.round(imputed * 100)} % imputed)`,
      )
      .join(', ')}`,
  )
  for (let z = 6; z <= 15; z++) {
    const tiles = await tilesWithSquares(database, z)
    const calls = tiles.map(
      ({ x, y }) =>
        () =>
          readWorkspace(
            database,
            READER,
            (tx) => readGridTile(tx, database.kind, { ...KEY, z, x, y, indicator: 'poor_households' }),
            'once',
          ),
    )
    const first = await timed(calls)
    report.note(`grid tile z${z}, not cached: first ${ms(first)}; again ${ms(await timed(calls))}`)
  }
  const classes = GRID_LEVELS.flatMap((level) =>
    GRID_INDICATORS.map((indicator) => async () => {
      const { counts, withheld } = await readWorkspace(database, READER, (tx) =>
        spreadOf(tx, { ...KEY, indicator, level, territory: undefined }),
      )
      return gridClasses(counts, withheld, { method: 'jenks', classes: 5 })
    }),
  )
  report.note(
    `classes of the whole grid, every level and indicator, not remembered: ${ms(await timed(classes))}`,
  )
}
