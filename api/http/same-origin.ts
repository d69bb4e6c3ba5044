import type { FastifyInstance, FastifyRequest } from 'fastify'
import { foreignOrigin } from './problems.ts'

/** Another site's page can lead a browser here under a name of its own, but neither under these nor under a number. */
const OWN_NAMES = /^(localhost|\d{1,3}(\.\d{1,3}){3}|\[[\da-f:.]+\])(:\d+)?$/i

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
/** What a form or an image of another site cannot send without being allowed to. */
const OWN_PAGE = 'x-maillage'

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host || undefined : undefined

/**
 * Answers to the server's own names only (against DNS rebinding), and refuses what another site's page sends with the
 * visitor's cookie (against request forgery). A program that sends its token has no cookie to be misused.
 */
export function refuseForeignOrigins(app: FastifyInstance, publicUrl: string | undefined): void {
  const publicHost = publicUrl && new URL(publicUrl).host
  const isOwn = (host: string | undefined) =>
    host !== undefined && (OWN_NAMES.test(host) || host === publicHost)
  const isForged = ({ method, headers }: FastifyRequest) => {
    if (SAFE.has(method) || headers.authorization !== undefined) return false
    return headers[OWN_PAGE] !== '1' || headers['sec-fetch-site'] === 'cross-site'
  }

  app.addHook('onRequest', async (request) => {
    const { host, origin } = request.headers
    if (!isOwn(host)) throw foreignOrigin()
    const from = origin === undefined ? host : hostOf(origin)
    if (from === undefined || (from !== host && from !== publicHost)) throw foreignOrigin()
    if (isForged(request)) throw foreignOrigin()
  })
}
