import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { actorEndpoints } from '#contract/actors'
import { ImportRun, importEndpoints, importUpload } from '#contract/imports'
import { becomeAdministrator, clientOf } from '../support/first-account.ts'
import { type ServerProcess, startServer, temporaryFolder } from '../support/server-process.ts'
import { type Cluster, ownCluster } from './cluster.ts'
import { writeListed } from './import-files.ts'
import type { Report } from './report.ts'

const ROWS = 100_000
const KILLS = 30
/** An import of so many rows takes longer than this everywhere. */
const WITHIN_MS = 25_000

type Killed = { server: ServerProcess; kill(): Promise<ServerProcess> }

/** Kills an import at random points, then lets it end: nothing partial may ever be seen, and nothing twice at the end. */
async function killing(
  what: string,
  killed: Killed,
  token: string,
  file: Buffer,
  report: Report,
): Promise<void> {
  let { server } = killed
  let partial = 0
  const list = () => clientOf(server.url, token)(actorEndpoints.list, { query: {} })
  /** The application says for a moment that it has lost its database: it is asked until it answers. */
  const total = async (): Promise<number> => {
    for (const until = Date.now() + 60_000; ; await wait(200)) {
      const page = await list().catch((error: unknown) => error as Error)
      if (!(page instanceof Error)) return page.total
      if (Date.now() > until) throw page
    }
  }
  const send = async (): Promise<string> => {
    const reply = await fetch(`${server.url}${importUpload.path}?filename=liste.csv`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${token}` },
      body: new Uint8Array(file),
    })
    return ImportRun.parse(await reply.json()).id
  }
  for (let n = 0; n < KILLS; n += 1) {
    await send()
    await wait(Math.random() * WITHIN_MS)
    server = await killed.kill()
    const seen = await total()
    if (seen !== 0 && seen !== ROWS) partial += 1
  }
  const id = await send()
  const last = () => clientOf(server.url, token)(importEndpoints.get, { params: { id } })
  let run = await last()
  while (!run.endedAt) {
    await wait(500)
    run = await last()
  }
  const there = await total()
  report.note(
    `${what}, killed ${KILLS} times during an import of ${ROWS.toLocaleString('en')} rows: ${partial} partial imports seen, ${there - ROWS} duplicates after running it again (${run.state}, ${run.report?.created} created, ${run.report?.unchanged} unchanged)`,
  )
}

/** `npm run bench -- kills`: half an hour and more. Not part of the others. */
export async function benchKills(report: Report): Promise<void> {
  const cluster: Cluster | null = await ownCluster()
  if (!cluster) return report.note('kills: not measured (PostgreSQL is not installed)')
  const folder = temporaryFolder()
  const environment = { DATA_DIR: folder.path, DEMO: '0', DATABASE_URL: cluster.url }
  try {
    const file = readFileSync(await writeListed(`${folder.path}/liste.csv`, ROWS))
    let server = await startServer(environment)
    const token = await becomeAdministrator(server)
    const application = async () => {
      await server.kill('SIGKILL')
      server = await startServer(environment)
      return server
    }
    await killing('the application', { server, kill: application }, token, file, report)
    const emptied = await clientOf(server.url, token)(importEndpoints.list, { query: {} })
    for (const { id, state } of emptied.items)
      if (state === 'done') await clientOf(server.url, token)(importEndpoints.undo, { params: { id } })
    const database = async () => {
      await cluster.crash()
      return server
    }
    await killing('the database', { server, kill: database }, token, file, report)
    await server.kill()
  } finally {
    cluster.remove()
    folder.remove()
  }
}
