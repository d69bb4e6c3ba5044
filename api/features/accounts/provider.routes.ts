import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { returnPath } from '#api/domain/return-path'
import type { Deps } from '#api/http/deps'
import { forgetIdentities } from '#api/http/identities'
import { serveRaw } from '#api/http/serve'
import { siteOf } from '#api/http/site'
import { providerPaths } from '#contract/accounts'
import { withAccounts } from '#db/workspace'
import { browserMark } from './browser-mark.ts'
import { insertChallenge, takeChallenge } from './challenges.repository.ts'
import { enter } from './enter.ts'
import { noteEvent } from './events.repository.ts'
import { accountOf } from './provider.account.ts'
import { identityProvider, type Sent } from './provider.client.ts'
import { codeOf, ProviderRefusal } from './provider-problems.ts'
import { endSessionOf } from './sessions.repository.ts'

/** Minutes to sign in at the provider. */
const MINUTES = 10
const SIGN_IN_PAGE = '/sign-in'

const Text = z.string().max(2_000).optional().catch(undefined)

/** Ways through an identity provider. A browser follows them: each answers by sending it elsewhere. */
export const providerRoutes: FastifyPluginAsync<Deps> = async (app, deps) => {
  const { database, now, publicUrl, cookie } = deps
  const mark = browserMark(publicUrl, 'provider')
  const provider = deps.provider && identityProvider(deps.provider, now)
  const here = (path: string) => siteOf(app, publicUrl) + path

  const theProvider = () => {
    if (!provider) throw new ProviderRefusal('provider_absent')
    return provider
  }

  /** Sends the browser to where `find` says, or to the sign-in page with the reason why not. */
  async function send(request: FastifyRequest, reply: FastifyReply, find: () => Promise<string>) {
    const address = await find().catch((error: unknown) => {
      if (!(error instanceof ProviderRefusal)) throw error
      request.log.warn({ code: error.code, cause: codeOf(error) }, 'No sign-in through the provider')
      return `${SIGN_IN_PAGE}?problem=${error.code}`
    })
    return reply.header('cache-control', 'no-store').redirect(address, 303)
  }

  const start = { method: 'GET', path: providerPaths.start, query: z.object({ returnTo: Text }) } as const
  serveRaw(app, start, 'account:enter', (request, reply) =>
    send(request, reply, async () => {
      const { address, sent } = await theProvider().start(here(providerPaths.back))
      const { state: secret, ...kept } = sent
      const detail = { ...kept, returnTo: returnPath(request.query.returnTo) }
      const challenge = { secret, browser: mark.keep(request, reply, MINUTES), detail, minutes: MINUTES }
      await withAccounts(database, (tx) => insertChallenge(tx, { kind: 'provider', ...challenge }, now()))
      return address
    }),
  )

  const back = { method: 'GET', path: providerPaths.back, query: z.object({ state: Text }) } as const
  serveRaw(app, back, 'account:enter', (request, reply) =>
    send(request, reply, async () => {
      const { state = '' } = request.query
      const browser = mark.read(request) ?? ''
      const asked = await withAccounts(database, (tx) => takeChallenge(tx, 'provider', state, now(), browser))
      if (!asked) throw new ProviderRefusal('provider_over')
      const { returnTo, ...kept } = asked.detail as Omit<Sent, 'state'> & { returnTo: string }
      // Written anew, not taken from the request's host: the provider compares it with the one it was given.
      const address = new URL(here(providerPaths.back))
      address.search = request.url.slice(request.url.indexOf('?'))
      const vouched = await theProvider().finish(address, { state, ...kept })
      const accountId = await withAccounts(database, (tx) => accountOf(tx, vouched, now()))
      const { idToken, strong } = vouched
      await enter(
        deps,
        { request, reply },
        {
          accountId,
          by: 'provider',
          ...(idToken && { providerToken: idToken }),
          ...(strong !== undefined && { strong }),
        },
      )
      return returnTo
    }),
  )

  // A link on another site could lead here as well: it would sign somebody out, and nothing more.
  serveRaw(app, { method: 'GET', path: providerPaths.leave }, 'account:enter', (request, reply) =>
    send(request, reply, async () => {
      if (request.headers['sec-fetch-site'] === 'cross-site') return '/'
      const ended = await withAccounts(database, async (tx) => {
        const session = await endSessionOf(tx, cookie.read(request))
        const { accountId = null, workspaceId = null } = session ?? {}
        if (accountId) await noteEvent(tx, { kind: 'signed_out', accountId, workspaceId }, now())
        return session
      })
      forgetIdentities(database)
      cookie.clear(reply)
      if (!ended?.providerToken) return SIGN_IN_PAGE
      return (await theProvider().leave(ended.providerToken, here(SIGN_IN_PAGE))) ?? SIGN_IN_PAGE
    }),
  )
}
