import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ReadContext, ReaderMessage } from '#api/domain/import-draft'
import { type RemarkCode, refusal } from '#api/domain/import-remarks'
import type { ReaderOrder } from './reader.child.ts'

const CHILD = fileURLToPath(new URL('./reader.child.ts', import.meta.url))

/** Largest contours need about 200 MB; a file that needs more than this is not read. */
const MEMORY_MB = 512
const TIME_LIMIT_MS = 15 * 60_000

/** The next message, or why there will be none. */
const answerOf = (child: ChildProcess): Promise<ReaderMessage | { exit: number | NodeJS.Signals | null }> =>
  new Promise((resolve) => {
    const settle = (answer: ReaderMessage | { exit: number | NodeJS.Signals | null }) => {
      child.removeAllListeners('message').removeAllListeners('exit').removeAllListeners('error')
      resolve(answer)
    }
    child.on('message', (message) => settle(message as ReaderMessage))
    child.on('exit', (code, signal) => settle({ exit: signal ?? code }))
    child.on('error', () => settle({ exit: null }))
  })

const lost = (code: RemarkCode, value: unknown): ReaderMessage => ({
  type: 'stop',
  outcome: 'reject',
  problem: refusal(code, null, value),
})

/**
 * {@link readFile} in a process of its own, so that no file can take the server down: limited memory, limited time,
 * no right to write but in a folder that it has for itself and that is removed with it, no secrets in its environment.
 * A message is asked for only when the last one has been used, so
 * the reader never runs ahead of the database. Leaving the iteration kills the process.
 *
 * @param log receives what the process said when it died
 */
export async function* readApart(
  path: string,
  context: ReadContext,
  log: (text: string) => void = () => {},
  timeLimitMs: number = TIME_LIMIT_MS,
): AsyncGenerator<ReaderMessage> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-reading-'))
  const child = fork(CHILD, {
    // It may read, for packages can lie anywhere; it may write where archives are unpacked, and start nothing.
    execArgv: [
      `--max-old-space-size=${MEMORY_MB}`,
      '--permission',
      '--allow-fs-read=*',
      `--allow-fs-write=${folder}/*`,
    ],
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let late = false
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000)
  })
  const timer = setTimeout(() => {
    late = true
    child.kill('SIGKILL')
  }, timeLimitMs)
  const send = (order: ReaderOrder) => child.connected && child.send(order, () => {})
  try {
    send({ path, context, folder })
    for (;;) {
      const answer = await answerOf(child)
      if ('exit' in answer) {
        log(said)
        if (late) yield lost('reader_too_slow', `${timeLimitMs / 1000} s`)
        else if (/heap|memory/i.test(said)) yield lost('reader_out_of_memory', `${MEMORY_MB} MB`)
        else yield lost('reader_failed', answer.exit)
        return
      }
      yield answer
      if (answer.type === 'end' || answer.type === 'stop') return
      send('next')
    }
  } finally {
    clearTimeout(timer)
    child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
