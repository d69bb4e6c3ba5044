import type postgres from 'postgres'
import type { Database } from './client.ts'
import { driverOf } from './driver.ts'

/**
 * What indexes answer: overlap and intersection of geometries, words, arrays, beginnings of words. Under a policy,
 * PostgreSQL uses an index only for functions known to tell nothing of rows that they refuse, and nobody has said so of
 * these: none shows a value in its errors.
 */
const INDEXED = [
  'geometry_overlaps(geometry,geometry)',
  'st_intersects(geometry,geometry)',
  'ts_match_vq(tsvector,tsquery)',
  'arrayoverlap(anyarray,anyarray)',
  'arraycontains(anyarray,anyarray)',
  'textlike(text,text)',
]

const missing = async (client: postgres.ISql): Promise<string[]> => {
  const rows = await client<{ name: string }[]>`
    SELECT name FROM unnest(${INDEXED}::text[]) AS name JOIN pg_proc p ON p.oid = to_regprocedure(name)
    WHERE NOT p.proleakproof`
  return rows.map(({ name }) => name)
}

/**
 * Marks them, which only a superuser may: a managed server refuses, and reading then goes through views. Asked at each
 * start, for an update of an extension takes the mark away.
 */
export async function markLeakproof(client: postgres.ISql): Promise<void> {
  for (const name of await missing(client))
    await client.unsafe(`ALTER FUNCTION ${name} LEAKPROOF`).catch(() => {})
}

const paths = new WeakMap<Database, Promise<string>>()

/** To be asked again: what is marked has changed. */
export const forgetReadingPath = (database: Database): void => void paths.delete(database)

/** Where a reading transaction looks for its tables. Views have the policies' conditions, and leave the indexes in use. */
export function readingPath(database: Database): Promise<string> {
  const known = paths.get(database)
  if (known) return known
  const path = missing(driverOf(database)).then(
    (names) => (names.length ? 'maillage_reading, public' : 'public'),
    (error) => {
      paths.delete(database)
      throw error
    },
  )
  paths.set(database, path)
  return path
}
