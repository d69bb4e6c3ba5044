import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '#db/client'
import { driverOf } from '#db/driver'

type Row = Record<string, unknown>
/** Every row of every table, by its table and key. */
export type Dump = Map<string, Row>

/** Imports under way: one writes after its request was answered, and tidies up after it is done or undone. */
const UNDER_WAY = `SELECT 1 FROM import_runs r WHERE state IN ('queued', 'reading', 'writing')
  OR (revealed AND EXISTS (SELECT 1 FROM import_rows w WHERE w.workspace_id = r.workspace_id AND w.run_id = r.id
    AND w.outcome IN ('created', 'unchanged') AND w.problems = '[]'))
  OR (state = 'undone' AND EXISTS (SELECT 1 FROM actors a WHERE a.workspace_id = r.workspace_id AND a.import_run = r.id))`

async function settled(client: ReturnType<typeof driverOf>): Promise<void> {
  while ((await client.unsafe(UNDER_WAY)).length) await wait(20)
}

/** Everything that the database holds, or one workspace of it with the accounts of its members. */
export async function dumpRows(database: Database, workspaceId?: string): Promise<Dump> {
  const client = driverOf(database)
  await settled(client)
  const tables = await client<{ name: string; keys: string[]; own: boolean }[]>`
    SELECT c.relname AS name,
      (SELECT array_agg(a.attname::text) FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
        WHERE i.indrelid = c.oid AND i.indisprimary) AS keys,
      EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'workspace_id') AS own
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'spatial_ref_sys'`
  const dump: Dump = new Map()
  for (const { name, keys, own } of tables) {
    if (!keys || (workspaceId && !own && name !== 'workspaces')) continue
    const where = workspaceId
      ? `WHERE t.${name === 'workspaces' ? 'id' : 'workspace_id'} = '${workspaceId}'`
      : ''
    const rows = await client.unsafe<{ row: Row }[]>(`SELECT to_jsonb(t) AS row FROM "${name}" t ${where}`)
    for (const { row } of rows) dump.set(`${name} ${keys.map((key) => row[key]).join(' ')}`, row)
  }
  return dump
}

const tableOf = (key: string) => key.split(' ')[0]!

/** What differs: `table.*` where a row came or went, `table.column` where a cell has another value. */
export function changedCells(before: Dump, after: Dump): string[] {
  const changed = new Set<string>()
  for (const [key, row] of after) {
    const was = before.get(key)
    if (!was) changed.add(`${tableOf(key)}.*`)
    else
      for (const [column, value] of Object.entries(row))
        if (JSON.stringify(value) !== JSON.stringify(was[column])) changed.add(`${tableOf(key)}.${column}`)
  }
  for (const key of before.keys()) if (!after.has(key)) changed.add(`${tableOf(key)}.*`)
  return [...changed]
}
