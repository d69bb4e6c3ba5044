import { setTimeout as wait } from 'node:timers/promises'
import type { ReadContext } from '#api/domain/import-draft'
import { localTime } from '#api/domain/local-time'
import { buildStaleGrids, workspacesWithStaleGrids } from '#api/features/grid/build-squares.repository'
import { listTypes } from '#api/features/nomenclature/nomenclature.repository'
import type { Deps } from '#api/http/deps'
import type { Queries } from '#db/client'
import { isConnectionLoss } from '#db/connection-loss'
import { type Author, everyWorkspace, readWorkspace, withWorkspace } from '#db/workspace'
import { afterReveal } from './after-reveal.ts'
import { RunCancelled } from './gather.ts'
import type { ImportFiles } from './import-files.ts'
import {
  beat,
  findRun,
  findUnrevealed,
  interruptRuns,
  isWaiting,
  moveRun,
  type Run,
  UNFINISHED_STATES,
} from './imports.repository.ts'
import { savedMappingsOf } from './mappings.repository.ts'
import { discardSome } from './pending.repository.ts'
import { readApart } from './reading/read-apart.ts'
import { runImport } from './run-import.ts'
import { unstage } from './staging.repository.ts'

/** The type of an organisation whose file does not say what it is. */
const UNKNOWN_TYPE = 'autre-organisation'
/** Rows that one statement takes away: the embedded database answers in between. */
const DISCARDED = 500
/** How often a server says that its runs go on, and how long it may be silent before they count as lost. */
const BEAT_MS = 5_000
const SILENCE_MS = 60_000
/** How often a database that went away is asked again to end a run. */
const AGAIN_MS = 1_000

/** An import compares with all that is there, whoever started it. */
const everything = ({ workspaceId }: Pick<Author, 'workspaceId'>) =>
  ({ workspaceId, audience: 'private' }) as const

export type ImportQueueOptions = Pick<Deps, 'database' | 'now'> & {
  files: ImportFiles
  /** What tells this server's runs from those of others on the same database. */
  server: string
  log: (error: unknown, message: string) => void
}

/** Runs imports one after the other, in the order in which they came. */
export function importQueue({ database, now, files, server, log }: ImportQueueOptions) {
  const running = new Map<string, AbortController>()
  const silent = () => new Date(now().getTime() - SILENCE_MS)
  let tail: Promise<void> = Promise.resolve()
  let closing = false
  const ending = new AbortController()

  async function contextOf(run: Run): Promise<ReadContext> {
    const [types, savedMappings] = await readWorkspace(
      database,
      everything(run),
      async (tx) =>
        [await listTypes(tx, run.workspaceId), await savedMappingsOf(tx, run.workspaceId)] as const,
    )
    const networks = types.flatMap(({ id, dataInclusion }) => dataInclusion.map((network) => [network, id]))
    return {
      today: localTime(now()).slice(0, 10),
      vintage: run.vintage,
      answers: run.answers,
      mapping: run.mapping,
      savedMappings,
      types: types.map(({ id, labels, aliases }) => ({ id, words: [id, labels.fr, labels.en, ...aliases] })),
      typeOfNetwork: Object.fromEntries(networks),
      unknownType: UNKNOWN_TYPE,
    }
  }

  const readerOf = (run: Run) => (context: ReadContext) =>
    readApart(files.pathOf(run.id), context, (said) => log(said, 'the import reader died'))

  const forRun = <T>(run: Run, work: (tx: Queries) => Promise<T>) =>
    withWorkspace(
      database,
      { ...everything(run), author: 'import', cause: 'import', importRun: run.id },
      ({ tx }) => work(tx),
    )

  /** Takes away what a run has inserted and nobody sees, a little at a time. */
  async function discard(run: Run): Promise<void> {
    const key = { workspaceId: run.workspaceId, runId: run.id }
    for (;;) {
      const { result } = await forRun(run, (tx) => discardSome(tx, key, DISCARDED))
      if (result === 0) return
    }
  }

  /**
   * Work that leaves no trace when it is done twice, as often as the database goes away meanwhile: a run that nobody ends
   * would hold up those that follow, and what it has inserted would stand in their way.
   */
  async function untilDone<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work()
      } catch (error) {
        if (closing || !isConnectionLoss(error)) throw error
        await wait(AGAIN_MS, undefined, { signal: ending.signal }).catch(() => {})
      }
    }
  }

  /**
   * Nothing that was staged or inserted stays, and the run has a final state; unless it was revealed and only nobody was
   * told of it, as when the database goes away while it answers. Answers in the run as it ended.
   */
  async function abandon(run: Run, state: Run['state']): Promise<Run> {
    const { result: ended } = await forRun(run, async (tx) => {
      await moveRun(tx, run, UNFINISHED_STATES, { state, endedAt: now().toISOString() })
      const found = (await findRun(tx, run))!
      if (!found.revealed) await unstage(tx, { workspaceId: run.workspaceId, runId: run.id })
      return found
    })
    if (!isWaiting(ended)) await files.remove(run.id)
    if (!closing && !ended.revealed) await discard(run)
    return ended
  }

  async function perform(run: Run, author: Author, signal: AbortSignal): Promise<void> {
    try {
      // A run that asked something half-way may have left rows.
      if (!run.dryRun) await discard(run)
      const context = await contextOf(run)
      const job = { database, author, run, read: readerOf(run), context, signal, now }
      const report = await runImport({ ...job, aliveSince: silent })
      if (!isWaiting({ state: 'done', dryRun: run.dryRun, report })) await files.remove(run.id)
      const wrote = !run.dryRun && (report.outcome === 'accept' || report.outcome === 'repair')
      if (wrote) await after({ database, author, run, now, signal }, report)
      else if (!run.dryRun) await discard(run)
    } catch (error) {
      const cancelled = error instanceof RunCancelled
      if (!cancelled) log(error, 'an import failed')
      const state = () => (closing ? 'interrupted' : cancelled ? 'cancelled' : 'failed')
      const ended = await untilDone(() => abandon(run, state()))
      if (ended.revealed && ended.report) await after({ database, author, run, now, signal }, ended.report)
    }
  }

  /** What the import has written stays, whatever happens to what comes after. */
  const after: typeof afterReveal = (revealed, report) =>
    afterReveal(revealed, report).catch((error) => log(error, 'an import was not followed up'))

  const inTurn = (work: () => Promise<void>): void => {
    tail = tail.then(work).catch((error) => log(error, 'an import could not be ended'))
  }

  /** Says that this server is alive, and ends what servers that are not have left. */
  async function sweep(silentSince: Date): Promise<Run[]> {
    const swept = await everyWorkspace(database, 'import', async ({ tx }) => {
      await beat(tx, [...running.keys()], now())
      for (const { workspaceId, id } of await interruptRuns(tx, server, silentSince, now()))
        await unstage(tx, { workspaceId, runId: id })
      return findUnrevealed(tx)
    })
    return swept.flat()
  }

  const heart = setInterval(() => {
    if (running.size === 0 || closing) return
    everyWorkspace(database, 'import', ({ tx }) => beat(tx, [...running.keys()], now())).catch((error) =>
      log(error, 'an import could not say that it goes on'),
    )
  }, BEAT_MS)
  heart.unref()

  return {
    /** Ends what a stopped server has left, and takes it away when there is time. */
    async recover(): Promise<void> {
      for (const run of await sweep(silent()))
        inTurn(() => (closing ? Promise.resolve() : untilDone(() => discard(run))))
      for (const workspaceId of await workspacesWithStaleGrids(database))
        inTurn(() => buildStaleGrids(database, workspaceId, ending.signal))
    },

    enqueue(run: Run, { workspaceId, author: name }: Pick<Author, 'workspaceId' | 'author'>): void {
      const author: Author = { ...everything({ workspaceId }), author: name, cause: 'import' }
      const controller = new AbortController()
      running.set(run.id, controller)
      inTurn(async () => {
        try {
          await perform(run, author, controller.signal)
        } finally {
          running.delete(run.id)
        }
      })
    },

    /** Takes away what an undone run had brought. */
    clear: (run: Run): void =>
      inTurn(async () => {
        await untilDone(() => discard(run))
        await buildStaleGrids(database, run.workspaceId, ending.signal)
      }),

    /** Asks a run to stop at its next step; it does nothing for a run that is not here. */
    stop(runId: string): void {
      running.get(runId)?.abort()
    },

    /** Stops everything and waits until the database is at rest. */
    async close(): Promise<void> {
      closing = true
      ending.abort()
      clearInterval(heart)
      for (const controller of running.values()) controller.abort()
      await tail
    },
  }
}
