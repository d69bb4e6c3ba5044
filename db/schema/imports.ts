import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Draft, RowProblem } from '#api/domain/import-draft'
import { IMPORT_STATES, type ImportReport, ROW_OUTCOMES } from '#contract/imports'
import { instant, workspaceId } from '#db/columns'

export const importRuns = pgTable(
  'import_runs',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    filename: text().notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    dryRun: boolean().notNull(),
    vintage: text(),
    state: text({ enum: IMPORT_STATES }).notNull(),
    progress: integer().notNull().default(0),
    report: jsonb().$type<ImportReport>(),
    startedAt: instant().notNull().defaultNow(),
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('import_runs_started').on(t.workspaceId, t.startedAt),
  ],
)

/** What a run has read and not yet revealed. Nothing but the run itself looks here. */
export const importRows = pgTable(
  'import_rows',
  {
    workspaceId: workspaceId(),
    runId: uuid().notNull(),
    line: integer().notNull(),
    /** The identifier of the row within its file: a second one is a duplicate. */
    key: text(),
    outcome: text({ enum: ROW_OUTCOMES }).notNull(),
    /** What is created or updated, and the version of it that the draft was compared with. */
    entityId: uuid(),
    version: integer(),
    draft: jsonb().$type<Draft>(),
    /** Fields to write, and what they hold until then. */
    set: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    before: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    problems: jsonb().$type<RowProblem[]>().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.runId, t.line] }),
    index('import_rows_key').on(t.workspaceId, t.runId, t.key),
    foreignKey({
      columns: [t.workspaceId, t.runId],
      foreignColumns: [importRuns.workspaceId, importRuns.id],
    }).onDelete('cascade'),
  ],
)
