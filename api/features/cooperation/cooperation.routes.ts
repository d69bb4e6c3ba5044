import type { FastifyPluginAsync } from 'fastify'
import type { Deps } from '#api/http/deps'
import { serve } from '#api/http/serve'
import { briefEndpoints } from '#contract/briefs'
import { outreachEndpoints } from '#contract/outreach'
import { scaleEndpoints } from '#contract/scales'
import { readWorkspace, withWorkspace } from '#db/workspace'
import { listBriefs } from './briefs.repository.ts'
import { calendarOf } from './calendar.ts'
import { editScales } from './edit-scales.ts'
import { listPresence } from './presence.repository.ts'
import { findScales } from './scales.repository.ts'

export const cooperationRoutes: FastifyPluginAsync<Deps> = async (app, { database, now }) => {
  serve(app, scaleEndpoints.get, 'cooperation:read', ({ caller }) =>
    readWorkspace(database, caller, (tx) => findScales(tx, caller)),
  )
  serve(app, scaleEndpoints.update, 'cooperation:frame', async ({ body, caller }) => {
    await withWorkspace(database, { ...caller, cause: 'edit' }, (transaction) =>
      editScales(transaction, body as Parameters<typeof editScales>[1]),
    )
    return readWorkspace(database, caller, (tx) => findScales(tx, caller))
  })
  serve(app, briefEndpoints.list, 'cooperation:read', ({ query, caller }) =>
    readWorkspace(database, caller, (tx) => listBriefs(tx, { ...caller, now: now() }, query)),
  )
  serve(app, outreachEndpoints.calendar, 'cooperation:read', ({ query, caller }) =>
    readWorkspace(database, caller, (tx) => calendarOf(tx, { ...caller, now: now() }, query)),
  )
  serve(app, outreachEndpoints.presence, 'cooperation:read', ({ query, caller }) =>
    readWorkspace(database, caller, (tx) => listPresence(tx, { ...caller, now: now() }, query)),
  )
}
