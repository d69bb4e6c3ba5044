import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { CHANGE_CAUSES, CHANGE_VERBS } from '#contract/changes'
import { instant, workspaceId } from '#db/columns'

export const workspaces = pgTable('workspaces', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  /** The last sequence number given; gap-free because its row is locked until commit. */
  lastSeq: bigint({ mode: 'number' }).notNull().default(0),
})

export const changes = pgTable(
  'changes',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    at: instant().notNull().defaultNow(),
    author: text().notNull(),
    cause: text({ enum: CHANGE_CAUSES }).notNull(),
    verb: text({ enum: CHANGE_VERBS }).notNull(),
    entity: text({ enum: ['actor', 'territory', 'zone', 'import'] }).notNull(),
    entityId: uuid().notNull(),
    /** The entity's version once this was written. */
    version: integer().notNull(),
    field: text(),
    before: jsonb(),
    after: jsonb(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('changes_seq').on(t.workspaceId, t.seq),
    index('changes_entity').on(t.workspaceId, t.entityId, t.seq),
  ],
)
