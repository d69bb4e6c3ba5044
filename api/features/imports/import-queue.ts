import type { ReadContext } from '#api/domain/import-draft'
import { localTime } from '#api/domain/local-time'
import { listTypes } from '#api/features/nomenclature/nomenclature.repository'
import type { Deps } from '#api/http/deps'
import { type Author, readWorkspace, withWorkspace } from '#db/workspace'
import type { ImportFiles } from './import-files.ts'
import { moveRun, type Run, UNFINISHED_STATES } from './imports.repository.ts'
import { readApart } from './reading/read-apart.ts'
import { RunCancelled, runImport } from './run-import.ts'
import { unstage } from './staging.repository.ts'

/** The type of an organisation whose file does not say what it is. */
const UNKNOWN_TYPE = 'autre-organisation'

/** An import compares with all that is there, whoever started it. */
const everything = ({ workspaceId }: Pick<Author, 'workspaceId'>) =>
  ({ workspaceId, audience: 'private' }) as const

export type ImportQueueOptions = Pick<Deps, 'database' | 'now'> & {
  files: ImportFiles
  log: (error: unknown, message: string) => void
}

/** Runs imports one after the other, in the order in which they came. */
export function importQueue({ database, now, files, log }: ImportQueueOptions) {
  const running = new Map<string, AbortController>()
  let tail: Promise<void> = Promise.resolve()
  let closing = false

  async function contextOf(run: Run): Promise<ReadContext> {
    const types = await readWorkspace(database, everything(run), (tx) => listTypes(tx, run.workspaceId))
    const networks = types.flatMap(({ id, dataInclusion }) => dataInclusion.map((network) => [network, id]))
    return {
      today: localTime(now()).slice(0, 10),
      vintage: run.vintage,
      typeOfNetwork: Object.fromEntries(networks),
      unknownType: UNKNOWN_TYPE,
    }
  }

  /** A file that has been read is not needed any more, unless somebody may still apply it. */
  const readerOf = (run: Run) =>
    async function* (context: ReadContext) {
      yield* readApart(files.pathOf(run.id), context, (said) => log(said, 'the import reader died'))
      if (!run.dryRun) await files.remove(run.id)
    }

  /** Nothing that was staged stays, and the run has a final state. */
  async function abandon(run: Run, author: Author, state: Run['state']): Promise<void> {
    await withWorkspace(database, author, async ({ tx }) => {
      await unstage(tx, { workspaceId: run.workspaceId, runId: run.id })
      await moveRun(tx, run, UNFINISHED_STATES, { state, endedAt: now().toISOString() })
    })
    await files.remove(run.id)
  }

  async function perform(run: Run, author: Author, signal: AbortSignal): Promise<void> {
    try {
      const context = await contextOf(run)
      const { outcome } = await runImport({
        database,
        author,
        run,
        read: readerOf(run),
        context,
        signal,
        now,
      })
      if (outcome === 'reject' || outcome === 'ask') await files.remove(run.id)
    } catch (error) {
      const cancelled = error instanceof RunCancelled
      if (!cancelled) log(error, 'an import failed')
      await abandon(run, author, closing ? 'interrupted' : cancelled ? 'cancelled' : 'failed')
    }
  }

  return {
    enqueue(run: Run, { workspaceId, author: name }: Pick<Author, 'workspaceId' | 'author'>): void {
      const author: Author = { ...everything({ workspaceId }), author: name, cause: 'import' }
      const controller = new AbortController()
      running.set(run.id, controller)
      tail = tail
        .then(() => perform(run, author, controller.signal))
        .catch((error) => log(error, 'an import could not be ended'))
        .finally(() => running.delete(run.id))
    },

    /** Asks a run to stop at its next step; it does nothing for a run that is not here. */
    stop(runId: string): void {
      running.get(runId)?.abort()
    },

    /** Stops everything and waits until the database is at rest. */
    async close(): Promise<void> {
      closing = true
      for (const controller of running.values()) controller.abort()
      await tail
    },
  }
}
