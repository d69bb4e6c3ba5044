import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, isIP, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { type ConnectionOptions, connect as secure } from 'node:tls'

const CONNECT_TIMEOUT_MS = 10_000
const KEEP_ALIVE_MS = 60_000
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])
const YES = 0x53

/** What libpq calls `sslmode`: whether to ask for TLS, whether to insist, what to check. */
const SSL_MODES: Record<string, { ask: boolean; insist: boolean; check: ConnectionOptions }> = {
  disable: { ask: false, insist: false, check: {} },
  prefer: { ask: true, insist: false, check: { rejectUnauthorized: false } },
  require: { ask: true, insist: true, check: { rejectUnauthorized: false } },
  'verify-ca': { ask: true, insist: true, check: { checkServerIdentity: () => undefined } },
  'verify-full': { ask: true, insist: true, check: {} },
}
/** Read here, and not by the driver, which would send them to the server. */
const OURS = ['sslmode', 'sslrootcert', 'host']

export type ServerAddress = {
  /** The address without what only concerns the connection. */
  driverUrl: string
  open(): Promise<Duplex>
}

/**
 * How to reach the server of a `postgres://` address; a host that begins with `/` is the folder of its unix socket.
 * Throws one sentence when `sslmode` is unknown. `open` rejects when the server cannot be reached within 10 s,
 * refuses TLS that was insisted on, or is not who it says.
 */
export function serverAddress(address: string): ServerAddress {
  const url = new URL(address)
  const host = decodeURIComponent(url.hostname) || url.searchParams.get('host') || 'localhost'
  const port = Number(url.port || 5432)
  const mode = SSL_MODES[url.searchParams.get('sslmode') ?? 'disable']
  const root = url.searchParams.get('sslrootcert')
  if (!mode) throw new Error(`DATABASE_URL: sslmode is one of ${Object.keys(SSL_MODES).join(', ')}`)
  for (const name of OURS) url.searchParams.delete(name)
  if (!url.hostname || host.startsWith('/')) url.hostname = 'localhost'

  return {
    driverUrl: url.href,
    async open() {
      const socket = connect(host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port })
      try {
        const signal = AbortSignal.timeout(CONNECT_TIMEOUT_MS)
        await once(socket, 'connect', { signal })
        socket.setNoDelay(true)
        socket.setKeepAlive(true, KEEP_ALIVE_MS)
        if (!mode.ask || !(await offersTls(socket, signal, mode.insist))) return socket
        const secured = secure({
          socket,
          // Whose name the certificate must bear; without it, Node would look for “localhost”.
          host,
          ...(isIP(host) ? {} : { servername: host }),
          ...(root && root !== 'system' && { ca: readFileSync(root) }),
          ...mode.check,
        })
        await once(secured, 'secureConnect', { signal })
        return secured
      } catch (error) {
        socket.destroy()
        throw error
      }
    },
  }
}

async function offersTls(socket: Socket, signal: AbortSignal, insist: boolean): Promise<boolean> {
  socket.write(SSL_REQUEST)
  const [answer] = (await once(socket, 'data', { signal })) as [Buffer]
  // More than one byte before TLS begins is somebody in between (CVE-2021-23222).
  const offered = answer.length === 1 && answer[0] === YES
  if (!offered && insist) throw new Error('The server does not speak TLS, and sslmode insists on it')
  return offered
}
