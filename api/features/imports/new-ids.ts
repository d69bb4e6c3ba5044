import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const ID_BYTES = 16
const POOL = new Uint8Array(ID_BYTES * 1_024)
let used = POOL.length
let last = { msecs: 0, seq: 0 }

/**
 * A UUID v7, later ones greater: neighbours in an index. Hundreds of thousands of them share their calls for random
 * bytes, which otherwise take as long as comparing an actor (measured).
 */
export function newId(): string {
  if (used === POOL.length) {
    randomFillSync(POOL)
    used = 0
  }
  const random = POOL.subarray(used, used + ID_BYTES)
  used += ID_BYTES
  const now = Date.now()
  last = now > last.msecs ? { msecs: now, seq: 0 } : { ...last, seq: last.seq + 1 }
  return v7({ random, ...last })
}
