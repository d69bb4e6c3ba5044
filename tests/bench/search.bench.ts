import { sql } from 'drizzle-orm'
import { listActors } from '#api/features/actors/actors.search.repository'
import { ActorQuery } from '#contract/actors'
import type { Database } from '#db/client'
import { driverOf } from '#db/driver'
import { DEFAULT_WORKSPACE } from '#db/workspace'
import { rowsAsOwner } from './as-owner.ts'
import type { Report } from './report.ts'

/** What people type, slips included: half of these match no record as they are written. */
const QUERIES = [
  'mission locale villeclair',
  'missoin locale villeclair',
  'centre social montaubert',
  'centre socail montaubert',
  'travailleurs pairs',
  'travaileurs pairs pont-court',
  'epicerie solidaire',
  'epicreie solidaire',
  'ccas belvallon',
  'médiateurs roche-fontaine',
  'medaiteurs roche-fontiane',
  'france services les tilleuls',
]
const ROUNDS = 12

type Times = { p50: number; p95: number; perSecond: number }

async function timesOf(ask: (query: string) => Promise<unknown>, rounds: number): Promise<Times> {
  // Once unmeasured: a statement is prepared, and its pages read, only the first time.
  for (const query of QUERIES) await ask(query)
  const times: number[] = []
  for (let round = 0; round < rounds; round++)
    for (const query of QUERIES) {
      const start = performance.now()
      await ask(query)
      times.push(performance.now() - start)
    }
  times.sort((a, b) => a - b)
  const total = times.reduce((sum, time) => sum + time, 0)
  return {
    p50: times[times.length >> 1]!,
    p95: times[Math.floor(times.length * 0.95)]!,
    perSecond: (1000 * times.length) / total,
  }
}

/** One page of results with its counts, against the usual recipe: word similarity on the text, one trigram index. */
export async function benchSearch(database: Database, report: Report): Promise<void> {
  const scope = { database, workspaceId: DEFAULT_WORKSPACE, audience: 'private' as const, now: new Date() }
  // Another minute each round: nothing is remembered of a query from the last one.
  let asked = 0
  const ours = await timesOf((q) => {
    scope.now = new Date(Date.now() + 60_000 * Math.floor(asked++ / QUERIES.length))
    return listActors(scope, ActorQuery.parse({ q }))
  }, ROUNDS)

  await driverOf(database).unsafe(
    `CREATE INDEX IF NOT EXISTS bench_naive ON actors USING gin (plain(name || ' ' || coalesce(description, '')) gin_trgm_ops)`,
  )
  const naive = await timesOf(
    (q) =>
      rowsAsOwner(
        database,
        sql`SELECT id, name FROM actors WHERE plain(${q}::text) <% plain(name || ' ' || coalesce(description, ''))
          ORDER BY word_similarity(plain(${q}::text), plain(name || ' ' || coalesce(description, ''))) DESC LIMIT 50`,
      ),
    2,
  )
  report.row('search, typos included', ours, { name: 'plain pg_trgm', perSecond: naive.perSecond }, 10)
}
