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
 * One message is read while the last one is used, so the
 * reader is never further ahead of the database than that. Leaving the iteration kills the process.
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
  let left = timeLimitMs
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000)
  })
  /** Asks for a message. The time that its rows then wait for the database is not the reader's. */
  const ask = async (order: ReaderOrder) => {
    const began = performance.now()
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, left)
    const answered = answerOf(child)
    if (child.connected) child.send(order, () => {})
    const answer = await answered
    clearTimeout(timer)
    left -= performance.now() - began
    return answer
  }
  try {
    let asked = ask({ path, context, folder })
    for (;;) {
      const answer = await asked
      if ('exit' in answer) {
        log(said)
        if (late) yield lost('reader_too_slow', `${timeLimitMs / 1000} s`)
        else if (/heap|memory/i.test(said)) yield lost('reader_out_of_memory', `${MEMORY_MB} MB`)
        else yield lost('reader_failed', answer.exit)
        return
      }
      const isLast = answer.type === 'end' || answer.type === 'stop'
      // The next rows are read while these are written, and none beyond them.
      if (!isLast) asked = ask('next')
      yield answer
      if (isLast) return
    }
  } finally {
    child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
