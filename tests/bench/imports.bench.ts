import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { type Database, openDatabase } from '#db/client'
import { driverOf } from '#db/driver'
import { migrate } from '#db/migrate'
import { DEFAULT_WORKSPACE, readWorkspace } from '#db/workspace'
import { seedNomenclature } from '#seeds/run'
import { type Imported, importFile } from './import-file.ts'
import { convert, writeActors, writeGrid, writePolygons } from './import-files.ts'
import { has } from './load.ts'
import type { Report } from './report.ts'

const ROWS = 200_000
const CELLS = 2_298_582
const POLYGONS = 50_000

const seconds = (work: () => unknown): number => {
  const begin = performance.now()
  work()
  return (performance.now() - begin) / 1000
}

/** The same file by GDAL's own loader, with its defaults (COPY, an index on the geometry), into a table of its own. */
const ogr2ogr = (url: string, path: string, options: readonly string[] = []): number => {
  const { hostname, port, username, password, pathname } = new URL(url)
  const target = `PG:host=${hostname} port=${port || 5432} user=${username} password=${password} dbname=${pathname.slice(1)}`
  return seconds(() =>
    execFileSync(
      'ogr2ogr',
      [
        '-f',
        'PostgreSQL',
        target,
        path,
        '-nln',
        'bench_ogr',
        '-overwrite',
        '-t_srs',
        'EPSG:4326',
        ...options,
      ],
      { stdio: 'ignore' },
    ),
  )
}

const told = ({ rows, seconds, memory }: Imported) =>
  `${rows.toLocaleString('en')} rows in ${seconds.toFixed(1)} s, words, map points and counts included; at most ${memory} MB in this process`

/** The server's side: each file through the whole of the importer, against ogr2ogr in the same run. */
export async function benchImports(url: string, database: Database, report: Report): Promise<void> {
  if (!has('ogr2ogr')) return report.note('imports: not compared (ogr2ogr is missing)')
  const folder = mkdtempSync(join(tmpdir(), 'maillage-bench-'))
  const compare = async (
    what: string,
    path: string,
    goal: number,
    options: Parameters<typeof importFile>[2],
    ogr: string[],
  ) => {
    const ours = await importFile(database, path, options)
    const peer = ogr2ogr(url, path, ogr)
    const size = Math.round(statSync(path).size / 1e6)
    const each = { perSecond: ours.rows / ours.seconds, p50: ours.seconds * 1000, p95: ours.seconds * 1000 }
    report.row(`import of ${what} (${size} MB)`, each, { name: 'ogr2ogr', perSecond: ours.rows / peer }, goal)
    report.note(`${what}: ${told(ours)}; ogr2ogr ${peer.toFixed(1)} s`)
  }
  try {
    const csv = await writeActors(join(folder, 'actors.csv'), ROWS)
    const lambert = ['-oo', 'X_POSSIBLE_NAMES=x', '-oo', 'Y_POSSIBLE_NAMES=y', '-s_srs', 'EPSG:2154']
    await compare(
      '200,000 actors, CSV in Lambert-93',
      csv,
      1 / 1.5,
      { answers: { projection: 'EPSG:2154', mapping: 'confirmed' } },
      lambert,
    )
    const again = await importFile(database, csv, {
      answers: { projection: 'EPSG:2154', mapping: 'confirmed' },
    })
    report.note(
      `the same file again: ${again.unchanged.toLocaleString('en')} unchanged in ${again.seconds.toFixed(1)} s`,
    )
    const grid = await writeGrid(join(folder, 'grid.csv'), CELLS)
    await compare('2,298,582 cells, CSV', grid, 1 / 1.5, { vintage: '2021' }, [])
    const geojson = await writePolygons(join(folder, 'iris.geojson'), POLYGONS)
    await compare('50,000 polygons, GeoJSON', geojson, 1 / 1.3, { vintage: '2021' }, [])
    await compare('50,000 polygons, GeoPackage', convert(geojson, 'GPKG'), 1 / 1.3, { vintage: '2022' }, [])
    await compare(
      '50,000 polygons, Shapefile',
      convert(geojson, 'ESRI Shapefile'),
      1 / 1.5,
      { vintage: '2023' },
      ['-nlt', 'MULTIPOLYGON'],
    )
  } finally {
    await driverOf(database)`DROP TABLE IF EXISTS bench_ogr`
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The embedded database: how long anybody else waits while 200,000 rows come in. */
export async function benchEmbeddedImport(report: Report, rows: number = ROWS): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-bench-'))
  const database = await openDatabase({ directory: join(folder, 'data') })
  try {
    await migrate(database)
    await seedNomenclature(database)
    const csv = await writeActors(join(folder, 'actors.csv'), rows)
    const waits: number[] = []
    const stop = new AbortController()
    const reader = { workspaceId: DEFAULT_WORKSPACE, audience: 'private' } as const
    const others = (async () => {
      while (!stop.signal.aborted) {
        const begin = performance.now()
        await readWorkspace(database, reader, (tx) =>
          tx.execute(sql`SELECT count(*) FROM actors WHERE archived_at IS NULL`),
        )
        waits.push(performance.now() - begin)
        await wait(20)
      }
    })()
    const ours = await importFile(database, csv, {
      answers: { projection: 'EPSG:2154', mapping: 'confirmed' },
    })
    stop.abort()
    await others
    waits.sort((a, b) => a - b)
    const at = (part: number) =>
      Math.round(waits[Math.min(waits.length - 1, Math.floor(waits.length * part))] ?? 0)
    report.note(
      `embedded, ${rows.toLocaleString('en')} actors: ${told(ours)}; others waited p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, at most ${at(1)} ms`,
    )
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
