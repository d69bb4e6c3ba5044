import { setImmediate as breathe } from 'node:timers/promises'
import { buildStaleGrids } from '#api/features/grid/build-squares.repository'
import { findResemblances } from '#api/features/resemblances/find-resemblances.repository'
import type { ImportReport } from '#contract/imports'
import type { Database } from '#db/client'
import { type Author, withWorkspace } from '#db/workspace'
import { moveRun, type Run } from './imports.repository.ts'
import { forgetWritten } from './staging.repository.ts'

/** Rows that one statement takes away. */
const FORGOTTEN = 2_000
/** Actors past which somebody has to ask for possible duplicates: all of the workspace is then read. */
const MOST_COMPARED = 20_000

type Revealed = { database: Database; author: Author; run: Run; now: () => Date; signal: AbortSignal }

/** Looks for actors that resemble those that came, and says in the report how many pairs there are. */
async function compare({ database, author, run, now }: Revealed, report: ImportReport): Promise<void> {
  const came = report.created + report.updated
  if (came === 0 || came > MOST_COMPARED) return
  const resemblances = await findResemblances(database, run.workspaceId, { run: run.id }, now())
  if (resemblances === 0) return
  await withWorkspace(database, author, ({ tx }) =>
    moveRun(tx, run, ['done'], { report: { ...report, resemblances } }),
  )
}

/** What an import that is done leaves to be done in small steps, while everybody works with what it brought. */
export async function afterReveal(revealed: Revealed, report: ImportReport): Promise<void> {
  const { database, author, run, signal } = revealed
  await compare(revealed, report)
  const key = { workspaceId: run.workspaceId, runId: run.id }
  await buildStaleGrids(database, run.workspaceId, signal)
  for (let gone = FORGOTTEN; gone > 0 && !signal.aborted; ) {
    gone = (await withWorkspace(database, author, ({ tx }) => forgetWritten(tx, key, FORGOTTEN))).result
    await breathe()
  }
}
