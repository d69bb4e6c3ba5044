import { refuseStale } from '#api/features/changes/edited-fields.repository'
import type { WorkspaceTransaction } from '#db/workspace'
import { type Fields, lockWords, writeWords } from './scales.write.repository.ts'

/** Writes the words that somebody changed since `version`; see {@link refuseStale}. */
export async function editScales(
  transaction: WorkspaceTransaction,
  { version, set }: { version: number; set: Partial<Fields> },
): Promise<void> {
  const current = await lockWords(transaction)
  await refuseStale(transaction, transaction.workspaceId, current, version, set)
  await writeWords(transaction, current, set)
}
