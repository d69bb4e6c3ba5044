import type { Caller } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import { forgetIdentities } from '#api/http/identities'
import type { Passkey } from '#contract/accounts'
import { withAccounts } from '#db/workspace'
import { insertChallenge, takeChallenge } from './challenges.repository.ts'
import { DEMO_IDS } from './demo-accounts.ts'
import { noteEvent } from './events.repository.ts'
import { requireOwner, requireRecent } from './owner.ts'
import { challengeOf, registrationOptions, verifyNewKey } from './passkeys.ceremonies.ts'
import { deletePasskey, findPasskeys, insertPasskey, toPasskey } from './passkeys.repository.ts'
import type { PasskeySite } from './passkeys.site.ts'
import {
  passkeyAlreadyAdded,
  passkeyNotFound,
  passkeyNotInDemo,
  passkeyQuestionOver,
} from './passkeys-problems.ts'
import { endSessionsOf } from './sessions.repository.ts'

/** Minutes to answer what a browser's dialog asks. */
export const PASSKEY_MINUTES = 5

/** What the browser needs to make a key, for five minutes and this session. */
export async function newPasskeyOptions({ database, now }: Deps, site: PasskeySite, caller: Caller) {
  const { account, session, keys } = await withAccounts(database, async (tx) => {
    const owner = await requireOwner(tx, caller)
    if (DEMO_IDS.includes(owner.account.id)) throw passkeyNotInDemo()
    requireRecent(owner.session, now())
    return { ...owner, keys: await findPasskeys(tx, owner.account.id) }
  })
  const options = await registrationOptions(site, account, keys)
  const challenge = {
    secret: options.challenge,
    accountId: account.id,
    browser: session.id,
    minutes: PASSKEY_MINUTES,
  }
  await withAccounts(database, (tx) => insertChallenge(tx, { kind: 'new_passkey', ...challenge }, now()))
  return options
}

/**
 * Adds the key that the browser made and ends the account's other sessions. Throws `sign_in_again`, `passkey_refused`,
 * `passkey_question_over`, `passkey_already_added`.
 */
export async function addPasskey(
  { database, now }: Deps,
  site: PasskeySite,
  caller: Caller,
  { name, response }: { name: string; response: Record<string, unknown> },
): Promise<Passkey[]> {
  const challenge = challengeOf(response)
  // Committed by itself: what was answered wrongly is not asked again.
  const accountId = await withAccounts(database, async (tx) => {
    const { account, session } = await requireOwner(tx, caller)
    const asked = await takeChallenge(tx, 'new_passkey', challenge, now(), session.id)
    if (asked?.accountId !== account.id) throw passkeyQuestionOver()
    return account.id
  })
  const key = await verifyNewKey(site, response, challenge)
  const keys = await withAccounts(database, async (tx) => {
    const added = await insertPasskey(tx, {
      id: key.id,
      accountId,
      name,
      publicKey: Buffer.from(key.publicKey),
      counter: key.counter,
      transports: key.transports ?? null,
      createdAt: now().toISOString(),
    })
    if (!added) throw passkeyAlreadyAdded()
    await endSessionsOf(tx, accountId, caller.sessionId ?? undefined)
    await noteEvent(tx, { kind: 'passkey_added', workspaceId: caller.workspaceId, accountId }, now())
    return findPasskeys(tx, accountId)
  })
  forgetIdentities(database)
  return keys.map(toPasskey)
}

export async function removePasskey({ database, now }: Deps, caller: Caller, id: string): Promise<Passkey[]> {
  const keys = await withAccounts(database, async (tx) => {
    const { account, session } = await requireOwner(tx, caller)
    requireRecent(session, now())
    const accountId = account.id
    if (!(await deletePasskey(tx, accountId, id))) throw passkeyNotFound(id)
    await endSessionsOf(tx, accountId, session.id)
    const left = await findPasskeys(tx, accountId)
    const event = { kind: 'passkey_removed', workspaceId: caller.workspaceId, accountId } as const
    await noteEvent(tx, { ...event, detail: { last: left.length === 0 } }, now())
    return left
  })
  forgetIdentities(database)
  return keys.map(toPasskey)
}
