import type postgres from 'postgres'

type Column = { name: string; type: string }
export type Table = { name: string; columns: Column[]; key: string[]; needs: string[] }

/**
 * Not in a backup: what every database has of its own, what follows from the rest and is computed anew, rows that
 * wait for an import to end, which a restart throws away, and what lets someone in or counts refusals.
 */
const LEFT_OUT = [
  'migrations',
  'spatial_ref_sys',
  'map_points',
  'map_cells',
  'search_lexemes',
  'zone_shapes',
  'import_rows',
  'sessions',
  'challenges',
  'attempts',
]

/** Every table of a backup with its columns and primary key, each after those that it refers to. */
export async function backupTables(tx: postgres.TransactionSql): Promise<Table[]> {
  const tables = await tx<Table[]>`
    SELECT c.relname AS name,
      (SELECT json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod)) ORDER BY attnum)
        FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
      (SELECT json_agg(a.attname ORDER BY k.position)
        FROM pg_constraint p, unnest(p.conkey) WITH ORDINALITY AS k(number, position), pg_attribute a
        WHERE p.conrelid = c.oid AND p.contype = 'p' AND a.attrelid = c.oid AND a.attnum = k.number) AS key,
      (SELECT coalesce(json_agg(f.confrelid::regclass::text), '[]') FROM pg_constraint f
        WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS needs
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT c.relname = ANY (${LEFT_OUT})
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname`
  const sorted: Table[] = []
  const waiting = [...tables]
  while (waiting.length) {
    const isThere = (name: string) => !waiting.some((table) => table.name === name)
    const next = waiting.findIndex(({ needs }) => needs.every(isThere))
    sorted.push(...waiting.splice(Math.max(next, 0), 1))
  }
  return sorted
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
