import { and, desc, eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { ImportMapping, SavedMapping } from '#contract/mappings'
import type { Queries } from '#db/client'
import { importMappings } from '#db/schema/imports'
import { signatureOf } from './formats/mapped-table.ts'

const ofWorkspace = (workspaceId: string) => eq(importMappings.workspaceId, workspaceId)

/** The latest used first. */
export async function listMappings(tx: Queries, workspaceId: string): Promise<SavedMapping[]> {
  const rows = await tx
    .select()
    .from(importMappings)
    .where(ofWorkspace(workspaceId))
    .orderBy(desc(importMappings.usedAt), desc(importMappings.id))
  return rows.map(({ id, name, columns, mapping, usedAt }) => ({
    ...{ id, name, columns, mapping },
    usedAt: new Date(usedAt).toISOString(),
  }))
}

/** The mappings of a workspace by the signature of their columns. */
export async function savedMappingsOf(
  tx: Queries,
  workspaceId: string,
): Promise<Record<string, ImportMapping>> {
  const { signature, mapping } = importMappings
  const rows = await tx.select({ signature, mapping }).from(importMappings).where(ofWorkspace(workspaceId))
  return Object.fromEntries(rows.map((row) => [row.signature, row.mapping]))
}

/** Remembers how a table with these columns is read; the last that was applied stands. */
export async function saveMapping(
  tx: Queries,
  workspaceId: string,
  { name, columns, mapping }: { name: string; columns: readonly string[]; mapping: ImportMapping },
  now: Date,
): Promise<void> {
  const usedAt = now.toISOString()
  await tx
    .insert(importMappings)
    .values({
      workspaceId,
      id: newId(),
      name,
      signature: signatureOf(columns),
      columns: [...columns],
      mapping,
      usedAt,
    })
    .onConflictDoUpdate({
      target: [importMappings.workspaceId, importMappings.signature],
      set: { name, mapping, usedAt },
    })
}

/** Whether there was one to forget. */
export async function removeMapping(tx: Queries, workspaceId: string, id: string): Promise<boolean> {
  const removed = await tx
    .delete(importMappings)
    .where(and(ofWorkspace(workspaceId), eq(importMappings.id, id)))
    .returning({ id: importMappings.id })
  return removed.length > 0
}
