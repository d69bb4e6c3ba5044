import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Database } from '#db/client'
import { driverOf } from '#db/driver'

const dialect = new PgDialect({ casing: 'snake_case' })

/** A statement with the rights of whoever logged in, without policies or transaction: what isolation is compared with. */
export async function rowsAsOwner<T>(database: Database, statement: SQL): Promise<T[]> {
  const { sql, params } = dialect.sqlToQuery(statement)
  return (await driverOf(database).unsafe(sql, params as never[], { prepare: true })) as unknown as T[]
}
