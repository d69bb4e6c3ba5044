import type { FastifyPluginAsync } from 'fastify'
import type { Deps } from '#api/http/deps'
import { forgetIdentities } from '#api/http/identities'
import { notFound } from '#api/http/problems'
import { serve } from '#api/http/serve'
import { accountEndpoints, type Session } from '#contract/accounts'
import { withAccounts } from '#db/workspace'
import { findAccount, updateAccount } from './accounts.repository.ts'
import { eraseAccount } from './erase-account.ts'
import { noteEvent } from './events.repository.ts'
import { readMe } from './me.ts'
import { requireOwner } from './owner.ts'
import { weigh } from './passwords.ts'
import { endSession, listSessions, type StoredSession } from './sessions.repository.ts'
import { setPassword } from './set-password.ts'

const toSession = (row: StoredSession, currentId: string): Session => ({
  id: row.id,
  current: row.id === currentId,
  device: row.device,
  createdAt: new Date(row.createdAt).toISOString(),
  lastSeenAt: new Date(row.lastSeenAt).toISOString(),
  expiresAt: new Date(row.expiresAt).toISOString(),
})

/** What somebody does with their own account. */
export const ownAccountRoutes: FastifyPluginAsync<Deps> = async (app, deps) => {
  const { database, now, cookie } = deps

  serve(app, accountEndpoints.rename, 'account:own', ({ body, caller }) =>
    withAccounts(database, async (tx) => {
      const { account } = await requireOwner(tx, caller)
      await updateAccount(tx, account.id, { name: body.name })
      return readMe(tx, deps, caller)
    }),
  )

  serve(app, accountEndpoints.setPassword, 'account:own', async ({ body, caller }) => {
    await setPassword(deps, caller, body)
    return withAccounts(database, (tx) => readMe(tx, deps, caller))
  })

  serve(app, accountEndpoints.weighPassword, 'account:enter', async ({ body, caller }) => {
    const { accountId } = caller
    const account =
      accountId === null ? undefined : await withAccounts(database, (tx) => findAccount(tx, accountId))
    const known = account ? [account.name, account.email ?? ''] : []
    return weigh(body.password, [...known, ...body.words])
  })

  serve(app, accountEndpoints.sessions, 'account:own', ({ caller }) =>
    withAccounts(database, async (tx) => {
      const { account, session } = await requireOwner(tx, caller)
      const rows = await listSessions(tx, account.id, now())
      return rows.map((row) => toSession(row, session.id))
    }),
  )

  serve(app, accountEndpoints.endSession, 'account:own', async ({ params: { id }, caller, reply }) => {
    await withAccounts(database, async (tx) => {
      const { account, session } = await requireOwner(tx, caller)
      if (!(await endSession(tx, account.id, id))) throw notFound('session', id)
      await noteEvent(
        tx,
        { kind: 'session_ended', accountId: account.id, workspaceId: session.workspaceId },
        now(),
      )
      if (session.id === id) cookie.clear(reply)
    })
    forgetIdentities(database)
    return { done: true as const }
  })

  // Somebody who is in no workspace any more may still have their account erased.
  serve(app, accountEndpoints.erase, 'account:enter', async ({ body, caller, reply }) => {
    await eraseAccount(deps, caller, body.password)
    cookie.clear(reply)
    return { done: true as const }
  })
}
