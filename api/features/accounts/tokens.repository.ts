import { and, desc, eq, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { hashOf, newSecret } from '#api/http/secret'
import type { Queries } from '#db/client'
import { accessTokens } from '#db/schema/accounts'
import { rowsOf } from '#db/transaction'
import type { Access } from './sessions.repository.ts'

/** The prefix by which a leaked token is recognised. */
const PREFIX = 'mlg_'
const DAY = 86_400_000

/** A program's token that is not over, with the rights of its account in its workspace. */
export async function findAccessToken(tx: Queries, token: string, now: Date): Promise<Access | undefined> {
  const [row] = await rowsOf<Access>(
    tx,
    sql`SELECT t.id, t.account_id AS "accountId", t.workspace_id AS "workspaceId", m.role,
        m.limit_territories AS territories, m.limit_families AS families,
        false AS "awaitsPasskey", t.actions, t.last_used_at AS "seenAt"
      FROM access_tokens t JOIN members m ON m.workspace_id = t.workspace_id AND m.account_id = t.account_id
      WHERE t.token_hash = ${hashOf(token)}::bytea AND t.expires_at > ${now.toISOString()}::timestamptz`,
  )
  return row
}

export type StoredToken = typeof accessTokens.$inferSelect

type NewToken = {
  accountId: string
  workspaceId: string
  name: string
  actions: string[] | null
  days: number
}

/** Makes a token; its text is in the answer and nowhere else. */
export async function insertAccessToken(tx: Queries, { days, ...token }: NewToken, now: Date) {
  const text = `${PREFIX}${newSecret()}`
  const row = {
    ...token,
    id: newId(),
    tokenHash: hashOf(text),
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + days * DAY).toISOString(),
  }
  await tx.insert(accessTokens).values(row)
  return { token: text, row: { ...row, lastUsedAt: null } }
}

/** An account's tokens in one workspace, the latest first. */
export const listAccessTokens = (tx: Queries, accountId: string, workspaceId: string) =>
  tx
    .select()
    .from(accessTokens)
    .where(and(eq(accessTokens.accountId, accountId), eq(accessTokens.workspaceId, workspaceId)))
    .orderBy(desc(accessTokens.createdAt))

/** Revokes one token of an account; false when it has no such token. */
export async function removeAccessToken(tx: Queries, accountId: string, id: string): Promise<boolean> {
  const removed = await tx
    .delete(accessTokens)
    .where(and(eq(accessTokens.accountId, accountId), eq(accessTokens.id, id)))
    .returning({ id: accessTokens.id })
  return removed.length > 0
}

/** Revokes an account's tokens: everywhere, or in one workspace. */
export const removeAccessTokensOf = (tx: Queries, accountId: string, workspaceId?: string) =>
  tx
    .delete(accessTokens)
    .where(
      and(
        eq(accessTokens.accountId, accountId),
        workspaceId === undefined ? undefined : eq(accessTokens.workspaceId, workspaceId),
      ),
    )
