import { and, desc, eq, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { hashOf, newSecret } from '#api/http/secret'
import type { Family } from '#contract/nomenclature'
import type { Role } from '#contract/roles'
import type { Queries } from '#db/client'
import { accessTokens, sessions } from '#db/schema/accounts'
import { rowsOf } from '#db/transaction'

const HOUR = 3_600_000
/** Without a request for so long, it is over. */
const IDLE_MS = 8 * HOUR
/** How long one lasts at most. */
const LIFETIME_MS = { account: 7 * 24 * HOUR, visitor: 24 * HOUR } as const

export type NewSession = {
  accountId: string | null
  workspaceId: string | null
  /** What the browser says it is, shortened; its owner recognises it. */
  device: string
  awaitsPasskey?: boolean
  resetUntil?: Date
  providerToken?: string
}

/** Opens a session and answers with its token, which exists nowhere else. */
export async function insertSession(
  tx: Queries,
  { resetUntil, ...session }: NewSession,
  now: Date,
): Promise<{ id: string; token: string; expiresAt: Date }> {
  const token = newSecret()
  const id = newId()
  const expiresAt = new Date(now.getTime() + LIFETIME_MS[session.accountId ? 'account' : 'visitor'])
  await tx.insert(sessions).values({
    ...session,
    id,
    tokenHash: hashOf(token),
    createdAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    expiresAt: expiresAt.toISOString(),
    resetUntil: resetUntil?.toISOString(),
  })
  return { id, token, expiresAt }
}

/** What a credential gives access to; `role` is null for an account outside the workspace. */
export type Access = {
  id: string
  accountId: string | null
  workspaceId: string | null
  role: Role | null
  territories: string[] | null
  families: Family[] | null
  awaitsPasskey: boolean
  actions: string[] | null
  /** The last minute in which it was used. */
  seenAt: string | null
}

const idleSince = (now: Date): string => new Date(now.getTime() - IDLE_MS).toISOString()

/** The session of a token that is neither over nor idle for too long. */
export async function findSession(tx: Queries, token: string, now: Date): Promise<Access | undefined> {
  const [row] = await rowsOf<Access>(
    tx,
    sql`SELECT s.id, s.account_id AS "accountId", s.workspace_id AS "workspaceId",
        CASE WHEN s.account_id IS NULL THEN 'visitor' ELSE m.role END AS role,
        m.limit_territories AS territories, m.limit_families AS families,
        s.awaits_passkey AS "awaitsPasskey", NULL::text[] AS actions, s.last_seen_at AS "seenAt"
      FROM sessions s LEFT JOIN members m ON m.workspace_id = s.workspace_id AND m.account_id = s.account_id
      WHERE s.token_hash = ${hashOf(token)}::bytea AND s.expires_at > ${now.toISOString()}::timestamptz
        AND s.last_seen_at > ${idleSince(now)}::timestamptz`,
  )
  return row
}

const SEEN = {
  session: (id: string, at: string) =>
    sql`UPDATE sessions SET last_seen_at = ${at}::timestamptz WHERE id = ${id}::uuid`,
  token: (id: string, at: string) =>
    sql`UPDATE access_tokens SET last_used_at = ${at}::timestamptz WHERE id = ${id}::uuid`,
}

export const noteSeen = (tx: Queries, what: keyof typeof SEEN, id: string, now: Date) =>
  rowsOf(tx, SEEN[what](id, now.toISOString()))

const isOver = (now: Date): SQL =>
  or(lt(sessions.expiresAt, now.toISOString()), lt(sessions.lastSeenAt, idleSince(now)))!

/** Removes a credential that is over, if it is there. */
export const endWhenOver = (tx: Queries, what: 'session' | 'token', token: string, now: Date) =>
  what === 'session'
    ? tx.delete(sessions).where(and(eq(sessions.tokenHash, hashOf(token)), isOver(now)))
    : tx
        .delete(accessTokens)
        .where(and(eq(accessTokens.tokenHash, hashOf(token)), lt(accessTokens.expiresAt, now.toISOString())))

/** Removes the session of a cookie, whoever's it is. Answers with whose it was. */
export async function endSessionOf(tx: Queries, token: string | undefined) {
  if (token === undefined) return undefined
  const [ended] = await tx
    .delete(sessions)
    .where(eq(sessions.tokenHash, hashOf(token)))
    .returning()
  return ended
}

/** Removes every session that is over. */
export const purgeSessions = (tx: Queries, now: Date) => tx.delete(sessions).where(isOver(now))

/** Ends the sessions of an account: all, or all but one. */
export const endSessionsOf = (tx: Queries, accountId: string, exceptId?: string) =>
  tx
    .delete(sessions)
    .where(
      and(eq(sessions.accountId, accountId), exceptId === undefined ? undefined : ne(sessions.id, exceptId)),
    )

/** Ends the sessions of an account that have a workspace open. */
export const endSessionsIn = (tx: Queries, accountId: string, workspaceId: string) =>
  tx.delete(sessions).where(and(eq(sessions.accountId, accountId), eq(sessions.workspaceId, workspaceId)))

/** Ends one session of an account; false when it has no such session. */
export async function endSession(tx: Queries, accountId: string, id: string): Promise<boolean> {
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.accountId, accountId), eq(sessions.id, id)))
    .returning({ id: sessions.id })
  return ended.length > 0
}

/** Ends what visitors with the public link of a workspace had opened. */
export const endVisits = (tx: Queries, workspaceId: string) =>
  tx.delete(sessions).where(and(eq(sessions.workspaceId, workspaceId), sql`account_id IS NULL`))

/** From now on, an account's sessions wait for its passkey. */
export const awaitPasskey = (tx: Queries, accountId: string) =>
  tx.update(sessions).set({ awaitsPasskey: true }).where(eq(sessions.accountId, accountId))

export const findSessionById = async (tx: Queries, id: string) =>
  (await tx.select().from(sessions).where(eq(sessions.id, id)))[0]

export const updateSession = (
  tx: Queries,
  id: string,
  set: { workspaceId?: string; awaitsPasskey?: boolean; resetUntil?: null },
) => tx.update(sessions).set(set).where(eq(sessions.id, id))

export type StoredSession = typeof sessions.$inferSelect

/** An account's sessions, the last used first. */
export const listSessions = (tx: Queries, accountId: string, now: Date) =>
  tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), sql`NOT (${isOver(now)})`))
    .orderBy(desc(sessions.lastSeenAt))
