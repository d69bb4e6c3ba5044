import type { FastifyPluginAsync } from 'fastify'
import type { Deps } from '#api/http/deps'
import { notFound } from '#api/http/problems'
import { serve } from '#api/http/serve'
import { mappingEndpoints } from '#contract/mappings'
import { readWorkspace, withWorkspace } from '#db/workspace'
import { listMappings, removeMapping } from './mappings.repository.ts'

/** How tables that came before are read. They are made by applying an import, and only forgotten here. */
export const mappingsRoutes: FastifyPluginAsync<Deps> = async (app, { database }) => {
  serve(app, mappingEndpoints.list, 'import:read', ({ caller }) =>
    readWorkspace(database, caller, (tx) => listMappings(tx, caller.workspaceId)),
  )
  serve(app, mappingEndpoints.remove, 'import:run', async ({ params: { id }, caller }) => {
    const { result: removed } = await withWorkspace(database, { ...caller, cause: 'import' }, ({ tx }) =>
      removeMapping(tx, caller.workspaceId, id),
    )
    if (!removed) throw notFound('mapping', id)
    return { removed }
  })
}
