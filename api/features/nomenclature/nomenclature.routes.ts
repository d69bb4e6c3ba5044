import type { FastifyPluginAsync } from 'fastify'
import type { Deps } from '#api/http/deps'
import { serve } from '#api/http/serve'
import { nomenclatureEndpoints } from '#contract/nomenclature'
import { readWorkspace } from '#db/workspace'
import { listTypes } from './nomenclature.repository.ts'

export const nomenclatureRoutes: FastifyPluginAsync<Deps> = async (app, { database }) => {
  serve(app, nomenclatureEndpoints.types, 'nomenclature:read', ({ caller }) =>
    readWorkspace(database, caller, (tx) => listTypes(tx, caller.workspaceId)),
  )
}
