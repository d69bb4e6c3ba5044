import { fillPlaceholders, type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { PostgresJsSession, PostgresJsTransaction } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import type { Database, Queries } from './client.ts'
import { driverOf } from './driver.ts'
import { readingPath } from './leakproof.ts'

/** Whose rows the policies let through; see `0003_policies.sql`. */
export type DatabaseRole = 'maillage_app' | 'maillage_accounts' | 'maillage_shared' | 'maillage_operator'

type Pins = { role: DatabaseRole; workspaceId?: string; audiences?: readonly string[]; readOnly?: boolean }

const PIN = `SELECT set_config('role', $1, true), set_config('app.workspace', $2, true),
  set_config('app.audiences', $3, true), set_config('search_path', $4, true)`

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
  { role, workspaceId = '', audiences = [], readOnly = false }: Pins,
  work: (tx: Queries) => Promise<T>,
): Promise<T> {
  const path = readOnly ? await readingPath(database) : 'public'
  // Sent with what follows and not awaited before: the database answers in order, and refuses all after a refusal.
  const pinned = async (client: postgres.Sql | postgres.TransactionSql) => {
    const pin = client.unsafe(PIN, [role, workspaceId, audiences.join(), path], { prepare: true }).execute()
    const [, result] = await Promise.all([pin, work(queriesOf(client))])
    return result
  }
  return readOnly ? reading(driverOf(database), pinned) : (driverOf(database).begin(pinned) as Promise<T>)
}

/**
 * A transaction that only reads. Its beginning goes with its first question, and its end is not waited for: with one
 * exchange instead of three, the policies cost the map a third instead of twice its time (measured).
 */
async function reading<T>(
  driver: postgres.Sql,
  work: (client: postgres.ReservedSql) => Promise<T>,
): Promise<T> {
  const client = await driver.reserve()
  const ended = (statement: string) =>
    void client.unsafe(statement).then(
      () => client.release(),
      () => client.release(),
    )
  try {
    const begun = client.unsafe('BEGIN READ ONLY').execute()
    const [, result] = await Promise.all([begun, work(client)])
    ended('COMMIT')
    return result
  } catch (error) {
    ended('ROLLBACK')
    throw error
  }
}

type Bare = { _: { session: { client: postgres.TransactionSql } } }

const run = async <T>(tx: Queries, text: string, values: unknown[]): Promise<T[]> =>
  (await (tx as unknown as Bare)._.session.client.unsafe(text, values as never[], {
    prepare: true,
  })) as unknown as T[]

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
export const textArray = (values: readonly string[]): SQL => sql`${sql.param(toArrayLiteral(values))}::text[]`
/** A list of ids as one parameter. */
export const uuidArray = (values: readonly string[]): SQL => sql`${sql.param(toArrayLiteral(values))}::uuid[]`

/** PostgreSQL's own notation, which both drivers' parameters carry unchanged. */
const toArrayLiteral = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`
