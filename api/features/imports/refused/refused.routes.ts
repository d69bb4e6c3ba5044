import { access } from 'node:fs/promises'
import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import type { Deps } from '#api/http/deps'
import { notFound } from '#api/http/problems'
import { serveRaw } from '#api/http/serve'
import { Id } from '#contract/common'
import { refusedRowsPath } from '#contract/imports'
import type { Database } from '#db/client'
import { type Reader, readWorkspace } from '#db/workspace'
import { importFiles } from '../import-files.ts'
import { findRun } from '../imports.repository.ts'
import { refusedAfter } from '../staging.repository.ts'
import { type RefusedRow, refusedFile } from './refused-file.ts'
import { refusedKind } from './refused-kind.ts'

/** Rows that one transaction reads: nobody waits for whoever downloads slowly. */
const PAGE = 500

async function* refusedRows(database: Database, reader: Reader, runId: string): AsyncGenerator<RefusedRow> {
  const { workspaceId } = reader
  for (let after = 0; ; ) {
    const line = after
    const rows = await readWorkspace(database, reader, (tx) =>
      refusedAfter(tx, { workspaceId, runId }, line, PAGE),
    )
    yield* rows
    if (rows.length < PAGE) return
    after = rows.at(-1)!.line
  }
}

/** The cells of each row in the order of the file's columns, which the database does not keep. */
async function* inOrder(
  rows: AsyncIterable<RefusedRow>,
  columns: readonly string[],
): AsyncGenerator<RefusedRow> {
  for await (const row of rows) {
    const { record } = row
    const known = columns.filter((name) => record && Object.hasOwn(record, name))
    yield {
      ...row,
      record: record && { ...Object.fromEntries(known.map((name) => [name, record[name]])), ...record },
    }
  }
}

/** The refused rows of an import as a file, to be mended and sent again. */
export const refusedRoutes: FastifyPluginAsync<Deps> = async (app, { database, dataDir }) => {
  const files = importFiles(dataDir)
  serveRaw(
    app,
    {
      method: 'GET',
      path: refusedRowsPath,
      params: z.object({ id: Id }),
      query: z.object({ lang: z.enum(['fr', 'en']).default('fr') }),
    },
    'import:read',
    async ({ caller, params, query }, reply) => {
      const { workspaceId } = caller
      const run = await readWorkspace(database, caller, (tx) => findRun(tx, { workspaceId, id: params.id }))
      if (!run) throw notFound('import', params.id)
      const [first] = await readWorkspace(database, caller, (tx) =>
        refusedAfter(tx, { workspaceId, runId: run.id }, 0, 1),
      )
      const path = files.pathOf(run.id)
      const isHere = await access(path).then(
        () => true,
        () => false,
      )
      const columns = run.report?.table?.columns.map(({ name }) => name) ?? []
      const kind = await refusedKind(isHere ? path : null, first?.record ?? null, run.filename)
      const { contentType, filename, stream } = refusedFile(
        inOrder(refusedRows(database, caller, run.id), columns),
        kind,
        query.lang,
        run.filename,
      )
      return reply
        .type(contentType)
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`)
        .send(stream)
    },
  )
}
