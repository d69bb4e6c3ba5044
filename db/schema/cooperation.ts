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
  uuid,
} from 'drizzle-orm/pg-core'
import { ASSESSOR_KINDS, type Assessment, DISCUSSION_OUTCOMES, EVIDENCE_KINDS } from '#contract/assessments'
import { REASONS } from '#contract/reasons'
import type { Scales } from '#contract/scales'
import { PUBLIC_FLAGS } from '#contract/target-publics'
import { instant, keptColumns, smallLevel, workspaceId } from '#db/columns'
import { actors } from './actors.ts'

const emptyArray = sql`'{}'`

/** Reasons that a workspace adds to the four. */
export const reasons = pgTable(
  'reasons',
  { ...keptColumns(), label: text().notNull(), likeReason: text({ enum: REASONS }) },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const targetPublics = pgTable(
  'target_publics',
  {
    ...keptColumns(),
    name: text().notNull(),
    flags: text({ enum: PUBLIC_FLAGS }).array().notNull().default(emptyArray),
    known: boolean().notNull().default(false),
    publics: text().array().notNull().default(emptyArray),
    note: text(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

/** People who judge together. */
export const groups = pgTable('groups', { ...keptColumns(), name: text().notNull() }, (t) => [
  primaryKey({ columns: [t.workspaceId, t.id] }),
])

const onActor = (t: { workspaceId: never; actorId: never }) =>
  foreignKey({
    columns: [t.workspaceId, t.actorId],
    foreignColumns: [actors.workspaceId, actors.id],
  }).onDelete('cascade')

/** Judgements, one after the other: none is ever changed. */
export const assessments = pgTable(
  'assessments',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    /** The change that it is: the latest of an assessor on one actor, reason and public counts. */
    seq: bigint({ mode: 'number' }).notNull(),
    at: instant().notNull().defaultNow(),
    author: text().notNull(),
    assessorKind: text({ enum: ASSESSOR_KINDS }).notNull(),
    assessorId: uuid().notNull(),
    actorId: uuid().notNull(),
    reasonId: text().notNull(),
    publicId: uuid(),
    need: smallLevel(),
    possibility: smallLevel(),
    evidence: text(),
    evidenceKind: text({ enum: EVIDENCE_KINDS }),
    factors: jsonb().$type<Assessment['factors']>().notNull().default({}),
    conditions: jsonb().$type<Assessment['conditions']>().notNull().default({}),
    note: text(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('assessments_latest').on(
      t.workspaceId,
      t.actorId,
      t.reasonId,
      t.publicId,
      t.assessorKind,
      t.assessorId,
      t.seq.desc(),
    ),
    onActor(t as never),
  ],
)

/** What a room said about a disagreement. */
export const discussions = pgTable(
  'discussions',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    at: instant().notNull().defaultNow(),
    author: text().notNull(),
    actorId: uuid().notNull(),
    reasonId: text().notNull(),
    publicId: uuid(),
    outcome: text({ enum: DISCUSSION_OUTCOMES }).notNull(),
    text: text(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('discussions_actor').on(t.workspaceId, t.actorId),
    onActor(t as never),
  ],
)

/** How a workspace calls levels and quadrants, and which actor is its own team: one row, or none. */
export const scales = pgTable('scales', {
  workspaceId: uuid().primaryKey(),
  version: integer().notNull().default(1),
  need: jsonb().$type<Scales['need']>(),
  possibility: jsonb().$type<Scales['possibility']>(),
  quadrants: jsonb().$type<Scales['quadrants']>(),
  teamId: uuid(),
})
