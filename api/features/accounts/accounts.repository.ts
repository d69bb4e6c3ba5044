import { eq, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Queries } from '#db/client'
import { accounts } from '#db/schema/accounts'

const COLUMNS = {
  id: accounts.id,
  name: accounts.name,
  email: accounts.email,
  passwordHash: accounts.passwordHash,
  operator: accounts.operator,
  passkeys: sql<number>`(SELECT count(*)::int FROM passkeys p WHERE p.account_id = accounts.id)`,
}

/** An e-mail address as it is stored and compared. */
export const normalEmail = (email: string): string => email.trim().toLowerCase()

export const findAccount = async (tx: Queries, id: string) =>
  (await tx.select(COLUMNS).from(accounts).where(eq(accounts.id, id)))[0]

export const findAccountByEmail = async (tx: Queries, email: string) =>
  (
    await tx
      .select(COLUMNS)
      .from(accounts)
      .where(eq(accounts.email, normalEmail(email)))
  )[0]

export type NewAccount = {
  id?: string
  name: string
  email: string | null
  passwordHash: string | null
  operator?: boolean
}

/** Creates an account; undefined when its address or its id is taken. */
export async function insertAccount(
  tx: Queries,
  { id = newId(), email, ...account }: NewAccount,
  now: Date,
): Promise<string | undefined> {
  const [row] = await tx
    .insert(accounts)
    .values({ ...account, id, email: email && normalEmail(email), createdAt: now.toISOString() })
    .onConflictDoNothing()
    .returning({ id: accounts.id })
  return row?.id
}

export const updateAccount = (
  tx: Queries,
  id: string,
  set: { name?: string; passwordHash?: string; lastSignInAt?: string },
) => tx.update(accounts).set(set).where(eq(accounts.id, id))

/** Removes an account with its identities, passkeys, tokens, sessions and memberships. */
export const removeAccount = (tx: Queries, id: string) => tx.delete(accounts).where(eq(accounts.id, id))
