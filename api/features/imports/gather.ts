import type { Draft, ReadContext, ReaderMessage, ReadRow, RowProblem } from '#api/domain/import-draft'
import { refusal } from '#api/domain/import-remarks'
import type { Bounds } from '#contract/geometry'
import type { ImportFormat } from '#contract/imports'
import type { ImportMapping, ImportTable } from '#contract/mappings'
import type { ImportQuestion } from '#contract/questions'
import type { Database, Queries } from '#db/client'
import { analyze } from '#db/maintenance'
import { isUniqueViolation } from '#db/unique-violation'
import { type Author, type WorkspaceTransaction, withWorkspace } from '#db/workspace'
import { moveRun, type Run } from './imports.repository.ts'
import { stageRows, targetOf } from './stage-rows.ts'
import { commitLater } from './staging.repository.ts'
import type { RunKey, StagedRow } from './staging.ts'

/** How long a batch may keep the database: the embedded one answers nobody else meanwhile. */
const BATCH_MS = { embedded: 120, server: 1_500 }
const SMALLEST_BATCH = 25
/** Rows after which the planner is told how large tables have become; then at ten times as many. */
const FIRST_ANALYSIS = 100
/** How often a comparison may be overtaken by people before the run gives up. */
export const ATTEMPTS = 5

export class RunCancelled extends Error {
  override name = 'RunCancelled'
}

export type ImportJob = {
  database: Database
  author: Author
  run: Run
  read: (context: ReadContext) => AsyncIterable<ReaderMessage>
  context: ReadContext
  signal: AbortSignal
  now: () => Date
  /** Runs of servers that have not been heard of since do not count. */
  aliveSince?: () => Date
}

/** What reading has gathered besides the staged rows. */
export type Gathered = {
  format: ImportFormat | null
  table: ImportTable | null
  mapping: ImportMapping | null
  what: Draft['what'] | null
  remarks: RowProblem[]
  bounds: Bounds | null
  progress: number
  /** Rows that do not wait in `import_rows`, by outcome. */
  passed: Record<StagedRow['outcome'], number>
  stop: { outcome: 'ask' | 'reject'; problem: RowProblem; questions: ImportQuestion[] } | null
}

export const keyOf = ({ run, author }: ImportJob): RunKey => ({
  workspaceId: author.workspaceId,
  runId: run.id,
})

/** One transaction of the run, which sees what it has brought. */
export const forRun = <T>(job: ImportJob, work: (transaction: WorkspaceTransaction) => Promise<T>) =>
  withWorkspace(job.database, { ...job.author, importRun: job.run.id }, work)
export const inRun = async <T>(job: ImportJob, work: (tx: Queries) => Promise<T>): Promise<T> =>
  (await forRun(job, ({ tx }) => work(tx))).result

/** Stages rows in one transaction, again when somebody has brought one of them meanwhile. */
async function stageBatch(job: ImportJob, gathered: Gathered, rows: readonly ReadRow[]): Promise<void> {
  const progress = gathered.progress + rows.length
  for (let attempt = 1; ; attempt += 1) {
    try {
      const staged = await inRun(job, async (tx) => {
        const beatAt = job.now().toISOString()
        await commitLater(tx)
        const moved = await moveRun(tx, job.run, ['reading'], { progress, beatAt })
        if (!moved) throw new RunCancelled()
        return stageRows(tx, keyOf(job), rows, !job.run.dryRun, gathered.bounds)
      })
      gathered.progress = progress
      gathered.what ??= staged.what
      gathered.bounds = staged.bounds
      for (const [outcome, n] of Object.entries(staged.passed)) {
        gathered.passed[outcome as StagedRow['outcome']] += n
      }
      return
    } catch (error) {
      if (!isUniqueViolation(error) || attempt === ATTEMPTS) throw error
    }
  }
}

/** Batches as large as the database takes in {@link BATCH_MS}, measured as they go. */
function batching(job: ImportJob) {
  let size = 100
  let analyzedAt = 0
  return async (gathered: Gathered, rows: readonly ReadRow[]): Promise<void> => {
    for (let from = 0; from < rows.length; ) {
      if (job.signal.aborted) throw new RunCancelled()
      const batch = rows.slice(from, from + size)
      const began = performance.now()
      await stageBatch(job, gathered, batch)
      const took = performance.now() - began
      from += batch.length
      if (gathered.progress >= Math.max(FIRST_ANALYSIS, analyzedAt * 10)) {
        analyzedAt = gathered.progress
        if (gathered.what) await analyze(job.database, ['import_rows', ...targetOf(gathered.what).fills])
      }
      const fitting = Math.round((batch.length * BATCH_MS[job.database.kind]) / took)
      // Half of the way, so that one slow moment does not make a thousand small transactions.
      if (batch.length === size) size = Math.max(SMALLEST_BATCH, Math.round((size + fitting) / 2))
    }
  }
}

/** Reads the whole file; each batch is a transaction of its own, and a place to stop. */
export async function gather(job: ImportJob): Promise<Gathered> {
  const passed = { created: 0, updated: 0, unchanged: 0, ignored: 0, refused: 0 }
  const gathered: Gathered = {
    format: null,
    table: null,
    mapping: null,
    what: null,
    remarks: [],
    bounds: null,
    progress: 0,
    passed,
    stop: null,
  }
  const stage = batching(job)
  for await (const message of job.read(job.context)) {
    if (job.signal.aborted) throw new RunCancelled()
    switch (message.type) {
      case 'table':
        gathered.table = message.table
        gathered.mapping = message.mapping
        break
      case 'format':
        gathered.format = message.format
        gathered.stop = unconfirmed(job, gathered)
        break
      case 'remark':
        gathered.remarks.push(message.problem)
        break
      case 'stop':
        gathered.stop = { questions: [], ...message }
        break
      case 'rows':
        await stage(gathered, message.rows)
    }
    if (gathered.stop) return gathered
  }
  return gathered
}

/** What a mapping that nobody has confirmed asks before anything is written. */
function unconfirmed({ run }: ImportJob, { table }: Gathered): Gathered['stop'] {
  if (run.dryRun || table?.mappedBy !== 'suggested' || run.answers.mapping === 'confirmed') return null
  const problem: RowProblem = mappingProposed(table)
  const option = {
    value: 'confirmed',
    label: null,
    points: [],
    samples: table.columns.map(({ name }) => name).slice(0, 10),
  }
  const { code, field, value } = problem
  const question = {
    about: 'mapping' as const,
    code,
    field,
    value,
    options: [option],
    suggested: 'confirmed',
  }
  return { outcome: 'ask', problem, questions: [question] }
}

const mappingProposed = (table: ImportTable): RowProblem =>
  refusal('mapping_unconfirmed', null, table.columns.map(({ name }) => name).join(', '))
