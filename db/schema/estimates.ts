import { integer, jsonb, pgTable, primaryKey, real, text, uuid } from 'drizzle-orm/pg-core'
import { BENEFITS, ESTIMATE_STATES, type EstimateRun } from '#contract/estimates'
import { ZONE_LEVELS } from '#contract/zones'
import { instant, workspaceId } from '#db/columns'

/** What one run was made of and what it gave. Its inputs hold what must not be shown: they never leave the server. */
export const estimateRuns = pgTable(
  'estimate_runs',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    name: text().notNull(),
    benefit: text({ enum: BENEFITS }).notNull(),
    territoryId: uuid(),
    level: text({ enum: ZONE_LEVELS }).notNull(),
    state: text({ enum: ESTIMATE_STATES }).notNull(),
    progress: real().notNull().default(0),
    sources: jsonb().$type<EstimateRun['sources']>().notNull(),
    assumptions: jsonb().$type<EstimateRun['assumptions']>().notNull(),
    parameters: jsonb().$type<EstimateRun['parameters']>().notNull(),
    seed: integer().notNull(),
    hash: text().notNull(),
    inputs: jsonb().$type<unknown>().notNull(),
    blindSpots: jsonb().$type<EstimateRun['blindSpots']>().notNull(),
    counts: jsonb().$type<EstimateRun['counts']>().notNull(),
    result: jsonb().$type<EstimateRun['result']>(),
    author: text().notNull(),
    startedAt: instant().notNull().defaultNow(),
    endedAt: instant(),
    /** When the server that works on it last said that it does. */
    beatAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
