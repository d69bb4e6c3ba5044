import { type SQL, sql } from 'drizzle-orm'
import { customType, integer, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Level } from '#contract/assessments'
import type { Area, Point } from '#contract/geometry'
import { AUDIENCES } from '#contract/roles'

/** GeoJSON text as a geometry, in WGS 84. */
export const fromGeoJson = (geometry: Point | Area): SQL =>
  sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geometry)}::text), 4326)`

/** Drizzle's own `geometry()` knows neither SRID nor surfaces. */
const geometryOf = <T extends Point | Area>(type: string, wrap: (value: SQL) => SQL = (value) => value) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => `geometry(${type}, 4326)`,
    toDriver: (geometry) => wrap(fromGeoJson(geometry)),
  })

export const pointColumn = geometryOf<Point>('Point')
export const areaColumn = geometryOf<Area>('MultiPolygon', (value) => sql`ST_Multi(${value})`)

/** Web Mercator, in metres: what tiles are cut from. Written by the database only. */
export const mercatorColumn = customType<{ data: never }>({ dataType: () => 'geometry(Geometry, 3857)' })
export const tsvectorColumn = customType<{ data: string }>({ dataType: () => 'tsvector' })
/** Minutes of the week, Monday 00:00 = 0. */
export const minutesColumn = customType<{ data: string }>({ dataType: () => 'int4multirange' })
/** Local times in France. */
export const datesColumn = customType<{ data: string }>({ dataType: () => 'tsmultirange' })

export const workspaceId = () => uuid().notNull()
/** Who may read the row: a policy compares it with the audiences of whoever asks. */
export const audience = () => text({ enum: AUDIENCES }).notNull().default('public')
export const instant = () => timestamp({ withTimezone: true, mode: 'string' })
/** The SHA-256 of a secret that only its holder has, or a public key. */
export const bytesColumn = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** What every record of a workspace has; the primary key is (workspace_id, id). */
export const keptColumns = () => ({
  workspaceId: workspaceId(),
  id: uuid().notNull(),
  version: integer().notNull().default(1),
  archivedAt: instant(),
  createdAt: instant().notNull().defaultNow(),
  updatedAt: instant().notNull().defaultNow(),
})
/** 0 to 3. */
export const smallLevel = () => smallint().$type<Level>()
