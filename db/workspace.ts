import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { audiencesOf, isReadable } from '#api/domain/audience'
import type { Change } from '#contract/changes'
import type { Limits } from '#contract/members'
import type { Audience } from '#contract/roles'
import type { Database, Queries } from './client.ts'
import { changes, workspaces } from './schema/workspaces.ts'
import { type DatabaseRole, transaction } from './transaction.ts'
import { noteVersion } from './versions.ts'

export const DEFAULT_WORKSPACE = '00000000-0000-7000-8000-000000000001'

/** In which workspace, and with whose eyes, something is read. */
export type Reader = { workspaceId: string; audience: Audience }

/**
 * On whose behalf something is written. `limits`: where and on what they may write; absent restricts nothing.
 * `importRun`: the import that writes, which sees what it has not revealed yet.
 */
export type Author = Reader & { author: string; cause: Change['cause']; limits?: Limits; importRun?: string }

/**
 * One reading transaction in one workspace: rows of others, or above the reader's audience, are not there. `once` is for
 * work that asks one question and asks it at once: it saves an exchange.
 */
export const readWorkspace = <T>(
  database: Database,
  { workspaceId, audience }: Reader,
  work: (tx: Queries) => Promise<T>,
  reads: 'many' | 'once' = 'many',
): Promise<T> =>
  transaction(database, { role: 'maillage_app', workspaceId, audiences: audiencesOf(audience), reads }, work)

/** Narrows what a transaction sees to an audience, if it saw more. */
export async function seeAs({ tx, audience: own }: WorkspaceTransaction, audience: Audience): Promise<void> {
  if (!isReadable(own, audience)) return
  await tx.execute(sql`SELECT set_config('app.audiences', ${audiencesOf(audience).join()}, true)`)
}

const under =
  (role: DatabaseRole, reads?: 'many') =>
  <T>(database: Database, work: (tx: Queries) => Promise<T>): Promise<T> =>
    transaction(database, { role, ...(reads && { reads }) }, work)

/** Who is who: accounts, sessions, members of every workspace. Nothing that a workspace holds. */
export const withAccounts = under('maillage_accounts')
/** Public actors of the workspaces that offer theirs, and nothing else. */
export const readShared = under('maillage_shared', 'many')
/** Everything: for what is done to a whole database, never for a request. */
export const withOperator = under('maillage_operator')

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

/** The same work in each workspace, one transaction each, with everything visible: for what the server does by itself. */
export async function everyWorkspace<T>(
  database: Database,
  author: Extract<Change['cause'], 'seed' | 'import' | 'retention'>,
  work: (transaction: WorkspaceTransaction) => Promise<T>,
): Promise<T[]> {
  const known = await withAccounts(database, (tx) => tx.select({ id: workspaces.id }).from(workspaces))
  const results: T[] = []
  for (const { id } of known) {
    const by = { workspaceId: id, audience: 'private', author, cause: author } as const
    results.push((await withWorkspace(database, by, work)).result)
  }
  return results
}

/**
 * One transaction in one workspace: the only way to write. Answers with the sequence number that it took,
 * null when nothing was recorded. The number is taken last, for its row is locked until commit and a long
 * import must not keep a room waiting; the lock is also what makes the sequence gap-free.
 */
export async function withWorkspace<T>(
  database: Database,
  { workspaceId, author: name, cause, audience, ...rest }: Author,
  work: (transaction: WorkspaceTransaction) => Promise<T>,
): Promise<{ result: T; seq: number | null }> {
  const author: Author = {
    workspaceId,
    author: name,
    cause,
    audience,
    ...(rest.limits && { limits: rest.limits }),
  }
  const { importRun } = rest
  const pins = {
    role: 'maillage_app',
    workspaceId,
    audiences: audiencesOf(audience),
    ...(importRun && { importRun }),
  } as const
  const done = await transaction(database, pins, async (tx) => {
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
            audience,
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
