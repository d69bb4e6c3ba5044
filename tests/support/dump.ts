import type { Database } from '#db/client'
import { driverOf } from '#db/driver'

/** Every cell of every table as text, with the rights of whoever logged in: what a backup would hold. */
export async function dumpCells(
  database: Database,
): Promise<{ table: string; column: string; text: string }[]> {
  const client = driverOf(database)
  const tables = await client<{ name: string }[]>`SELECT tablename AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> 'spatial_ref_sys'`
  const cells = []
  for (const { name } of tables) {
    const rows = await client.unsafe<{ row: Record<string, unknown> }[]>(
      `SELECT to_jsonb(t) AS row FROM "${name}" t`,
    )
    for (const { row } of rows)
      for (const [column, value] of Object.entries(row))
        cells.push({ table: name, column, text: typeof value === 'string' ? value : JSON.stringify(value) })
  }
  return cells
}
