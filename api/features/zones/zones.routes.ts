import type { FastifyPluginAsync } from 'fastify'
import type { Deps } from '#api/http/deps'
import { notFound } from '#api/http/problems'
import { type Caller, serve } from '#api/http/serve'
import { zoneEndpoints } from '#contract/zones'
import { withWorkspace } from '#db/workspace'
import { locate } from './locate.repository.ts'
import { coverageOf, findZone, insertDrawnZone, listZones } from './zones.repository.ts'

export const zonesRoutes: FastifyPluginAsync<Deps> = async (app, { database }) => {
  const known = async ({ workspaceId }: Caller, id: string) => {
    const zone = await findZone(database, workspaceId, id)
    if (!zone) throw notFound('zone', id)
    return zone
  }

  serve(app, zoneEndpoints.list, 'zone:read', ({ query, caller }) =>
    listZones(database, caller.workspaceId, query),
  )
  serve(app, zoneEndpoints.coverage, 'zone:read', ({ query, caller }) =>
    coverageOf(database, caller.workspaceId, query.territory),
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
    locate(database, caller.workspaceId, query.q, query.territory),
  )
}
