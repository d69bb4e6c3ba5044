import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { expect, onTestFinished, test } from 'vitest'
import { estimateQueue } from '#api/features/estimates/estimate-queue'
import { findRun, insertRun } from '#api/features/estimates/estimates.repository'
import { inThread } from '#api/http/thread'
import { estimateEndpoints } from '#contract/estimates'
import { DEFAULT_WORKSPACE, readWorkspace, withWorkspace } from '#db/workspace'
import { clock, refusalOf } from '../support/accounts.ts'
import { startApp } from '../support/app.ts'
import { rowsAsOperator } from '../support/database.ts'
import { estimating, withFigures } from '../support/estimates.ts'
import { aFile } from '../support/import-files.ts'

const WHO = { workspaceId: DEFAULT_WORKSPACE, audience: 'private', author: 'test', cause: 'edit' } as const
const PARAMETERS = {
  rates: { owner: 0.61, social: 0.15, private: 0.33 },
  poverty: { owner: 0.07, social: 0.35, private: 0.23 },
  ...{ effectiveSample: 400, cvEligible: 0.35, sdTakeUp: 0.13, draws: 5, threshold: null },
}
const ZONE = {
  ...{ code: '1', claimants: 60, roundedTo: 5, poorHouseholds: 150 },
  tenures: { owner: 1, social: 1, private: 1 },
}
const KEY = { source: 'cnaf', period: '2024-12', level: 'iris', vintage: '2023', figure: 'x' } as const
/** A thread whose seed says what it does: 1 never ends, 2 dies, 3 throws, 4 tells its progress for ever; others answer. */
const THREAD = `import { parentPort, workerData } from 'node:worker_threads'
const { seed } = workerData
while (seed === 1) {}
if (seed === 2) process.exit(3)
if (seed === 3) throw new Error('broken on purpose')
if (seed === 4) setInterval(() => parentPort.postMessage({ progress: 0.4 }), 20)
else parentPort.postMessage({ result: { zones: [{ code: '1', word: null, unsaid: null, range: null }], rate: seed } })`

type App = Awaited<ReturnType<typeof startApp>>

function queueOn({ database }: App) {
  const logged: string[] = []
  const queue = estimateQueue({
    database,
    now: () => new Date('2026-11-23T09:00:00Z'),
    log: (error, message) => void logged.push(`${message}: ${error}`),
    worker: pathToFileURL(aFile(THREAD, 'thread.mjs')),
  })
  onTestFinished(() => queue.close())
  const inputs = { zones: [ZONE], unsaid: [] }
  const enqueue = async (seed: number) => {
    const id = newId()
    await insert({ database }, { id, seed })
    const job = { inputs, parameters: PARAMETERS, seed }
    queue.enqueue({ workspaceId: DEFAULT_WORKSPACE, id, job, names: new Map() })
    return id
  }
  return { queue, enqueue, logged }
}

const insert = (
  { database }: Pick<App, 'database'>,
  row: Partial<Parameters<typeof insertRun>[1]> & { id: string },
) =>
  withWorkspace(database, WHO, ({ tx }) =>
    insertRun(tx, {
      ...{ workspaceId: DEFAULT_WORKSPACE, name: 'Essai', benefit: 'rsa', level: 'iris', state: 'queued' },
      ...{ sources: { claimants: KEY, povertyRate: KEY, households: null, tenures: null } },
      ...{ assumptions: [], parameters: PARAMETERS, seed: 1, hash: '', inputs: {}, blindSpots: [] },
      counts: { zones: 1, estimated: 1, unsaid: {} },
      author: 'test',
      beatAt: '2026-11-23T09:00:00Z',
      ...row,
    }),
  )

const stateOf = async ({ database }: App, id: string) =>
  (await readWorkspace(database, WHO, (tx) =>
    findRun(tx, { workspaceId: DEFAULT_WORKSPACE, id }, new Date('2026-11-23T09:00:00Z')),
  ))!

test('[EST18] cancelling ends a thread that would never end, for good, and the next run has its turn', async () => {
  const app = await startApp()
  const { queue, enqueue } = queueOn(app)
  const [endless, next] = [await enqueue(1), await enqueue(9)]
  await expect.poll(async () => (await stateOf(app, endless)).state, { timeout: 20_000 }).toBe('running')
  expect((await stateOf(app, next)).state).toBe('queued')
  queue.stop(endless)
  await expect.poll(async () => (await stateOf(app, next)).state, { timeout: 20_000 }).toBe('done')
  expect(await stateOf(app, endless)).toMatchObject({ state: 'cancelled', result: null })
})

test('[EST19] a thread that dies or throws makes its run fail, with the reason in the log; the server goes on', async () => {
  const app = await startApp()
  const { enqueue, logged } = queueOn(app)
  const [dying, throwing, next] = [await enqueue(2), await enqueue(3), await enqueue(9)]
  await expect.poll(async () => (await stateOf(app, next)).state, { timeout: 20_000 }).toBe('done')
  expect((await stateOf(app, dying)).state).toBe('failed')
  expect((await stateOf(app, throwing)).state).toBe('failed')
  expect(logged).toEqual([
    expect.stringContaining('ended without an answer (3)'),
    expect.stringContaining('broken on purpose'),
  ])
})

test('[EST18] a thread whose work is given up runs no further', async () => {
  const counting = `import { workerData } from 'node:worker_threads'
for (;;) Atomics.add(workerData, 0, 1)`
  const turns = new Int32Array(new SharedArrayBuffer(4))
  const controller = new AbortController()
  const worked = inThread(pathToFileURL(aFile(counting, 'counting.mjs')), turns, controller)
  await expect.poll(() => Atomics.load(turns, 0), { timeout: 20_000 }).not.toBe(0)
  controller.abort(new Error('given up'))
  await expect(worked).rejects.toThrow('given up')
  const ended = Atomics.load(turns, 0)
  await wait(50)
  expect(Atomics.load(turns, 0)).toBe(ended)
})

test('[EST18] a run that another server cancels stops here', async () => {
  const app = await startApp()
  const { enqueue } = queueOn(app)
  const [telling, next] = [await enqueue(4), await enqueue(9)]
  await expect
    .poll(async () => (await stateOf(app, telling)).progress, { timeout: 20_000 })
    .toBeCloseTo(0.4, 5)
  await rowsAsOperator(
    app.database,
    sql`UPDATE estimate_runs SET state = 'cancelled' WHERE id = ${telling}::uuid`,
  )
  await expect.poll(async () => (await stateOf(app, next)).state, { timeout: 20_000 }).toBe('done')
  expect((await stateOf(app, telling)).state).toBe('cancelled')
})

test('[EST20] a server that closes leaves its runs interrupted, those that waited as well', async () => {
  const app = await startApp()
  const { queue, enqueue } = queueOn(app)
  const [endless, waiting] = [await enqueue(1), await enqueue(9)]
  await expect.poll(async () => (await stateOf(app, endless)).state, { timeout: 20_000 }).toBe('running')
  await queue.close()
  expect((await stateOf(app, endless)).state).toBe('interrupted')
  expect((await stateOf(app, waiting)).state).toBe('interrupted')
})

test('[EST20] a run of a server that died is interrupted, one that still beats is not; a new server writes it down', async () => {
  const { now, pass } = clock()
  const app = await startApp({ now })
  const [lost, alive] = [newId(), newId()]
  await insert(app, { id: lost, state: 'running', beatAt: now().toISOString() })
  pass(30, 'seconds')
  await insert(app, { id: alive, state: 'running', beatAt: now().toISOString() })
  const { seen } = estimating(app)
  expect((await seen(lost)).state).toBe('interrupted')
  expect((await seen(alive)).state).toBe('running')
  await app.restart()
  const rows = await rowsAsOperator<{ id: string; state: string }>(
    app.database,
    sql`SELECT id, state FROM estimate_runs`,
  )
  expect(Object.fromEntries(rows.map(({ id, state }) => [id, state]))).toEqual({
    [lost]: 'interrupted',
    [alive]: 'running',
  })
})

test('[EST21] a run tells how far it is, can be cancelled once, and answers meanwhile', async () => {
  const app = await startApp()
  await withFigures(app, 400)
  const { start, until, seen } = estimating(app)
  const { id, state } = await start({ parameters: { draws: 1_000 } })
  expect(['queued', 'running']).toContain(state)
  const running = await until(id, ({ progress }) => progress > 0)
  expect(running.progress).toBeLessThan(1)
  expect(running.result).toBeNull()
  const cancelled = await app.call(estimateEndpoints.cancel, { params: { id } })
  expect(cancelled).toMatchObject({ state: 'cancelled', result: null })
  expect(cancelled.endedAt).not.toBeNull()
  expect(await refusalOf(app.call(estimateEndpoints.cancel, { params: { id } }))).toBe(
    '409 estimate_has_ended',
  )
  const after = await estimating(app).done({ parameters: { draws: 1 } })
  expect(after.progress).toBe(1)
  expect((await seen(id)).state).toBe('cancelled')
}, 60_000)
