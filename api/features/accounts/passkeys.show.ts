import type { Caller } from '#api/http/caller'
import type { Deps } from '#api/http/deps'
import type { Asked } from '#api/http/serve'
import type { Me } from '#contract/accounts'
import type { Queries } from '#db/client'
import { withAccounts } from '#db/workspace'
import { insertChallenge, takeChallenge } from './challenges.repository.ts'
import { enter } from './enter.ts'
import { noteEvent } from './events.repository.ts'
import { assertionOptions, challengeOf, verifyShownKey } from './passkeys.ceremonies.ts'
import { PASSKEY_MINUTES } from './passkeys.keep.ts'
import { findPasskeys, notePasskeyUse } from './passkeys.repository.ts'
import type { PasskeySite } from './passkeys.site.ts'
import { passkeyQuestionOver, passkeyRefused } from './passkeys-problems.ts'
import { findSessionById } from './sessions.repository.ts'
import { type AttemptKey, forgive, noteFailure, refuseWhenTooMany } from './throttle.ts'

/** The session that waits for its key, and the keys that it would take. Throws when nothing waits. */
async function waiting(tx: Queries, { sessionId }: Caller) {
  const session = sessionId === null ? undefined : await findSessionById(tx, sessionId)
  if (!session?.accountId || !session.awaitsPasskey) throw passkeyQuestionOver()
  return { session, accountId: session.accountId, keys: await findPasskeys(tx, session.accountId) }
}

/** What the browser needs to show one of the account's keys, for five minutes and this session. */
export async function passkeyChallenge({ database, now }: Deps, site: PasskeySite, caller: Caller) {
  const { session, accountId, keys } = await withAccounts(database, (tx) => waiting(tx, caller))
  const options = await assertionOptions(site, keys)
  const challenge = { secret: options.challenge, accountId, browser: session.id, minutes: PASSKEY_MINUTES }
  await withAccounts(database, (tx) => insertChallenge(tx, { kind: 'passkey', ...challenge }, now()))
  return options
}

/**
 * Completes a sign-in with one of the account's keys: the session is replaced by one that waits for nothing, and keeps
 * what the first step gave it. Throws `passkey_refused` or `passkey_question_over`.
 */
export async function showPasskey(
  deps: Deps,
  site: PasskeySite,
  { caller, request, reply }: Asked,
  response: Record<string, unknown>,
): Promise<Me> {
  const { database, now } = deps
  const counted = (accountId: string): AttemptKey[] => [['passkey', accountId]]
  const challenge = challengeOf(response)
  // Committed by itself: what was answered wrongly is not asked again.
  const { session, accountId, key, noted } = await withAccounts(database, async (tx) => {
    const { session, accountId, keys } = await waiting(tx, caller)
    await refuseWhenTooMany(tx, counted(accountId), now())
    const asked = await takeChallenge(tx, 'passkey', challenge, now(), session.id)
    if (asked?.accountId !== accountId) throw passkeyQuestionOver()
    const key = keys.find(({ id }) => id === response.id)
    return { session, accountId, key, noted: await noteFailure(tx, counted(accountId), now()) }
  })
  const counter = key && (await verifyShownKey(site, key, response, challenge).catch(() => undefined))
  const held = await withAccounts(database, async (tx) => {
    const held = key && counter !== undefined && (await notePasskeyUse(tx, key, counter, now()))
    const event = { kind: 'second_factor_failed', workspaceId: session.workspaceId, accountId } as const
    await (held ? forgive(tx, noted) : noteEvent(tx, event, now()))
    return held
  })
  if (!held) throw passkeyRefused()

  const { workspaceId, resetUntil, providerToken } = session
  return enter(
    deps,
    { request, reply },
    {
      accountId,
      by: 'passkey',
      ...(workspaceId && { workspaceId }),
      ...(resetUntil && { resetUntil: new Date(resetUntil) }),
      ...(providerToken && { providerToken }),
    },
  )
}
