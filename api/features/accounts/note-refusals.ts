import type { FastifyInstance } from 'fastify'
import type { Deps } from '#api/http/deps'
import { withAccounts } from '#db/workspace'
import { noteEvent } from './events.repository.ts'

/** Notes who with an account was refused an action, once it is answered: nobody waits for it, nothing fails by it. */
export function noteRefusals(app: FastifyInstance, { database, now }: Deps): void {
  app.addHook('onResponse', async ({ caller, routeOptions }, { statusCode }) => {
    if (statusCode !== 403 || !caller?.accountId) return
    const { accountId, workspaceId, role } = caller
    const detail = { route: routeOptions.url ?? '', method: String(routeOptions.method), role }
    await withAccounts(database, (tx) =>
      noteEvent(tx, { kind: 'action_refused', accountId, workspaceId: role && workspaceId, detail }, now()),
    ).catch((err) => app.log.error({ err }, 'a refusal could not be noted'))
  })
}
