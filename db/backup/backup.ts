import type postgres from 'postgres'
import type { Database } from '../client.ts'
import { driverOf } from '../driver.ts'
import { FORMAT, FORMAT_VERSION, type Header, type TableLine, writeBackupFile } from './backup-file.ts'
import { BackupRefused } from './refusals.ts'
import { backupTables, quoted, type Table } from './tables.ts'

/** Rows held in memory at once. */
const PAGE = 500

async function* linesOf(
  tx: postgres.TransactionSql,
  { name, columns, key }: Table,
  count: (table: string, rows: number) => void,
): AsyncGenerator<string> {
  const names = columns.map((column) => column.name)
  yield `${JSON.stringify({ table: name, columns: names } satisfies TableLine)}\n`
  const values = names.map((column) => `${quoted(column)}::text`)
  await tx.unsafe(`DECLARE page NO SCROLL CURSOR FOR SELECT json_build_array(${values})::text AS row
    FROM ${quoted(name)} ORDER BY ${key.map(quoted)}`)
  count(name, 0)
  for (;;) {
    const rows = await tx.unsafe<{ row: string }[]>(`FETCH ${PAGE} FROM page`)
    if (rows.length) yield rows.map(({ row }) => `${row}\n`).join('')
    count(name, rows.length)
    if (rows.length < PAGE) break
  }
  await tx.unsafe('CLOSE page')
}

/**
 * Writes everything that people and imports have brought to one file, as it was at one moment, whatever is written
 * meanwhile. The file is the same for both databases. Answers how many rows of each table.
 * Throws {@link BackupRefused} where there is no database of this application.
 */
export const backup = (database: Database, path: string): Promise<Record<string, number>> =>
  driverOf(database).begin('isolation level repeatable read read only', async (tx) => {
    await tx`SET LOCAL statement_timeout = 0`
    // What the texts of dates depend on.
    await tx`SET LOCAL TimeZone = 'UTC'`
    await tx`SET LOCAL DateStyle = 'ISO'`
    const [there] = await tx`SELECT to_regclass('public.migrations') IS NOT NULL AS is`
    if (!there?.is) throw new BackupRefused('no_database')
    await tx`SET LOCAL ROLE maillage_operator`
    const migrations = await tx<Header['migrations']>`SELECT name, hash FROM migrations ORDER BY name`
    const tables = await backupTables(tx)
    return writeBackupFile(path, async function* (count) {
      yield `${JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, migrations: [...migrations] } satisfies Header)}\n`
      for (const table of tables) yield* linesOf(tx, table, count)
    })
  }) as Promise<Record<string, number>>
