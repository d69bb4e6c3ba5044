import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Role } from '#contract/roles'
import type { Queries } from '#db/client'
import { accessTokens, accounts, sessions } from '#db/schema/accounts'
import { members, securityEvents } from '#db/schema/members'
import { rowsOf, uuidArray } from '#db/transaction'

/** All that the server knows of an account that is a member of a workspace. */
export type MemberAccount = {
  id: string
  name: string
  email: string | null
  role: Role
  held: Record<string, unknown>
}

/** The members of one workspace; for a transaction of `withAccounts`. */
export const listMemberAccounts = (tx: Queries, workspaceId: string): Promise<MemberAccount[]> =>
  rowsOf(
    tx,
    sql`SELECT a.id, a.name, a.email, m.role, jsonb_build_object(
        'name', a.name, 'email', a.email, 'role', m.role, 'since', m.since,
        'createdAt', a.created_at, 'lastSignInAt', a.last_sign_in_at,
        'sessions', (SELECT coalesce(jsonb_agg(jsonb_build_object('device', s.device, 'lastSeenAt', s.last_seen_at)), '[]')
          FROM sessions s WHERE s.account_id = a.id AND s.workspace_id = m.workspace_id),
        'passkeys', (SELECT coalesce(jsonb_agg(p.name), '[]') FROM passkeys p WHERE p.account_id = a.id),
        'tokens', (SELECT coalesce(jsonb_agg(t.name), '[]') FROM access_tokens t
          WHERE t.account_id = a.id AND t.workspace_id = m.workspace_id)) AS held
      FROM members m JOIN accounts a ON a.id = m.account_id WHERE m.workspace_id = ${workspaceId}::uuid ORDER BY a.id`,
  )

/** Security events of accounts, in one workspace. */
export const listEventsOf = (
  tx: Queries,
  workspaceId: string,
  ids: readonly string[],
): Promise<{ id: string; kind: string; at: string }[]> =>
  rowsOf(
    tx,
    sql`SELECT id, kind, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at FROM security_events
      WHERE workspace_id = ${workspaceId}::uuid AND account_id = ANY (${uuidArray(ids)}) ORDER BY at`,
  )

/** Takes accounts out of a workspace; those that are in no other are erased with all that they have. */
export async function removeFromWorkspace(
  tx: Queries,
  workspaceId: string,
  ids: readonly string[],
): Promise<void> {
  const list = [...ids]
  const here = eq(members.workspaceId, workspaceId)
  await tx.delete(members).where(and(here, inArray(members.accountId, list)))
  await tx
    .delete(accessTokens)
    .where(and(eq(accessTokens.workspaceId, workspaceId), inArray(accessTokens.accountId, list)))
  await tx
    .delete(sessions)
    .where(and(eq(sessions.workspaceId, workspaceId), inArray(sessions.accountId, list)))
  await tx
    .update(securityEvents)
    .set({ accountId: null })
    .where(and(eq(securityEvents.workspaceId, workspaceId), inArray(securityEvents.accountId, list)))
  const elsewhere = tx.select({ id: members.accountId }).from(members)
  const erased = await tx
    .delete(accounts)
    .where(and(inArray(accounts.id, list), sql`${accounts.id} NOT IN (${elsewhere})`))
    .returning({ id: accounts.id })
  await forgetEventsOf(
    tx,
    erased.map(({ id }) => id),
  )
}

/** Events of accounts that are gone lead to nobody. */
export const forgetEventsOf = (tx: Queries, ids: readonly string[]) =>
  tx
    .update(securityEvents)
    .set({ accountId: null })
    .where(inArray(securityEvents.accountId, [...ids]))
