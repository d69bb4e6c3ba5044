import type { FastifyInstance } from 'fastify'

/** Time for the requests under way; whoever stops the server gives the whole 5 s. */
const GRACE_MS = 2_500

/**
 * Lets a server that stops end in time: what is under way is answered, and its connection closed with it, or it would
 * be kept alive for more than a minute. Requests that still come on an open connection are served as well.
 */
export function closeInTime(app: FastifyInstance): void {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
    setTimeout(() => app.server.closeAllConnections(), GRACE_MS).unref()
  })
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close')
  })
}
