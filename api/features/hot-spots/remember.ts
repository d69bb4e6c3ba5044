import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Database } from '#db/client'
import { versionOf } from '#db/versions'
import type { Reader } from '#db/workspace'

const MOST = 200

/** The same question gets the same chance. */
export const seedOf = (question: string): number =>
  createHash('sha256').update(question).digest().readUInt32BE(0)

/**
 * Answers to costly questions, until something changes in the workspace. Unlike `remembered`, no transaction is open while
 * they are worked out.
 */
export function rememberAnswers(database: Database) {
  const known = new LRUCache<string, Promise<unknown>>({ max: MOST })
  return async <T>(
    { workspaceId, audience }: Reader,
    question: string,
    answer: () => Promise<T>,
  ): Promise<T> => {
    const key = `${workspaceId} ${audience} ${await versionOf(database, workspaceId)} ${question}`
    const ready = known.get(key) as Promise<T> | undefined
    if (ready) return ready
    const promise = answer()
    known.set(key, promise)
    promise.catch(() => known.delete(key))
    return promise
  }
}
