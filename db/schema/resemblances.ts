import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { RESEMBLANCE_REASONS, RESEMBLANCE_VERDICTS } from '#contract/resemblances'
import { instant, workspaceId } from '#db/columns'
import { actors } from './actors.ts'

/** Two actors that may be the same, the smaller id first; remembered once somebody has decided. */
export const resemblances = pgTable(
  'resemblances',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    one: uuid().notNull(),
    other: uuid().notNull(),
    score: real().notNull(),
    reasons: text({ enum: RESEMBLANCE_REASONS }).array().notNull(),
    likely: text({ enum: RESEMBLANCE_VERDICTS }).notNull(),
    verdict: text({ enum: RESEMBLANCE_VERDICTS }),
    decidedBy: text(),
    decidedAt: instant(),
    /** Under which the merge, or the belonging, was written. */
    seq: bigint({ mode: 'number' }),
    foundAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('resemblances_pair').on(t.workspaceId, t.one, t.other),
    index('resemblances_other').on(t.workspaceId, t.other),
    check('resemblances_order', sql`one < other`),
    foreignKey({ columns: [t.workspaceId, t.one], foreignColumns: [actors.workspaceId, actors.id] }).onDelete(
      'cascade',
    ),
    foreignKey({
      columns: [t.workspaceId, t.other],
      foreignColumns: [actors.workspaceId, actors.id],
    }).onDelete('cascade'),
  ],
)
