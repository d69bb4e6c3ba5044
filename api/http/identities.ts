import { LRUCache } from 'lru-cache'
import type { Database } from '#db/client'
import type { Caller } from './caller.ts'

/** Who a credential stands for, and when it was read; no caller when it stands for nobody. */
type Known = { caller: Caller | undefined; readAt: number }

const MOST = 5_000
const known = new WeakMap<Database, LRUCache<string, Known>>()

/** What this process knows of credentials, by their kind and text. */
export const identitiesOf = (database: Database): LRUCache<string, Known> => {
  const cache = known.get(database) ?? new LRUCache<string, Known>({ max: MOST })
  known.set(database, cache)
  return cache
}

/** To be called after every change of a session, a token or a member: it counts from the next request on. */
export const forgetIdentities = (database: Database): void => identitiesOf(database).clear()
