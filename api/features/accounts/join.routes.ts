import type { FastifyPluginAsync } from 'fastify'
import { findInvitation } from '#api/features/members/invitations.repository'
import type { Deps } from '#api/http/deps'
import { serve } from '#api/http/serve'
import { memberEndpoints } from '#contract/members'
import { withAccounts } from '#db/workspace'
import { accountMissing, invitationClosed } from './accounts-problems.ts'
import { enter } from './enter.ts'
import { join, joinAnew } from './join.ts'
import { requireOwner } from './owner.ts'
import { type AttemptKey, noteFailure, refuseWhenTooMany } from './throttle.ts'

/** What the link of an invitation opens. */
export const joinRoutes: FastifyPluginAsync<Deps> = async (app, deps) => {
  const { database, now } = deps

  /** The invitation of a secret; wrong ones are counted. */
  async function invitationOf(secret: string, address: string) {
    const keys: AttemptKey[] = [['invitation', address]]
    const invited = await withAccounts(database, async (tx) => {
      await refuseWhenTooMany(tx, keys, now())
      const found = await findInvitation(tx, secret, now())
      if (!found) await noteFailure(tx, keys, now())
      return found
    })
    if (!invited) throw invitationClosed()
    return invited
  }

  serve(app, memberEndpoints.openInvitation, 'account:enter', async ({ body, request }) => {
    const { workspace, role, invitedBy, expiresAt } = await invitationOf(body.secret, request.ip)
    return { workspace, role, invitedBy, expiresAt: new Date(expiresAt).toISOString() }
  })

  serve(app, memberEndpoints.acceptInvitation, 'account:enter', async ({ body, caller, request, reply }) => {
    const invited = await invitationOf(body.secret, request.ip)
    const { workspaceId } = invited
    const own = async () => {
      await withAccounts(database, async (tx) => {
        await requireOwner(tx, caller)
        await join(tx, invited, caller.accountId!, now())
      })
      return caller.accountId!
    }
    if (caller.accountId === null && !body.account) throw accountMissing()
    const accountId = caller.accountId === null ? await joinAnew(deps, invited, body.account!) : await own()
    // Another session, for somebody's rights are not the same any more.
    await enter(deps, { request, reply }, { accountId, by: 'invitation', workspaceId })
    return { workspaceId }
  })
}
