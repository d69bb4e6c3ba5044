import type { Caller } from '#api/http/caller'
import { forbidden, signInNeeded } from '#api/http/problems'
import type { Queries } from '#db/client'
import { findAccount } from './accounts.repository.ts'
import { signInAgain } from './accounts-problems.ts'
import { findSessionById, type StoredSession } from './sessions.repository.ts'

/** For so long after a sign-in, whoever holds the session is taken for its owner in what opens other ways in. */
const RECENT_MS = 10 * 60_000

/**
 * The account and the session of who handles their own account in a browser. Throws `sign_in_needed` without a session,
 * `forbidden` for a program or while the passkey is still to be shown.
 */
export async function requireOwner(tx: Queries, { accountId, sessionId }: Caller) {
  if (accountId === null) throw signInNeeded()
  if (sessionId === null) throw forbidden('account:own')
  const account = await findAccount(tx, accountId)
  const session = await findSessionById(tx, sessionId)
  if (!account || !session) throw signInNeeded()
  if (session.awaitsPasskey) throw forbidden('account:own')
  return { account, session }
}

/** Throws `sign_in_again` when the session was opened more than ten minutes ago. */
export function requireRecent({ createdAt }: Pick<StoredSession, 'createdAt'>, now: Date): void {
  if (now.getTime() - new Date(createdAt).getTime() > RECENT_MS) throw signInAgain()
}
