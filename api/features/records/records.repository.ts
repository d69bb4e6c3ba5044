import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { refuseOutside } from '#api/features/actors/actors.limits.repository'
import type { Queries } from '#db/client'
import type { WorkspaceTransaction } from '#db/workspace'
import { KINDS, type Kind } from './kinds.repository.ts'
import type { Asker } from './known-actors.repository.ts'
import type { Fields, Stored } from './record-write.ts'

const instant = (value: unknown) => (value === null ? null : new Date(value as string).toISOString())

async function toStored(tx: Queries, asker: Asker, kind: Kind, rows: readonly Fields[]): Promise<Stored[]> {
  const stored = rows.map(
    (row) =>
      ({
        ...row,
        archivedAt: instant(row.archivedAt),
        createdAt: instant(row.createdAt),
        updatedAt: instant(row.updatedAt),
      }) as Stored,
  )
  return kind.complete?.(tx, asker, stored) ?? stored
}

const french = new Intl.Collator('fr', { numeric: true })
const titleOf = ({ name, label }: Stored) => (name ?? label ?? '') as string

/** Every record of a kind that the reader sees: by name; what has no name, as it was made. */
export async function listRecords(
  tx: Queries,
  asker: Asker,
  kind: Kind,
  archived: boolean,
): Promise<Stored[]> {
  const { table } = kind
  const rows = await tx
    .select()
    .from(table)
    .where(and(eq(table.workspaceId, asker.workspaceId), archived ? undefined : isNull(table.archivedAt)))
    .orderBy(table.createdAt, table.id)
  const stored = await toStored(tx, asker, kind, rows)
  const listed = kind.listed?.(stored) ?? stored
  return listed.sort((one, other) => french.compare(titleOf(one), titleOf(other)))
}

const one = (tx: Queries, { workspaceId }: Asker, kind: Kind, id: string) =>
  tx
    .select()
    .from(kind.table)
    .where(and(eq(kind.table.workspaceId, workspaceId), eq(kind.table.id, id)))

export async function findRecord(
  tx: Queries,
  asker: Asker,
  kind: Kind,
  id: string,
): Promise<Stored | undefined> {
  const [stored] = await toStored(tx, asker, kind, await one(tx, asker, kind, id))
  return stored
}

export type Current = { fields: Fields; version: number; archivedAt: string | null }

/** Throws when none of the actors that a record is about lies within what the writer's rights are limited to. */
export const refuseBeyond = async (transaction: WorkspaceTransaction, kind: Kind, fields: Fields) =>
  kind.actorsOf && refuseOutside(transaction, ...kind.actorsOf(fields))

/**
 * What is there now, locked until the transaction ends; undefined when the writer sees no such record. Throws when it lies
 * beyond what their rights are limited to: whoever locks it means to write it.
 */
export async function lockRecord(
  transaction: WorkspaceTransaction,
  kind: Kind,
  id: string,
): Promise<Current | undefined> {
  const { tx } = transaction
  const rows = await one(tx, transaction, kind, id).for('update')
  const [stored] = await toStored(tx, transaction, kind, rows)
  if (!stored) return undefined
  const { version, archivedAt } = stored
  const fields = Object.fromEntries(Object.keys(kind.fields.shape).map((field) => [field, stored[field]]))
  await refuseBeyond(transaction, kind, fields)
  return { fields, version, archivedAt }
}

/** Whether the reader sees the record that a row `c` of the history is about. */
export const isRecordSeen: SQL = sql`(${sql.join(
  Object.values(KINDS).map(
    ({ name, table }) => sql`c.entity = ${name} AND EXISTS (SELECT 1 FROM ${table} r
      WHERE r.workspace_id = c.workspace_id AND r.id = c.entity_id)`,
  ),
  sql` OR `,
)})`
