import type { FastifyReply, FastifyRequest } from 'fastify'
import { deviceOf } from '#api/domain/device'
import { listMemberships } from '#api/features/members/members.repository'
import type { Deps } from '#api/http/deps'
import { forgetIdentities } from '#api/http/identities'
import { signInNeeded } from '#api/http/problems'
import type { Me } from '#contract/accounts'
import type { Queries } from '#db/client'
import { withAccounts } from '#db/workspace'
import { findAccount, updateAccount } from './accounts.repository.ts'
import { noteEvent } from './events.repository.ts'
import { holderOf } from './identify.ts'
import { needsPasskey, readMe } from './me.ts'
import {
  endSessionOf,
  findSession,
  insertSession,
  listSessions,
  type NewSession,
  purgeSessions,
} from './sessions.repository.ts'

export type Exchange = { request: FastifyRequest; reply: FastifyReply }

export type Entrance = {
  accountId: string
  /** How whoever comes has shown who they are. */
  by: 'password' | 'link' | 'passkey' | 'provider' | 'demo' | 'invitation' | 'setup'
  /** The workspace to open; otherwise the one that was open last, else the first. */
  workspaceId?: string
  /** Until when the session may set a password without the current one. */
  resetUntil?: Date
  /** For the identity provider's own sign-out. */
  providerToken?: string
  /** Whether the provider says that it asked for two factors. */
  strong?: boolean
}

/**
 * Opens a session in the browser that asks. The one of its cookie ends: nobody signs in into a session that somebody
 * else may know.
 */
async function openSession(
  deps: Deps,
  { request, reply }: Exchange,
  prepare: (tx: Queries) => Promise<Omit<NewSession, 'device'>>,
): Promise<Me> {
  const { database, cookie } = deps
  const now = deps.now()
  const device = deviceOf(request.headers['user-agent'])
  const { session, me } = await withAccounts(database, async (tx) => {
    const prepared = await prepare(tx)
    await endSessionOf(tx, cookie.read(request))
    await purgeSessions(tx, now)
    const session = await insertSession(tx, { ...prepared, device }, now)
    const access = (await findSession(tx, session.token, now))!
    return { session, me: await readMe(tx, deps, holderOf(access, 'session')) }
  })
  forgetIdentities(database)
  cookie.write(reply, session.token, session.expiresAt)
  return me
}

/** Signs an account in. With a passkey and a role that asks for one, nothing is allowed until it is shown. */
export function enter(deps: Deps, exchange: Exchange, entrance: Entrance): Promise<Me> {
  const { accountId, by, resetUntil, providerToken, strong } = entrance
  const now = deps.now()
  return openSession(deps, exchange, async (tx) => {
    const account = await findAccount(tx, accountId)
    if (!account) throw signInNeeded()
    const memberships = await listMemberships(tx, accountId)
    const [last] = await listSessions(tx, accountId, now)
    const isOne = (id: string | null | undefined) => memberships.find((membership) => membership.id === id)
    const chosen = isOne(entrance.workspaceId) ?? isOne(last?.workspaceId) ?? memberships[0]
    const workspaceId = chosen?.id ?? null
    const awaitsPasskey = by !== 'passkey' && needsPasskey(account.passkeys, memberships)
    await updateAccount(tx, accountId, { lastSignInAt: now.toISOString() })
    await noteEvent(
      tx,
      {
        kind: 'signed_in',
        workspaceId,
        accountId,
        detail: { by, awaitsPasskey, ...(strong !== undefined && { strong }) },
      },
      now,
    )
    return {
      accountId,
      workspaceId,
      awaitsPasskey,
      ...(resetUntil && { resetUntil }),
      ...(providerToken !== undefined && { providerToken }),
    }
  })
}

/** Opens a visitor's session: who holds the public link of a workspace reads what is public there. */
export const visit = (deps: Deps, exchange: Exchange, workspaceId: string): Promise<Me> =>
  openSession(deps, exchange, async () => ({ accountId: null, workspaceId }))
