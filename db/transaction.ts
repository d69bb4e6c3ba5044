import { fillPlaceholders, type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { PostgresJsSession, PostgresJsTransaction } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import type { Database, Queries } from './client.ts'
import { driverOf } from './driver.ts'
import { readingPath } from './leakproof.ts'

/** Whose rows the policies let through; see `0003_policies.sql`. */
export type DatabaseRole = 'maillage_app' | 'maillage_accounts' | 'maillage_shared' | 'maillage_operator'

type Pins = {
  role: DatabaseRole
  workspaceId?: string
  audiences?: readonly string[]
  /** The import that writes: it sees what it has brought and has not revealed. */
  importRun?: string
  /** `once`: the work asks one question, and asks it at once. */
  reads?: 'many' | 'once'
}

/** What can stand in a literal of {@link pinOf}: nothing there comes from a request but the id of a workspace. */
const PLAIN = /^[\w, -]*$/

/** One statement that says under whose name, where and with whose eyes the transaction runs. Throws on anything strange. */
function pinOf({ role, workspaceId = '', audiences = [], importRun }: Pins, path: string): string {
  const settings = Object.entries({
    role,
    'app.workspace': workspaceId,
    'app.audiences': audiences.join(),
    // Statements over hundreds of thousands of rows take longer than those of the interface may.
    ...(importRun && { 'app.import': importRun, statement_timeout: '600000' }),
    // Left alone where it is what it should be: setting it makes the database look for its schemas anew.
    ...(path !== 'public' && { search_path: path }),
  })
  if (settings.some(([, value]) => !PLAIN.test(value)))
    throw new Error('A transaction cannot be pinned to this')
  return `SELECT ${settings.map(([name, value]) => `set_config('${name}', '${value}', true)`).join()}`
}

const dialect = new PgDialect({ casing: 'snake_case' })

/** The query builder of a connection that is in a transaction. */
const queriesOf = (client: postgres.Sql | postgres.TransactionSql): Queries =>
  new PostgresJsTransaction(
    dialect,
    new PostgresJsSession(client as never, dialect, undefined),
    undefined,
  ) as unknown as Queries

/**
 * One transaction under one role, in one workspace, with one reader's eyes: what the policies compare is pinned in its
 * first statement, and goes when it ends. There is no other way to a query.
 */
export async function transaction<T>(
  database: Database,
  pins: Pins,
  work: (tx: Queries) => Promise<T>,
): Promise<T> {
  if (pins.reads)
    return reading(driverOf(database), pinOf(pins, await readingPath(database)), pins.reads, work)
  const pin = pinOf(pins, 'public')
  return driverOf(database).begin(async (client) => {
    await client.unsafe(pin)
    return work(queriesOf(client))
  }) as Promise<T>
}

/**
 * A transaction that only reads. Its beginning and its pin are one message, which goes with the first question, and its
 * end is not waited for; of one question, all three are one message. With one exchange instead of three, the policies
 * cost the map a third instead of twice its time (measured). The database answers in order and refuses all after a
 * refusal, and ends what was refused whatever it is told.
 */
async function reading<T>(
  driver: postgres.Sql,
  pin: string,
  reads: 'many' | 'once',
  work: (tx: Queries) => Promise<T>,
): Promise<T> {
  const client = await driver.reserve()
  const release = () => client.release()
  const ended = (statement: string) => void client.unsafe(statement).execute().then(release, release)
  try {
    const begun = client.unsafe(`BEGIN READ ONLY; ${pin}`).execute()
    const asked = work(queriesOf(client))
    if (reads === 'once') ended('COMMIT')
    const [, result] = await Promise.all([begun, asked])
    if (reads === 'many') ended('COMMIT')
    return result
  } catch (error) {
    if (reads === 'many') ended('ROLLBACK')
    throw error
  }
}

type Bare = { _: { session: { client: postgres.TransactionSql } } }

/** Sent when it is called, not when it is awaited: what follows it in the connection is then known. */
const run = <T>(tx: Queries, text: string, values: unknown[]): Promise<T[]> =>
  (tx as unknown as Bare)._.session.client
    .unsafe(text, values as never[], { prepare: true })
    .execute() as unknown as Promise<T[]>

/**
 * Rows of a statement that runs often. It is prepared once for each text: drizzle's `execute` never is,
 * which costs 1.8 to 2.5 times (measured).
 */
export function rowsOf<T>(tx: Queries, statement: SQL): Promise<T[]> {
  const query = dialect.sqlToQuery(statement)
  return run(tx, query.sql, query.params)
}

/** A statement whose values come later, by the names of its placeholders. */
export const compile = (statement: SQL) => dialect.sqlToQuery(statement)

/** Rows of a compiled statement. Throws when a value is missing. */
export const runCompiled = <T>(
  tx: Queries,
  statement: ReturnType<typeof compile>,
  values: Record<string, unknown>,
): Promise<T[]> => run(tx, statement.sql, fillPlaceholders(statement.params, values))

/** A list of texts as one parameter: an empty list stays a list. */
export const textArray = (values: readonly (string | null)[]): SQL =>
  sql`${sql.param(arrayText(values))}::text[]`
/** A list of ids as one parameter. */
export const uuidArray = (values: readonly string[]): SQL => sql`${sql.param(arrayText(values))}::uuid[]`

/** A list in PostgreSQL's own notation, which both drivers' parameters carry unchanged. */
export const arrayText = (values: readonly (string | null)[]): string => {
  let list = ''
  for (const value of values) {
    const item =
      value === null ? 'NULL' : `"${/[\\"]/.test(value) ? value.replace(/[\\"]/g, '\\$&') : value}"`
    list += list === '' ? item : `,${item}`
  }
  return `{${list}}`
}
