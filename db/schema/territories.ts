import { sql } from 'drizzle-orm'
import { boolean, customType, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { BACKDROP_CLASSES } from '#contract/territories'
import { areaColumn, instant, workspaceId } from '#db/columns'

export const territories = pgTable(
  'territories',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    name: text().notNull(),
    communes: text().array().notNull().default(sql`'{}'`),
    epcis: text().array().notNull().default(sql`'{}'`),
    polygon: areaColumn(),
    demo: boolean().notNull().default(false),
    version: integer().notNull().default(1),
    archivedAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

const anyGeometry = customType<{ data: string }>({ dataType: () => 'geometry(Geometry, 4326)' })

/** The generated town that lies under a fictional territory. */
export const backdropFeatures = pgTable(
  'backdrop_features',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    territoryId: uuid().notNull(),
    position: integer().notNull(),
    class: text({ enum: BACKDROP_CLASSES }).notNull(),
    name: text(),
    geometry: anyGeometry().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('backdrop_features_territory').on(t.workspaceId, t.territoryId),
  ],
)
