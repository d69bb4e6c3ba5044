import { type SQL, sql } from 'drizzle-orm'
import { conditions } from '#api/features/actors/actors.filter.repository'
import { LAYERS } from '#api/features/tiles/tile.layers'
import { ActorFilter } from '#contract/actors'
import type { Database } from '#db/client'
import { rowsOf } from '#db/transaction'
import { DEFAULT_WORKSPACE, readWorkspace } from '#db/workspace'
import { rowsAsOwner } from './as-owner.ts'
import type { Report } from './report.ts'

const ROUNDS = 400
const READER = { workspaceId: DEFAULT_WORKSPACE, audience: 'private' } as const
const CONTEXT = { ...READER, now: new Date(), search: "'centre':* & 'montaubert':*" }

const page = (filter: object): SQL =>
  sql`SELECT a.id FROM actors a WHERE ${conditions(ActorFilter.parse(filter), CONTEXT)} ORDER BY a.name, a.id LIMIT 50`

const tile = (z: number, x: number, y: number): SQL =>
  sql`SELECT * FROM (${LAYERS.actors.rows({
    z,
    x: sql`${x}::int`,
    y: sql`${y}::int`,
    workspaceId: sql`${DEFAULT_WORKSPACE}::uuid`,
    audience: sql`'private'::text`,
    freshSince: sql`'2026-05-23'::timestamptz`,
    staleBefore: sql`'2024-11-23'::timestamptz`,
    filter: null,
    level: sql`'iris'`,
    vintage: null,
  })}) r`

const timesOf = (times: number[]) => {
  times.sort((a, b) => a - b)
  const total = times.reduce((sum, time) => sum + time, 0)
  return {
    perSecond: (1000 * times.length) / total,
    p50: times[times.length >> 1]!,
    p95: times[Math.floor(times.length * 0.95)]!,
  }
}

/**
 * What keeping workspaces and audiences apart costs: a transaction that pins its role, and policies on every row,
 * against the same statement of the tables' owner, bare. Alternately, so that both meet the same machine.
 */
export async function benchIsolation(database: Database, report: Report): Promise<void> {
  const [busy] = await rowsAsOwner<{ x: number; y: number }>(
    database,
    sql`SELECT x / 16 AS x, y / 16 AS y FROM map_cells WHERE z = 10 GROUP BY 1, 2 ORDER BY sum(n) DESC LIMIT 1`,
  )
  const [west, south] = [3.06, 50.62]
  const statements: Record<string, SQL> = {
    'tile z12': tile(12, busy!.x * 4, busy!.y * 4),
    'tile z9': tile(9, busy!.x >> 1, busy!.y >> 1),
    'a box': page({ bbox: `${west},${south},${west + 0.5},${south + 0.5}` }),
    words: page({ q: 'centre montaubert' }),
  }
  for (const [name, statement] of Object.entries(statements)) {
    const bare = () => rowsAsOwner(database, statement)
    const kept = () => readWorkspace(database, READER, (tx) => rowsOf(tx, statement))
    const times = { bare: [] as number[], kept: [] as number[] }
    for (let round = -20; round < ROUNDS; round++)
      for (const [which, ask] of [
        ['bare', bare],
        ['kept', kept],
      ] as const) {
        const begin = performance.now()
        await ask()
        if (round >= 0) times[which].push(performance.now() - begin)
      }
    const peer = timesOf(times.bare)
    report.row(
      `isolation: ${name}`,
      timesOf(times.kept),
      { name: 'the same without policies', ...peer },
      1 / 1.5,
    )
  }
}
