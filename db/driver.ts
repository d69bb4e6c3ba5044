import type postgres from 'postgres'
import type { Database } from './client.ts'

const drivers = new WeakMap<Database, () => postgres.Sql>()

/** Gives a database its driver. Nothing outside `db` can reach it: see {@link driverOf}. */
export const setDriver = (database: Database, now: () => postgres.Sql): void =>
  void drivers.set(database, now)

/**
 * The bare driver, with the rights of whoever logged in: for migrations, backups and this folder's own transactions.
 * Another one after each loss of the database, so ask for each piece of work. It cannot `listen`: it is never told
 * that the database went away.
 */
export function driverOf(database: Database): postgres.Sql {
  const now = drivers.get(database)
  if (!now) throw new Error('This database was not opened by openDatabase')
  return now()
}
