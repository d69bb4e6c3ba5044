import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { backup } from '#db/backup/backup'
import { restore } from '#db/backup/restore'
import { type Database, openDatabase } from '#db/client'
import { driverOf } from '#db/driver'
import { lockDirectory } from '#db/embedded/lock'
import { migrate } from '#db/migrate'
import { seedDemo, seedNomenclature } from '#seeds/run'
import { emptyDatabase, migratedArchive } from '../support/database.ts'
import { ownDatabase } from '../support/server-database.ts'
import { temporaryFolder } from '../support/server-process.ts'

const folder = temporaryFolder()
const file = join(folder.path, 'backup.gz')
const cleanings: (() => unknown)[] = [folder.remove]
let source: Database
/** An empty database that refusals must leave as it is. */
let target: Database

/** A new migrated database, of either kind. */
const fresh = {
  async embedded() {
    const database = await openDatabase({ directory: null, archive: await migratedArchive() })
    cleanings.unshift(() => database.close())
    return database
  },
  async server() {
    const own = await ownDatabase()
    const database = await openDatabase({ url: own.url })
    cleanings.unshift(() => database.close().then(own.drop))
    await migrate(database)
    return database
  },
}

beforeAll(async () => {
  source = await emptyDatabase()
  await seedDemo(source, '2026-11-23')
  await driverOf(source)`UPDATE actors SET archived_at = now() WHERE name < 'D'`
  await driverOf(source)`SELECT refresh_actors(workspace_id, array_agg(id)) FROM actors GROUP BY workspace_id`
  await backup(source, file)
  target = await fresh.embedded()
  await seedNomenclature(target)
})
afterAll(async () => {
  for (const clean of cleanings) await clean()
})

/** What a database holds, derived tables included, in a form that does not depend on the kind of database. */
const contentOf = (database: Database) =>
  driverOf(database).begin(async (tx) => {
    await tx`SET LOCAL TimeZone = 'UTC'`
    const tables = await tx<{ name: string }[]>`SELECT tablename AS name FROM pg_tables
      WHERE schemaname = 'public' AND NOT tablename = ANY ('{spatial_ref_sys,migrations,map_cells,map_points,search_lexemes,zone_shapes}')
        AND tablename NOT LIKE 'bench%' ORDER BY tablename`
    const found: Record<string, unknown> = {}
    for (const { name } of tables) {
      const rows = await tx.unsafe(`SELECT count(*)::int AS rows,
        md5(coalesce(string_agg(t::text, '|' ORDER BY t::text COLLATE "C"), '')) AS sum FROM ${name} AS t`)
      found[name] = { ...rows[0] }
    }
    // What follows from the rest differs in its last digits between versions of PROJ.
    const [derived] = await tx`SELECT
      (SELECT json_agg(to_jsonb(point) - 'geom' ORDER BY place_id) FROM map_points AS point) AS points,
      (SELECT round(sum(ST_X(geom) + ST_Y(geom))) FROM map_points) AS positions,
      (SELECT json_agg(to_jsonb(cell) - '{sum_x,sum_y}'::text[] ORDER BY z, x, y, audience) FROM map_cells AS cell WHERE n <> 0) AS cells,
      (SELECT count(*)::int FROM zone_shapes) AS shapes,
      (SELECT round(sum(ST_Area(geom)) / 10000) FROM zone_shapes) AS hectares,
      (SELECT count(*)::int FROM zones WHERE ST_IsValid(area)) AS valid`
    return { ...found, ...derived }
  })

test('[REL9] a backup moves from one database to the other and back, and every row is the same', {
  timeout: 180_000,
}, async () => {
  const expected = await contentOf(source)
  expect(expected).toMatchObject({ actors: { rows: 150 }, positions: expect.any(Number) })
  const chain = process.env.TEST_DATABASE_URL ? (['embedded', 'server'] as const) : (['embedded'] as const)
  let path = file
  for (const kind of chain) {
    const next = await fresh[kind]()
    await restore(next, path)
    expect(await contentOf(next)).toEqual(expected)
    path = join(folder.path, `${kind}.gz`)
    await backup(next, path)
  }
  expect(gunzipSync(readFileSync(path)).length).toBe(gunzipSync(readFileSync(file)).length)
})

/** The backup with other lines, and the sum that makes it believable. */
function altered(change: (lines: string[]) => string[]): string {
  const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n')
  const end = JSON.parse(lines.pop()!)
  const text = change(lines)
    .map((line) => `${line}\n`)
    .join('')
  const sha256 = createHash('sha256').update(text).digest('hex')
  return aFile(gzipSync(`${text}${JSON.stringify({ ...end, sha256 })}\n`))
}

function aFile(content: Buffer | string): string {
  const path = join(folder.path, `altered-${readdirSync(folder.path).length}`)
  writeFileSync(path, content)
  return path
}

async function expectRefused(path: string, code: string): Promise<void> {
  const before = await contentOf(target)
  await expect(restore(target, path)).rejects.toMatchObject({ name: 'BackupRefused', code })
  expect(await contentOf(target)).toEqual(before)
}

test('[REL10] a backup that is cut short or damaged is refused before anything is written', async () => {
  const whole = readFileSync(file)
  for (const length of [20, whole.length >> 1, whole.length - 4]) {
    await expectRefused(aFile(whole.subarray(0, length)), 'backup_damaged')
  }
  const text = gunzipSync(whole).toString()
  const withoutEnd = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)
  await expectRefused(aFile(gzipSync(withoutEnd)), 'backup_damaged')
  await expectRefused(aFile(gzipSync(text.replace('Aubremont', 'Aubrement'))), 'backup_damaged')
})

test('[REL10] what is not a backup, or not of this version, is refused', async () => {
  await expectRefused(aFile('id_fs,lib_fs\n1,Maison'), 'not_a_backup')
  await expectRefused(aFile(gzipSync('{"format":"else"}\n')), 'not_a_backup')
  await expectRefused(aFile(gzipSync('')), 'not_a_backup')
  await expectRefused(join(folder.path, 'absent'), 'file_unreadable')
  const older = altered(([header, ...rest]) => {
    const { migrations, ...others } = JSON.parse(header!)
    return [JSON.stringify({ ...others, migrations: migrations.slice(0, -1) }), ...rest]
  })
  await expectRefused(older, 'backup_of_another_version')
  await expectRefused(
    altered(([header, ...rest]) => [header!.replace('"version":1', '"version":2'), ...rest]),
    'backup_of_another_version',
  )
})

test('[REL10] a restoration that fails half-way leaves nothing', async () => {
  const before = await contentOf(target)
  const twice = altered((lines) => {
    const actors = lines.findIndex((line) => line.startsWith('{"table":"actors"'))
    return lines.toSpliced(actors + 2, 0, lines[actors + 1]!)
  })
  await expect(restore(target, twice)).rejects.toMatchObject({ code: '23505' })
  const fewer = altered((lines) => lines.filter((_, i) => !lines[i - 1]?.startsWith('{"table":"changes"')))
  await expectRefused(fewer, 'backup_damaged')
  expect(await contentOf(target)).toEqual(before)
})

test('[REL10] a database that holds something is never overwritten', async () => {
  const before = await contentOf(source)
  await expect(restore(source, file)).rejects.toMatchObject({ code: 'database_not_empty' })
  expect(await contentOf(source)).toEqual(before)
})

test('[REL11] on the command line, a refusal is one sentence and a code', () => {
  const run = (command: 'backup' | 'restore', dataDir: string, ...files: string[]) => {
    const script = fileURLToPath(new URL(`../../seeds/${command}.ts`, import.meta.url))
    const env = { ...process.env, DATABASE_URL: '', DATABASE_ADMIN_URL: '', DATA_DIR: dataDir }
    const { status, stderr } = spawnSync(process.execPath, [script, ...files], { env, encoding: 'utf8' })
    return [status, stderr]
  }
  expect(run('backup', folder.path)).toEqual([4, 'npm run backup -- FILE\n'])
  const used = temporaryFolder()
  const lock = lockDirectory(used.path)
  onTestFinished(() => {
    lock.release()
    used.remove()
  })
  expect(run('backup', used.path, join(used.path, 'out'))).toEqual([
    2,
    expect.stringContaining('déjà le dossier'),
  ])
  expect(existsSync(join(used.path, 'out'))).toBe(false)
})
