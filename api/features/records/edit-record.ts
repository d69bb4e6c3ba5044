import { alreadyExists, notFound } from '#api/http/problems'
import type { WorkspaceTransaction } from '#db/workspace'
import type { Kind } from './kinds.repository.ts'
import type { Fields } from './record-write.ts'
import { type Current, lockRecord } from './records.repository.ts'
import { insertRecord, updateRecord, wasCreatedWith } from './records.write.repository.ts'

export async function lockKnown(transaction: WorkspaceTransaction, kind: Kind, id: string): Promise<Current> {
  const current = await lockRecord(transaction, kind, id)
  if (!current) throw notFound(kind.name, id)
  return current
}

/** Creates a record. The same sent again changes nothing; another under the same id is refused. */
export async function createRecord(
  transaction: WorkspaceTransaction,
  kind: Kind,
  { id, ...set }: Fields & { id: string },
  now: Date,
): Promise<void> {
  if (!(await lockRecord(transaction, kind, id))) return insertRecord(transaction, kind, { id, set }, now)
  if (!(await wasCreatedWith(transaction, kind, { id, set }))) throw alreadyExists(kind.name, id)
}

/** Writes the fields that a person changed since `version`: disjoint ones merge, the same one is refused with both values. */
export async function patchRecord(
  transaction: WorkspaceTransaction,
  kind: Kind,
  id: string,
  { version, set }: { version: number; set: Fields },
  now: Date,
): Promise<void> {
  const current = await lockKnown(transaction, kind, id)
  await updateRecord(transaction, kind, id, current, set, now, version)
}
