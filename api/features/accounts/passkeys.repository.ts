import { and, asc, eq, sql } from 'drizzle-orm'
import type { Passkey } from '#contract/accounts'
import type { Queries } from '#db/client'
import { passkeys } from '#db/schema/accounts'

export type StoredPasskey = typeof passkeys.$inferSelect

/** An account's keys, the first added first. */
export const findPasskeys = (tx: Queries, accountId: string): Promise<StoredPasskey[]> =>
  tx
    .select()
    .from(passkeys)
    .where(eq(passkeys.accountId, accountId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id))

export const toPasskey = ({ id, name, createdAt, lastUsedAt }: StoredPasskey): Passkey => ({
  id,
  name,
  createdAt: new Date(createdAt).toISOString(),
  lastUsedAt: lastUsedAt && new Date(lastUsedAt).toISOString(),
})

/** False when some account has it already. */
export async function insertPasskey(tx: Queries, passkey: typeof passkeys.$inferInsert): Promise<boolean> {
  const added = await tx.insert(passkeys).values(passkey).onConflictDoNothing().returning({ id: passkeys.id })
  return added.length > 0
}

/** False when the account has no such key. */
export async function deletePasskey(tx: Queries, accountId: string, id: string): Promise<boolean> {
  const removed = await tx
    .delete(passkeys)
    .where(and(eq(passkeys.accountId, accountId), eq(passkeys.id, id)))
    .returning({ id: passkeys.id })
  return removed.length > 0
}

/** Notes that a key was shown; false when its counter has moved since it was read, as that of a copied key does. */
export async function notePasskeyUse(
  tx: Queries,
  { id, counter }: StoredPasskey,
  newCounter: number,
  now: Date,
): Promise<boolean> {
  const used = await tx
    .update(passkeys)
    .set({ counter: newCounter, lastUsedAt: now.toISOString() })
    .where(and(eq(passkeys.id, id), sql`counter = ${counter}`))
    .returning({ id: passkeys.id })
  return used.length > 0
}
