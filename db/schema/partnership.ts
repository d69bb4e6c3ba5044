import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
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
import { BODY_FREQUENCIES, BODY_KINDS } from '#contract/bodies'
import { FACILITATOR_KINDS } from '#contract/facilitators'
import { APPROACHES } from '#contract/nomenclature'
import {
  DURATION_KINDS,
  ENTRY_MODES,
  OUTREACH_PURPOSES,
  OUTREACH_STATES,
  type Outreach,
} from '#contract/outreach'
import { RECORD_KINDS } from '#contract/records'
import {
  TIE_BASES,
  TIE_CONTENTS,
  TIE_DIRECTIONS,
  TIE_FREQUENCIES,
  TIE_KINDS,
  TIE_QUALITIES,
  TIE_STATES,
} from '#contract/ties'
import { audience, keptColumns, workspaceId } from '#db/columns'
import { actors } from './actors.ts'

const emptyArray = sql`'{}'`
const toActor = (workspace: never, actor: never) =>
  foreignKey({ columns: [workspace, actor], foreignColumns: [actors.workspaceId, actors.id] }).onDelete(
    'cascade',
  )

/** What is known between two actors; one row at most for two actors. */
export const ties = pgTable(
  'ties',
  {
    ...keptColumns(),
    fromId: uuid().notNull(),
    toId: uuid().notNull(),
    state: text({ enum: TIE_STATES }).notNull(),
    kind: text({ enum: TIE_KINDS }),
    contents: text({ enum: TIE_CONTENTS }).array().notNull().default(emptyArray),
    direction: text({ enum: TIE_DIRECTIONS }).notNull(),
    frequency: text({ enum: TIE_FREQUENCIES }),
    quality: text({ enum: TIE_QUALITIES }),
    formalised: boolean(),
    since: date({ mode: 'string' }),
    until: date({ mode: 'string' }),
    basis: text({ enum: TIE_BASES }),
    source: text(),
    note: text(),
    audience: audience(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('ties_pair')
      .on(t.workspaceId, sql`least(from_id, to_id)`, sql`greatest(from_id, to_id)`)
      .where(sql`archived_at IS NULL`),
    index('ties_to').on(t.workspaceId, t.toId),
    check('ties_two_actors', sql`from_id <> to_id`),
    check('ties_kind_if_known', sql`(kind IS NOT NULL) = (state = 'known')`),
    toActor(t.workspaceId as never, t.fromId as never),
    toActor(t.workspaceId as never, t.toId as never),
  ],
)

export const bodies = pgTable(
  'bodies',
  {
    ...keptColumns(),
    kind: text({ enum: BODY_KINDS }).notNull(),
    name: text().notNull(),
    acronym: text(),
    localMeaning: text(),
    purpose: text(),
    perimeterCommunes: text().array().notNull().default(emptyArray),
    perimeter: text(),
    frequency: text({ enum: BODY_FREQUENCIES }),
    reasonIds: text().array().notNull().default(emptyArray),
    nextMeeting: text(),
    meetingPlace: text(),
    note: text(),
    audience: audience(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    check('bodies_acronym_meaning', sql`acronym IS NULL OR local_meaning IS NOT NULL`),
  ],
)

export const facilitators = pgTable(
  'facilitators',
  {
    ...keptColumns(),
    kind: text({ enum: FACILITATOR_KINDS }).notNull(),
    name: text().notNull(),
    description: text(),
    bodyIds: uuid().array().notNull().default(emptyArray),
    zoneIds: uuid().array().notNull().default(emptyArray),
    communes: text().array().notNull().default(emptyArray),
    reasonIds: text().array().notNull().default(emptyArray),
    publicIds: uuid().array().notNull().default(emptyArray),
    presentsItself: boolean().notNull().default(false),
    audience: audience(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    check('facilitators_presents_itself', sql`kind <> 'community_belonging' OR presents_itself`),
  ],
)

export const outreach = pgTable(
  'outreach',
  {
    ...keptColumns(),
    name: text().notNull(),
    description: text(),
    state: text({ enum: OUTREACH_STATES }).notNull(),
    entryMode: text({ enum: ENTRY_MODES }),
    stops: jsonb().$type<Outreach['stops']>().notNull().default([]),
    reasonIds: text().array().notNull().default(emptyArray),
    publicIds: uuid().array().notNull().default(emptyArray),
    approaches: text({ enum: APPROACHES }).array().notNull().default(emptyArray),
    purposes: text({ enum: OUTREACH_PURPOSES }).array().notNull().default(emptyArray),
    durationKind: text({ enum: DURATION_KINDS }),
    startsOn: date({ mode: 'string' }),
    endsOn: date({ mode: 'string' }),
    conditions: jsonb().$type<Outreach['conditions']>().notNull().default({}),
    ethics: jsonb().$type<Outreach['ethics']>().notNull().default({}),
    audience: audience(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

/** Which actor has which part in a body, a facilitator or an action: rows of actors that a reader cannot see are not there. */
export const involvements = pgTable(
  'involvements',
  {
    workspaceId: workspaceId(),
    recordKind: text({ enum: RECORD_KINDS }).notNull(),
    recordId: uuid().notNull(),
    actorId: uuid().notNull(),
    role: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.recordId, t.actorId] }),
    index('involvements_actor').on(t.workspaceId, t.actorId),
    toActor(t.workspaceId as never, t.actorId as never),
  ],
)
