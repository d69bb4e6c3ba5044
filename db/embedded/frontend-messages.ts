/** Types that end a unit of work: Sync, simple Query, Flush. The start-up packet has no type. */
const ENDS_UNIT = new Set(['S', 'Q', 'H', 'startup'])
/** Types after which a client waits for ReadyForQuery. */
const AWAITS_READY = new Set(['S', 'Q', 'startup'])

export type Unit = { bytes: Buffer; awaitsReady: boolean }

/**
 * Cuts a stream of PostgreSQL frontend messages into units that can be executed at once.
 * Stateful: keep one for each connection and give it every chunk in order.
 */
export function frontendUnits(): (chunk: Buffer) => Unit[] {
  let pending: Buffer = Buffer.alloc(0)
  let unit: Buffer[] = []
  let started = false

  return (chunk) => {
    pending = pending.length ? Buffer.concat([pending, chunk]) : chunk
    const units: Unit[] = []
    for (;;) {
      const head = started ? 1 : 0
      if (pending.length < head + 4) return units
      const length = head + pending.readInt32BE(head)
      if (pending.length < length) return units
      const type = started ? String.fromCharCode(pending[0]!) : 'startup'
      started = true
      unit.push(pending.subarray(0, length))
      pending = pending.subarray(length)
      if (type === 'X') unit = []
      if (!ENDS_UNIT.has(type)) continue
      units.push({
        bytes: unit.length === 1 ? unit[0]! : Buffer.concat(unit),
        awaitsReady: AWAITS_READY.has(type),
      })
      unit = []
    }
  }
}

const READY = 0x5a
const COMMAND_COMPLETE = 0x43
const WROTE = /^(INSERT|UPDATE|DELETE|COMMIT|COPY|CREATE|ALTER|DROP|TRUNCATE)/

/**
 * PGlite says ReadyForQuery after an error and once more at Sync; a client that pipelines then pairs answers
 * with the wrong questions. Keeps the last one, and only when the client waits for it.
 * `wrote` says whether a command in it may have reached the log.
 */
export function cleanAnswer(answer: Buffer, awaitsReady: boolean): { bytes: Buffer; wrote: boolean } {
  const kept: Buffer[] = []
  let ready: Buffer | undefined
  let wrote = false
  for (let at = 0; at < answer.length; ) {
    const length = 1 + answer.readInt32BE(at + 1)
    const message = answer.subarray(at, at + length)
    at += length
    if (message[0] === READY) ready = message
    else kept.push(message)
    if (message[0] === COMMAND_COMPLETE && WROTE.test(message.toString('latin1', 5))) wrote = true
  }
  if (ready && awaitsReady) kept.push(ready)
  return { bytes: Buffer.concat(kept), wrote }
}
