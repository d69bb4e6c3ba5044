import { NIL } from 'uuid'
import { listMemberships } from '#api/features/members/members.repository'
import type { Deps } from '#api/http/deps'
import { withAccounts } from '#db/workspace'
import { findAccountByEmail, normalEmail, updateAccount } from './accounts.repository.ts'
import { wrongSignIn } from './accounts-problems.ts'
import { noteEvent } from './events.repository.ts'
import { hashPassword, isOutdated, isPassword } from './passwords.ts'
import { type AttemptKey, forgive, forgiveAll, noteFailure, refuseWhenTooMany } from './throttle.ts'

/**
 * The account that an address and a password open. A wrong password and an unknown address take as long and get the
 * same answer. A try counts as a failure until it proves right, so that tries sent together are all counted.
 */
export async function checkPassword(
  { database, now: clock }: Deps,
  { email, password }: { email: string; password: string },
  address: string,
): Promise<string> {
  const now = clock()
  const byAccount: AttemptKey = ['account', normalEmail(email)]
  const keys: AttemptKey[] = [byAccount, ['network', address]]
  const { account, noted } = await withAccounts(database, async (tx) => {
    await refuseWhenTooMany(tx, keys, now)
    return { account: await findAccountByEmail(tx, email), noted: await noteFailure(tx, keys, now) }
  })
  const right = await isPassword(password, account?.passwordHash)
  await withAccounts(database, async (tx) => {
    if (!right) {
      // Asked for an unknown account too, which must not be told by the time that it takes.
      const [first] = await listMemberships(tx, account?.id ?? NIL)
      const of = { accountId: account?.id ?? null, workspaceId: first?.id ?? null }
      return noteEvent(tx, { kind: 'sign_in_failed', ...of }, now)
    }
    await forgive(tx, noted)
    await forgiveAll(tx, byAccount)
  })
  if (!account || !right) throw wrongSignIn()
  if (account.passwordHash && isOutdated(account.passwordHash)) {
    const passwordHash = await hashPassword(password)
    await withAccounts(database, (tx) => updateAccount(tx, account.id, { passwordHash }))
  }
  return account.id
}
