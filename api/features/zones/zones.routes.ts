import type { FastifyPluginAsync } from 'fastify'
import type { Caller } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import { notFound } from '#api/http/problems'
import { serve } from '#api/http/serve'
import { zoneEndpoints } from '#contract/zones'
import { readWorkspace, withWorkspace } from '#db/workspace'
import { locate } from './locate.repository.ts'
import { coverageOf, findZone, insertDrawnZone, listZones } from './zones.repository.ts'

export const zonesRoutes: FastifyPluginAsync<Deps> = async (app, { database }) => {
  const known = async (caller: Caller, id: string) => {
    const zone = await readWorkspace(database, caller, (tx) => findZone(tx, caller.workspaceId, id))
    if (!zone) throw notFound('zone', id)
    return zone
  }

  serve(app, zoneEndpoints.list, 'zone:read', ({ query, caller }) =>
    readWorkspace(database, caller, (tx) => listZones(tx, caller.workspaceId, query)),
  )
  serve(app, zoneEndpoints.coverage, 'zone:read', ({ query, caller }) =>
    readWorkspace(database, caller, (tx) => coverageOf(tx, caller.workspaceId, query.territory)),
  )
  serve(app, zoneEndpoints.get, 'zone:read', ({ params, caller }) => known(caller, params.id))
  serve(app, zoneEndpoints.draw, 'zone:draw', async ({ body, caller }) => {
    await withWorkspace(database, { ...caller, cause: 'edit' }, async ({ tx, workspaceId, record }) => {
      await insertDrawnZone(tx, workspaceId, body)
      record({ verb: 'created', entity: 'zone', entityId: body.id, version: 1, after: body })
    })
    return known(caller, body.id)
  })
  serve(app, zoneEndpoints.locate, 'zone:read', ({ query, caller }) =>
    readWorkspace(database, caller, (tx) => locate(tx, caller, query.q, query.territory)),
  )
}
