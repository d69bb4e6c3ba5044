const HEADER = 5
export const ERROR = 0x45
const READY = 0x5a

/**
 * Lets whole messages of a PostgreSQL backend through and holds one that is not complete: if the connection
 * breaks in the middle of a row, what we say next must not be read as the rest of it. Nothing is copied.
 * `keep` sees every error and every ReadyForQuery, in order, and decides whether it goes on.
 * Stateful: keep one for each connection.
 */
export function wholeMessages(keep: (message: Buffer) => boolean): (chunk: Buffer) => Buffer[] {
  let held: Buffer[] = []
  /** Bytes to come of the message held; 0 while its header is incomplete. */
  let missing = 0
  const isKept = (type: number, message: () => Buffer) =>
    (type !== ERROR && type !== READY) || keep(message())

  return (arrived) => {
    const whole: Buffer[] = []
    let chunk = arrived
    let at = 0
    if (held.length && !missing) {
      chunk = Buffer.concat([...held, chunk])
      held = []
    } else if (held.length) {
      held.push(chunk.subarray(0, missing))
      at = Math.min(missing, chunk.length)
      missing -= at
      if (missing) return whole
      if (isKept(held[0]![0]!, () => Buffer.concat(held))) whole.push(...held)
      held = []
    }
    let from = at
    while (at + HEADER <= chunk.length) {
      const end = at + 1 + chunk.readUInt32BE(at + 1)
      if (end > chunk.length) break
      const begin = at
      if (!isKept(chunk[at]!, () => chunk.subarray(begin, end))) {
        if (at > from) whole.push(chunk.subarray(from, at))
        from = end
      }
      at = end
    }
    if (at > from) whole.push(chunk.subarray(from, at))
    if (at < chunk.length) {
      held = [chunk.subarray(at)]
      const there = chunk.length - at
      missing = there < HEADER ? 0 : 1 + chunk.readUInt32BE(at + 1) - there
    }
    return whole
  }
}

/** The end of the world, as PostgreSQL says it: the connection will be closed. */
export const isFatal = (message: Buffer): boolean =>
  message[0] === ERROR && (message.includes('VFATAL\0') || message.includes('VPANIC\0'))

/** An ErrorResponse with one of PostgreSQL's own codes. */
export function errorResponse(code: string, text: string): Buffer {
  const fields = Buffer.from(`SERROR\0VERROR\0C${code}\0M${text}\0\0`)
  const head = Buffer.alloc(HEADER)
  head[0] = ERROR
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
}

const IDLE = 0x49
const FAILED_TRANSACTION = 0x45

export const isInTransaction = (ready: Buffer): boolean => ready[HEADER] !== IDLE
export const readyForQuery = (inFailedTransaction: boolean): Buffer =>
  Buffer.from([READY, 0, 0, 0, 5, inFailedTransaction ? FAILED_TRANSACTION : IDLE])
