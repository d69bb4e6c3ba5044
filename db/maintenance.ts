import type { Database } from './client.ts'
import { driverOf } from './driver.ts'

const MINUTE = 60_000

/**
 * What a server's autovacuum does by itself and PGlite never: without it a year of edits leaves a database of dead
 * rows, and a plan made for an empty table reads one that a room has filled for seconds (measured: 12 s instead of 0.3).
 * Answers with a function that stops it.
 */
export function keepTidy(database: Database): () => void {
  if (database.kind === 'server') return () => {}
  const run = (statement: string) =>
    void driverOf(database)
      .unsafe(statement)
      .simple()
      .catch(() => {})
  run('ANALYZE')
  const timers = [
    setInterval(() => run('ANALYZE'), 10 * MINUTE),
    setInterval(() => run('VACUUM'), 60 * MINUTE),
  ]
  for (const timer of timers) timer.unref()
  return () => timers.forEach(clearInterval)
}

/**
 * Tells the planner how large the tables that an import fills have become. A check of a foreign key that was planned for an
 * empty table reads all of a full one: 1.8 ms a row instead of 10 µs (measured), and autovacuum comes a minute late.
 * Does nothing where the role that logs in does not own the tables.
 */
export async function analyze(database: Database, tables: readonly string[]): Promise<void> {
  for (const table of tables) await driverOf(database)`ANALYZE ${driverOf(database)(table)}`.catch(() => {})
}
