import { setTimeout as wait } from 'node:timers/promises'
import { reservation } from '#api/domain/import-remarks'
import { type ReportExtras, reportOf, stoppedReport, toRemark } from '#api/domain/import-report'
import { markStale } from '#api/features/grid/builds.repository'
import type { ImportReport } from '#contract/imports'
import type { Queries } from '#db/client'
import { isUniqueViolation } from '#db/unique-violation'
import {
  ATTEMPTS,
  forRun,
  type Gathered,
  gather,
  type ImportJob,
  inRun,
  keyOf,
  RunCancelled,
} from './gather.ts'
import { flagGone } from './gone.repository.ts'
import { beginRun, moveRun } from './imports.repository.ts'
import { saveMapping } from './mappings.repository.ts'
import { countUnplaced } from './pending.repository.ts'
import { restageRows, targetOf } from './stage-rows.ts'
import { countOutcomes, slicesOf, stagedRemarks, unstage } from './staging.repository.ts'
import { StaleComparison } from './staging.ts'

/** Lines of which one statement writes the updated rows. */
const SLICE = 500
/** How often a run asks whether it is its turn. */
const TURN_MS = 500

async function report(
  job: ImportJob,
  tx: Queries,
  gathered: Gathered,
  extras: ReportExtras = {},
): Promise<ImportReport> {
  const { kept, ...waiting } = await countOutcomes(tx, keyOf(job))
  const counts = { ...waiting }
  for (const outcome of Object.keys(counts) as (keyof typeof counts)[])
    counts[outcome] += gathered.passed[outcome]
  const refused = await stagedRemarks(tx, keyOf(job), 'refused')
  const reserved = await stagedRemarks(tx, keyOf(job), 'reservation')
  const more = [...refused.totals, ...reserved.totals].map(({ code, n }) =>
    toRemark(reservation('more_remarks', code, n), null),
  )
  const isNothing = counts.created + counts.updated + counts.unchanged === 0 && counts.ignored > 0
  const whole = [
    ...(isNothing ? [reservation('nothing_kept', null, counts.ignored)] : []),
    ...gathered.remarks,
  ]
  const remarks = [...whole.map((problem) => toRemark(problem, null)), ...reserved.remarks, ...more]
  const { table, mapping, bounds } = gathered
  return reportOf(gathered.format!, counts, refused.remarks, remarks, {
    kept,
    table,
    mapping,
    bounds,
    ...extras,
  })
}

/**
 * Makes everything that the run brought visible at once: what it created is there already, hidden, and one row reveals
 * it; what it updates is written in the same transaction. Or nothing.
 */
async function reveal(job: ImportJob, gathered: Gathered): Promise<ImportReport> {
  const target = targetOf(gathered.what!)
  const endedAt = job.now().toISOString()
  const { result } = await forRun(job, async (transaction) => {
    const { tx, workspaceId, record, nextSeq } = transaction
    const slices = await slicesOf(tx, keyOf(job), target.insert ? ['updated'] : ['created', 'updated'], SLICE)
    for (const slice of slices) {
      if (job.signal.aborted) throw new RunCancelled()
      await target.update(tx, slice)
    }
    if (gathered.what === 'cell') await markStale(tx, keyOf(job))
    const isActors = gathered.what === 'actor'
    const gone = isActors ? await flagGone(tx, keyOf(job), endedAt) : 0
    const unplaced = isActors ? await countUnplaced(tx, keyOf(job)) : 0
    const written = await report(job, tx, gathered, { gone, unplaced })
    for (const slice of target.note ? slices : []) await target.note!(transaction, slice)
    const { format, created, updated } = written
    const hasWritten = created + updated + gone > 0
    if (hasWritten) {
      const after = { format, created, updated, gone }
      record({ verb: 'created', entity: 'import', entityId: job.run.id, version: 1, after })
    }
    if (gathered.table && gathered.mapping) {
      const columns = gathered.table.columns.map(({ name }) => name)
      await saveMapping(
        tx,
        workspaceId,
        { name: job.run.filename, columns, mapping: gathered.mapping },
        job.now(),
      )
    }
    const seq = hasWritten ? await nextSeq() : null
    const ended = { state: 'done' as const, report: written, endedAt, revealed: true, seq }
    if (!(await moveRun(tx, job.run, ['writing'], ended))) throw new RunCancelled()
    return written
  })
  return result
}

const isOvertaken = (error: unknown): boolean => error instanceof StaleComparison || isUniqueViolation(error)

async function restageAll(job: ImportJob, gathered: Gathered): Promise<void> {
  let after: number | null = 0
  while (after !== null) {
    const from: number = after
    after = await inRun(job, (tx) => restageRows(tx, keyOf(job), from, SLICE, gathered.what!))
    if (job.signal.aborted) throw new RunCancelled()
  }
}

async function write(job: ImportJob, gathered: Gathered): Promise<ImportReport> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await reveal(job, gathered)
    } catch (error) {
      if (!isOvertaken(error) || attempt === ATTEMPTS) throw error
      await restageAll(job, gathered)
    }
  }
}

/** Ends a run that writes nothing, with what it has to say. Rows that a dry run has read stay to be looked at. */
async function conclude(job: ImportJob, written: ImportReport): Promise<ImportReport> {
  await inRun(job, async (tx) => {
    if (written.outcome === 'ask') await unstage(tx, keyOf(job))
    const ended = { state: 'done' as const, report: written, endedAt: job.now().toISOString() }
    if (!(await moveRun(tx, job.run, ['reading'], ended))) throw new RunCancelled()
  })
  return written
}

/** Waits until no other run of the workspace is at work. */
async function begin(job: ImportJob): Promise<void> {
  for (;;) {
    const aliveSince = job.aliveSince?.() ?? job.now()
    const begun = await inRun(job, (tx) => beginRun(tx, job.run, aliveSince, job.now()))
    if (begun === undefined || job.signal.aborted) throw new RunCancelled()
    if (begun !== 'busy') return
    await wait(TURN_MS, undefined, { signal: job.signal }).catch(() => {
      throw new RunCancelled()
    })
  }
}

/**
 * Reads a file and brings what is in it. Whatever happens before its one revealing transaction commits, nobody has seen
 * anything. Throws {@link RunCancelled} when the run was cancelled or taken away meanwhile.
 */
export async function runImport(job: ImportJob): Promise<ImportReport> {
  await inRun(job, (tx) => unstage(tx, keyOf(job)))
  await begin(job)
  const gathered = await gather(job)
  if (gathered.stop) {
    const { outcome, problem, questions } = gathered.stop
    const { table, mapping } = gathered
    return conclude(job, stoppedReport(outcome, gathered.format, problem, { questions, table, mapping }))
  }
  const seen = await inRun(job, (tx) => report(job, tx, gathered))
  // Actors that a file does not list any more are flagged even when all that it lists is known.
  const hasWork = seen.created + seen.updated > 0 || (gathered.what === 'actor' && seen.outcome !== 'reject')
  if (job.run.dryRun || !hasWork) return conclude(job, seen)
  if (!(await inRun(job, (tx) => moveRun(tx, job.run, ['reading'], { state: 'writing' })))) {
    throw new RunCancelled()
  }
  return write(job, gathered)
}
