import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { importFiles } from '#api/features/imports/import-files'
import { importQueue } from '#api/features/imports/import-queue'
import { findRun, insertRun } from '#api/features/imports/imports.repository'
import { actorEndpoints } from '#contract/actors'
import { DEFAULT_WORKSPACE, readWorkspace, withWorkspace } from '#db/workspace'
import { MONDAY_10AM, startApp } from '../support/app.ts'
import { aFile, manyFranceServices } from '../support/import-files.ts'

const AUTHOR = {
  workspaceId: DEFAULT_WORKSPACE,
  audience: 'private',
  author: 'test',
  cause: 'import',
} as const

test('[IMP197] what was revealed stays, whatever fails afterwards', async () => {
  const app = await startApp()
  const path = aFile(manyFranceServices(300))
  const logged: string[] = []
  const faults = [Object.assign(new Error('nobody was told that it is written'), { code: '08006' })]
  const remove = async () => {
    const fault = faults.pop()
    if (fault) throw fault
  }
  const queue = importQueue({
    database: app.database,
    now: () => MONDAY_10AM,
    files: { ...importFiles(app.dataDir), pathOf: () => path, remove },
    server: 'test',
    log: (_error, message) => logged.push(message),
  })
  const begin = async () => {
    const key = { workspaceId: DEFAULT_WORKSPACE, id: newId() }
    const run = { ...key, filename: 'x', bytes: 1, dryRun: false, state: 'queued' as const }
    queue.enqueue((await withWorkspace(app.database, AUTHOR, ({ tx }) => insertRun(tx, run))).result, AUTHOR)
    return () => readWorkspace(app.database, AUTHOR, (tx) => findRun(tx, key))
  }
  const first = await begin()
  // Runs take turns: when the second has ended, nothing of the first is under way.
  const second = await begin()
  await expect.poll(async () => (await second())?.endedAt, { timeout: 60_000 }).toBeTruthy()
  await queue.close()
  expect(logged).toEqual(['an import failed'])
  expect(await first()).toMatchObject({ state: 'done', revealed: true, report: { created: 300 } })
  expect(await second()).toMatchObject({ state: 'done', report: { created: 0, unchanged: 300 } })
  expect((await app.call(actorEndpoints.list, { query: {} })).total).toBe(300)
})
