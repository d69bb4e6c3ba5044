import { and, eq, sql } from 'drizzle-orm'
import type { Queries } from '#db/client'
import { identities } from '#db/schema/accounts'
import { rowsOf } from '#db/transaction'

type Identity = { issuer: string; subject: string }

/**
 * The account that a provider's identity is linked to. It is held until the transaction ends: of two browsers that come
 * back at once, the second finds what the first has created.
 */
export async function lockIdentity(tx: Queries, { issuer, subject }: Identity): Promise<string | undefined> {
  await rowsOf(
    tx,
    sql`SELECT pg_advisory_xact_lock(hashtextextended(${JSON.stringify([issuer, subject])}::text, 0))`,
  )
  const [row] = await tx
    .select({ accountId: identities.accountId })
    .from(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
  return row?.accountId
}

export const insertIdentity = (tx: Queries, identity: Identity & { accountId: string }) =>
  tx.insert(identities).values(identity)
