import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { PROPOSAL_STATES } from '#contract/proposals'
import { AUDIENCES } from '#contract/roles'
import { instant, workspaceId } from '#db/columns'

/** What someone who may not write would like to see written. */
export const proposals = pgTable(
  'proposals',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    at: instant().notNull(),
    author: text().notNull(),
    /** What its author could see: elements of a list beyond it were not there, and are kept. */
    audience: text({ enum: AUDIENCES }).notNull(),
    /** Null for a new actor. */
    actorId: uuid(),
    title: text().notNull(),
    message: text(),
    /** Fields and the values that they should have. */
    set: jsonb().$type<Record<string, unknown>>().notNull(),
    state: text({ enum: PROPOSAL_STATES }).notNull().default('waiting'),
    decidedBy: text(),
    decidedAt: instant(),
    reason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('proposals_state').on(t.workspaceId, t.state, t.at),
  ],
)
