import type { FastifyPluginAsync } from 'fastify'
import { listMemberships } from '#api/features/members/members.repository'
import { findWorkspaceByLink } from '#api/features/members/workspaces.repository'
import type { Deps } from '#api/http/deps'
import { forgetIdentities } from '#api/http/identities'
import { unknownPath } from '#api/http/problems'
import { serve } from '#api/http/serve'
import { accountEndpoints } from '#contract/accounts'
import { withAccounts } from '#db/workspace'
import { notMemberThere, visitClosed } from './accounts-problems.ts'
import { demoAccount } from './demo.ts'
import { type Exchange, enter, visit } from './enter.ts'
import { noteEvent } from './events.repository.ts'
import { holderOf, nobodyOf } from './identify.ts'
import { readMe } from './me.ts'
import { requireOwner } from './owner.ts'
import { endSessionOf, findSession, updateSession } from './sessions.repository.ts'
import { setUp } from './setup.ts'
import { checkPassword } from './sign-in.ts'
import { type AttemptKey, noteFailure, refuseWhenTooMany } from './throttle.ts'

/** Ways in, ways out, and who asks. */
export const sessionRoutes: FastifyPluginAsync<Deps> = async (app, deps) => {
  const { database, now, cookie, demo } = deps

  const leave = async ({ request, reply }: Exchange) => {
    await withAccounts(database, async (tx) => {
      const ended = await endSessionOf(tx, cookie.read(request))
      if (!ended?.accountId) return
      const { accountId, workspaceId } = ended
      await noteEvent(tx, { kind: 'signed_out', accountId, workspaceId }, now())
    })
    forgetIdentities(database)
    cookie.clear(reply)
  }

  serve(app, accountEndpoints.me, 'account:enter', ({ caller }) =>
    withAccounts(database, (tx) => readMe(tx, deps, caller)),
  )

  serve(app, accountEndpoints.setUp, 'account:enter', async ({ body, request, reply }) => {
    const accountId = await setUp(deps, { body }, request.ip)
    return enter(deps, { request, reply }, { accountId, by: 'setup' })
  })

  serve(app, accountEndpoints.signIn, 'account:enter', async ({ body, request, reply }) => {
    const accountId = await checkPassword(deps, body, request.ip)
    return enter(deps, { request, reply }, { accountId, by: 'password' })
  })

  serve(app, accountEndpoints.signOut, 'account:enter', async ({ request, reply }) => {
    await leave({ request, reply })
    return { done: true as const }
  })

  serve(app, accountEndpoints.signInAsRole, 'account:enter', async ({ body: { role }, request, reply }) => {
    if (!demo) throw unknownPath(accountEndpoints.signInAsRole.path)
    if (role === 'visitor') {
      await leave({ request, reply })
      return withAccounts(database, (tx) => readMe(tx, deps, nobodyOf(deps)))
    }
    const accountId = await withAccounts(database, (tx) => demoAccount(tx, role, now()))
    return enter(deps, { request, reply }, { accountId, by: 'demo' })
  })

  serve(app, accountEndpoints.visit, 'account:enter', async ({ body, request, reply }) => {
    const keys: AttemptKey[] = [['visit', request.ip]]
    const workspace = await withAccounts(database, async (tx) => {
      await refuseWhenTooMany(tx, keys, now())
      const found = await findWorkspaceByLink(tx, body.secret)
      if (!found) await noteFailure(tx, keys, now())
      return found
    })
    if (!workspace) throw visitClosed()
    return visit(deps, { request, reply }, workspace.id)
  })

  serve(app, accountEndpoints.chooseWorkspace, 'account:enter', async ({ body, caller, request }) => {
    const me = await withAccounts(database, async (tx) => {
      const { account, session } = await requireOwner(tx, caller)
      const memberships = await listMemberships(tx, account.id)
      if (!memberships.some(({ id }) => id === body.workspaceId)) throw notMemberThere()
      await updateSession(tx, session.id, { workspaceId: body.workspaceId })
      const access = (await findSession(tx, cookie.read(request)!, now()))!
      return readMe(tx, deps, holderOf(access, 'session'))
    })
    forgetIdentities(database)
    return me
  })
}
