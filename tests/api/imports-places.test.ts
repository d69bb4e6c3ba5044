import { expect, test } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { putCommunes } from '../support/addresses.ts'
import { startApp } from '../support/app.ts'
import { importing } from '../support/import-runs.ts'

const ADDRESSES = `id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat
59350_0001_00012;12;;Rue Legrand;59000;59350;Lille;3.0889;50.63155
59350_0001_00014;14;;Rue Legrand;59000;59350;Lille;3.0891;50.6316
`
const LIST = `nom;adresse;code_postal;commune
Médiathèque;12 rue Legrand;59000;Lille
Ailleurs;3 rue Inconnue;59000;Lille
`

test('[IMP45] a list without points gets those of its addresses and its communes, and keeps what was placed since', async () => {
  const app = await startApp()
  await putCommunes(app.database, [{ code: '59350', name: 'Lille', postcodes: ['59000', '59800'] }])
  const { run } = importing(app)
  expect((await run(ADDRESSES)).report).toMatchObject({ format: 'ban_addresses', created: 2 })
  const answers = { mapping: 'confirmed' }
  const { report } = await run(LIST, { answers })
  expect(report).toMatchObject({ created: 2, unplaced: 1, outcome: 'repair' })
  expect(report.reservations.map(({ code, line }) => [code, line])).toContainEqual(['address_located', 2])
  const { items } = await app.call(actorEndpoints.list, { query: {} })
  const actors = await Promise.all(items.map(({ id }) => app.call(actorEndpoints.get, { params: { id } })))
  const [lost, found] = ['Ailleurs', 'Médiathèque'].map(
    (name) => actors.find((actor) => actor.name === name)!,
  )
  expect(found!.places[0]).toMatchObject({
    communeCode: '59350',
    point: { coordinates: [3.0889, 50.63155] },
  })
  expect(lost!.places[0]).toMatchObject({ communeCode: '59350', point: null })

  const [place] = lost!.places
  const point = { type: 'Point' as const, coordinates: [3.06, 50.63] as [number, number] }
  await app.call(actorEndpoints.update, {
    params: { id: lost!.id },
    body: { version: 1, set: { places: [{ ...place!, point }] } },
  })
  expect((await run(LIST, { answers })).report).toMatchObject({
    created: 0,
    updated: 0,
    unchanged: 2,
    kept: 0,
  })
})
