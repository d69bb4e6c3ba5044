import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { FromWorker, ToWorker, WorkerInput } from './embedded.worker.ts'

export type EmbeddedOptions = {
  /** Where the database lives; null keeps it in memory. */
  directory: string | null
  /** A dumped directory to begin with, instead of an empty one. */
  archive?: Uint8Array | null
  /** Milliseconds that one statement may take before the worker is killed and opened again. */
  timeLimit: number
}

/**
 * PGlite + PostGIS in a worker thread, reached through PostgreSQL's own protocol: the application speaks to it
 * with the same driver as to a server, and no query can block HTTP. It has one connection.
 *
 * PGlite ignores `statement_timeout`, so a watchdog ends a statement past the limit with its whole worker:
 * the connection closes, waiting queries are refused, and the next one finds the database open again with
 * every committed row.
 */
export class Embedded {
  readonly #options: EmbeddedOptions
  #worker: Promise<Worker>
  #connection: Duplex | undefined
  #current: Worker | undefined
  #closing = false

  constructor(options: EmbeddedOptions) {
    this.#options = options
    this.#worker = this.#spawn(options.archive ?? null)
  }

  /** Resolves once the database answers; rejects when it cannot be opened. */
  async opened(): Promise<void> {
    await this.#worker
  }

  /** A fresh connection, the only one. Rejects when the database cannot be opened; asking again tries again. */
  async connect(): Promise<Duplex> {
    this.#worker = this.#worker.catch(() => this.#spawn(null))
    const worker = await this.#worker
    await ask(worker, { connect: true }, (answer) => 'ready' in answer)
    this.#connection = this.#bridge(worker)
    return this.#connection
  }

  /** The whole directory as a gzipped tar: another database can begin with it. */
  async dump(): Promise<Uint8Array> {
    const answer = await ask(await this.#worker, { dump: true }, (message) => 'dumped' in message)
    return (answer as { dumped: Uint8Array }).dumped
  }

  async close(): Promise<void> {
    this.#closing = true
    this.#connection?.destroy()
    await this.#worker.then((worker) => worker.terminate()).catch(() => {})
  }

  async #spawn(archive: Uint8Array | null): Promise<Worker> {
    const input: WorkerInput = { directory: this.#options.directory, archive }
    const worker = new Worker(new URL('./embedded.worker.ts', import.meta.url), { workerData: input })
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve())
      worker.once('error', reject)
      worker.once('exit', (code) =>
        reject(new Error(`The embedded database stopped while opening (${code})`)),
      )
    })
    let why = 'it stopped'
    worker.on('error', (error: Error) => {
      why = error.message
    })
    worker.once('exit', () => this.#restart(worker, why))
    this.#current = worker
    return worker
  }

  #restart(worker: Worker, why: string): void {
    if (this.#closing || worker !== this.#current) return
    this.#current = undefined
    this.#worker = worker.terminate().then(() => this.#spawn(null))
    // Whoever connects next is told when it cannot be opened.
    this.#worker.catch(() => {})
    this.#connection?.destroy(new Error(`The embedded database was restarted: ${why}`))
  }

  #bridge(worker: Worker): Duplex {
    let outstanding = 0
    let watchdog: NodeJS.Timeout | undefined
    const watch = () => {
      clearTimeout(watchdog)
      if (!outstanding) return
      watchdog = setTimeout(
        () => this.#restart(worker, 'a statement passed its time limit'),
        this.#options.timeLimit,
      )
    }
    const listen = (message: FromWorker) => {
      if ('answer' in message) duplex.push(message.answer)
      else if ('done' in message) outstanding--
      watch()
    }
    const duplex = new Duplex({
      read() {},
      write(chunk: Buffer, _encoding, written) {
        outstanding++
        watch()
        worker.postMessage({ chunk } satisfies ToWorker)
        written()
      },
      destroy(error, closed) {
        clearTimeout(watchdog)
        worker.off('message', listen)
        closed(error)
      },
    })
    worker.on('message', listen)
    return duplex
  }
}

const ask = (worker: Worker, question: ToWorker, isAnswer: (message: FromWorker) => boolean) =>
  new Promise<FromWorker>((resolve, reject) => {
    const settle = (message: FromWorker) => {
      if (!isAnswer(message)) return
      worker.off('message', settle)
      worker.off('exit', gone)
      resolve(message)
    }
    const gone = () => reject(new Error('The embedded database stopped'))
    worker.on('message', settle)
    worker.once('exit', gone)
    worker.postMessage(question)
  })
