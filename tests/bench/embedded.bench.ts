import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#db/client'
import { migrate } from '#db/migrate'
import type { Report } from './report.ts'

const seconds = async (work: () => Promise<unknown>) => {
  const begin = performance.now()
  await work()
  return (performance.now() - begin) / 1000
}

/** Opening the embedded database: empty, from an archive, and again. */
export async function benchEmbedded(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-bench-'))
  const open = async (directory: string, archive: Uint8Array | null = null) => {
    const database = await openDatabase({ directory: join(folder, directory), archive })
    await migrate(database)
    return database
  }
  let database = await open('warm-up')
  await database.close()
  const first = await seconds(async () => {
    database = await open('first')
  })
  const archive = await database.dump!()
  await database.close()
  const seeded = await seconds(async () => {
    database = await open('seeded', archive)
  })
  await database.close()
  const again = await seconds(async () => {
    database = await open('first')
  })
  const { rss } = process.memoryUsage()
  await database.close()
  rmSync(folder, { recursive: true })
  const row = (what: string, time: number, goal: number) =>
    report.row(
      what,
      { perSecond: 1 / time, p50: time * 1000, p95: time * 1000 },
      { name: 'opening it empty', perSecond: 1 / first },
      goal,
    )
  row('embedded, from an archive', seeded, 2)
  row('embedded, opened again', again, 3)
  report.note(
    `embedded: empty ${first.toFixed(1)} s, from an archive ${seeded.toFixed(1)} s, again ${again.toFixed(1)} s; ${Math.round(rss / 1e6)} MB`,
  )
}
