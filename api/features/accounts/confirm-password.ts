import type { Database } from '#db/client'
import { withAccounts } from '#db/workspace'
import { wrongPassword } from './accounts-problems.ts'
import { isPassword } from './passwords.ts'
import { type AttemptKey, forgive, noteFailure, refuseWhenTooMany } from './throttle.ts'

/** Throws `wrong_password`, and counts it, when it is not the password of an account that has one. */
export async function confirmPassword(
  database: Database,
  { id, passwordHash }: { id: string; passwordHash: string | null },
  password: string,
  now: Date,
): Promise<void> {
  const keys: AttemptKey[] = [['account', id]]
  const noted = await withAccounts(database, async (tx) => {
    await refuseWhenTooMany(tx, keys, now)
    return noteFailure(tx, keys, now)
  })
  if (!(await isPassword(password, passwordHash))) throw wrongPassword()
  await withAccounts(database, (tx) => forgive(tx, noted))
}
