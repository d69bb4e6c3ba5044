import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { ZONE_LEVELS } from '#contract/zones'
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
  },
  (t) => [
    uniqueIndex('zones_key').on(t.level, t.code, t.vintage, t.source),
    index('zones_communes').using('gin', t.communes),
    index('zones_area').using('gist', t.area),
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
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), index('drawn_zones_area').using('gist', t.area)],
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
