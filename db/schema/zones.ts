import { sql } from 'drizzle-orm'
import {
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { MOVEMENT_KINDS, MOVING_LEVELS, ZONE_LEVELS } from '#contract/zones'
import { areaColumn, instant, mercatorColumn, workspaceId } from '#db/columns'

/** Reference zones belong to the server and never change: a new vintage is a new row. */
export const zones = pgTable(
  'zones',
  {
    id: uuid().primaryKey(),
    level: text({ enum: ZONE_LEVELS }).notNull(),
    code: text().notNull(),
    name: text().notNull(),
    vintage: text().notNull(),
    source: text().notNull(),
    licence: text(),
    communes: text().array().notNull().default(sql`'{}'`),
    population: integer(),
    postcodes: text().array().notNull().default(sql`'{}'`),
    area: areaColumn(),
    /** The import that brought it. */
    importRun: uuid(),
  },
  (t) => [
    uniqueIndex('zones_key').on(t.level, t.code, t.vintage, t.source),
    index('zones_communes').using('gin', t.communes),
    index('zones_postcodes').using('gin', t.postcodes),
    index('zones_area').using('gist', t.area),
    index('zones_import_run').on(t.importRun).where(sql`import_run IS NOT NULL`),
  ],
)

/** Zones that people draw belong to their workspace. */
export const drawnZones = pgTable(
  'drawn_zones',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    name: text().notNull(),
    area: areaColumn().notNull(),
    /** Of a zone that a file brought. */
    source: text(),
    sourceId: text(),
    importRun: uuid(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('drawn_zones_source_key').on(t.workspaceId, t.source, t.sourceId),
    index('drawn_zones_area').using('gist', t.area),
  ],
)

/**
 * The same contours at several levels of detail, snapped together so that borders stay shared.
 * For drawing only: their rings may be invalid, an analysis uses `zones.area`.
 */
export const zoneShapes = pgTable(
  'zone_shapes',
  {
    zoneId: uuid()
      .notNull()
      .references(() => zones.id, { onDelete: 'cascade' }),
    /** The last zoom that this shape serves. */
    lod: smallint().notNull(),
    level: text({ enum: ZONE_LEVELS }).notNull(),
    vintage: text().notNull(),
    geom: mercatorColumn().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.zoneId, t.lod] }),
    index('zone_shapes_8').using('gist', t.geom).where(sql`lod = 8`),
    index('zone_shapes_10').using('gist', t.geom).where(sql`lod = 10`),
    index('zone_shapes_12').using('gist', t.geom).where(sql`lod = 12`),
    index('zone_shapes_16').using('gist', t.geom).where(sql`lod = 16`),
  ],
)

/**
 * What became of a code from one vintage to the next: communes that merge, split or are renumbered, IRIS that are cut
 * anew. One row for each pair; a merge has several rows with the same `code_to`.
 */
export const movements = pgTable(
  'movements',
  {
    level: text({ enum: MOVING_LEVELS }).notNull(),
    codeFrom: text().notNull(),
    codeTo: text().notNull(),
    /** The day from which the new code holds. */
    effectiveOn: date({ mode: 'string' }).notNull(),
    kind: text({ enum: MOVEMENT_KINDS }).notNull(),
    nameFrom: text(),
    nameTo: text(),
    source: text().notNull(),
    importRun: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.level, t.codeFrom, t.codeTo, t.effectiveOn] }),
    index('movements_to').on(t.level, t.codeTo),
  ],
)
