import type { EstimateAnswer, EstimateJob } from '#api/domain/estimate-result'
import type { Deps } from '#api/http/deps'
import { inThread } from '#api/http/thread'
import type { Queries } from '#db/client'
import { everyWorkspace, withWorkspace } from '#db/workspace'
import { beat, endRun, interruptSilent, noteProgress, SILENCE_MS } from './estimates.repository.ts'
import { toResult } from './to-result.ts'
import type { NamedZone } from './zone-figures.repository.ts'

const WORKER = new URL('./estimate.worker.ts', import.meta.url)
/** How often at most progress is written, and how often at least a server says that its runs go on. */
const PROGRESS_MS = 500
const BEAT_MS = SILENCE_MS / 4

class RunCancelled extends Error {}

export type QueuedRun = {
  workspaceId: string
  id: string
  job: EstimateJob
  /** How the zones are called, by their codes. */
  names: ReadonlyMap<string, NamedZone>
}

type Options = Pick<Deps, 'database' | 'now'> & {
  log: (error: unknown, message: string) => void
  worker?: URL
}

/** Works estimates out one after the other, each in a thread of its own. */
export function estimateQueue({ database, now, log, worker = WORKER }: Options) {
  const running = new Map<string, { workspaceId: string; controller: AbortController }>()
  let tail: Promise<void> = Promise.resolve()
  let closing = false

  const write = <T>(workspaceId: string, work: (tx: Queries) => Promise<T>): Promise<T> =>
    withWorkspace(
      database,
      { workspaceId, audience: 'partners', author: 'estimate', cause: 'edit' },
      ({ tx }) => work(tx),
    ).then(({ result }) => result)

  /** Writes progress at most so often, one at a time; a run that somebody ended elsewhere is stopped. */
  function progressOf(run: QueuedRun, controller: AbortController) {
    let writing: Promise<void> = Promise.resolve()
    let wroteAt = Number.NEGATIVE_INFINITY
    return {
      note(progress: number) {
        if (performance.now() - wroteAt < PROGRESS_MS) return
        wroteAt = performance.now()
        writing = writing
          .then(() => write(run.workspaceId, (tx) => noteProgress(tx, run, progress, now())))
          .then((goesOn) => void (goesOn || controller.abort(new RunCancelled())))
          .catch((error) => log(error, 'the progress of an estimate could not be written'))
      },
      written: () => writing,
    }
  }

  async function perform(run: QueuedRun, controller: AbortController): Promise<void> {
    const progress = progressOf(run, controller)
    try {
      progress.note(0)
      await progress.written()
      const { signal } = controller
      const answer = await inThread<EstimateAnswer>(worker, run.job, { signal, onProgress: progress.note })
      await progress.written()
      const result = toResult(answer, run.names)
      await write(run.workspaceId, (tx) => endRun(tx, run, { state: 'done', progress: 1, result }, now()))
    } catch (error) {
      const isCancelled = error instanceof RunCancelled
      if (!isCancelled) log(error, 'an estimate failed')
      await progress.written()
      const state = !isCancelled ? 'failed' : closing ? 'interrupted' : 'cancelled'
      await write(run.workspaceId, (tx) => endRun(tx, run, { state }, now()))
    }
  }

  const heart = setInterval(() => {
    for (const [workspaceId, runs] of Map.groupBy(running, ([, { workspaceId }]) => workspaceId))
      write(workspaceId, (tx) =>
        beat(
          tx,
          runs.map(([id]) => id),
          now(),
        ),
      ).catch((error) => log(error, 'an estimate could not say that it goes on'))
  }, BEAT_MS)
  heart.unref()

  return {
    /** Ends what servers that are no more have left. */
    recover: () => everyWorkspace(database, 'import', ({ tx }) => interruptSilent(tx, now())),

    enqueue(run: QueuedRun): void {
      const controller = new AbortController()
      running.set(run.id, { workspaceId: run.workspaceId, controller })
      tail = tail
        .then(() => perform(run, controller))
        .catch((error) => log(error, 'an estimate could not be ended'))
        .finally(() => running.delete(run.id))
    },

    /** Ends the thread of a run at once; it does nothing for a run that is not here. */
    stop: (id: string): void => running.get(id)?.controller.abort(new RunCancelled()),

    /** Stops everything and waits until all of it is written. */
    async close(): Promise<void> {
      closing = true
      clearInterval(heart)
      for (const { controller } of running.values()) controller.abort(new RunCancelled())
      await tail
    },
  }
}
