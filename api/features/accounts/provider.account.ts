import type { Queries } from '#db/client'
import { insertAccount } from './accounts.repository.ts'
import { noteEvent } from './events.repository.ts'
import type { Vouched } from './provider.client.ts'
import { insertIdentity, lockIdentity } from './provider.repository.ts'

/**
 * The account of whom a provider vouches for; a new one, in no workspace, when it is the first time. The address that
 * the provider tells never leads to an account: whoever can have it written there would enter in another's place. It is
 * kept if no other account has it.
 */
export async function accountOf(tx: Queries, vouched: Vouched, now: Date): Promise<string> {
  const { issuer, subject, name, email } = vouched
  const known = await lockIdentity(tx, { issuer, subject })
  if (known) return known
  const account = { name, passwordHash: null }
  const accountId =
    (await insertAccount(tx, { ...account, email }, now)) ??
    (await insertAccount(tx, { ...account, email: null }, now))!
  await insertIdentity(tx, { issuer, subject, accountId })
  await noteEvent(tx, { kind: 'account_created', accountId, detail: { by: 'provider' } }, now)
  return accountId
}
