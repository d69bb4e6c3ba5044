import { EventEmitter } from 'node:events'
import type { Duplex } from 'node:stream'
import {
  ERROR,
  errorResponse,
  isFatal,
  isInTransaction,
  readyForQuery,
  wholeMessages,
} from './backend-messages.ts'
import { awaitsReady, frontendMessages, transactionEnds } from './frontend-messages.ts'

const LOST = errorResponse('08006', 'The connection to the database was lost')
/** The driver begins each connection with its start-up packet, then asks for the array types. */
const BEGUN = 2

/**
 * What postgres.js takes for its socket. It lives as long as the driver wants it to, whatever becomes of the
 * backend behind it.
 *
 * postgres.js crashes the process or hangs for ever when a socket closes under a transaction or under a query that
 * it has not flushed yet, and lets the rest of a transaction run on the next connection (porsager/postgres#1154,
 * #1189, #1208, #1216). So when the backend goes away this does not close: it answers every unit of work, those
 * waiting and all those to come, with an error of class 08, and calls `onLost` so that nothing new is sent here.
 * Only while a connection begins, when the driver keeps nothing on it, is a loss told as a loss.
 */
export class SteadyConnection extends EventEmitter {
  readonly #wire: Duplex | null
  readonly #onLost: () => void
  readonly #sent = frontendMessages()
  readonly #endsTransaction = transactionEnds()
  /** Units not answered yet. */
  #pending: { awaitsReady: boolean; ends: boolean }[] = []
  /** Whether the unit that is not complete asks for the end of the transaction. */
  #ends = false
  /** An error was said: the backend passes over everything until the client waits for ReadyForQuery. */
  #failed = false
  #answered = 0
  /** A driver that waits in a transaction must believe that it is still in it, and keep the connection for it. */
  #inTransaction = false
  #lost: Error | undefined
  #ending = false
  #closed = false

  /** `wire` is open, or the reason why it could not be. */
  constructor(wire: Duplex | Error, onLost: () => void) {
    super()
    this.#onLost = onLost
    this.#wire = wire instanceof Error ? null : wire
    if (wire instanceof Error) {
      this.#lost = unreachable(wire)
      return
    }
    const whole = wholeMessages((message) => this.#passes(message))
    wire.on('data', (chunk: Buffer) => {
      for (const part of whole(chunk)) if (!this.#closed) this.emit('data', part)
    })
    wire.on('error', (error) => this.#gone(error))
    wire.on('close', () => this.#gone(new Error('The database closed the connection')))
  }

  get readyState(): 'open' | 'closed' {
    return this.#lost || this.#closed ? 'closed' : 'open'
  }

  /** Never asks to wait: at `drain`, the driver would hand an idle transaction's connection to somebody else. */
  write(chunk: Buffer, written?: () => void): true {
    for (const message of this.#sent(chunk)) {
      if (this.#endsTransaction(message)) this.#ends = true
      const awaits = awaitsReady(message.type)
      if (awaits === undefined) continue
      this.#pending.push({ awaitsReady: awaits, ends: this.#ends })
      this.#ends = false
    }
    if (!this.#lost) this.#wire!.write(chunk, written)
    else {
      written?.()
      // The driver forgets what it has written only after this returns.
      setImmediate(() => this.#settle())
    }
    return true
  }

  end(farewell: Buffer): void {
    this.#ending = true
    this.#wire?.end(farewell, () => this.#wire?.destroy())
  }

  destroy(): void {
    this.#ending = true
    if (this.#lost) setImmediate(() => this.#close())
    else this.#wire!.destroy()
  }

  #passes(message: Buffer): boolean {
    if (message[0] === ERROR) {
      // A backend's last words may belong to no query, or to one the driver has not sent yet.
      if (this.#answered && isFatal(message)) return false
      this.#failed = true
      return true
    }
    this.#answered++
    this.#failed = false
    this.#inTransaction = isInTransaction(message)
    this.#pending.splice(0, this.#pending.findIndex((unit) => unit.awaitsReady) + 1)
    return true
  }

  #gone(error: Error): void {
    if (this.#lost || this.#closed) return
    this.#lost = unreachable(error)
    if (this.#ending) this.#close()
    else if (this.#answered >= BEGUN) this.#onLost()
    this.#settle()
  }

  #settle(): void {
    if (!this.#pending.length || this.#closed) return
    if (this.#answered >= BEGUN) this.#refuse()
    else {
      // Before the array types are there the driver begins again by itself, if it is not told of an error.
      if (!this.#answered) this.emit('error', this.#lost)
      this.#close()
    }
  }

  #refuse(): void {
    const answers: Buffer[] = []
    for (const unit of this.#pending) {
      if (!this.#failed) answers.push(LOST)
      if (unit.ends) this.#inTransaction = false
      if (unit.awaitsReady) answers.push(readyForQuery(this.#inTransaction))
      this.#failed = !unit.awaitsReady
    }
    this.#pending = []
    if (answers.length) this.emit('data', Buffer.concat(answers))
  }

  #close(): void {
    if (this.#closed) return
    this.#closed = true
    this.emit('close', this.#answered === 0)
  }
}

const unreachable = (cause: Error): Error =>
  Object.assign(new Error(`The database cannot be reached: ${cause.message}`, { cause }), { code: '08001' })
