import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { FAMILIES } from '#contract/nomenclature'
import { ROLES } from '#contract/roles'
import { bytesColumn, instant, workspaceId } from '#db/columns'
import { accounts } from './accounts.ts'

/** Where and on what someone may write; an empty list restricts nothing. */
const limits = () => ({
  limitTerritories: uuid().array().notNull().default(sql`'{}'`),
  limitFamilies: text({ enum: FAMILIES }).array().notNull().default(sql`'{}'`),
})

export const members = pgTable(
  'members',
  {
    workspaceId: workspaceId(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    role: text({ enum: ROLES }).notNull(),
    ...limits(),
    since: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.accountId] }), index('members_account').on(t.accountId)],
)

export const invitations = pgTable(
  'invitations',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    secretHash: bytesColumn().notNull(),
    role: text({ enum: ROLES }).notNull(),
    ...limits(),
    label: text(),
    invitedBy: uuid().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), uniqueIndex('invitations_secret').on(t.secretHash)],
)

/** What concerns the security of a workspace; no content, no address, no name. */
export const securityEvents = pgTable(
  'security_events',
  {
    /** Null for what concerns an account in no workspace. */
    workspaceId: uuid(),
    id: uuid().primaryKey(),
    at: instant().notNull(),
    kind: text().notNull(),
    accountId: uuid(),
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [index('security_events_at').on(t.workspaceId, t.at)],
)
