import type { Placeholder } from 'drizzle-orm'
import { unfilteredStatement } from '#api/features/tiles/tiles.repository'
import type { TileLayer } from '#contract/tiles'
import type { Database } from '#db/client'
import { driverOf } from '#db/driver'
import { DEFAULT_WORKSPACE } from '#db/workspace'
import { load, pgbench, start } from './load.ts'
import type { Report } from './report.ts'

type Address = { z: number; x: number; y: number }

/** Tiles that hold something, most of them several times over: what a map of France asks for. */
async function busyTiles(database: Database, z: number): Promise<Address[]> {
  const rows = await driverOf(database)<{ x: number; y: number }[]>`
    SELECT x, y FROM (SELECT DISTINCT x / 16 AS x, y / 16 AS y FROM map_cells WHERE z = ${Math.min(z, 10)} AND n > 0) busy
    ORDER BY md5(x || ' ' || y) LIMIT 64`
  const deeper = 2 ** Math.max(0, z - 10)
  return rows.map(({ x, y }) => ({ z, x: x * deeper, y: y * deeper }))
}

/** The very statement that the server sends, with the address of the tile as variables of pgbench. */
function asScript(layer: TileLayer, z: number): string {
  const context = {
    workspaceId: DEFAULT_WORKSPACE,
    audience: 'private' as const,
    now: new Date(),
    search: null,
  }
  const statement = unfilteredStatement('server', { layer, z, x: 0, y: 0, query: {}, context })
  const values: Record<string, string> = {
    workspaceId: `'${DEFAULT_WORKSPACE}'`,
    audience: "'private'",
    freshSince: "'2026-05-23'",
    staleBefore: "'2024-11-23'",
    x: ':x',
    y: ':y',
    level: "'iris'",
  }
  return statement.sql.replace(
    /\$(\d+)/g,
    (_, n) => values[(statement.params[Number(n) - 1] as Placeholder).name]!,
  )
}

export async function benchTiles(url: string, database: Database, report: Report): Promise<void> {
  const cold = await start('./server.ts', [url, '0'])
  const layers: [TileLayer, number[]][] = [
    ['actors', [6, 8, 9, 10, 12, 14]],
    ['zones', [8, 9, 10, 12]],
  ]
  for (const [layer, zooms] of layers) {
    for (const z of zooms) {
      const tiles = await busyTiles(database, z)
      const peer = pgbench(
        url,
        asScript(layer, z),
        tiles.map(({ x, y }) => ({ x, y })),
      )
      const ours = load(
        cold.line,
        tiles.map(({ x, y }) => `/api/tiles/${layer}/${z}/${x}/${y}.mvt`),
      )
      report.row(
        `tile ${layer} z${z}, not cached`,
        ours,
        { name: 'the same SQL by pgbench', perSecond: peer },
        0.9,
      )
    }
  }
  cold.stop()

  const hot = await start('./server.ts', [url, String(64 * 1024 * 1024)])
  const [tile] = await busyTiles(database, 12)
  const path = `/api/tiles/actors/12/${tile!.x}/${tile!.y}.mvt`
  const response = await fetch(`${hot.line}${path}`)
  const etag = response.headers.get('etag')!
  const bare = load(hot.line, ['/health'])
  report.row(
    'tile already made',
    load(hot.line, [path]),
    { name: 'GET /health', perSecond: bare.perSecond },
    0.6,
  )
  report.row(
    'tile unchanged (304)',
    load(hot.line, [path], { 'If-None-Match': etag }),
    { name: 'GET /health', perSecond: bare.perSecond },
    0.6,
  )
  report.note(`memory of the server after that: ${Math.round(hot.rss())} MB`)
  hot.stop()
}
