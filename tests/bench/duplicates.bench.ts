import { findResemblances } from '#api/features/resemblances/find-resemblances.repository'
import type { Database } from '#db/client'
import { driverOf } from '#db/driver'
import { DEFAULT_WORKSPACE } from '#db/workspace'
import type { Report } from './report.ts'

/** The longest time, in milliseconds, for which the process answered nobody while something ran. */
async function longestPause(work: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let last = performance.now()
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  await work()
  clearInterval(beat)
  return longest
}

/** Possible duplicates among all actors, then around a thousand, then around one: nothing may freeze meanwhile. */
export async function benchDuplicates(database: Database, report: Report): Promise<void> {
  const client = driverOf(database)
  const [{ n }] = (await client`SELECT count(*)::int AS n FROM actors`) as unknown as [{ n: number }]
  const ids = (await client`SELECT id FROM actors ORDER BY id LIMIT 1000`).map(({ id }) => id as string)
  for (const [what, around] of [
    [`${n} actors`, 'all'],
    ['1,000 of them', { actors: ids }],
    ['one of them', { actors: ids.slice(0, 1) }],
  ] as const) {
    await client`TRUNCATE resemblances`
    const start = performance.now()
    let found = 0
    const pause = await longestPause(async () => {
      found = await findResemblances(database, DEFAULT_WORKSPACE, around, new Date())
    })
    const seconds = (performance.now() - start) / 1_000
    report.note(
      `duplicates around ${what}: ${seconds.toFixed(1)} s, ${found} pairs, longest pause ${Math.round(pause)} ms, ` +
        `${Math.round(process.memoryUsage().rss / 1e6)} MB`,
    )
  }
}
