import type { FastifyInstance } from 'fastify'
import { foreignOrigin } from './problems.ts'

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/**
 * Until accounts exist, whoever reaches the server is trusted: so it answers only to its own names
 * (against DNS rebinding) and refuses what another site's page sends (against request forgery).
 */
export function refuseForeignOrigins(app: FastifyInstance, publicUrl: string | undefined): void {
  const publicHost = publicUrl && new URL(publicUrl).host
  app.addHook('onRequest', async (request) => {
    const { host, origin } = request.headers
    if (!host || !(LOOPBACK.test(host) || host === publicHost)) throw foreignOrigin()
    if (origin !== undefined && (origin === 'null' || new URL(origin).host !== host)) throw foreignOrigin()
    if (request.headers['sec-fetch-site'] === 'cross-site' && request.method !== 'GET') throw foreignOrigin()
  })
}
