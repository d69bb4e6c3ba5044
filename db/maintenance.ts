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

/**
 * Tells the planner how large the tables that imports fill have become. A check of a foreign key that was planned for an
 * empty table reads all of a full one: 1.8 ms a row instead of 10 µs (measured), and autovacuum comes a minute late.
 * Does nothing where the role that logs in does not own the tables.
 */
export async function analyzeImported(database: Database): Promise<void> {
  await driverOf(
    database,
  )`ANALYZE import_rows, actors, places, contacts, offers, map_points, map_cells, search_lexemes,
    statistics, grid_cells, addresses`.catch(() => {})
}
