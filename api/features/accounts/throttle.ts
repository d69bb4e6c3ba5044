import { LONGEST_WINDOW, networkOf, secondsToWait, THROTTLES, type Throttled } from '#api/domain/throttle'
import { tooManyAttempts } from '#api/http/problems'
import { hashOf } from '#api/http/secret'
import type { Queries } from '#db/client'
import { insertAttempts, lockAttempts, removeAttempts, removeAttemptsUnder } from './attempts.repository.ts'

/** What a try is counted under: what it is, and whose. `['account', email]`, `['network', request.ip]`. */
export type AttemptKey = readonly [what: Throttled, whose: string]

/** Whatever is named by an address of the network: all but accounts and messages. */
const BY_NETWORK: ReadonlySet<Throttled> = new Set(['network', 'setup', 'invitation', 'link', 'visit'])

/** Neither an address nor a network is kept in clear. */
const keyOf = ([what, whose]: AttemptKey): string =>
  `${what} ${hashOf(BY_NETWORK.has(what) ? networkOf(whose) : whose).toString('base64url')}`

const horizon = (now: Date) => new Date(now.getTime() - LONGEST_WINDOW)

/**
 * Throws {@link tooManyAttempts} when one of the keys has failed too often. Other tries under the same keys wait until
 * this transaction ends, so that guesses sent together are counted one by one.
 */
export async function refuseWhenTooMany(tx: Queries, keys: readonly AttemptKey[], now: Date): Promise<void> {
  const failures = await lockAttempts(tx, keys.map(keyOf), horizon(now))
  const waits = keys.map((key) =>
    secondsToWait(THROTTLES[key[0]], failures.get(keyOf(key)) ?? [], now.getTime()),
  )
  const seconds = Math.max(0, ...waits)
  if (seconds > 0) throw tooManyAttempts(seconds)
}

/**
 * Counts a failure under each key. It must be committed: throw the refusal after the transaction, not in it.
 * What takes time to judge is counted first and taken back with {@link forgive} once it was right.
 */
export const noteFailure = (tx: Queries, keys: readonly AttemptKey[], now: Date): Promise<string[]> =>
  insertAttempts(tx, keys.map(keyOf), now, horizon(now))

/** Takes back what {@link noteFailure} counted. */
export const forgive = (tx: Queries, noted: readonly string[]) => removeAttempts(tx, noted)

/** Forgets every failure under one key: its owner has come. */
export const forgiveAll = (tx: Queries, key: AttemptKey) => removeAttemptsUnder(tx, keyOf(key))
