import { sql } from 'drizzle-orm'
import { boolean, date, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import {
  AUTHOR_ROLES,
  CAUSES,
  CONFIDENCES,
  OBSERVATION_SHAPES,
  OBSERVATION_SOURCES,
  STANCES,
} from '#contract/observations'
import { PUBLIC_FLAGS } from '#contract/target-publics'
import { areaColumn, instant, workspaceId } from '#db/columns'

const emptyArray = sql`'{}'`

/** Times of looking together. */
export const rounds = pgTable(
  'rounds',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    question: text().notNull(),
    openedAt: instant().notNull().defaultNow(),
    revealedAt: instant(),
    expiresOn: date({ mode: 'string' }).notNull(),
    extended: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

/** What people see. Until its round is revealed, a row is there for nobody: policies see to it. */
export const observations = pgTable(
  'observations',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    roundId: uuid().notNull(),
    /** Whoever put it down may take it back; nobody is told who. */
    accountId: uuid().notNull(),
    groupId: uuid(),
    stance: text({ enum: STANCES }).notNull(),
    shape: text({ enum: OBSERVATION_SHAPES }).notNull(),
    hexagons: text().array().notNull().default(emptyArray),
    zoneIds: uuid().array().notNull().default(emptyArray),
    area: areaColumn().notNull(),
    flags: text({ enum: PUBLIC_FLAGS }).array().notNull().default(emptyArray),
    publicIds: uuid().array().notNull().default(emptyArray),
    causes: text({ enum: CAUSES }).array().notNull().default(emptyArray),
    source: text({ enum: OBSERVATION_SOURCES }).notNull(),
    confidence: text({ enum: CONFIDENCES }).notNull(),
    authorRole: text({ enum: AUTHOR_ROLES }).notNull(),
    observedOn: date({ mode: 'string' }).notNull(),
    note: text(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.roundId],
      foreignColumns: [rounds.workspaceId, rounds.id],
    }).onDelete('cascade'),
    index('observations_round').on(t.workspaceId, t.roundId),
    index('observations_area').using('gist', t.area),
  ],
)
