import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Change } from '#contract/changes'
import type { Database, Queries } from './client.ts'
import { changes } from './schema/workspaces.ts'
import { noteVersion } from './versions.ts'

export const DEFAULT_WORKSPACE = '00000000-0000-7000-8000-000000000001'

/** On whose behalf something is written. */
export type Author = { workspaceId: string; author: string; cause: Change['cause'] }

type NewChange = Pick<Change, 'verb' | 'entity' | 'entityId'> & {
  version: number
  field?: string
  before?: unknown
  after?: unknown
}

export type WorkspaceTransaction = Author & {
  tx: Queries
  /** Notes what was written; everything noted in one transaction shares one sequence number. */
  record(...written: NewChange[]): void
  /** For what a set-based statement writes itself: the number it must carry. Ask for it last. */
  nextSeq(): Promise<number>
}

const BATCH = 500

/**
 * One transaction in one workspace: the only way to write. Answers with the sequence number that it took,
 * null when nothing was recorded. The number is taken last, for its row is locked until commit and a long
 * import must not keep a room waiting; the lock is also what makes the sequence gap-free.
 */
export async function withWorkspace<T>(
  database: Database,
  { workspaceId, author: name, cause }: Author,
  work: (transaction: WorkspaceTransaction) => Promise<T>,
): Promise<{ result: T; seq: number | null }> {
  const author: Author = { workspaceId, author: name, cause }
  const done = await database.queries.transaction(async (tx) => {
    await tx.execute(sql`SELECT set_config('app.workspace', ${author.workspaceId}, true)`)
    const noted: NewChange[] = []
    let seq: number | null = null
    const nextSeq = async () => {
      if (seq !== null) return seq
      const [row] = await tx.execute<{ last_seq: string }>(
        sql`UPDATE workspaces SET last_seq = last_seq + 1 WHERE id = ${author.workspaceId} RETURNING last_seq`,
      )
      seq = Number(row!.last_seq)
      return seq
    }
    const result = await work({ ...author, tx, record: (...written) => void noted.push(...written), nextSeq })
    if (noted.length) {
      const number = await nextSeq()
      for (let at = 0; at < noted.length; at += BATCH) {
        await tx.insert(changes).values(
          noted.slice(at, at + BATCH).map((change) => ({
            ...change,
            workspaceId: author.workspaceId,
            author: author.author,
            cause: author.cause,
            id: uuidv7(),
            seq: number,
          })),
        )
      }
    }
    return { result, seq: seq as number | null }
  })
  if (done.seq !== null) noteVersion(database, workspaceId, done.seq)
  return done
}
