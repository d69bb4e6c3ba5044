import type { Database } from './client.ts'
import { driverOf } from './driver.ts'

/** Any constant: every process of this application asks for the same lock. */
const LOCK = 7_236_145

/**
 * Does what only one process may do at a time on one database; the others wait for as long as it takes.
 * The embedded database has one process anyway.
 */
export async function alone<T>(database: Database, work: () => Promise<T>): Promise<T> {
  if (database.kind === 'embedded') return work()
  const connection = await driverOf(database).reserve()
  try {
    await connection`SET statement_timeout = 0`
    await connection`SELECT pg_advisory_lock(${LOCK})`
    return await work()
  } finally {
    await connection`SELECT pg_advisory_unlock(${LOCK})`.catch(() => {})
    await connection`RESET statement_timeout`.catch(() => {})
    connection.release()
  }
}
