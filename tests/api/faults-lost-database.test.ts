import { sql } from 'drizzle-orm'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerProblems } from '#api/http/errors'
import { type Database, openDatabase } from '#db/client'
import { migrate } from '#db/migrate'
import { rowsOf } from '#db/transaction'
import { DEFAULT_WORKSPACE, readWorkspace, type WorkspaceTransaction, withWorkspace } from '#db/workspace'
import { migratedArchive } from '../support/database.ts'
import { ownDatabase } from '../support/server-database.ts'
import { temporaryFolder } from '../support/server-process.ts'

const AUTHOR = { workspaceId: DEFAULT_WORKSPACE, audience: 'private', author: 'test', cause: 'edit' } as const
const kinds = process.env.TEST_DATABASE_URL ? (['embedded', 'server'] as const) : (['embedded'] as const)

/** A database on which the connection of a transaction can be cut. */
const open = {
  async embedded() {
    const folder = temporaryFolder()
    const archive = await migratedArchive()
    const database = await openDatabase({ directory: folder.path, archive, timeLimit: 1_500 })
    return {
      database,
      // A statement that passes its time limit takes the connection with it.
      cut: async ({ tx }: WorkspaceTransaction) => {
        await tx.execute(sql`SELECT count(*) FROM generate_series(1, 1000000000)`)
      },
      async close() {
        await database.close()
        folder.remove()
      },
    }
  },
  async server() {
    const own = await ownDatabase()
    const database = await openDatabase({ url: own.url })
    await migrate(database)
    return {
      database,
      cut: async ({ tx }: WorkspaceTransaction) => {
        const [row] = await tx.execute<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`)
        await own.disconnect(row!.pid)
      },
      async close() {
        await database.close()
        await own.drop()
      },
    }
  },
}

describe.each(kinds)('%s', (kind) => {
  let opened: Awaited<ReturnType<(typeof open)[typeof kind]>>
  let database: Database
  beforeAll(async () => {
    opened = await open[kind]()
    database = opened.database
  })
  afterAll(() => opened.close())

  const rename = ({ tx }: WorkspaceTransaction, name: string) =>
    tx.execute(sql`UPDATE workspaces SET name = ${name}::text`)
  const nameNow = async () =>
    (
      await readWorkspace(database, AUTHOR, (tx) =>
        rowsOf<{ name: string }>(tx, sql`SELECT name FROM workspaces`),
      )
    )[0]?.name

  /** An application of one route: what becomes of `work` when a request does it. */
  async function request(work: (transaction: WorkspaceTransaction) => Promise<unknown>) {
    const app = Fastify()
    answerProblems(app)
    app.post('/', async () => (await withWorkspace(database, AUTHOR, work)).seq)
    const reply = await app.inject({ method: 'POST', url: '/' })
    await app.close()
    return [reply.statusCode, reply.json()?.code]
  }
  const REFUSED = [503, 'database_unavailable']

  test('[REL8] a request whose database goes away is refused, and the very next succeeds', async () => {
    const refused = request(async (transaction) => {
      await rename(transaction, 'never')
      await opened.cut(transaction)
      await rename(transaction, 'never again')
    })
    expect(await refused).toEqual(REFUSED)
    expect(await request((transaction) => rename(transaction, 'next'))).toEqual([200, undefined])
    expect(await nameNow()).toBe('next')
  })

  test('[REL8] nothing of a transaction runs after its connection was lost, whatever its code goes on to do', async () => {
    let late: Promise<unknown> | undefined
    const refused = request(async (transaction) => {
      await rename(transaction, 'never')
      await opened.cut(transaction).catch(() => {})
      expect(await nameNow()).toBe('next')
      for (let i = 0; i < 5; i++) await rename(transaction, 'not in a transaction').catch(() => {})
      // Left behind by mistake: it must not find another connection either.
      late = Promise.resolve().then(async () => {
        await nameNow()
        await rename(transaction, 'too late')
      })
      late.catch(() => {})
    })
    expect(await refused).toEqual(REFUSED)
    await expect(late).rejects.toThrow()
    expect(await nameNow()).toBe('next')
  })

  test('[REL8] requests that wait meanwhile are answered, all of them', async () => {
    const lost = request(opened.cut)
    const others = await Promise.allSettled(Array.from({ length: 40 }, nameNow))
    expect(await lost).toEqual(REFUSED)
    for (const other of others) {
      if (other.status === 'fulfilled') expect(other.value).toBe('next')
      else expect(other.reason.code).toBe('08006')
    }
    expect(await nameNow()).toBe('next')
  })
})
