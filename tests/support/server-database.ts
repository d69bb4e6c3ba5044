import { randomBytes } from 'node:crypto'
import postgres from 'postgres'

/** A new empty database beside the one of TEST_DATABASE_URL, with the right to end its connections. */
export async function ownDatabase() {
  const base = new URL(process.env.TEST_DATABASE_URL!)
  const name = `${base.pathname.slice(1)}_${randomBytes(4).toString('hex')}`
  const beside = postgres(base.href, { max: 1, onnotice: () => {} })
  await beside.unsafe(`CREATE DATABASE ${name}`)
  base.pathname = `/${name}`
  return {
    url: base.href,
    /** Ends one connection, or all. */
    async disconnect(pid?: number): Promise<void> {
      await beside`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = ${name} AND pid = coalesce(${pid ?? null}::int, pid)`
    },
    async drop(): Promise<void> {
      await beside.unsafe(`DROP DATABASE ${name} WITH (FORCE)`)
      await beside.end()
    },
  }
}
