import { LONGEST_WINDOW, networkOf, secondsToWait, type Throttle } from '#api/domain/throttle'
import { insertAttempts, lockAttempts } from '#api/features/accounts/attempts.repository'
import { tooManyAttempts } from '#api/http/problems'
import { hashOf } from '#api/http/secret'
import type { Database } from '#db/client'
import { withAccounts } from '#db/workspace'

const HOUR = 3_600_000
/** Proposals of visitors from one network in one workspace. */
const VISITORS: Throttle = { free: 20, window: HOUR, first: HOUR / 20, longest: HOUR }

/**
 * Counts a visitor's proposal. Throws {@link tooManyAttempts} past 20 an hour from one address: whoever moderates must
 * not drown.
 */
export async function countVisitorProposal(
  database: Database,
  workspaceId: string,
  address: string,
  now: Date,
): Promise<void> {
  const key = `proposal ${hashOf(`${workspaceId} ${networkOf(address)}`).toString('base64url')}`
  const horizon = new Date(now.getTime() - LONGEST_WINDOW)
  const seconds = await withAccounts(database, async (tx) => {
    const counted = await lockAttempts(tx, [key], horizon)
    const wait = secondsToWait(VISITORS, counted.get(key) ?? [], now.getTime())
    if (wait === 0) await insertAttempts(tx, [key], now, horizon)
    return wait
  })
  if (seconds > 0) throw tooManyAttempts(seconds)
}
