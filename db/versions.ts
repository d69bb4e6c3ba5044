import { sql } from 'drizzle-orm'
import type { Database } from './client.ts'
import { rowsOf, transaction } from './transaction.ts'

type Known = { seq: number; readAt: number }

/** How long another process's writes may stay unseen by what is cached here. */
const MAX_AGE_MS = 1_000

const known = new WeakMap<Database, Map<string, Known>>()

const of = (database: Database): Map<string, Known> => {
  const versions = known.get(database) ?? new Map<string, Known>()
  known.set(database, versions)
  return versions
}

/** Notes a commit of this process, so that what it cached before is not served after. */
export function noteVersion(database: Database, workspaceId: string, seq: number): void {
  const current = of(database).get(workspaceId)
  if (!current || current.seq < seq) of(database).set(workspaceId, { seq, readAt: Date.now() })
}

/** The workspace's last sequence number: it changes whenever anything that it shows does. */
export async function versionOf(database: Database, workspaceId: string): Promise<number> {
  const current = of(database).get(workspaceId)
  if (current && Date.now() - current.readAt < MAX_AGE_MS) return current.seq
  const [row] = await transaction(database, { role: 'maillage_app', workspaceId, reads: 'once' }, (tx) =>
    rowsOf<{ seq: string }>(tx, sql`SELECT last_seq AS seq FROM workspaces WHERE id = ${workspaceId}::uuid`),
  )
  const seq = Number(row?.seq ?? 0)
  of(database).set(workspaceId, { seq, readAt: Date.now() })
  return seq
}
