import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { type FigureStatus, GRID_FIGURES, type GridFigure } from '#contract/figures'
import { GRID_LEVELS } from '#contract/grid'
import { ZONE_LEVELS } from '#contract/zones'
import { areaColumn, instant, mercatorColumn, workspaceId } from '#db/columns'

/** What one source says of one zone for one period: all the chosen columns of a row. */
export const statistics = pgTable(
  'statistics',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    source: text().notNull(),
    /** The period that is described: `2021`, `2024-12`. */
    period: text().notNull(),
    level: text({ enum: ZONE_LEVELS }).notNull(),
    code: text().notNull(),
    /** The year of the geography, which is not that of the figures; `unknown` when nobody said. */
    vintage: text().notNull(),
    /** Of a source that says several rows of a zone: the kind of benefit, for one. */
    part: text().notNull().default(''),
    figures: jsonb().$type<Record<string, number | null>>().notNull(),
    /** Of the figures that are not plainly observed. */
    statuses: jsonb().$type<Record<string, Exclude<FigureStatus, 'observed'>>>().notNull().default({}),
    /** What the source says of its own quality: `DISP_NOTE`, `LAB_IRIS`. */
    flags: jsonb().$type<Record<string, string>>().notNull().default({}),
    sourceDate: date({ mode: 'string' }),
    licence: text(),
    importRun: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('statistics_key').on(t.workspaceId, t.source, t.period, t.level, t.code, t.vintage, t.part),
    index('statistics_zone').on(t.workspaceId, t.level, t.code),
    index('statistics_import_run').on(t.workspaceId, t.importRun).where(sql`import_run IS NOT NULL`),
  ],
)

const figureColumns = () =>
  Object.fromEntries(GRID_FIGURES.map((name) => [name, real()])) as Record<
    GridFigure,
    ReturnType<typeof real>
  >

/** One cell of the Filosofi grid: columns, not 69 million rows. Its square follows from its size and corner. */
export const gridCells = pgTable(
  'grid_cells',
  {
    workspaceId: workspaceId(),
    vintage: text().notNull(),
    /** Side in metres: 200 or 1000; the natural level has larger ones. */
    size: integer().notNull(),
    /** The projection of the corner: 3035, 5490, 2975… */
    crs: integer().notNull(),
    /** The lower left corner, in metres of that projection. */
    north: integer().notNull(),
    east: integer().notNull(),
    /** The cell of the natural level to which imputed figures must be added up before they mean anything. */
    natural: text(),
    /** 0 observed, 1 imputed, 2 true although under the threshold; null when the file does not say. */
    imputed: smallint(),
    communes: text().array().notNull().default(sql`'{}'`),
    ...figureColumns(),
    importRun: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.vintage, t.size, t.crs, t.north, t.east] }),
    index('grid_cells_import_run').using('brin', t.importRun),
  ],
)

/**
 * Squares of the grid that may be shown: each holds at least eleven households, and is drawn from the level `finest` to its
 * own. A square that cannot be divided without falling under the threshold is drawn at every finer level as it is; what is
 * coarser adds up squares that are drawn. Figures are sums over its cells.
 */
export const gridSquares = pgTable(
  'grid_squares',
  {
    workspaceId: workspaceId(),
    vintage: text().notNull(),
    crs: integer().notNull(),
    /** Its side is 200 m × 2^level. */
    level: smallint().notNull(),
    finest: smallint().notNull(),
    /** The lower left corner, in metres of the projection. */
    north: integer().notNull(),
    east: integer().notNull(),
    /** Whether Insee imputed figures of its cells that do not add up to true ones here. */
    imputed: boolean().notNull(),
    ...figureColumns(),
    geom: mercatorColumn().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.vintage, t.crs, t.level, t.north, t.east] }),
    ...GRID_LEVELS.map((level) =>
      index(`grid_squares_${level}`)
        .using('gist', t.geom)
        .where(sql`finest <= ${sql.raw(String(level))} AND level >= ${sql.raw(String(level))}`),
    ),
  ],
)

/** How far the squares of a grid are worked out, and whether they still stand for its cells. */
export const gridBuilds = pgTable(
  'grid_builds',
  {
    workspaceId: workspaceId(),
    vintage: text().notNull(),
    /** 0 to 1; null when they are ready. */
    progress: real(),
    cells: integer().notNull().default(0),
    squares: integer().notNull().default(0),
    imputedCells: real().notNull().default(0),
    imputedPersons: real().notNull().default(0),
    builtAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.vintage] })],
)

/** Areas of which this workspace was shown figures: what another one must not be subtracted from. */
export const areaReadings = pgTable(
  'area_readings',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    vintage: text().notNull(),
    area: areaColumn().notNull(),
    at: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), index('area_readings_area').using('gist', t.area)],
)
