import { insertMember } from '#api/features/members/members.repository'
import { updateWorkspace } from '#api/features/members/workspaces.repository'
import type { Deps } from '#api/http/deps'
import type { accountEndpoints } from '#contract/accounts'
import type { EndpointRequest } from '#contract/endpoint'
import type { Database } from '#db/client'
import { DEFAULT_WORKSPACE, withAccounts } from '#db/workspace'
import { insertAccount } from './accounts.repository.ts'
import { emailTaken, setupClosed } from './accounts-problems.ts'
import { findChallenge, insertChallenge, removeChallenges, takeChallenge } from './challenges.repository.ts'
import { noteEvent } from './events.repository.ts'
import { isEmpty } from './me.ts'
import { hashPassword, refuseWeak } from './passwords.ts'
import { type AttemptKey, noteFailure, refuseWhenTooMany } from './throttle.ts'

const DAY_MINUTES = 24 * 60

/** The secret of a new set-up link, which ends the one before; null once somebody has an account. */
export const newSetupSecret = (database: Database, now: Date): Promise<string | null> =>
  withAccounts(database, async (tx) => {
    if (!(await isEmpty(tx, {}))) return null
    await removeChallenges(tx, 'setup')
    return insertChallenge(tx, { kind: 'setup', minutes: DAY_MINUTES }, now)
  })

/**
 * Creates the first administrator, who is the server's operator, and names the workspace. Answers with the account.
 * The link serves once, whoever holds it at the same time.
 */
export async function setUp(
  deps: Deps,
  { body }: EndpointRequest<typeof accountEndpoints.setUp>,
  address: string,
): Promise<string> {
  const { secret, workspace, name, email, password } = body
  const { database } = deps
  const now = deps.now()
  const keys: AttemptKey[] = [['setup', address]]
  const open = await withAccounts(database, async (tx) => {
    await refuseWhenTooMany(tx, keys, now)
    const found = await findChallenge(tx, 'setup', secret, now)
    if (!found) await noteFailure(tx, keys, now)
    return found !== undefined && (await isEmpty(tx, deps))
  })
  if (!open) throw setupClosed()
  await refuseWeak(password, [name, email, workspace.name])
  const passwordHash = await hashPassword(password)
  return withAccounts(database, async (tx) => {
    if (!(await takeChallenge(tx, 'setup', secret, now)) || !(await isEmpty(tx, deps))) throw setupClosed()
    const accountId = await insertAccount(tx, { name, email, passwordHash, operator: true }, now)
    if (!accountId) throw emailTaken()
    const limits = { territories: [], families: [] }
    await insertMember(tx, { workspaceId: DEFAULT_WORKSPACE, accountId, role: 'administrator', limits }, now)
    await updateWorkspace(tx, DEFAULT_WORKSPACE, workspace)
    await noteEvent(tx, { kind: 'set_up', workspaceId: DEFAULT_WORKSPACE, accountId }, now)
    return accountId
  })
}
