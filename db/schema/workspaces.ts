import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { CHANGE_CAUSES, CHANGE_ENTITIES, CHANGE_VERBS } from '#contract/changes'
import { WORKSPACE_KINDS } from '#contract/members'
import { AUDIENCES } from '#contract/roles'
import { instant, workspaceId } from '#db/columns'

export const workspaces = pgTable('workspaces', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  kind: text({ enum: WORKSPACE_KINDS }).notNull().default('other'),
  sharesActors: boolean().notNull().default(false),
  /** The secret of its public link, in clear: whoever administers it hands it out. Null: there is none. */
  publicLink: text(),
  /** Whether addresses may be sent to the national geocoding service. */
  geocodes: boolean().notNull().default(false),
  createdAt: instant().notNull().defaultNow(),
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
    entity: text({ enum: CHANGE_ENTITIES }).notNull(),
    entityId: uuid().notNull(),
    /** The entity's version once this was written. */
    version: integer().notNull(),
    field: text(),
    before: jsonb(),
    after: jsonb(),
    /** What its writer could see: it is undone with the same eyes. */
    audience: text({ enum: AUDIENCES }).notNull().default('private'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('changes_seq').on(t.workspaceId, t.seq),
    index('changes_entity').on(t.workspaceId, t.entityId, t.seq),
  ],
)
