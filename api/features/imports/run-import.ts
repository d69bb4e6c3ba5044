import type { Draft, ReadContext, ReaderMessage, RowProblem } from '#api/domain/import-draft'
import { capRemarks, extendBounds, reportOf, stoppedReport, toRemark } from '#api/domain/import-report'
import type { Bounds } from '#contract/geometry'
import type { ImportFormat, ImportReport } from '#contract/imports'
import type { Database, Queries } from '#db/client'
import { isUniqueViolation } from '#db/unique-violation'
import { type Author, withWorkspace } from '#db/workspace'
import { moveRun, type Run } from './imports.repository.ts'
import { restageRows, stageRows, targetOf } from './stage-rows.ts'
import { countOutcomes, lastLine, stagedRemarks, unstage } from './staging.repository.ts'
import { type Slice, StaleComparison } from './staging.ts'

/** Rows that one statement writes: a fraction of a second each, so that the embedded database answers in between. */
const SLICE = 500
/** How often a comparison may be overtaken by people before the run gives up. */
const ATTEMPTS = 5

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
}

/** What reading has gathered besides the staged rows. */
type Gathered = {
  format: ImportFormat | null
  what: Draft['what'] | null
  remarks: RowProblem[]
  bounds: Bounds | null
  progress: number
  stop: { outcome: 'ask' | 'reject'; problem: RowProblem } | null
}

const keyOf = ({ run, author }: ImportJob) => ({ workspaceId: author.workspaceId, runId: run.id })
const inWorkspace = async <T>(job: ImportJob, work: (tx: Queries) => Promise<T>): Promise<T> =>
  (await withWorkspace(job.database, job.author, ({ tx }) => work(tx))).result

/** Reads the whole file into staged rows; each batch is a transaction of its own, and a place to stop. */
async function gather(job: ImportJob): Promise<Gathered> {
  const gathered: Gathered = { format: null, what: null, remarks: [], bounds: null, progress: 0, stop: null }
  for await (const message of job.read(job.context)) {
    if (job.signal.aborted) throw new RunCancelled()
    if (message.type === 'format') gathered.format = message.format
    if (message.type === 'remark') gathered.remarks.push(message.problem)
    if (message.type === 'stop') gathered.stop = message
    if (message.type !== 'rows') continue
    gathered.progress += message.rows.length
    const { progress } = gathered
    const staged = await inWorkspace(job, async (tx) => {
      const moved = await moveRun(tx, job.run, ['reading'], { progress })
      if (!moved) throw new RunCancelled()
      return stageRows(tx, keyOf(job), message.rows)
    })
    for (const { draft } of staged) {
      if (draft === null) continue
      gathered.what = draft.what
      gathered.bounds = extendBounds(gathered.bounds, draft)
    }
  }
  return gathered
}

async function report(job: ImportJob, tx: Queries, gathered: Gathered): Promise<ImportReport> {
  const { refused: _, ...counts } = await countOutcomes(tx, keyOf(job))
  const refused = await stagedRemarks(tx, keyOf(job), 'refused')
  const reservations = [
    ...gathered.remarks.map((problem) => toRemark(problem, null)),
    ...(await stagedRemarks(tx, keyOf(job), 'reservation')),
  ]
  return reportOf(gathered.format!, counts, refused, capRemarks(reservations), gathered.bounds)
}

/** Writes everything that was staged, or nothing: rows, history, the run's own end and the staged rows' going. */
async function reveal(job: ImportJob, gathered: Gathered): Promise<ImportReport> {
  const target = targetOf(gathered.what!)
  const { result } = await withWorkspace(job.database, job.author, async (transaction) => {
    const { tx, record } = transaction
    const last = await lastLine(tx, keyOf(job))
    const slices: Slice[] = []
    for (let from = 0; from <= last; from += SLICE) slices.push({ ...keyOf(job), from, to: from + SLICE - 1 })
    for (const slice of slices) {
      if (job.signal.aborted) throw new RunCancelled()
      await target.reveal(tx, slice)
    }
    const written = await report(job, tx, gathered)
    if (target.note) for (const slice of slices) await target.note(transaction, slice)
    else {
      const { format, created, updated } = written
      const after = { format, created, updated }
      record({ verb: 'created', entity: 'import', entityId: job.run.id, version: 1, after })
    }
    await unstage(tx, keyOf(job))
    const ended = { state: 'done' as const, report: written, endedAt: job.now().toISOString() }
    if (!(await moveRun(tx, job.run, ['writing'], ended))) throw new RunCancelled()
    return written
  })
  return result
}

const isOvertaken = (error: unknown): boolean => error instanceof StaleComparison || isUniqueViolation(error)

async function restageAll(job: ImportJob): Promise<void> {
  let after: number | null = 0
  while (after !== null) {
    const from: number = after
    after = await inWorkspace(job, (tx) => restageRows(tx, keyOf(job), from, SLICE))
    if (job.signal.aborted) throw new RunCancelled()
  }
}

async function write(job: ImportJob, gathered: Gathered): Promise<ImportReport> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await reveal(job, gathered)
    } catch (error) {
      if (!isOvertaken(error) || attempt === ATTEMPTS) throw error
      await restageAll(job)
    }
  }
}

/** Ends a run that writes nothing, with what it has to say. */
async function conclude(job: ImportJob, written: ImportReport): Promise<ImportReport> {
  await inWorkspace(job, async (tx) => {
    await unstage(tx, keyOf(job))
    const ended = { state: 'done' as const, report: written, endedAt: job.now().toISOString() }
    if (!(await moveRun(tx, job.run, ['reading'], ended))) throw new RunCancelled()
  })
  return written
}

/**
 * Reads a file and writes what it brings in one transaction. Whatever happens before that transaction commits, nobody
 * has seen anything. Throws {@link RunCancelled} when the run was cancelled or taken away meanwhile.
 */
export async function runImport(job: ImportJob): Promise<ImportReport> {
  const started = await inWorkspace(job, (tx) =>
    moveRun(tx, job.run, ['queued'], { state: 'reading', progress: 0 }),
  )
  if (!started) throw new RunCancelled()
  const gathered = await gather(job)
  if (gathered.stop)
    return conclude(job, stoppedReport(gathered.stop.outcome, gathered.format, gathered.stop.problem))
  const seen = await inWorkspace(job, (tx) => report(job, tx, gathered))
  if (job.run.dryRun || seen.created + seen.updated === 0) return conclude(job, seen)
  if (!(await inWorkspace(job, (tx) => moveRun(tx, job.run, ['reading'], { state: 'writing' })))) {
    throw new RunCancelled()
  }
  return write(job, gathered)
}
