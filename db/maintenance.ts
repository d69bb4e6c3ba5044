import type { Database } from './client.ts'
import { driverOf } from './driver.ts'

const HOUR = 3_600_000

/**
 * What a server's autovacuum does by itself and PGlite never: without it a year of edits leaves a database of dead
 * rows. Answers with a function that stops it.
 */
export function keepTidy(database: Database): () => void {
  if (database.kind === 'server') return () => {}
  const timer = setInterval(() => void driverOf(database)`VACUUM ANALYZE`.simple().catch(() => {}), HOUR)
  timer.unref()
  return () => clearInterval(timer)
}
