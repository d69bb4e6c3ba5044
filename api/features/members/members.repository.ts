import { and, asc, eq, sql } from 'drizzle-orm'
import type { Limits } from '#contract/members'
import type { Role } from '#contract/roles'
import type { Queries } from '#db/client'
import { accounts, passkeys, sessions } from '#db/schema/accounts'
import { members } from '#db/schema/members'
import { workspaces } from '#db/schema/workspaces'

type Rights = { role: Role; limits: Limits }

const limitColumns = ({ territories, families }: Limits) => ({
  limitTerritories: territories,
  limitFamilies: families,
})

/** The workspaces of an account, and what it is there; the first that it joined comes first. */
export const listMemberships = (tx: Queries, accountId: string) =>
  tx
    .select({ id: workspaces.id, name: workspaces.name, kind: workspaces.kind, role: members.role })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(eq(members.accountId, accountId))
    .orderBy(asc(members.since), asc(workspaces.id))

/** False when the account is a member already: it stays what it was. */
export async function insertMember(
  tx: Queries,
  { workspaceId, accountId, role, limits }: Rights & { workspaceId: string; accountId: string },
  now: Date,
): Promise<boolean> {
  const inserted = await tx
    .insert(members)
    .values({ workspaceId, accountId, role, ...limitColumns(limits), since: now.toISOString() })
    .onConflictDoNothing()
    .returning({ role: members.role })
  return inserted.length > 0
}

const of = (workspaceId: string, accountId: string) =>
  and(eq(members.workspaceId, workspaceId), eq(members.accountId, accountId))

export const updateMember = (tx: Queries, workspaceId: string, accountId: string, { role, limits }: Rights) =>
  tx
    .update(members)
    .set({ role, ...limitColumns(limits) })
    .where(of(workspaceId, accountId))

export const removeMember = (tx: Queries, workspaceId: string, accountId: string) =>
  tx.delete(members).where(of(workspaceId, accountId))

/** The members of a workspace, by name; or one of them. */
export const listMembers = (tx: Queries, workspaceId: string, accountId?: string) =>
  tx
    .select({
      accountId: members.accountId,
      name: accounts.name,
      email: accounts.email,
      role: members.role,
      limits: { territories: members.limitTerritories, families: members.limitFamilies },
      since: sql<string>`${members.since}`.mapWith((at) => new Date(at).toISOString()),
      lastSeenAt: sql<
        string | null
      >`(SELECT max(s.last_seen_at) FROM ${sessions} s WHERE s.account_id = ${members.accountId} AND s.workspace_id = ${members.workspaceId})`.mapWith(
        (at) => at && new Date(at).toISOString(),
      ),
      passkeys: sql<number>`(SELECT count(*)::int FROM ${passkeys} p WHERE p.account_id = ${members.accountId})`,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(accountId === undefined ? eq(members.workspaceId, workspaceId) : of(workspaceId, accountId))
    .orderBy(asc(accounts.name), asc(accounts.id))

/**
 * Holds the administrators of a workspace until the transaction ends, so that two of them cannot leave at once.
 * Answers with their accounts.
 */
export async function lockAdministrators(tx: Queries, workspaceId: string): Promise<string[]> {
  const rows = await tx
    .select({ accountId: members.accountId })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.role, 'administrator')))
    .orderBy(asc(members.accountId))
    .for('update')
  return rows.map(({ accountId }) => accountId)
}

/** Whether somebody other than these accounts is a member of anything. */
export async function hasMembers(tx: Queries, except: readonly string[]): Promise<boolean> {
  const [row] = await tx
    .select({ there: sql`1` })
    .from(members)
    .where(sql`NOT ${members.accountId} = ANY (${sql.param(`{${except.join()}}`)}::uuid[])`)
    .limit(1)
  return row !== undefined
}
