import { Readable } from 'node:stream'
import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import { csvCell } from '#api/domain/spreadsheet'
import { noteEvent } from '#api/features/accounts/events.repository'
import type { Deps } from '#api/http/deps'
import { serveRaw } from '#api/http/serve'
import { COOPERATION_TABLES, CooperationExportQuery, cooperationExportPath } from '#contract/briefs'
import { readWorkspace, withAccounts } from '#db/workspace'
import { type Cell, readSheet } from './export.sheets.repository.ts'

const Params = z.object({ table: z.enum(COOPERATION_TABLES) })

/** As spreadsheets in France open it: semicolons, and a byte order mark for the accents. */
function* csv(names: readonly string[], rows: readonly Record<string, Cell>[]): Generator<string> {
  yield `\ufeff${names.join(';')}\r\n`
  for (const row of rows) yield `${names.map((name) => csvCell(row[name] ?? null)).join(';')}\r\n`
}

export const cooperationExportRoutes: FastifyPluginAsync<Deps> = async (app, { database, now }) => {
  serveRaw(
    app,
    { method: 'GET', path: cooperationExportPath, params: Params, query: CooperationExportQuery },
    'cooperation:export',
    async ({ caller, params: { table }, query: { communityBelonging } }, reply) => {
      const { accountId, workspaceId, audience } = caller
      const { names, rows } = await readWorkspace(database, caller, (tx) =>
        readSheet(tx, table, { workspaceId, communityBelonging }),
      )
      const detail = { table, audience, communityBelonging }
      await withAccounts(database, (tx) =>
        noteEvent(tx, { kind: 'cooperation_exported', workspaceId, accountId, detail }, now()),
      )
      const day = now().toISOString().slice(0, 10)
      reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="maillage-${table}-${day}.csv"`)
        .header('cache-control', 'no-store')
      return reply.send(Readable.from(csv(names, rows)))
    },
  )
}
