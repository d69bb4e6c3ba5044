import { withdrawInvitationsOf } from '#api/features/members/invitations.repository'
import { listMemberships, lockAdministrators } from '#api/features/members/members.repository'
import { forgetEventsOf } from '#api/features/privacy/person-accounts.repository'
import type { Caller } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import { forgetIdentities } from '#api/http/identities'
import { lastAdministrator } from '#api/http/problems'
import { withAccounts } from '#db/workspace'
import { removeAccount } from './accounts.repository.ts'
import { confirmPassword } from './confirm-password.ts'
import { noteEvent } from './events.repository.ts'
import { requireOwner } from './owner.ts'

/**
 * Erases the account of who asks: name, address, identities, passkeys, tokens, sessions and memberships go; what it
 * wrote stays under an id that leads to nobody. Throws `last_administrator` when a workspace would have none left.
 */
export async function eraseAccount(
  { database, now: clock }: Deps,
  caller: Caller,
  password: string | undefined,
): Promise<void> {
  const now = clock()
  const { account } = await withAccounts(database, (tx) => requireOwner(tx, caller))
  if (account.passwordHash !== null) await confirmPassword(database, account, password ?? '', now)
  await withAccounts(database, async (tx) => {
    for (const { id, role } of await listMemberships(tx, account.id)) {
      if (role === 'administrator' && (await lockAdministrators(tx, id)).length < 2) throw lastAdministrator()
      await withdrawInvitationsOf(tx, id, account.id, [])
      await noteEvent(tx, { kind: 'account_erased', workspaceId: id }, now)
    }
    await removeAccount(tx, account.id)
    await forgetEventsOf(tx, [account.id])
  })
  forgetIdentities(database)
}
