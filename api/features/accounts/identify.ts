import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ANONYMOUS, type Caller, callerOf } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import { identitiesOf } from '#api/http/identities'
import { signInNeeded } from '#api/http/problems'
import { DEFAULT_WORKSPACE, withAccounts } from '#db/workspace'
import { type Access, endWhenOver, findSession, noteSeen } from './sessions.repository.ts'
import { findAccessToken } from './tokens.repository.ts'

/** How long what was found may be believed: what another process revokes may live on for so long. */
const BELIEVED_MS = 1_000
/** A session is marked as seen at most so often. */
const SEEN_EVERY_MS = 60_000

const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer (mlg_[\w-]{20,100})$/.exec(headers.authorization ?? '')?.[1]

/** Who holds a session or a token. One that waits for its passkey, or whose account is in no workspace, may nothing. */
export function holderOf(access: Access, kind: 'session' | 'token'): Caller {
  const { role, accountId, workspaceId, territories, families, actions } = access
  const sessionId = kind === 'session' ? access.id : null
  const own = { accountId, author: accountId ?? 'visitor', sessionId, actions }
  if (role === null || workspaceId === null || access.awaitsPasskey) return { ...ANONYMOUS, ...own }
  const limits = { territories: territories ?? [], families: families ?? [] }
  return callerOf(role, { ...own, workspaceId, limits })
}

/** Who comes with no credential. In the demo, a visitor of its territory. */
export const nobodyOf = ({ demo }: Pick<Deps, 'demo'>): Caller =>
  demo ? callerOf('visitor', { workspaceId: DEFAULT_WORKSPACE }) : ANONYMOUS

/** Says of every request who asks: the holder of a session's cookie, of a program's token, or nobody. */
export function identifyCallers(app: FastifyInstance, deps: Deps): void {
  const { database, now, cookie } = deps
  app.decorateRequest('caller', null as never)
  const nobody = nobodyOf(deps)

  async function callerWith(kind: 'session' | 'token', token: string): Promise<Caller | undefined> {
    const cache = identitiesOf(database)
    const key = `${kind} ${token}`
    const at = now()
    const ready = cache.get(key)
    if (ready && Math.abs(at.getTime() - ready.readAt) < BELIEVED_MS) return ready.caller
    const access = await withAccounts(database, async (tx) => {
      const found = await (kind === 'session' ? findSession : findAccessToken)(tx, token, at)
      // Once over, it stays over: a clock that is set back does not bring it back.
      if (!found) await endWhenOver(tx, kind, token, at)
      const seen = found?.seenAt ? new Date(found.seenAt).getTime() : 0
      if (found && at.getTime() - seen > SEEN_EVERY_MS) await noteSeen(tx, kind, found.id, at)
      return found
    })
    const caller = access && holderOf(access, kind)
    cache.set(key, { caller, readAt: at.getTime() })
    return caller
  }

  app.addHook('onRequest', async (request) => {
    request.caller = nobody
    const bearer = bearerOf(request)
    const token = bearer ?? cookie.read(request)
    if (request.headers.authorization !== undefined && !bearer) throw signInNeeded()
    if (!token) return
    const caller = await callerWith(bearer ? 'token' : 'session', token)
    // A program that is refused must know; a browser whose session is over becomes anonymous.
    if (!caller && bearer) throw signInNeeded()
    if (caller) request.caller = caller
  })
}
