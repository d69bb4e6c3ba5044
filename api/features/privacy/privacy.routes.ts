import type { FastifyPluginAsync } from 'fastify'
import { RETENTION } from '#api/domain/retention'
import { noteEvent } from '#api/features/accounts/events.repository'
import type { Deps } from '#api/http/deps'
import { serve } from '#api/http/serve'
import { privacyEndpoints } from '#contract/privacy'
import { readWorkspace, withAccounts } from '#db/workspace'
import { erasePerson } from './erase-person.ts'
import { listEvents } from './events.repository.ts'
import { findPerson } from './find-person.ts'

export const privacyRoutes: FastifyPluginAsync<Deps> = async (app, { database, now }) => {
  serve(app, privacyEndpoints.rules, 'privacy:read', async () => [...RETENTION])

  serve(app, privacyEndpoints.findPerson, 'person:find', async ({ body, caller }) => {
    const { workspaceId, accountId } = caller
    const found = await findPerson(database, workspaceId, body)
    await withAccounts(database, (tx) =>
      noteEvent(
        tx,
        {
          kind: 'person_found',
          workspaceId,
          accountId,
          detail: { traces: found.traces.length, sealed: found.sealed },
        },
        now(),
      ),
    )
    return found
  })

  serve(app, privacyEndpoints.erasePerson, 'person:erase', async ({ body, caller }) => ({
    erased: await erasePerson(database, caller, body, now()),
  }))

  serve(app, privacyEndpoints.events, 'event:read', ({ query, caller }) =>
    readWorkspace(database, caller, (tx) => listEvents(tx, caller.workspaceId, query.limit)),
  )
}
