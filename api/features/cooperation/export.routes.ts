import { Readable } from 'node:stream'
import { sql } from 'drizzle-orm'
import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import { csvCell } from '#api/domain/spreadsheet'
import { noteEvent } from '#api/features/accounts/events.repository'
import type { Deps } from '#api/http/deps'
import { serveRaw } from '#api/http/serve'
import { COOPERATION_TABLES, CooperationExportQuery, cooperationExportPath } from '#contract/briefs'
import { rowsOf } from '#db/transaction'
import { readWorkspace, withAccounts } from '#db/workspace'
import type { Sheet } from './export.columns.ts'
import { SHEETS } from './export.sheets.ts'

const Params = z.object({ table: z.enum(COOPERATION_TABLES) })

type Cell = string | number | boolean | null

const statementOf = ({ columns, from, order }: Sheet) => {
  const named = Object.entries(columns).map(([name, value]) => sql`${value} AS ${sql.identifier(name)}`)
  return sql`SELECT ${sql.join(named, sql`, `)} FROM ${from} ORDER BY ${order}`
}

/** As spreadsheets in France open it: semicolons, and a byte order mark for the accents. */
function* csv({ columns }: Sheet, rows: readonly Record<string, Cell>[]): Generator<string> {
  const names = Object.keys(columns)
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
      const sheet = SHEETS[table]({ workspaceId, communityBelonging })
      const rows = await readWorkspace(database, caller, (tx) =>
        rowsOf<Record<string, Cell>>(tx, statementOf(sheet)),
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
      return reply.send(Readable.from(csv(sheet, rows)))
    },
  )
}
