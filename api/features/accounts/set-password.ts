import type { Caller } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import { forgetIdentities } from '#api/http/identities'
import { withAccounts } from '#db/workspace'
import { updateAccount } from './accounts.repository.ts'
import { emailMissing } from './accounts-problems.ts'
import { removeChallenges } from './challenges.repository.ts'
import { confirmPassword } from './confirm-password.ts'
import { noteEvent } from './events.repository.ts'
import { isAhead } from './me.ts'
import { requireOwner, requireRecent } from './owner.ts'
import { hashPassword, refuseWeak } from './passwords.ts'
import { endSessionsOf, updateSession } from './sessions.repository.ts'

/**
 * Sets the password of who asks and ends the account's other sessions. It takes the current password, or a session that
 * came by a link a few minutes ago; with no password yet, one that was opened a few minutes ago.
 */
export async function setPassword(
  { database, now: clock }: Deps,
  caller: Caller,
  { current, password }: { current?: string | undefined; password: string },
): Promise<void> {
  const now = clock()
  const { account, session } = await withAccounts(database, (tx) => requireOwner(tx, caller))
  // Nobody could ever sign in with it.
  if (account.email === null) throw emailMissing()
  if (!isAhead(session.resetUntil, now)) {
    if (account.passwordHash !== null) await confirmPassword(database, account, current ?? '', now)
    else requireRecent(session, now)
  }
  await refuseWeak(password, [account.name, account.email])
  const passwordHash = await hashPassword(password)
  await withAccounts(database, async (tx) => {
    await requireOwner(tx, caller)
    await updateAccount(tx, account.id, { passwordHash })
    await endSessionsOf(tx, account.id, session.id)
    await updateSession(tx, session.id, { resetUntil: null })
    await removeChallenges(tx, 'link', account.id)
    const { workspaceId } = session
    await noteEvent(tx, { kind: 'password_set', accountId: account.id, workspaceId }, now)
  })
  forgetIdentities(database)
}
