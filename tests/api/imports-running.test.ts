import { readdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import type { ReaderMessage } from '#api/domain/import-draft'
import { importFiles } from '#api/features/imports/import-files'
import { findRun, insertRun } from '#api/features/imports/imports.repository'
import { readFile } from '#api/features/imports/reading/read-file'
import { runImport } from '#api/features/imports/run-import'
import { actorEndpoints } from '#contract/actors'
import { importEndpoints } from '#contract/imports'
import { driverOf } from '#db/driver'
import { DEFAULT_WORKSPACE, readWorkspace, withWorkspace } from '#db/workspace'
import { MONDAY_10AM, startApp } from '../support/app.ts'
import { aFile, franceServices, manyFranceServices } from '../support/import-files.ts'
import { importing } from '../support/import-runs.ts'

const AUTHOR = {
  workspaceId: DEFAULT_WORKSPACE,
  audience: 'private',
  author: 'test',
  cause: 'import',
} as const

type App = Awaited<ReturnType<typeof startApp>>

const leftOf = async ({ database }: App) =>
  (
    await driverOf(
      database,
    )`SELECT (SELECT count(*)::int FROM actors) AS actors, (SELECT count(*)::int FROM places) AS places,
      (SELECT count(*)::int FROM changes) AS changes, (SELECT count(*)::int FROM import_rows) AS staged`
  )[0]
const NOTHING = { actors: 0, places: 0, changes: 0, staged: 0 }

test('[IMP30] an upload answers at once, runs go one after the other', async () => {
  const app = await startApp()
  const { upload, finished } = importing(app)
  const first = await upload(manyFranceServices(600), { filename: 'premier.csv' })
  const second = await upload(manyFranceServices(600), { filename: 'second.csv' })
  expect([first.status, first.body.state, second.body.state]).toEqual([201, 'queued', 'queued'])
  expect((await finished(second.body.id)).report).toMatchObject({ created: 0, unchanged: 600 })
  const { items, total } = await app.call(importEndpoints.list, { query: {} })
  expect([total, items.map(({ filename, state }) => [filename, state])]).toEqual([
    2,
    expect.arrayContaining([
      ['premier.csv', 'done'],
      ['second.csv', 'done'],
    ]),
  ])
})

test('[IMP31] a cancelled run leaves nothing', async () => {
  const app = await startApp()
  const { upload, until, finished } = importing(app)
  const { body } = await upload(manyFranceServices(20_000))
  await until(body.id, ({ progress }) => progress > 0)
  expect(await app.call(importEndpoints.cancel, { params: { id: body.id } })).toMatchObject({
    state: 'cancelled',
  })
  const next = await upload(franceServices([{}]))
  expect(await finished(next.body.id)).toMatchObject({ state: 'done', report: { created: 1 } })
  expect(await finished(body.id)).toMatchObject({ state: 'cancelled', report: null })
  await expect.poll(() => leftOf(app)).toEqual({ actors: 1, places: 1, changes: 1, staged: 0 })
  await expect(app.call(importEndpoints.cancel, { params: { id: body.id } })).rejects.toMatchObject({
    problem: { code: 'import_cannot_cancel' },
  })
})

test('[IMP32] what a killed server left is called interrupted, and its staged rows go', async () => {
  const app = await startApp()
  const runs = ['queued', 'reading', 'writing'] as const
  const ids = runs.map(() => newId())
  for (const [i, state] of runs.entries()) {
    const run = { workspaceId: DEFAULT_WORKSPACE, id: ids[i]!, filename: 'x', bytes: 1, dryRun: false, state }
    await withWorkspace(app.database, AUTHOR, ({ tx }) => insertRun(tx, run))
    await driverOf(app.database)`INSERT INTO import_rows (workspace_id, run_id, line, outcome)
      VALUES (${DEFAULT_WORKSPACE}, ${ids[i]!}, 2, 'created')`
  }
  const restarted = await app.restart()
  for (const id of ids) {
    const seen = await restarted.call(importEndpoints.get, { params: { id } })
    expect([seen.state, seen.endedAt]).toEqual(['interrupted', MONDAY_10AM.toISOString()])
  }
  expect(await leftOf(app)).toEqual(NOTHING)
})

test('[IMP32] a server that stops interrupts its run and leaves nothing', async () => {
  const app = await startApp()
  const { upload, until } = importing(app)
  const { body } = await upload(manyFranceServices(20_000))
  await until(body.id, ({ progress }) => progress > 0)
  await app.app.close()
  const run = await readWorkspace(app.database, AUTHOR, (tx) =>
    findRun(tx, { workspaceId: DEFAULT_WORKSPACE, id: body.id }),
  )
  expect(run?.state).toBe('interrupted')
  const restarted = await app.restart()
  expect((await restarted.call(actorEndpoints.list, { query: {} })).total).toBe(0)
  await expect.poll(() => leftOf(app), { timeout: 20_000 }).toEqual(NOTHING)
})

/** A run whose reader does something between its rows and its end. */
async function runWith(app: App, content: string, between: () => Promise<unknown>) {
  const path = aFile(content)
  const id = newId()
  const started = {
    workspaceId: DEFAULT_WORKSPACE,
    id,
    filename: 'x',
    bytes: 1,
    dryRun: false,
    state: 'queued' as const,
  }
  const run = (await withWorkspace(app.database, AUTHOR, ({ tx }) => insertRun(tx, started))).result
  async function* read(context: Parameters<typeof readFile>[1]): AsyncGenerator<ReaderMessage> {
    for await (const message of readFile(path, context)) {
      if (message.type === 'end') await between()
      yield message
    }
  }
  return runImport({
    database: app.database,
    author: AUTHOR,
    run,
    read,
    context: {
      today: '2026-11-23',
      vintage: null,
      answers: {},
      mapping: null,
      savedMappings: {},
      types: [],
      typeOfNetwork: {},
      unknownType: 'autre-organisation',
    },
    signal: new AbortController().signal,
    now: () => MONDAY_10AM,
  })
}

test('[IMP33] an edit made while the file is read is not lost: the rows are compared again', async () => {
  const app = await startApp()
  const { run } = importing(app)
  await run(franceServices([{}]))
  const id = (await app.call(actorEndpoints.list, { query: {} })).items[0]!.id
  const edit = () =>
    app.call(actorEndpoints.update, { params: { id }, body: { version: 1, set: { name: 'Notre nom' } } })
  const report = await runWith(app, franceServices([{ lib_fs: 'Autre', telephone: '0102030405' }]), edit)
  expect(report).toMatchObject({ updated: 1, created: 0 })
  expect(await app.call(actorEndpoints.get, { params: { id } })).toMatchObject({
    name: 'Notre nom',
    version: 3,
    contacts: [{ value: '01 02 03 04 05' }, {}],
  })
})

test('[IMP33] two servers that bring the same file at once take turns, and create nothing twice', async () => {
  const app = await startApp()
  const other = await app.restart()
  const [one, two] = [importing(app), importing({ ...app, ...other })]
  const sent = await Promise.all([one.upload(manyFranceServices(300)), two.upload(manyFranceServices(300))])
  const ended = await Promise.all(sent.map(({ body }) => one.finished(body.id)))
  expect(ended.map(({ report }) => report?.created).toSorted()).toEqual([0, 300])
  expect((await app.call(actorEndpoints.list, { query: {} })).total).toBe(300)
})

test('[IMP34] a failure while writing leaves nothing, and says so', async () => {
  const app = await startApp()
  const { upload, finished } = importing(app)
  await driverOf(
    app.database,
  )`ALTER TABLE contacts ADD CONSTRAINT broken CHECK (value <> 'accueil@example.org')`
  try {
    const { body } = await upload(franceServices([{ mail: 'bon@example.org' }, { id_fs: '2' }]))
    expect(await finished(body.id)).toMatchObject({ state: 'failed', report: null })
    expect(await leftOf(app)).toEqual(NOTHING)
  } finally {
    await driverOf(app.database)`ALTER TABLE contacts DROP CONSTRAINT broken`
  }
})

test('[IMP35] a file past the limit is refused and does not stay', async () => {
  const app = await startApp()
  const files = importFiles(app.dataDir, 1_000)
  const body = Readable.from([Buffer.alloc(600), Buffer.alloc(600)])
  await expect(files.save('x', body)).rejects.toMatchObject({
    problem: { status: 413, code: 'file_too_large' },
  })
  expect(readdirSync(`${app.dataDir}/imports`)).toEqual([])
  const headers = { host: 'localhost', ...app.headers, 'content-length': String(5 * 1024 ** 3) }
  const reply = await app.app.inject({
    method: 'POST',
    url: '/api/imports?filename=x',
    headers,
    payload: 'x',
  })
  expect([reply.statusCode, reply.json().code]).toEqual([413, 'file_too_large'])
})

test('[IMP36] only those who may import do, and wrong questions have names', async () => {
  const app = await startApp()
  const visitor = await app.as('contributor')
  await expect(visitor.call(importEndpoints.list, { query: {} })).rejects.toMatchObject({
    problem: { code: 'forbidden' },
  })
  await expect(app.call(importEndpoints.get, { params: { id: newId() } })).rejects.toMatchObject({
    problem: { code: 'import_not_found' },
  })
  const wrong = await app.app.inject({
    method: 'POST',
    url: '/api/imports?filename=x&vintage=deux',
    headers: { host: 'localhost', ...app.headers },
  })
  expect([wrong.statusCode, wrong.json().code]).toEqual([400, 'invalid_request'])
})
