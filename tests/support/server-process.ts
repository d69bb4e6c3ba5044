import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const SERVER = fileURLToPath(new URL('../../api/server.ts', import.meta.url))
const READY_WITHIN_MS = 170_000
/** Settings of whoever runs the tests must not reach the server. */
const SETTINGS =
  /^(PORT|HOST|PUBLIC_URL|DATA_DIR|DATABASE_URL|DATABASE_ADMIN_URL|DEMO|LOG_LEVEL|GEOCODER_URL|SMTP_URL|MAIL_FROM|OIDC_\w+)$/

export type Ended = { code: number | null; signal: NodeJS.Signals | null }

export type ServerProcess = {
  url: string
  /** Everything that it has said. */
  logs(): string
  ended: Promise<Ended>
  /** Sends a signal and waits until the process is gone. */
  kill(signal?: NodeJS.Signals): Promise<Ended>
}

/** A folder that lasts until `remove`. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'maillage-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) }
}

/** The real server as another process, whatever becomes of it. */
export function spawnServer(environment: Record<string, string>) {
  const inherited = Object.entries(process.env).filter(([name]) => !SETTINGS.test(name))
  const child = spawn(process.execPath, [SERVER], {
    env: { ...Object.fromEntries(inherited), PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += text
    })
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  )
  return {
    logs: () => said,
    ended,
    kill(signal: NodeJS.Signals = 'SIGKILL') {
      child.kill(signal)
      return ended
    },
  }
}

/** The same, once it is ready. Rejects with what it said when it ends instead. */
export async function startServer(environment: Record<string, string>): Promise<ServerProcess> {
  const server = spawnServer(environment)
  let gone: Ended | undefined
  void server.ended.then((ended) => {
    gone = ended
  })
  const until = Date.now() + READY_WITHIN_MS
  for (;;) {
    if (gone) throw new Error(`The server ended (${gone.code ?? gone.signal}):\n${server.logs()}`)
    if (Date.now() > until) {
      await server.kill()
      throw new Error(`The server is not ready after ${READY_WITHIN_MS} ms:\n${server.logs()}`)
    }
    const url = /Maillage → (http:\S+)/.exec(server.logs())?.[1]
    if (url && (await fetch(`${url}/ready`).catch(() => null))?.ok) return { ...server, url }
    await wait(50)
  }
}
