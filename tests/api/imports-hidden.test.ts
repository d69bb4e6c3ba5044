import { expect, test } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { importEndpoints } from '#contract/imports'
import { driverOf } from '#db/driver'
import { startApp } from '../support/app.ts'
import { franceServices, manyFranceServices } from '../support/import-files.ts'
import { countsOf, importing } from '../support/import-runs.ts'

type App = Awaited<ReturnType<typeof startApp>>

const seen = async (app: App) => {
  const list = await app.call(actorEndpoints.list, { query: {} })
  const facets = await app.call(actorEndpoints.facets, { query: {} })
  const tile = await app.app.inject({
    url: '/api/tiles/actors/6/32/21',
    headers: { host: 'localhost', ...app.headers },
  })
  const csv = await app.app.inject({
    url: '/api/actors/export/csv',
    headers: { host: 'localhost', ...app.headers },
  })
  return {
    total: list.total,
    places: list.places,
    family: facets.family.reduce((sum, { count }) => sum + count, 0),
    tile: tile.rawPayload.length,
    lines: csv.body.trim().split('\n').length - 1,
  }
}

test('[IMP41] nobody sees anything of an import before all of it is there, on any door', async () => {
  const app = await startApp()
  const { upload, until, finished } = importing(app)
  const before = await seen(app)
  const { body } = await upload(manyFranceServices(1_200))
  let looked = 0
  for (let done = false; !done; ) {
    const run = await until(body.id, () => true)
    const now = await seen(app)
    done = (await until(body.id, () => true)).state === 'done'
    if (done || run.state === 'done') break
    expect(now).toEqual(before)
    if (run.progress > 0) looked += 1
  }
  expect(looked).toBeGreaterThan(0)
  expect((await finished(body.id)).report).toMatchObject({ created: 1_200 })
  expect(await seen(app)).toMatchObject({ total: 1_200, places: 1_200, family: 1_200, lines: 1_200 })
})

test('[IMP42] undoing an import takes back all of it, but for what people have edited since', async () => {
  const app = await startApp()
  const { run } = importing(app)
  const first = await run(franceServices([{ lib_fs: 'Premier' }, { id_fs: '2', lib_fs: 'Deuxième' }]))
  const named = async (q: string) => (await app.call(actorEndpoints.list, { query: { q } })).items[0]!.id
  const id = await named('premier')
  await app.call(actorEndpoints.update, {
    params: { id },
    body: { version: 1, set: { description: 'Vu sur place' } },
  })
  expect(await app.call(importEndpoints.undo, { params: { id: first.id } })).toMatchObject({
    run: { state: 'undone' },
    removed: 1,
    survived: 1,
  })
  const { items, places } = await app.call(actorEndpoints.list, { query: {} })
  expect([items.map(({ name }) => name), places]).toEqual([['Premier'], 1])
  await expect
    .poll(async () => (await driverOf(app.database)`SELECT count(*)::int AS n FROM actors`)[0]!.n, {
      timeout: 10_000,
    })
    .toBe(1)
  await expect(app.call(importEndpoints.undo, { params: { id: first.id } })).rejects.toMatchObject({
    problem: { code: 'import_cannot_undo' },
  })
  const again = await run(franceServices([{ lib_fs: 'Premier' }, { id_fs: '2', lib_fs: 'Deuxième' }]))
  expect(countsOf(again.report)).toMatchObject({ created: 1 })
})

test('[IMP43] what a new file does not list any more is flagged, not deleted, and the flag goes when it is back', async () => {
  const app = await startApp()
  const { run } = importing(app)
  const all = [{}, { id_fs: '2' }, { id_fs: '3' }, { id_fs: '4', insee_com: '59350' }]
  await run(franceServices(all))
  const goneOf = async () => {
    const { items } = await app.call(actorEndpoints.list, { query: {} })
    const actors = await Promise.all(items.map(({ id }) => app.call(actorEndpoints.get, { params: { id } })))
    return actors.filter(({ goneAt }) => goneAt !== null).map(({ sourceId }) => sourceId)
  }
  const shorter = await run(franceServices(all.slice(0, 2)))
  expect([shorter.report.gone, await goneOf()]).toEqual([1, ['3']])
  expect((await run(franceServices(all.slice(0, 2)))).report.gone).toBe(0)
  await run(franceServices(all.slice(0, 3)))
  expect(await goneOf()).toEqual([])
  // One of three: an extract, which says nothing of the others.
  expect((await run(franceServices(all.slice(0, 1)))).report.gone).toBe(0)
})

test('[IMP44] a dry run shows every row: what changes field by field, and what a person wrote that stays', async () => {
  const app = await startApp()
  const { run } = importing(app)
  await run(franceServices([{ lib_fs: 'Avant' }, { id_fs: '2', lib_fs: 'Autre' }]))
  const { items } = await app.call(actorEndpoints.list, { query: { q: 'avant' } })
  const edit = { version: 1, set: { name: 'Notre nom' } }
  await app.call(actorEndpoints.update, { params: { id: items[0]!.id }, body: edit })
  const rows = [
    { lib_fs: 'Après', telephone: '0102030405' },
    { id_fs: '2', lib_fs: 'Autre' },
    { id_fs: '3' },
    { id_fs: '' },
  ]
  const dry = await run(franceServices(rows), { dryRun: true })
  expect(dry.report).toMatchObject({ kept: 1, refusedRows: 1, outcome: 'repair' })
  const listed = (query: object) =>
    app.call(importEndpoints.rows, { params: { id: dry.id }, query: query as never })
  expect((await listed({})).items.map(({ line, outcome }) => [line, outcome])).toEqual([
    [2, 'updated'],
    [3, 'unchanged'],
    [4, 'created'],
    [5, 'refused'],
  ])
  const [updated] = (await listed({ kept: 'true' })).items
  expect(updated).toMatchObject({ name: 'Après', entityId: items[0]!.id })
  expect(updated!.changes.map(({ field, kept }) => [field, kept])).toEqual([
    ['contacts', false],
    ['name', true],
  ])
  expect(updated!.changes[1]).toMatchObject({ before: 'Notre nom', after: 'Après' })
  expect((await listed({ outcome: 'refused' })).items[0]!.problems).toMatchObject([
    { code: 'identifier_missing', severity: 'refused', line: 5 },
  ])
  expect((await listed({ code: 'identifier_missing' })).total).toBe(1)
})
