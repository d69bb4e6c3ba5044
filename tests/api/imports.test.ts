import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { changeEndpoints } from '#contract/changes'
import { importEndpoints } from '#contract/imports'
import { driverOf } from '#db/driver'
import { startApp } from '../support/app.ts'
import { franceServices, manyFranceServices } from '../support/import-files.ts'
import { countsOf, importing } from '../support/import-runs.ts'

const actorsOf = ({ call }: Awaited<ReturnType<typeof startApp>>, q?: string) =>
  call(actorEndpoints.list, { query: { ...(q && { q }) } })

test('[IMP20] a list of France services becomes actors that are found, placed and open', async () => {
  const app = await startApp()
  const { run } = importing(app)
  const { report } = await run(
    franceServices([{}, { id_fs: '2', lib_fs: 'Bus', format_fs: 'Itinérante', prise_rdv: 'Oui' }]),
  )
  expect(report).toMatchObject({
    outcome: 'accept',
    format: 'france_services',
    bounds: [5.826, 46.10607, 5.826, 46.10607],
  })
  expect(countsOf(report)).toEqual({ rows: 2, created: 2, updated: 0, unchanged: 0, ignored: 0, refused: 0 })
  const { items } = await actorsOf(app, 'valserhone')
  expect(items.map(({ name }) => name).toSorted()).toEqual(['Bus', 'France services de Valserhône'])
  const [found] = (await actorsOf(app, 'france services de valserhone')).items
  const actor = await app.call(actorEndpoints.get, { params: { id: found!.id } })
  expect(actor).toMatchObject({
    family: 'D',
    source: 'france-services',
    sourceId: '1',
    licence: 'Licence Ouverte 2.0',
    version: 1,
    verifiedAt: null,
    openNow: true,
    places: [
      {
        communeName: 'Valserhône',
        hours: 'Mo 09:00-12:00,14:00-17:00',
        point: { coordinates: [5.826, 46.10607] },
      },
    ],
  })
})

test('[IMP21] the same file twice creates and changes nothing', async () => {
  const app = await startApp()
  const { run } = importing(app)
  const file = manyFranceServices(620)
  await run(file)
  const { report } = await run(file)
  expect([report.outcome, countsOf(report)]).toEqual([
    'accept',
    { rows: 620, created: 0, updated: 0, unchanged: 620, ignored: 0, refused: 0 },
  ])
  const [{ count }] = await driverOf(app.database)<[{ count: string }]>`SELECT count(*) FROM changes`
  // The import itself: what it created is not written again for each actor.
  expect(Number(count)).toBe(1)
})

test('[IMP22] a dry run says what would happen and writes nothing; applying it writes without sending again', async () => {
  const app = await startApp()
  const { run, finished } = importing(app)
  const dry = await run(franceServices([{}, { id_fs: '2' }]), { dryRun: true })
  expect(countsOf(dry.report)).toMatchObject({ created: 2 })
  expect((await actorsOf(app)).total).toBe(0)
  await app.call(importEndpoints.apply, { params: { id: dry.id } })
  const applied = await finished(dry.id)
  expect([applied.state, applied.dryRun, applied.report?.created]).toEqual(['done', false, 2])
  expect((await actorsOf(app)).total).toBe(2)
  expect(readdirSync(join(app.dataDir, 'imports'))).toEqual([])
  await expect(app.call(importEndpoints.apply, { params: { id: dry.id } })).rejects.toMatchObject({
    problem: { code: 'import_cannot_apply' },
  })
})

test('[IMP22] abandoning a dry run throws its file away', async () => {
  const app = await startApp()
  const { run } = importing(app)
  const dry = await run(franceServices([{}]), { dryRun: true })
  expect(readdirSync(join(app.dataDir, 'imports'))).toEqual([dry.id])
  expect(await app.call(importEndpoints.cancel, { params: { id: dry.id } })).toMatchObject({
    state: 'cancelled',
  })
  expect(readdirSync(join(app.dataDir, 'imports'))).toEqual([])
})

test('[IMP23] a bad row is reported with its line and reason, the good ones are kept', async () => {
  const app = await startApp()
  const { run } = importing(app)
  const { report } = await run(
    franceServices([
      {},
      { id_fs: '2', latitude: '91' },
      { id_fs: '1' },
      { id_fs: '4', latitude: '', longitude: '' },
    ]),
  )
  expect(report.outcome).toBe('repair')
  expect(countsOf(report)).toEqual({ rows: 4, created: 2, updated: 0, unchanged: 0, ignored: 0, refused: 2 })
  expect(report.refused.map(({ line, field, code }) => [line, field, code])).toEqual([
    [3, 'latitude', 'coordinates_out_of_range'],
    [4, null, 'duplicate_key'],
  ])
  expect(report.reservations.map(({ line, code }) => [line, code])).toEqual([[5, 'place_without_point']])
  expect(await actorsOf(app)).toMatchObject({ total: 2, unplaced: 1 })
})

test('[IMP23] a key that comes back far from its first row is refused, the first time and again', async () => {
  const app = await startApp()
  const { run } = importing(app)
  const rows = Array.from({ length: 150 }, (_, i) => ({ id_fs: String(i + 1) }))
  const file = franceServices([...rows, { id_fs: '1', lib_fs: 'Autre nom' }])
  for (const [created, unchanged] of [
    [150, 0],
    [0, 150],
  ]) {
    const { report } = await run(file)
    expect(countsOf(report)).toEqual({ rows: 151, created, updated: 0, unchanged, ignored: 0, refused: 1 })
    expect(report.refused).toMatchObject([{ line: 152, code: 'duplicate_key', value: '1' }])
  }
})

test('[IMP24] a new version of a file changes only the fields that differ, which the history shows', async () => {
  const app = await startApp()
  const { run } = importing(app)
  await run(franceServices([{}, { id_fs: '2' }]))
  const { id, report } = await run(franceServices([{ telephone: '0102030405', h_lundi: '' }, { id_fs: '2' }]))
  expect(countsOf(report)).toEqual({ rows: 2, created: 0, updated: 1, unchanged: 1, ignored: 0, refused: 0 })
  const { items } = await actorsOf(app)
  const actors = await Promise.all(items.map(({ id }) => app.call(actorEndpoints.get, { params: { id } })))
  const changed = actors.find(({ sourceId }) => sourceId === '1')!
  expect(changed).toMatchObject({
    version: 2,
    openNow: null,
    contacts: [{ value: '01 02 03 04 05' }, { kind: 'email' }],
  })
  const history = await app.call(changeEndpoints.list, { query: { entityId: changed.id } })
  expect(history.map(({ verb, cause, field }) => [verb, cause, field]).toSorted()).toEqual([
    ['created', 'import', null],
    ['updated', 'import', 'contacts'],
    ['updated', 'import', 'places'],
  ])
  expect(await app.call(importEndpoints.undo, { params: { id } })).toMatchObject({
    removed: 0,
    restored: 2,
    survived: 0,
  })
  expect(await app.call(actorEndpoints.get, { params: { id: changed.id } })).toMatchObject({
    contacts: [{ value: '04 50 56 87 49' }, { kind: 'email' }],
    places: [{ hours: 'Mo 09:00-12:00,14:00-17:00' }],
  })
})

test('[IMP25] what a person has written is not overwritten, an archived actor stays archived', async () => {
  const app = await startApp()
  const { run } = importing(app)
  await run(franceServices([{ lib_fs: 'Avant' }, { id_fs: '2', lib_fs: 'Fermé' }]))
  const named = async (q: string) => (await actorsOf(app, q)).items[0]!.id
  const id = await named('avant')
  await app.call(actorEndpoints.update, { params: { id }, body: { version: 1, set: { name: 'Notre nom' } } })
  await app.call(actorEndpoints.archive, { params: { id: await named('ferme') } })
  const again = await run(franceServices([{ lib_fs: 'Après' }, { id_fs: '2', lib_fs: 'Rouvert' }]))
  expect(countsOf(again.report)).toEqual({
    rows: 2,
    created: 0,
    updated: 0,
    unchanged: 0,
    ignored: 2,
    refused: 0,
  })
  const partly = await run(franceServices([{ lib_fs: 'Après', telephone: '0102030405' }]))
  expect(countsOf(partly.report)).toMatchObject({ updated: 1 })
  expect(await app.call(actorEndpoints.get, { params: { id } })).toMatchObject({
    name: 'Notre nom',
    contacts: [{ value: '01 02 03 04 05' }, {}],
  })
})
