import { join } from 'node:path'
import { fillPlaceholders, type SQL, sql } from 'drizzle-orm'
import { type PgDatabase, PgDialect } from 'drizzle-orm/pg-core'
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { Embedded } from './embedded/embedded.ts'
import { lockDirectory } from './embedded/lock.ts'
import type * as schema from './schema.ts'
import { serverAddress } from './wire/server-wire.ts'
import { steadyClient } from './wire/steady-client.ts'

/** The query builder, or a transaction of it. */
export type Queries = PgDatabase<PostgresJsQueryResultHKT, typeof schema>

export type Database = {
  kind: 'embedded' | 'server'
  /** Another one after each loss of the database: read it for each piece of work. */
  readonly queries: Queries
  /** The same, bare. It cannot `listen`: it is never told that the database went away. */
  readonly client: postgres.Sql
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
            // A parallel worker costs more than a tile, and compiling more than a search (measured).
            max_parallel_workers_per_gather: 0,
            jit: false,
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

const databaseOf = (
  now: () => Pick<Database, 'client' | 'queries'>,
  rest: Pick<Database, 'kind' | 'dump' | 'close'>,
): Database => ({
  get client() {
    return now().client
  },
  get queries() {
    return now().queries
  },
  ...rest,
})

const dialect = new PgDialect({ casing: 'snake_case' })

/**
 * Rows of a statement that runs often. It is prepared once for each text: drizzle's `execute` never is,
 * which costs 1.8 to 2.5 times (measured).
 */
export async function rowsOf<T>({ client }: Database, statement: SQL): Promise<T[]> {
  const query = dialect.sqlToQuery(statement)
  return (await client.unsafe(query.sql, query.params as never[], { prepare: true })) as unknown as T[]
}

/** A statement whose values come later, by the names of its placeholders. */
export const compile = (statement: SQL) => dialect.sqlToQuery(statement)

/** Rows of a compiled statement. Throws when a value is missing. */
export async function runCompiled<T>(
  { client }: Database,
  statement: ReturnType<typeof compile>,
  values: Record<string, unknown>,
): Promise<T[]> {
  const params = fillPlaceholders(statement.params, values)
  return (await client.unsafe(statement.sql, params as never[], { prepare: true })) as unknown as T[]
}

/** A list of texts as one parameter: an empty list stays a list. */
export const textArray = (values: readonly string[]): SQL => sql`${sql.param(toArrayLiteral(values))}::text[]`
/** A list of ids as one parameter. */
export const uuidArray = (values: readonly string[]): SQL => sql`${sql.param(toArrayLiteral(values))}::uuid[]`

/** PostgreSQL's own notation, which both drivers' parameters carry unchanged. */
const toArrayLiteral = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`
