import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type postgres from 'postgres'
import { alone } from './alone.ts'
import type { Database } from './client.ts'
import { driverOf } from './driver.ts'
import { markLeakproof } from './leakproof.ts'

const FOLDER = new URL('./migrations/', import.meta.url)
const EXTENSIONS = ['postgis', 'pg_trgm', 'unaccent', 'btree_gist', 'fuzzystrmatch']

export type Migration = { name: string; text: string; hash: string }

export const migrations = (): Migration[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, FOLDER), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    })

/** Changes when any migration does: the key of whatever is derived from the empty database. */
export const migrationsKey = (): string =>
  createHash('sha256')
    .update(
      migrations()
        .map(({ name, hash }) => name + hash)
        .join(),
    )
    .digest('hex')
    .slice(0, 16)

/**
 * Brings the database to the latest migration; several processes may start at once. Returns how many it applied.
 * Throws when a migration that was applied has changed since, or when the database is newer than the code.
 */
export const migrate = (database: Database): Promise<number> =>
  alone(database, async () => {
    const connection = await driverOf(database).reserve()
    try {
      const applied = await applyWaiting(connection)
      await markLeakproof(connection)
      return applied
    } finally {
      await connection`RESET statement_timeout`.catch(() => {})
      connection.release()
    }
  })

async function applyWaiting(connection: postgres.ReservedSql): Promise<number> {
  // An index over millions of rows takes longer than any page may.
  await connection`SET statement_timeout = 0`
  for (const extension of EXTENSIONS) await connection.unsafe(`CREATE EXTENSION IF NOT EXISTS ${extension}`)
  await connection`CREATE TABLE IF NOT EXISTS migrations (
      name text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`
  const applied = new Map(
    (await connection<Migration[]>`SELECT name, hash FROM migrations`).map(({ name, hash }) => [name, hash]),
  )
  const known = migrations()
  for (const { name, hash } of known) {
    if (applied.has(name) && applied.get(name) !== hash)
      throw new Error(`Migration ${name} has changed since it was applied`)
  }
  const unknown = [...applied.keys()].filter((name) => !known.some((migration) => migration.name === name))
  if (unknown.length)
    throw new Error(`The database is newer than this version of Maillage: ${unknown.join(', ')}`)

  const waiting = known.filter(({ name }) => !applied.has(name))
  for (const { name, text, hash } of waiting) {
    await connection`BEGIN`
    try {
      await connection.unsafe(text)
      await connection`INSERT INTO migrations (name, hash) VALUES (${name}, ${hash})`
      await connection`COMMIT`
    } catch (error) {
      await connection`ROLLBACK`
      throw error
    }
  }
  return waiting.length
}

/** How many migrations are applied. */
export async function countApplied(database: Database): Promise<number> {
  const [row] = await driverOf(database)<
    { applied: number }[]
  >`SELECT count(*)::int AS applied FROM migrations`
  return row?.applied ?? 0
}
