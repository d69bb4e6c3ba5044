import { closeSync, fsyncSync, openSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { fuzzystrmatch } from '@electric-sql/pglite/contrib/fuzzystrmatch'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { postgis } from '@electric-sql/pglite-postgis'
import { cleanAnswer, frontendUnits } from '../wire/frontend-messages.ts'

export type WorkerInput = { directory: string | null; archive: Uint8Array | null }
export type ToWorker = { connect: true } | { chunk: Uint8Array } | { dump: true }
export type FromWorker = { ready: true } | { answer: Uint8Array } | { done: true } | { dumped: Uint8Array }

const { directory, archive } = workerData as WorkerInput
const post = (message: FromWorker) => parentPort!.postMessage(message)

const database = await PGlite.create({
  ...(directory && { dataDir: directory }),
  ...(archive && { loadDataDir: new Blob([archive as Uint8Array<ArrayBuffer>]) }),
  extensions: { postgis, pg_trgm, unaccent, btree_gist, fuzzystrmatch },
})

/** PGlite runs with fsync off: flushing the log ourselves leaves a power cut little to take. */
function flushLog(): void {
  if (!directory) return
  const wal = join(directory, 'pg_wal')
  let newest = ''
  let latest = 0
  for (const name of readdirSync(wal)) {
    if (name.length !== 24) continue
    const { mtimeMs } = statSync(join(wal, name))
    if (mtimeMs >= latest) [newest, latest] = [name, mtimeMs]
  }
  if (!newest) return
  const file = openSync(join(wal, newest), 'r')
  fsyncSync(file)
  closeSync(file)
}

function simpleQuery(statement: string): Buffer {
  const message = Buffer.alloc(statement.length + 6)
  message.write('Q')
  message.writeInt32BE(statement.length + 5, 1)
  message.write(statement, 5, 'latin1')
  return message
}

let units = frontendUnits()

parentPort!.on('message', (message: ToWorker) => {
  if ('dump' in message) {
    database
      .dumpDataDir('gzip')
      .then(async (blob) => post({ dumped: new Uint8Array(await blob.arrayBuffer()) }))
    return
  }
  if ('connect' in message) {
    // A new connection inherits nothing of the last one, which may have died in a transaction.
    units = frontendUnits()
    for (const statement of ['ROLLBACK', 'DISCARD ALL']) database.execProtocolRawSync(simpleQuery(statement))
    post({ ready: true })
    return
  }
  for (const { bytes, awaitsReady } of units(Buffer.from(message.chunk))) {
    const answer = cleanAnswer(Buffer.from(database.execProtocolRawSync(bytes)), awaitsReady)
    if (answer.wrote) flushLog()
    if (answer.bytes.length) post({ answer: answer.bytes })
  }
  post({ done: true })
})

post({ ready: true })
