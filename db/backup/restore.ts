import type postgres from 'postgres'
import type { Database } from '../client.ts'
import { driverOf } from '../driver.ts'
import { migrations } from '../migrate.ts'
import { checkBackupFile, type Header, readBackupFile } from './backup-file.ts'
import { BackupRefused } from './refusals.ts'
import { backupTables, quoted, type Table } from './tables.ts'

/** What one statement writes. */
const PAGE_ROWS = 500
const PAGE_CHARACTERS = 4_000_000
/** What the start of a server puts into an empty database; the backup has its own. */
const SEEDED = ['zones', 'actor_types', 'workspaces']

function refuseOtherVersions(header: Header): void {
  const known = migrations().map(({ name, hash }) => `${name} ${hash}`)
  const theirs = header.migrations.map(({ name, hash }) => `${name} ${hash}`)
  const different = [
    ...known.filter((one) => !theirs.includes(one)),
    ...theirs.filter((one) => !known.includes(one)),
  ]
  if (different.length)
    throw new BackupRefused('backup_of_another_version', different.map((one) => one.split(' ')[0]).join(', '))
}

async function refuseUsedDatabase(tx: postgres.TransactionSql, tables: Table[]): Promise<void> {
  for (const { name } of tables) {
    if (SEEDED.includes(name)) continue
    const [used] = await tx.unsafe(`SELECT 1 FROM ${quoted(name)} LIMIT 1`)
    if (used) throw new BackupRefused('database_not_empty', name)
  }
}

/** Rows of the file into a table, a page at a time. */
function inserter(tx: postgres.TransactionSql, { name, columns }: Table) {
  let rows: string[] = []
  let characters = 0
  const values = columns.map(({ type }, i) => `(row->>${i})::${type}`)
  const statement = `INSERT INTO ${quoted(name)} (${columns.map((column) => quoted(column.name))})
    SELECT ${values} FROM jsonb_array_elements($1::text::jsonb) AS row`
  const flush = async () => {
    if (rows.length) await tx.unsafe(statement, [`[${rows.join()}]`], { prepare: true })
    rows = []
    characters = 0
  }
  return {
    flush,
    async add(row: string): Promise<void> {
      rows.push(row)
      characters += row.length
      if (rows.length >= PAGE_ROWS || characters >= PAGE_CHARACTERS) await flush()
    },
  }
}

async function insertRows(tx: postgres.TransactionSql, path: string, tables: Table[]): Promise<void> {
  let into: ReturnType<typeof inserter> | undefined
  for await (const line of readBackupFile(path)) {
    if ('row' in line) {
      await into?.add(line.row)
      continue
    }
    await into?.flush()
    const table = tables.find(({ name }) => name === line.table)
    const columns = table?.columns.map(({ name }) => name)
    if (!table || columns?.join() !== line.columns.join())
      throw new BackupRefused('backup_of_another_version', line.table)
    into = inserter(tx, table)
  }
  await into?.flush()
}

/** What was left out of the backup because it follows from the rest. */
async function recompute(tx: postgres.TransactionSql): Promise<void> {
  await tx`SELECT refresh_actors(workspace_id, array_agg(id)) FROM (
      SELECT workspace_id, id, row_number() OVER (PARTITION BY workspace_id ORDER BY id) / ${PAGE_ROWS}::int AS page FROM actors
    ) AS pages GROUP BY workspace_id, page ORDER BY workspace_id, page`
  await tx`SELECT refresh_zone_shapes(array_agg(id)) FROM (
      SELECT id, row_number() OVER (ORDER BY id) / ${PAGE_ROWS}::int AS page FROM zones WHERE area IS NOT NULL
    ) AS pages GROUP BY page ORDER BY page`
}

/**
 * Puts a backup into an empty database whose migrations are applied: everything, or nothing. Answers how many rows of
 * each table. Throws {@link BackupRefused}.
 */
export async function restore(database: Database, path: string): Promise<Record<string, number>> {
  const { header, rows } = await checkBackupFile(path)
  refuseOtherVersions(header)
  await driverOf(database).begin(async (tx) => {
    await tx`SET LOCAL statement_timeout = 0`
    await tx`SET LOCAL ROLE maillage_operator`
    const tables = await backupTables(tx)
    await refuseUsedDatabase(tx, tables)
    for (const name of SEEDED) await tx.unsafe(`DELETE FROM ${quoted(name)}`)
    await insertRows(tx, path, tables)
    for (const { name } of tables) {
      const [found] = await tx.unsafe<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM ${quoted(name)}`,
      )
      if (found!.count !== rows[name]) throw new BackupRefused('backup_damaged', name)
    }
    await recompute(tx)
  })
  await driverOf(database)`ANALYZE`
  return rows
}
