import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { buildInterface } from '#api/http/interface'
import { actorEndpoints } from '#contract/actors'
import { ImportRun, importEndpoints } from '#contract/imports'
import { faultWriters } from '../support/fault-writers.ts'
import { becomeAdministrator, clientOf } from '../support/first-account.ts'
import { franceServices } from '../support/import-files.ts'
import { ownDatabase } from '../support/server-database.ts'
import { type ServerProcess, spawnServer, startServer, temporaryFolder } from '../support/server-process.ts'

/** A long run sets more. */
const KILLS = Number(process.env.FAULT_KILLS ?? 3)
const ROWS = 3_000
const MINUTES = 60_000
const kinds = process.env.TEST_DATABASE_URL ? (['embedded', 'server'] as const) : (['embedded'] as const)

beforeAll(buildInterface)

describe.each(kinds)('%s', (kind) => {
  let environment: Record<string, string>
  let token: string
  const cleanings: (() => unknown)[] = []

  beforeAll(async () => {
    const folder = temporaryFolder()
    cleanings.push(folder.remove)
    environment = { DATA_DIR: folder.path, DEMO: '0' }
    if (kind === 'server') {
      const own = await ownDatabase()
      cleanings.push(own.drop)
      environment.DATABASE_URL = own.url
    }
    const first = await startServer(environment)
    token = await becomeAdministrator(first).finally(() => first.kill('SIGTERM'))
  })
  afterAll(async () => {
    for (const clean of cleanings) await clean()
  })

  async function start(): Promise<ServerProcess> {
    const server = await startServer(environment)
    onTestFinished(() => void server.kill())
    return server
  }

  test('[REL4] no acknowledged edit is lost when the server is killed', {
    timeout: 3 * MINUTES + KILLS * 10_000,
  }, async () => {
    let server = await start()
    const writers = await faultWriters(server.url, token, 6)
    for (let kill = 0; kill < KILLS; kill++) {
      const before = writers.acknowledged()
      const stop = writers.start(server.url)
      while (writers.acknowledged() < before + 10) await wait(20)
      await wait(Math.random() * 1_000)
      await server.kill('SIGKILL')
      await stop()
      server = await start()
      await writers.check(server.url)
    }
  })

  test('[REL5] an import that the server’s death interrupts is all there or not at all', {
    timeout: 4 * MINUTES,
  }, async () => {
    let server = await start()
    const total = async () =>
      (await clientOf(server.url, token)(actorEndpoints.list, { query: { type: 'france-services' } })).total
    const send = async (file: string) => {
      const reply = await fetch(`${server.url}/api/imports?filename=liste.csv`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${token}` },
        body: file,
      })
      return ImportRun.parse(await reply.json()).id
    }
    const seen = (id: string) => clientOf(server.url, token)(importEndpoints.get, { params: { id } })

    let there = 0
    // Once while rows are read, once while they are written.
    for (const [batch, readRows] of [1, ROWS].entries()) {
      const file = franceServices(
        Array.from({ length: ROWS }, (_, i) => ({ id_fs: `${batch}-${i}`, lib_fs: `Maison ${batch} ${i}` })),
      )
      const killed = await send(file)
      while ((await seen(killed)).progress < readRows) await wait(5)
      await wait(Math.random() * 300)
      await server.kill('SIGKILL')
      server = await start()
      const { state } = await seen(killed)
      expect(['interrupted', 'done']).toContain(state)
      expect(await total()).toBe(state === 'done' ? there + ROWS : there)

      const again = await send(file)
      let run = await seen(again)
      while (!run.endedAt) {
        await wait(100)
        run = await seen(again)
      }
      const [created, unchanged] = state === 'done' ? [0, ROWS] : [ROWS, 0]
      expect(run).toMatchObject({ state: 'done', report: { rows: ROWS, created, unchanged, refused: [] } })
      there += ROWS
      expect(await total()).toBe(there)
    }
  })

  test('[REL6] a server that is told to stop does so and fails no edit', {
    timeout: 2 * MINUTES,
  }, async () => {
    const server = await start()
    const writers = await faultWriters(server.url, token, 6)
    const stop = writers.start(server.url)
    while (writers.acknowledged() < 20) await wait(20)
    expect(await server.kill('SIGTERM')).toEqual({ code: 0, signal: null })
    for (const refusal of await stop())
      expect(refusal).toMatchObject({ problem: { code: 'server_unreachable' } })
    await writers.check((await start()).url)
  })

  test.runIf(kind === 'embedded')(
    '[REL1] a second server on the same folder refuses, and the first goes on',
    { timeout: 2 * MINUTES },
    async () => {
      const server = await start()
      const writers = await faultWriters(server.url, token, 2)
      const stop = writers.start(server.url)
      const second = spawnServer(environment)
      expect((await second.ended).code).toBe(1)
      expect(second.logs()).toContain('Un autre Maillage utilise déjà le dossier')
      const before = writers.acknowledged()
      while (writers.acknowledged() < before + 10) await wait(20)
      expect(await stop()).toEqual([])
      await server.kill('SIGKILL')
      await writers.check((await start()).url)
    },
  )
})

test.runIf(kinds.length > 1)(
  '[REL7] three servers that start at once on one empty database all come up',
  { timeout: 3 * MINUTES },
  async () => {
    const own = await ownDatabase()
    const folders = [temporaryFolder(), temporaryFolder(), temporaryFolder()]
    onTestFinished(async () => {
      await own.drop()
      for (const folder of folders) folder.remove()
    })
    const servers = await Promise.all(
      folders.map(({ path }) => startServer({ DATA_DIR: path, DATABASE_URL: own.url, DEMO: '1' })),
    )
    for (const server of servers) onTestFinished(() => void server.kill())
    const { total } = await clientOf(servers[0]!.url)(actorEndpoints.list, { query: {} })
    expect(total).toBe(150)
  },
)
