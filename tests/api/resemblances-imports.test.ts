import { describe, expect, it } from 'vitest'
import { findResemblances } from '#api/features/resemblances/find-resemblances.repository'
import { actorEndpoints } from '#contract/actors'
import { resemblanceEndpoints } from '#contract/resemblances'
import { DEFAULT_WORKSPACE } from '#db/workspace'
import { anActor, aPlace } from '../support/actors.ts'
import { MONDAY_10AM, startApp } from '../support/app.ts'
import { franceServices } from '../support/import-files.ts'
import { countsOf, importing } from '../support/import-runs.ts'

const ROW = {
  id_fs: '59001',
  lib_fs: 'France services de Fives',
  adresse: '1 rue Exemple',
  insee_com: '59350',
  code_postal: '59000',
  lib_com: 'Lille',
  latitude: '50.63',
  longitude: '3.0601',
  telephone: '03 20 00 00 01',
}

describe('imports and possible duplicates', () => {
  it('[DUP20] what an import has brought is compared with what was here; a merged row is neither recreated nor revived', async () => {
    const app = await startApp()
    const { run } = importing(app)
    const here = anActor({ name: 'Espace France Services Fives', places: [aPlace()] })
    await app.call(actorEndpoints.create, { body: here })
    const brought = await run(
      franceServices([ROW, { ...ROW, id_fs: '2', lib_fs: 'Autre', adresse: '9 rue Loin', latitude: '50.7' }]),
    )
    await findResemblances(app.database, DEFAULT_WORKSPACE, { run: brought.id }, MONDAY_10AM)
    const list = () => app.call(resemblanceEndpoints.list, { query: { run: brought.id } })
    const { items, total } = await list()
    expect(total).toBe(1)
    const [{ id, actors }] = items as [(typeof items)[0]]
    const versions = Object.fromEntries(actors.map((side) => [side.id, side.version]))
    const gone = actors.find((side) => side.id !== here.id)!.id
    await app.call(resemblanceEndpoints.decide, {
      params: { id },
      body: { verdict: 'duplicate', kept: here.id, fields: {}, versions },
    })
    const again = await run(franceServices([{ ...ROW, telephone: '03 20 00 00 09' }]))
    expect(countsOf(again.report)).toMatchObject({ rows: 1, created: 0, updated: 0, ignored: 1, refused: 0 })
    const read = (actor: string) => app.call(actorEndpoints.get, { params: { id: actor } })
    expect(await read(gone)).toMatchObject({ mergedInto: here.id, archivedAt: expect.any(String) })
    expect((await read(here.id)).contacts.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['03 20 00 00 01']),
    )
    await findResemblances(app.database, DEFAULT_WORKSPACE, 'all', MONDAY_10AM)
    expect((await list()).total).toBe(0)
    await app.call(resemblanceEndpoints.reopen, { params: { id } })
    expect(await read(gone)).toMatchObject({ mergedInto: null, archivedAt: null, name: ROW.lib_fs })
  })
})
