import { sql } from 'drizzle-orm'
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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Draft, RowProblem } from '#api/domain/import-draft'
import { IMPORT_STATES, type ImportReport, ROW_OUTCOMES } from '#contract/imports'
import type { ImportMapping } from '#contract/mappings'
import type { ImportAnswers } from '#contract/questions'
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
    /** Who sent it: an account, a token. */
    author: text().notNull().default('import'),
    answers: jsonb().$type<ImportAnswers>().notNull().default({}),
    mapping: jsonb().$type<ImportMapping>(),
    state: text({ enum: IMPORT_STATES }).notNull(),
    progress: integer().notNull().default(0),
    report: jsonb().$type<ImportReport>(),
    /** What it wrote is there for everybody, at once: policies look here. */
    revealed: boolean().notNull().default(false),
    /** The number under which its history was written. */
    seq: bigint({ mode: 'number' }),
    /** The server that has its file, and when it last said that it works on it. */
    server: text(),
    beatAt: instant(),
    startedAt: instant().notNull().defaultNow(),
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('import_runs_revealed').on(t.workspaceId, t.id).where(sql`revealed`),
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
    /** What people call it. */
    name: text(),
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
    /** Fields that the file says otherwise than a person has written. */
    kept: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    problems: jsonb().$type<RowProblem[]>().notNull().default([]),
    /** Of a refused row: the cells of the file, without those that hold persons. */
    record: jsonb().$type<Record<string, unknown>>(),
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

/** A mapping that was applied once: a file with the same columns is read the same way. */
export const importMappings = pgTable(
  'import_mappings',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    name: text().notNull(),
    /** The names of the columns, folded and in order. */
    signature: text().notNull(),
    columns: text().array().notNull(),
    mapping: jsonb().$type<ImportMapping>().notNull(),
    usedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('import_mappings_signature').on(t.workspaceId, t.signature),
  ],
)
