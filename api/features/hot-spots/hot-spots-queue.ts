import type { Composite } from '#api/domain/composite'
import type { HotSpotFindings } from '#api/domain/hot-spot-answer'
import { inThread } from '#api/http/thread'
import type { HotSpotsWork } from './hot-spots.worker.ts'

const WORKER = new URL('./hot-spots.worker.ts', import.meta.url)

type Found<W extends HotSpotsWork> = W extends { hotSpots: unknown } ? HotSpotFindings : Composite[]

/** Works one thing out after the other, each in a thread of its own: the server goes on answering. */
export function hotSpotsQueue() {
  const closing = new AbortController()
  let tail: Promise<unknown> = Promise.resolve()
  return {
    work<W extends HotSpotsWork>(work: W): Promise<Found<W>> {
      const found = tail.then(() => inThread<Found<W>>(WORKER, work, { signal: closing.signal }))
      tail = found.catch(() => {})
      return found
    },
    close: async () => {
      closing.abort(new Error('The server is closing'))
      await tail
    },
  }
}
