import { type findInvitation, removeInvitation } from '#api/features/members/invitations.repository'
import { insertMember } from '#api/features/members/members.repository'
import type { Deps } from '#api/http/deps'
import type { EndpointRequest } from '#contract/endpoint'
import type { memberEndpoints } from '#contract/members'
import type { Queries } from '#db/client'
import { withAccounts } from '#db/workspace'
import { findAccountByEmail, insertAccount } from './accounts.repository.ts'
import { alreadyMember, emailTaken, invitationClosed } from './accounts-problems.ts'
import { noteEvent } from './events.repository.ts'
import { hashPassword, refuseWeak } from './passwords.ts'

type Invited = NonNullable<Awaited<ReturnType<typeof findInvitation>>>
type NewAccount = NonNullable<EndpointRequest<typeof memberEndpoints.acceptInvitation>['body']['account']>

/** Makes an account a member as its invitation says, and uses the invitation up. */
export async function join(tx: Queries, invited: Invited, accountId: string, now: Date): Promise<void> {
  const { id, workspaceId, role, limits } = invited
  if (!(await removeInvitation(tx, workspaceId, id))) throw invitationClosed()
  if (!(await insertMember(tx, { workspaceId, accountId, role, limits }, now))) throw alreadyMember()
  await noteEvent(tx, { kind: 'invitation_accepted', workspaceId, accountId, detail: { role } }, now)
}

/** Creates the account of somebody who is invited. Answers with its id. */
export async function joinAnew(
  { database, now: clock }: Deps,
  invited: Invited,
  { name, email, password }: NewAccount,
): Promise<string> {
  const now = clock()
  const taken = await withAccounts(database, (tx) => findAccountByEmail(tx, email))
  if (taken) throw emailTaken()
  await refuseWeak(password, [name, email, invited.workspace])
  const passwordHash = await hashPassword(password)
  return withAccounts(database, async (tx) => {
    const accountId = await insertAccount(tx, { name, email, passwordHash }, now)
    if (!accountId) throw emailTaken()
    await noteEvent(tx, { kind: 'account_created', workspaceId: invited.workspaceId, accountId }, now)
    await join(tx, invited, accountId, now)
    return accountId
  })
}
