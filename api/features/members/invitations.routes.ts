import type { FastifyPluginAsync } from 'fastify'
import { noteEvent } from '#api/features/accounts/events.repository'
import type { Deps } from '#api/http/deps'
import { forbidden, notFound } from '#api/http/problems'
import { serve } from '#api/http/serve'
import { memberEndpoints } from '#contract/members'
import { withAccounts } from '#db/workspace'
import {
  insertInvitation,
  listInvitations,
  removeInvitation,
  toInvitation,
} from './invitations.repository.ts'
import { requireGrantable, requireTerritories } from './rights.ts'

export const invitationsRoutes: FastifyPluginAsync<Deps> = async (app, { database, now }) => {
  serve(app, memberEndpoints.invitations, 'member:write', ({ caller }) =>
    withAccounts(database, async (tx) =>
      (await listInvitations(tx, caller.workspaceId, now())).map(toInvitation),
    ),
  )

  serve(app, memberEndpoints.invite, 'member:write', async ({ body, caller }) => {
    const { workspaceId, accountId } = caller
    if (accountId === null) throw forbidden('member:write')
    requireGrantable(caller, body)
    await requireTerritories(database, caller, body.limits)
    return withAccounts(database, async (tx) => {
      const { id, secret } = await insertInvitation(tx, { ...body, workspaceId, invitedBy: accountId }, now())
      const detail = { invitation: id, role: body.role, days: body.days }
      await noteEvent(tx, { kind: 'invitation_made', workspaceId, accountId, detail }, now())
      const [made] = await listInvitations(tx, workspaceId, now(), id)
      return { invitation: toInvitation(made!), secret }
    })
  })

  serve(app, memberEndpoints.withdraw, 'member:write', async ({ params: { id }, caller }) => {
    const { workspaceId, accountId } = caller
    await withAccounts(database, async (tx) => {
      const [invitation] = await listInvitations(tx, workspaceId, now(), id)
      if (!invitation) throw notFound('invitation', id)
      requireGrantable(caller, invitation)
      await removeInvitation(tx, workspaceId, id)
      const detail = { invitation: id }
      await noteEvent(tx, { kind: 'invitation_withdrawn', workspaceId, accountId, detail }, now())
    })
    return { done: true as const }
  })
}
