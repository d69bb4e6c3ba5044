import type { FastifyPluginAsync } from 'fastify'
import { grantableBy, SECOND_FACTOR_ROLES } from '#api/domain/permissions'
import { noteEvent } from '#api/features/accounts/events.repository'
import { awaitPasskey, endSessionsIn } from '#api/features/accounts/sessions.repository'
import { removeAccessTokensOf } from '#api/features/accounts/tokens.repository'
import { type Caller, mayCall } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import { forgetIdentities } from '#api/http/identities'
import { lastAdministrator, notFound } from '#api/http/problems'
import { serve } from '#api/http/serve'
import { type Member, memberEndpoints } from '#contract/members'
import type { Queries } from '#db/client'
import { withAccounts } from '#db/workspace'
import { withdrawInvitationsOf } from './invitations.repository.ts'
import { listMembers, lockAdministrators, removeMember, updateMember } from './members.repository.ts'
import { requireGrantable, requireTerritories } from './rights.ts'

/** Addresses, keys and last visits are for those who answer for the members. */
const shownTo =
  (caller: Caller) =>
  (member: Member): Member =>
    mayCall(caller, 'member:write') ? member : { ...member, email: null, lastSeenAt: null, passkeys: 0 }

export const membersRoutes: FastifyPluginAsync<Deps> = async (app, { database, now }) => {
  /** A member whom the caller may change, once nobody else is changing administrators. */
  async function changeable(tx: Queries, caller: Caller, accountId: string) {
    const administrators = await lockAdministrators(tx, caller.workspaceId)
    const [member] = await listMembers(tx, caller.workspaceId, accountId)
    if (!member) throw notFound('member', accountId)
    requireGrantable(caller, member)
    const isLast = administrators.length === 1 && administrators[0] === accountId
    return { member, isLast }
  }

  serve(app, memberEndpoints.list, 'member:read', async ({ caller }) => {
    const members = await withAccounts(database, (tx) => listMembers(tx, caller.workspaceId))
    return members.map(shownTo(caller))
  })

  serve(app, memberEndpoints.update, 'member:write', async ({ params: { id }, body, caller }) => {
    if (body.limits) await requireTerritories(database, caller, body.limits)
    const { workspaceId } = caller
    const changed = await withAccounts(database, async (tx) => {
      const { member, isLast } = await changeable(tx, caller, id)
      const rights = { role: body.role ?? member.role, limits: body.limits ?? member.limits }
      requireGrantable(caller, rights)
      if (isLast && rights.role !== 'administrator') throw lastAdministrator()
      await updateMember(tx, workspaceId, id, rights)
      await withdrawInvitationsOf(tx, workspaceId, id, grantableBy(rights.role))
      const isRaised = SECOND_FACTOR_ROLES.includes(rights.role) && !SECOND_FACTOR_ROLES.includes(member.role)
      if (isRaised && member.passkeys > 0) await awaitPasskey(tx, id)
      const detail = { by: caller.author, before: member.role, after: rights.role }
      await noteEvent(tx, { kind: 'member_changed', workspaceId, accountId: id, detail }, now())
      return (await listMembers(tx, workspaceId, id))[0]!
    })
    forgetIdentities(database)
    return shownTo(caller)(changed)
  })

  serve(app, memberEndpoints.remove, 'member:write', async ({ params: { id }, caller }) => {
    const { workspaceId } = caller
    await withAccounts(database, async (tx) => {
      const { member, isLast } = await changeable(tx, caller, id)
      if (isLast) throw lastAdministrator()
      await removeMember(tx, workspaceId, id)
      await removeAccessTokensOf(tx, id, workspaceId)
      await endSessionsIn(tx, id, workspaceId)
      await withdrawInvitationsOf(tx, workspaceId, id, [])
      const detail = { by: caller.author, before: member.role }
      await noteEvent(tx, { kind: 'member_removed', workspaceId, accountId: id, detail }, now())
    })
    forgetIdentities(database)
    return { done: true as const }
  })
}
