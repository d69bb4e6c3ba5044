import { sql } from 'drizzle-orm'
import {
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
import { ZONE_LEVELS } from '#contract/zones'
import { workspaceId } from '#db/columns'

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

const figureColumns = Object.fromEntries(GRID_FIGURES.map((name) => [name, real()])) as Record<
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
    ...figureColumns,
    importRun: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.vintage, t.size, t.crs, t.north, t.east] }),
    index('grid_cells_import_run').using('brin', t.importRun),
  ],
)
