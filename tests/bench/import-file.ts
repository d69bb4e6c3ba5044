import { stat } from 'node:fs/promises'
import { v7 as newId } from 'uuid'
import type { ReadContext } from '#api/domain/import-draft'
import { insertRun } from '#api/features/imports/imports.repository'
import { readApart } from '#api/features/imports/reading/read-apart'
import { runImport } from '#api/features/imports/run-import'
import { listTypes } from '#api/features/nomenclature/nomenclature.repository'
import type { ImportAnswers } from '#contract/questions'
import type { Database } from '#db/client'
import { DEFAULT_WORKSPACE, readWorkspace, withWorkspace } from '#db/workspace'

/** `memory`: the most that this process has held, MB; the reader is another, with a limit. */
export type Imported = { rows: number; unchanged: number; seconds: number; memory: number }

const AUTHOR = {
  workspaceId: DEFAULT_WORKSPACE,
  audience: 'private',
  author: 'bench',
  cause: 'import',
} as const

/** A file through the whole of the importer, from reading apart to the revealing transaction. Throws when it is not accepted. */
export async function importFile(
  database: Database,
  path: string,
  { vintage = null, answers = {} }: { vintage?: string | null; answers?: ImportAnswers } = {},
): Promise<Imported> {
  const types = await readWorkspace(database, AUTHOR, (tx) => listTypes(tx, DEFAULT_WORKSPACE))
  const context: ReadContext = {
    today: '2026-11-23',
    vintage,
    answers,
    mapping: null,
    savedMappings: {},
    types: types.map(({ id, labels }) => ({ id, words: [id, labels.fr] })),
    typeOfNetwork: {},
    unknownType: 'autre-organisation',
  }
  const { size: bytes } = await stat(path)
  const started = {
    workspaceId: DEFAULT_WORKSPACE,
    id: newId(),
    filename: 'bench',
    bytes,
    dryRun: false,
    answers,
    vintage,
  }
  const { result: run } = await withWorkspace(database, AUTHOR, ({ tx }) =>
    insertRun(tx, { ...started, state: 'queued' }),
  )
  let memory = 0
  const watch = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss())
  }, 100)
  const begin = performance.now()
  const report = await runImport({
    database,
    author: AUTHOR,
    run,
    read: (given) => readApart(path, given),
    context,
    signal: new AbortController().signal,
    now: () => new Date(),
  }).finally(() => clearInterval(watch))
  const took = (performance.now() - begin) / 1000
  if (report.outcome === 'ask' || report.outcome === 'reject') {
    throw new Error(`${path}: ${report.outcome} ${JSON.stringify(report.refused.slice(0, 3))}`)
  }
  const { rows, unchanged } = report
  return { rows, unchanged, seconds: took, memory: Math.round(memory / 1e6) }
}
