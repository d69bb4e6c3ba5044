import { Readable } from 'node:stream'
import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import { noteEvent } from '#api/features/accounts/events.repository'
import { filterContext } from '#api/features/actors/actors.search.repository'
import type { Deps } from '#api/http/deps'
import { serveRaw } from '#api/http/serve'
import { ActorFilter, actorExportPath, EXPORT_FORMATS } from '#contract/actors'
import { readWorkspace, withAccounts } from '#db/workspace'
import { exportRows } from './exports.repository.ts'
import { FORMATS } from './formats.ts'

const Params = z.object({ format: z.enum(EXPORT_FORMATS) })

export const exportsRoutes: FastifyPluginAsync<Deps> = async (app, { database, now }) => {
  serveRaw(
    app,
    { method: 'GET', path: actorExportPath, params: Params, query: ActorFilter },
    'actor:export',
    async (request, reply) => {
      const format = FORMATS[request.params.format]
      const filter = request.query as z.output<typeof ActorFilter>
      const reader = { ...request.caller, now: now() }
      const context = await readWorkspace(database, reader, (tx) => filterContext(tx, reader, filter.q))
      const { accountId, workspaceId, audience } = request.caller
      const detail = { format: request.params.format, audience }
      await withAccounts(database, (tx) =>
        noteEvent(tx, { kind: 'actors_exported', workspaceId, accountId, detail }, now()),
      )
      const day = now().toISOString().slice(0, 10)
      reply
        .header('content-type', format.mediaType)
        .header(
          'content-disposition',
          `attachment; filename="maillage-acteurs-${day}.${request.params.format}"`,
        )
        .header('cache-control', 'no-store')
      return reply.send(Readable.from(format.write(exportRows(database, filter, context))))
    },
  )
}
