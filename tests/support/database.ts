import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { SQL } from 'drizzle-orm'
import { forgetIdentities } from '#api/http/identities'
import { type Database, openDatabase } from '#db/client'
import { driverOf } from '#db/driver'
import { migrate, migrationsKey } from '#db/migrate'
import { rowsOf } from '#db/transaction'
import { DEFAULT_WORKSPACE, withOperator } from '#db/workspace'
import { seedNomenclature } from '#seeds/run'

const CACHE = new URL('../../node_modules/.cache/maillage/', import.meta.url)

/** A migrated embedded database as an archive: making it takes ten times longer than opening it. */
export async function migratedArchive(): Promise<Uint8Array> {
  const file = new URL(`${migrationsKey()}.tar.gz`, CACHE)
  if (existsSync(file)) return readFileSync(file)
  const database = await openDatabase({ directory: null })
  await migrate(database)
  const archive = await database.dump!()
  await database.close()
  mkdirSync(CACHE, { recursive: true })
  const draft = new URL(`${process.pid}.tmp`, CACHE)
  writeFileSync(draft, archive)
  renameSync(draft, file)
  return archive
}

async function openMigrated(): Promise<Database> {
  const url = process.env.TEST_DATABASE_URL
  const database = await openDatabase(url ? { url } : { directory: null, archive: await migratedArchive() })
  if (url) {
    const client = driverOf(database)
    await client`DROP SCHEMA IF EXISTS maillage_reading CASCADE`
    await client`DROP SCHEMA IF EXISTS maillage_sealed CASCADE`
    await client`DROP SCHEMA public CASCADE`
    await client`CREATE SCHEMA public`
  }
  await migrate(database)
  await seedNomenclature(database)
  return database
}

let shared: Promise<Database> | undefined

/** One migrated database for all API tests: embedded, or the server that TEST_DATABASE_URL names. */
export const testDatabase = (): Promise<Database> => {
  shared ??= openMigrated()
  return shared
}

/** Rows of a statement that no policy restricts: what a test puts there, or looks for behind the application. */
export const rowsAsOperator = <T>(database: Database, statement: SQL): Promise<T[]> =>
  withOperator(database, (tx) => rowsOf<T>(tx, statement))

/** Tables that hold what every test begins with. */
const KEPT = ['migrations', 'spatial_ref_sys', 'workspaces', 'actor_types']

export async function emptyDatabase(): Promise<Database> {
  const database = await testDatabase()
  const client = driverOf(database)
  const tables = await client<{ name: string }[]>`SELECT format('%I', tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND NOT tablename = ANY (${KEPT})`
  await client.unsafe(`TRUNCATE ${tables.map(({ name }) => name).join()} CASCADE`)
  await client`DELETE FROM actor_types WHERE workspace_id <> ${DEFAULT_WORKSPACE}`
  await client`DELETE FROM workspaces WHERE id <> ${DEFAULT_WORKSPACE}`
  await client`UPDATE workspaces SET last_seq = last_seq + 1000, name = 'Maillage', kind = 'other', shares_actors = false, public_link = NULL, geocodes = false`
  forgetIdentities(database)
  return database
}
