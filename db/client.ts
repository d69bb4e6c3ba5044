import { join } from 'node:path'
import type { PgDatabase } from 'drizzle-orm/pg-core'
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { setDriver } from './driver.ts'
import { Embedded } from './embedded/embedded.ts'
import { lockDirectory } from './embedded/lock.ts'
import type * as schema from './schema.ts'
import { serverAddress } from './wire/server-wire.ts'
import { steadyClient } from './wire/steady-client.ts'

/** What asks the database: a transaction, which `db/workspace.ts` opens. */
export type Queries = PgDatabase<PostgresJsQueryResultHKT, typeof schema>

export type Database = {
  kind: 'embedded' | 'server'
  /** A gzipped directory that another embedded database can begin with. */
  dump: (() => Promise<Uint8Array>) | null
  close(): Promise<void>
}

export type DatabaseOptions =
  | { url: string }
  | { directory: string | null; archive?: Uint8Array | null; timeLimit?: number }

/** A statement of the interface past this is a mistake, not patience. */
const SERVER_TIME_LIMIT = 30_000
/** Longer, for the embedded database also runs imports, and its limit costs the whole worker. */
const EMBEDDED_TIME_LIMIT = 90_000

const COMMON = {
  onnotice: () => {},
  max_lifetime: null,
  ssl: false,
  // At its limit, the driver lets BEGIN through without reserving the connection (porsager/postgres#1189).
  max_pipeline: 1_000_000,
}

/** Opens one of the two databases. Throws {@link DirectoryLocked} when another process has the directory. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if ('url' in options) {
    const { driverUrl, open } = serverAddress(options.url)
    const driver = steadyClient(
      (socket) =>
        postgres(driverUrl, {
          ...COMMON,
          max: 4,
          socket,
          connection: {
            application_name: 'maillage',
            statement_timeout: SERVER_TIME_LIMIT,
            // A parallel worker costs more than a tile, and compiling more than a search (measured). As texts: postgres.js
            // leaves out what is 0 or false.
            max_parallel_workers_per_gather: '0',
            jit: 'off',
          },
        } as never),
      open,
    )
    return databaseOf(driver.now, { kind: 'server', dump: null, close: driver.close })
  }

  const lock = options.directory === null ? undefined : lockDirectory(options.directory)
  const embedded = new Embedded({
    directory: options.directory && join(options.directory, 'database'),
    archive: options.archive ?? null,
    timeLimit: options.timeLimit ?? EMBEDDED_TIME_LIMIT,
  })
  await embedded.opened().catch((error) => {
    lock?.release()
    throw error
  })
  const driver = steadyClient(
    (socket) =>
      postgres({
        ...COMMON,
        max: 1,
        idle_timeout: 0,
        username: 'postgres',
        database: 'postgres',
        socket,
      } as never),
    () => embedded.connect(),
  )
  return databaseOf(driver.now, {
    kind: 'embedded',
    dump: () => embedded.dump(),
    async close() {
      await driver.close()
      await embedded.close()
      lock?.release()
    },
  })
}

const databaseOf = (now: () => postgres.Sql, database: Database): Database => {
  setDriver(database, now)
  return database
}
