import type { FastifyPluginAsync } from 'fastify'
import { type Action, can } from '#api/domain/permissions'
import type { Deps } from '#api/http/deps'
import { forgetIdentities } from '#api/http/identities'
import { notFound } from '#api/http/problems'
import { serve } from '#api/http/serve'
import { type AccessToken, accountEndpoints } from '#contract/accounts'
import { withAccounts } from '#db/workspace'
import { actionsBeyondRole } from './accounts-problems.ts'
import { noteEvent } from './events.repository.ts'
import { requireOwner } from './owner.ts'
import {
  insertAccessToken,
  listAccessTokens,
  removeAccessToken,
  type StoredToken,
} from './tokens.repository.ts'

const toAccessToken = (row: Omit<StoredToken, 'tokenHash'>): AccessToken => ({
  id: row.id,
  name: row.name,
  actions: row.actions,
  createdAt: new Date(row.createdAt).toISOString(),
  expiresAt: new Date(row.expiresAt).toISOString(),
  lastUsedAt: row.lastUsedAt && new Date(row.lastUsedAt).toISOString(),
})

/** Personal access tokens, made in a browser for programs: a token makes no other. */
export const tokensRoutes: FastifyPluginAsync<Deps> = async (app, { database, now }) => {
  serve(app, accountEndpoints.tokens, 'account:own', ({ caller }) =>
    withAccounts(database, async (tx) => {
      const { account } = await requireOwner(tx, caller)
      return (await listAccessTokens(tx, account.id, caller.workspaceId)).map(toAccessToken)
    }),
  )

  serve(app, accountEndpoints.createToken, 'account:own', ({ body, caller }) => {
    const { workspaceId, role } = caller
    if (body.actions?.some((action) => !can(role, action as Action))) throw actionsBeyondRole()
    return withAccounts(database, async (tx) => {
      const { account } = await requireOwner(tx, caller)
      const { token, row } = await insertAccessToken(
        tx,
        { ...body, accountId: account.id, workspaceId },
        now(),
      )
      const detail = { token: row.id, days: body.days }
      await noteEvent(tx, { kind: 'token_created', accountId: account.id, workspaceId, detail }, now())
      return { token, description: toAccessToken(row) }
    })
  })

  serve(app, accountEndpoints.revokeToken, 'account:own', async ({ params: { id }, caller }) => {
    await withAccounts(database, async (tx) => {
      const { account } = await requireOwner(tx, caller)
      if (!(await removeAccessToken(tx, account.id, id))) throw notFound('token', id)
      const { workspaceId } = caller
      const detail = { token: id }
      await noteEvent(tx, { kind: 'token_revoked', accountId: account.id, workspaceId, detail }, now())
    })
    forgetIdentities(database)
    return { done: true as const }
  })
}
