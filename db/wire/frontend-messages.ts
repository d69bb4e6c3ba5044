/** Types that end a unit of work: Sync, simple Query, Flush. The start-up packet has no type. */
const ENDS_UNIT = new Set(['S', 'Q', 'H', 'startup'])
/** Types after which a client waits for ReadyForQuery. */
const AWAITS_READY = new Set(['S', 'Q', 'startup'])

export type FrontendMessage = { type: string; bytes: Buffer }

/** Cuts a stream of PostgreSQL frontend messages. Stateful: keep one for each connection. */
export function frontendMessages(): (chunk: Buffer) => FrontendMessage[] {
  let pending: Buffer = Buffer.alloc(0)
  let started = false

  return (chunk) => {
    pending = pending.length ? Buffer.concat([pending, chunk]) : chunk
    const messages: FrontendMessage[] = []
    for (;;) {
      const head = started ? 1 : 0
      if (pending.length < head + 4) return messages
      const length = head + pending.readInt32BE(head)
      if (pending.length < length) return messages
      const type = started ? String.fromCharCode(pending[0]!) : 'startup'
      started = true
      messages.push({ type, bytes: pending.subarray(0, length) })
      pending = pending.subarray(length)
    }
  }
}

/** Whether the client waits for ReadyForQuery after this message; undefined when it ends no unit of work. */
export const awaitsReady = (type: string): boolean | undefined =>
  ENDS_UNIT.has(type) ? AWAITS_READY.has(type) : undefined

const ENDS_TRANSACTION = /^\s*(commit|end|rollback|abort)\b(?!\s+(work\s+|transaction\s+)?to\b)/i
const NUL = 0

/**
 * Whether a message asks for the end of a transaction, be it by the name of a statement prepared before.
 * Stateful: give it every message of a connection.
 */
export function transactionEnds(): (message: FrontendMessage) => boolean {
  const names = new Set<string>()
  const asks = (bytes: Buffer, at: number) => ENDS_TRANSACTION.test(bytes.toString('latin1', at, at + 40))

  return ({ type, bytes }) => {
    if (type === 'Q') return asks(bytes, 5)
    if (type !== 'P' && type !== 'B') return false
    // Parse begins with the statement's name; Bind with the portal's, then the statement's.
    const from = type === 'P' ? 5 : bytes.indexOf(NUL, 5) + 1
    const to = bytes.indexOf(NUL, from)
    const name = bytes.toString('latin1', from, to)
    if (type === 'B') return names.has(name)
    if (!asks(bytes, to + 1)) return false
    names.add(name)
    return true
  }
}

export type Unit = { bytes: Buffer; awaitsReady: boolean }

/** Cuts the same stream into units that can be executed at once. Stateful, like {@link frontendMessages}. */
export function frontendUnits(): (chunk: Buffer) => Unit[] {
  const cut = frontendMessages()
  let unit: Buffer[] = []

  return (chunk) => {
    const units: Unit[] = []
    for (const { type, bytes } of cut(chunk)) {
      if (type === 'X') unit = []
      else unit.push(bytes)
      const awaits = awaitsReady(type)
      if (awaits === undefined) continue
      units.push({ bytes: unit.length === 1 ? unit[0]! : Buffer.concat(unit), awaitsReady: awaits })
      unit = []
    }
    return units
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
