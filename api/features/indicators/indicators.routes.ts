import { Readable } from 'node:stream'
import type { FastifyPluginAsync } from 'fastify'
import type { z } from 'zod'
import { noteEvent } from '#api/features/accounts/events.repository'
import type { Deps } from '#api/http/deps'
import { serve, serveRaw } from '#api/http/serve'
import { indicatorEndpoints, ValuesQuery, valuesCsvPath } from '#contract/indicators'
import { readWorkspace, withAccounts } from '#db/workspace'
import { communesIn, listIndicators } from './indicators.repository.ts'
import { readValues } from './shown-values.repository.ts'
import { valuesCsv } from './values-csv.ts'

/** What a file may be called: codes of sources and periods. */
const fileName = (...words: string[]): string => words.join('-').replace(/[^\w-]+/g, '_')

export const indicatorsRoutes: FastifyPluginAsync<Deps> = async (app, { database, now }) => {
  serve(app, indicatorEndpoints.list, 'figure:read', ({ query, caller }) =>
    readWorkspace(database, caller, async (tx) =>
      listIndicators(tx, caller.workspaceId, await communesIn(tx, caller.workspaceId, query.territory)),
    ),
  )
  serve(app, indicatorEndpoints.values, 'figure:read', ({ query, caller }) =>
    readValues(database, caller, query),
  )
  serveRaw(
    app,
    { method: 'GET', path: valuesCsvPath, query: ValuesQuery },
    'figure:export',
    async (request, reply) => {
      const { accountId, workspaceId, audience } = request.caller
      const query = request.query as z.output<typeof ValuesQuery>
      const values = await readValues(database, request.caller, query)
      const { source, period, level, figure } = query
      const detail = { source, period, level, figure, audience }
      await withAccounts(database, (tx) =>
        noteEvent(tx, { kind: 'figures_exported', workspaceId, accountId, detail }, now()),
      )
      reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header(
          'content-disposition',
          `attachment; filename="maillage-${fileName(source, period, level, figure)}.csv"`,
        )
        .header('cache-control', 'no-store')
      return reply.send(Readable.from(valuesCsv(values)))
    },
  )
}
