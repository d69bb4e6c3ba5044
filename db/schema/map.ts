import { doublePrecision, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { FAMILIES } from '#contract/nomenclature'
import { audience, instant, mercatorColumn, workspaceId } from '#db/columns'

/** Stands for no import at all where a key needs a value. */
const NO_RUN = '00000000-0000-0000-0000-000000000000'

/** What the map draws, and nothing else: one slim row for each place with a point, of actors not archived. */
export const mapPoints = pgTable(
  'map_points',
  {
    workspaceId: workspaceId(),
    placeId: uuid().notNull(),
    actorId: uuid().notNull(),
    family: text({ enum: FAMILIES }).notNull(),
    name: text().notNull(),
    verifiedAt: instant(),
    /** The narrower of the actor's and the place's. */
    audience: audience(),
    importRun: uuid(),
    geom: mercatorColumn().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.placeId] }),
    index('map_points_actor').on(t.workspaceId, t.actorId),
    index('map_points_geom').using('gist', t.geom),
  ],
)

/** How many places of each family; the column's name is the family's letter. */
const countsByFamily = Object.fromEntries(
  FAMILIES.map((family) => [family.toLowerCase(), integer().notNull()]),
)

/** Counts by grid cell and zoom, kept by triggers on `map_points`: 16 × 16 cells a tile. */
export const mapCells = pgTable(
  'map_cells',
  {
    workspaceId: workspaceId(),
    /** Who asks: the cell counts what this audience and wider ones may see. */
    audience: audience(),
    z: integer().notNull(),
    x: integer().notNull(),
    y: integer().notNull(),
    /** The cells of an import stand apart until it is revealed, and can go with it: readers add them up. */
    importRun: uuid().notNull().default(NO_RUN),
    n: integer().notNull(),
    /** Sums of Web Mercator coordinates: the symbol stands at the mean. */
    sumX: doublePrecision().notNull(),
    sumY: doublePrecision().notNull(),
    ...countsByFamily,
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.audience, t.z, t.x, t.y, t.importRun] })],
)
