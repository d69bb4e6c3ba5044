import { LRUCache } from 'lru-cache'
import type { Database, Queries } from './client.ts'
import { versionOf } from './versions.ts'
import { type Reader, readWorkspace } from './workspace.ts'

const MOST = 2_000

const answers = new WeakMap<Database, LRUCache<string, Promise<unknown>>>()

/**
 * The answer to a costly question, until something changes in the workspace or a minute passes (freshness and
 * opening hours follow the clock), for one audience. `question` must hold everything that the answer depends on beside
 * these.
 */
export async function remembered<T>(
  database: Database,
  reader: Reader,
  now: Date,
  question: string,
  answer: (tx: Queries) => Promise<T>,
): Promise<T> {
  const known = answers.get(database) ?? new LRUCache<string, Promise<unknown>>({ max: MOST })
  answers.set(database, known)
  const version = await versionOf(database, reader.workspaceId)
  const key = `${reader.workspaceId} ${reader.audience} ${version} ${Math.floor(now.getTime() / 60_000)} ${question}`
  const ready = known.get(key) as Promise<T> | undefined
  if (ready) return ready
  const promise = readWorkspace(database, reader, answer)
  known.set(key, promise)
  promise.catch(() => known.delete(key))
  return promise
}
