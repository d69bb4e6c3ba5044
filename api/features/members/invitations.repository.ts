import { and, asc, eq, gt, inArray, lt, not, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { hashOf, newSecret } from '#api/http/secret'
import type { Invitation, Limits } from '#contract/members'
import type { Role } from '#contract/roles'
import type { Queries } from '#db/client'
import { accounts } from '#db/schema/accounts'
import { invitations } from '#db/schema/members'
import { workspaces } from '#db/schema/workspaces'

const DAY = 86_400_000

type NewInvitation = {
  workspaceId: string
  invitedBy: string
  role: Role
  limits: Limits
  label: string | null
  days: number
}

const COLUMNS = {
  id: invitations.id,
  workspaceId: invitations.workspaceId,
  workspace: workspaces.name,
  role: invitations.role,
  limits: { territories: invitations.limitTerritories, families: invitations.limitFamilies },
  label: invitations.label,
  createdAt: invitations.createdAt,
  expiresAt: invitations.expiresAt,
  invitedBy: sql<string>`coalesce(${accounts.name}, '')`,
}

const select = (tx: Queries) =>
  tx
    .select(COLUMNS)
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .leftJoin(accounts, eq(accounts.id, invitations.invitedBy))

export type StoredInvitation = Awaited<ReturnType<typeof select>>[number]

export const toInvitation = (row: StoredInvitation): Invitation => ({
  id: row.id,
  role: row.role,
  limits: row.limits,
  label: row.label,
  createdAt: new Date(row.createdAt).toISOString(),
  expiresAt: new Date(row.expiresAt).toISOString(),
  invitedBy: row.invitedBy,
})

/** Makes an invitation, and forgets those of the workspace that are too old. Its secret is in the answer only. */
export async function insertInvitation(
  tx: Queries,
  { limits, days, ...invitation }: NewInvitation,
  now: Date,
): Promise<{ id: string; secret: string }> {
  const secret = newSecret()
  const id = newId()
  await tx
    .delete(invitations)
    .where(
      and(eq(invitations.workspaceId, invitation.workspaceId), lt(invitations.expiresAt, now.toISOString())),
    )
  await tx.insert(invitations).values({
    ...invitation,
    id,
    secretHash: hashOf(secret),
    limitTerritories: limits.territories,
    limitFamilies: limits.families,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + days * DAY).toISOString(),
  })
  return { id, secret }
}

/** Invitations of a workspace that wait for an answer, the oldest first; or one of them. */
export const listInvitations = (tx: Queries, workspaceId: string, now: Date, id?: string) =>
  select(tx)
    .where(
      and(
        eq(invitations.workspaceId, workspaceId),
        gt(invitations.expiresAt, now.toISOString()),
        id === undefined ? undefined : eq(invitations.id, id),
      ),
    )
    .orderBy(asc(invitations.createdAt))

/** The invitation of a link that is neither used, withdrawn nor too old. */
export const findInvitation = async (tx: Queries, secret: string, now: Date) =>
  (
    await select(tx).where(
      and(eq(invitations.secretHash, hashOf(secret)), gt(invitations.expiresAt, now.toISOString())),
    )
  )[0]

/** Takes an invitation away; false when somebody did before. */
export async function removeInvitation(tx: Queries, workspaceId: string, id: string): Promise<boolean> {
  const removed = await tx
    .delete(invitations)
    .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, id)))
    .returning({ id: invitations.id })
  return removed.length > 0
}

/** Withdraws what an account offered in a workspace and may not give any more. */
export const withdrawInvitationsOf = (
  tx: Queries,
  workspaceId: string,
  invitedBy: string,
  mayStillGive: readonly Role[],
) =>
  tx
    .delete(invitations)
    .where(
      and(
        eq(invitations.workspaceId, workspaceId),
        eq(invitations.invitedBy, invitedBy),
        mayStillGive.length ? not(inArray(invitations.role, [...mayStillGive])) : undefined,
      ),
    )
