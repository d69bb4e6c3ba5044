import { and, eq, gt, lt } from 'drizzle-orm'
import { hashOf, newSecret } from '#api/http/secret'
import type { Queries } from '#db/client'
import { type CHALLENGE_KINDS, challenges } from '#db/schema/accounts'

export type ChallengeKind = (typeof CHALLENGE_KINDS)[number]

type NewChallenge = {
  kind: ChallengeKind
  minutes: number
  /** Made here when it is not given. */
  secret?: string
  accountId?: string
  /** What only the browser that asked holds. */
  browser?: string
  detail?: Record<string, unknown>
}

/** Stores what can be answered once, and forgets what is past. Answers with its secret. */
export async function insertChallenge(
  tx: Queries,
  { minutes, secret = newSecret(), browser, ...challenge }: NewChallenge,
  now: Date,
): Promise<string> {
  await tx.delete(challenges).where(lt(challenges.expiresAt, now.toISOString()))
  await tx.insert(challenges).values({
    ...challenge,
    secretHash: hashOf(secret),
    browserHash: browser === undefined ? null : hashOf(browser),
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + minutes * 60_000).toISOString(),
  })
  return secret
}

const waiting = (kind: ChallengeKind, secret: string, now: Date) =>
  and(
    eq(challenges.secretHash, hashOf(secret)),
    eq(challenges.kind, kind),
    gt(challenges.expiresAt, now.toISOString()),
  )

export const findChallenge = async (tx: Queries, kind: ChallengeKind, secret: string, now: Date) =>
  (
    await tx
      .select()
      .from(challenges)
      .where(waiting(kind, secret, now))
  )[0]

/**
 * Takes a challenge away, so that it is answered once, whoever asks at the same time. With a `browser`, only for the one
 * that asked: from another one it stays.
 */
export const takeChallenge = async (
  tx: Queries,
  kind: ChallengeKind,
  secret: string,
  now: Date,
  browser?: string,
) =>
  (
    await tx
      .delete(challenges)
      .where(
        and(
          waiting(kind, secret, now),
          browser === undefined ? undefined : eq(challenges.browserHash, hashOf(browser)),
        ),
      )
      .returning()
  )[0]

/** Ends every challenge of a kind: of one account, or of all. */
export const removeChallenges = (tx: Queries, kind: ChallengeKind, accountId?: string) =>
  tx
    .delete(challenges)
    .where(
      and(
        eq(challenges.kind, kind),
        accountId === undefined ? undefined : eq(challenges.accountId, accountId),
      ),
    )
