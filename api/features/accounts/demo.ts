import { insertMember } from '#api/features/members/members.repository'
import { forgetIdentities } from '#api/http/identities'
import type { Role } from '#contract/roles'
import type { Database, Queries } from '#db/client'
import { DEFAULT_WORKSPACE, withAccounts } from '#db/workspace'
import { insertAccount, removeAccount } from './accounts.repository.ts'
import { DEMO_ACCOUNTS, DEMO_IDS } from './demo-accounts.ts'
import { insertAccessToken, removeAccessTokensOf } from './tokens.repository.ts'

/** The fictitious account of a role, made if it is not there. */
export async function demoAccount(tx: Queries, role: Exclude<Role, 'visitor'>, now: Date): Promise<string> {
  const { id: accountId, name } = DEMO_ACCOUNTS[role]
  const operator = role === 'administrator'
  await insertAccount(tx, { id: accountId, name, email: null, passwordHash: null, operator }, now)
  const limits = { territories: [], families: [] }
  await insertMember(tx, { workspaceId: DEFAULT_WORKSPACE, accountId, role, limits }, now)
  return accountId
}

/** Makes the demo's accounts, and one token of a day for its observatory officer; those of earlier starts end. */
export async function openDemo(database: Database, now: Date): Promise<string> {
  const token = await withAccounts(database, async (tx) => {
    for (const role of Object.keys(DEMO_ACCOUNTS) as (keyof typeof DEMO_ACCOUNTS)[])
      await demoAccount(tx, role, now)
    const { id: accountId } = DEMO_ACCOUNTS.observatory_officer
    await removeAccessTokensOf(tx, accountId)
    const name = 'MAILLAGE_TOKEN'
    return insertAccessToken(
      tx,
      { accountId, workspaceId: DEFAULT_WORKSPACE, name, actions: null, days: 1 },
      now,
    )
  })
  forgetIdentities(database)
  return token.token
}

/** Outside the demo nobody enters by one click: its accounts go, with their sessions and tokens. */
export async function closeDemo(database: Database): Promise<void> {
  await withAccounts(database, async (tx) => {
    for (const id of DEMO_IDS) await removeAccount(tx, id)
  })
  forgetIdentities(database)
}
