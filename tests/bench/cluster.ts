import { execFileSync, spawn } from 'node:child_process'
import { chownSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** A PostGIS server of its own, to be killed at will; null where PostgreSQL is not installed. */
export async function ownCluster() {
  const initdb = globSync('/usr/lib/postgresql/*/bin/initdb').sort().at(-1)
  if (!initdb) return null
  const bin = dirname(initdb)
  const folder = mkdtempSync(join(tmpdir(), 'maillage-cluster-'))
  const data = join(folder, 'data')
  const isRoot = process.getuid?.() === 0
  const uid = isRoot ? Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' })) : undefined
  if (uid !== undefined) chownSync(folder, uid, -1)
  const as = { ...(uid !== undefined && { uid }), stdio: 'ignore' as const, cwd: folder }
  const options = ['--username', 'maillage', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C.UTF-8']
  execFileSync(initdb, ['--pgdata', data, ...options], as)
  const port = await freePort()
  const settings = [`-cport=${port}`, '-clisten_addresses=127.0.0.1', `-cunix_socket_directories=${folder}`]
  const answers = () => {
    try {
      const address = ['-h', '127.0.0.1', '-p', String(port), '-U', 'maillage']
      execFileSync(join(bin, 'psql'), [...address, '-c', 'SELECT 1', 'postgres'], as)
      return true
    } catch {
      return false
    }
  }
  /** Tried again as long as what was killed has not let go of its memory and socket. */
  const start = async () => {
    for (const until = Date.now() + 120_000; Date.now() < until; ) {
      const postgres = spawn(join(bin, 'postgres'), ['-D', data, ...settings], { ...as, detached: true })
      postgres.unref()
      while (postgres.exitCode === null && postgres.signalCode === null) {
        if (answers()) return
        await wait(200)
      }
      await wait(500)
    }
    throw new Error('PostgreSQL does not start again')
  }
  const postmaster = () => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  await start()
  execFileSync(
    join(bin, 'createdb'),
    ['-h', '127.0.0.1', '-p', String(port), '-U', 'maillage', 'maillage'],
    as,
  )
  return {
    url: `postgres://maillage@127.0.0.1:${port}/maillage`,
    /** `kill -9` of the server, and its next start, with whatever it has to recover. */
    async crash(): Promise<void> {
      process.kill(postmaster(), 'SIGKILL')
      // The process stays in the table until its parent, here, has been told: no other starts beside it before.
      await wait(1_000)
      rmSync(join(data, 'postmaster.pid'), { force: true })
      await start()
    },
    remove(): void {
      process.kill(postmaster(), 'SIGINT')
      execFileSync('sleep', ['2'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type Cluster = NonNullable<Awaited<ReturnType<typeof ownCluster>>>
