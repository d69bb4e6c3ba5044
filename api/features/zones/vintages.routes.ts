import type { FastifyPluginAsync } from 'fastify'
import type { Deps } from '#api/http/deps'
import { serve } from '#api/http/serve'
import { vintageEndpoints } from '#contract/vintages'
import { readWorkspace } from '#db/workspace'
import { joinVintages } from './vintages.repository.ts'

export const vintagesRoutes: FastifyPluginAsync<Deps> = async (app, { database }) => {
  serve(app, vintageEndpoints.join, 'zone:read', ({ query, caller }) =>
    readWorkspace(database, caller, (tx) => joinVintages(tx, caller.workspaceId, query)),
  )
}
