import {
  bigint,
  boolean,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytesColumn, instant } from '#db/columns'
import { workspaces } from './workspaces.ts'

/** People who sign in. They belong to the server; `members` says to which workspaces they have access. */
export const accounts = pgTable(
  'accounts',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    /** Lower case; null for an account of the demo or of a provider that tells none. */
    email: text(),
    /** PHC string, argon2id. */
    passwordHash: text(),
    operator: boolean().notNull().default(false),
    createdAt: instant().notNull().defaultNow(),
    lastSignInAt: instant(),
  },
  (t) => [uniqueIndex('accounts_email').on(t.email)],
)

const accountId = () =>
  uuid()
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' })

/** An account as an identity provider knows it: never matched by e-mail. */
export const identities = pgTable(
  'identities',
  { issuer: text().notNull(), subject: text().notNull(), accountId: accountId() },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index('identities_account').on(t.accountId)],
)

export const passkeys = pgTable(
  'passkeys',
  {
    id: text().primaryKey(),
    accountId: accountId(),
    name: text().notNull(),
    publicKey: bytesColumn().notNull(),
    counter: bigint({ mode: 'number' }).notNull(),
    transports: text().array(),
    createdAt: instant().notNull().defaultNow(),
    lastUsedAt: instant(),
  },
  (t) => [index('passkeys_account').on(t.accountId)],
)

export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    tokenHash: bytesColumn().notNull(),
    /** Null for a visitor with a public link. */
    accountId: uuid().references(() => accounts.id, { onDelete: 'cascade' }),
    /** The workspace that is open in it. */
    workspaceId: uuid().references(() => workspaces.id, { onDelete: 'cascade' }),
    device: text().notNull(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    /** Whatever happens, it ends then. */
    expiresAt: instant().notNull(),
    /** The password was right and a passkey is still to be shown. */
    awaitsPasskey: boolean().notNull().default(false),
    /** It came by a link: until then it may set a password without the current one. */
    resetUntil: instant(),
    /** For the identity provider's own sign-out. */
    providerToken: text(),
  },
  (t) => [
    uniqueIndex('sessions_token').on(t.tokenHash),
    index('sessions_account').on(t.accountId),
    index('sessions_expiry').on(t.expiresAt),
  ],
)

/** Personal access tokens, for programs. */
export const accessTokens = pgTable(
  'access_tokens',
  {
    id: uuid().primaryKey(),
    tokenHash: bytesColumn().notNull(),
    accountId: accountId(),
    workspaceId: uuid()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** Null: all that the account's role may. */
    actions: text().array(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    lastUsedAt: instant(),
  },
  (t) => [uniqueIndex('access_tokens_hash').on(t.tokenHash), index('access_tokens_account').on(t.accountId)],
)

export const CHALLENGE_KINDS = ['setup', 'link', 'provider', 'new_passkey', 'passkey'] as const

/** Things that can be answered once, for some minutes: links, ceremonies, returns from a provider. */
export const challenges = pgTable(
  'challenges',
  {
    secretHash: bytesColumn().primaryKey(),
    kind: text({ enum: CHALLENGE_KINDS }).notNull(),
    accountId: uuid().references(() => accounts.id, { onDelete: 'cascade' }),
    /** Of the browser that asked: another one cannot answer. */
    browserHash: bytesColumn(),
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('challenges_account').on(t.accountId, t.kind)],
)

/** Failures, and what must stay rare. Successes are never counted: a training room shares one address. */
export const attempts = pgTable(
  'attempts',
  {
    id: uuid().primaryKey(),
    /** What is counted, hashed: an address or a network is not kept in clear. */
    key: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('attempts_key').on(t.key, t.at)],
)
