import { describe, expect, it } from 'vitest'
import { locateAddresses } from '#api/features/geocoding/locate-addresses.repository'
import type { WantedAddress } from '#api/features/geocoding/wanted-addresses.repository'
import { actorEndpoints } from '#contract/actors'
import { changeEndpoints } from '#contract/changes'
import { geocodingEndpoints } from '#contract/geocoding'
import { DEFAULT_WORKSPACE, readWorkspace } from '#db/workspace'
import { anActor, aPlace } from '../support/actors.ts'
import { putAddresses, putCommunes } from '../support/addresses.ts'
import { startApp } from '../support/app.ts'

const READER = { workspaceId: DEFAULT_WORKSPACE, audience: 'private' } as const
const LILLE = [
  { number: '1', street: 'Rue du Port', point: [3.06, 50.63] },
  { number: '5', street: 'Rue du Port', point: [3.0604, 50.63] },
  { number: '12', street: 'Avenue du Général de Gaulle', point: [3.07, 50.64] },
  { number: '12', street: 'Rue Jean Jaurès', point: [3.08, 50.62] },
  { street: 'Le Sorbier Sud', point: [3.09, 50.61] },
] as const
const unplaced = (address: string | null, more: Parameters<typeof aPlace>[0] = {}) =>
  aPlace({ address, point: null, ...more })
const named = (name: string, ...places: ReturnType<typeof aPlace>[]) => anActor({ name, places })

async function start() {
  const app = await startApp()
  await putAddresses(
    app.database,
    LILLE.map((one) => ({ ...one, point: [...one.point] })),
  )
  const find = async (address: string, more: Partial<WantedAddress> = {}) => {
    const wanted = {
      key: 'k',
      address,
      postcode: '59000',
      communeCode: '59350',
      communeName: 'Lille',
      ...more,
    }
    return (
      await readWorkspace(app.database, READER, (tx) => locateAddresses(tx, DEFAULT_WORKSPACE, [wanted]))
    ).get('k')!
  }
  return { ...app, find }
}

describe('looking for an address', () => {
  it('[GEO13] it is found by commune, street and number, however it is written', async () => {
    const { find } = await start()
    for (const text of [
      '12 av. du Gal de Gaulle',
      'CCAS\n12, AVENUE GENERAL DE GAULLE\nCS 123\n59000 LILLE CEDEX',
    ])
      expect((await find(text)).found).toMatchObject({
        match: 'housenumber',
        point: { coordinates: [3.07, 50.64] },
      })
    expect((await find('12 rue Jean Jaurez')).found).toMatchObject({ match: 'housenumber', score: 0.95 })
    expect((await find('3 rue du Port')).found).toMatchObject({ match: 'interpolation' })
    expect((await find('Lieu-dit Le Sorbier Sud')).found).toMatchObject({ match: 'locality' })
  })

  it('[GEO14] what is not sure is offered, never taken: another street, a number that is not there, a hamlet beside', async () => {
    const { find } = await start()
    for (const text of ['1 rue du Pont', '40 rue du Port', '12 rue Jaurès', '3 rue Inconnue, Le Sorbier Sud'])
      expect(await find(text)).toMatchObject({ found: null, candidates: [{ score: expect.any(Number) }] })
    expect(await find('8 rue Xylophone')).toEqual({ found: null, candidates: [] })
    expect(await find('BP 12')).toEqual({ found: null, candidates: [] })
    expect(await find('Lille')).toEqual({ found: null, candidates: [] })
  })

  it('[GEO15] without a code, its postcode and name tell the commune; several communes are for a person', async () => {
    const { find, database } = await start()
    await putCommunes(database, [
      { code: '59350', name: 'Lille', postcodes: ['59000', '59160'] },
      { code: '59346', name: 'Loos', postcodes: ['59120', '59000'] },
    ])
    const uncoded = (more: Partial<WantedAddress> = {}) => ({ communeCode: null, ...more })
    expect((await find('1 rue du Port', uncoded())).found).toMatchObject({ match: 'housenumber' })
    expect((await find('1 rue du Port', uncoded({ postcode: null }))).found).not.toBeNull()
    expect(
      (await find('1 rue du Port 59000 LILLE', uncoded({ postcode: null, communeName: null }))).found,
    ).not.toBeNull()
    expect((await find('1 rue du Port', uncoded({ postcode: null, communeName: null }))).candidates).toEqual(
      [],
    )
    expect((await find('1 rue du Port', uncoded({ communeName: 'Roubaix' }))).found).toBeNull()
    await putAddresses(database, [
      { number: '1', street: 'Rue du Port', code: '59346', commune: 'Loos', point: [3.01, 50.61] },
    ])
    expect(await find('1 rue du Port', uncoded({ communeName: null }))).toMatchObject({
      found: null,
      candidates: [{ match: 'housenumber' }, { match: 'housenumber' }],
    })
  })

  it('[GEO16] nobody finds the addresses of another workspace', async () => {
    const { database, otherWorkspace } = await start()
    const { id } = await otherWorkspace()
    const wanted = {
      key: 'k',
      address: '1 rue du Port',
      postcode: null,
      communeCode: '59350',
      communeName: null,
    }
    const found = await readWorkspace(database, { workspaceId: id, audience: 'private' }, (tx) =>
      locateAddresses(tx, id, [wanted]),
    )
    expect(found.get('k')).toEqual({ found: null, candidates: [] })
  })
})

describe('places without a point', () => {
  it('[GEO17] are listed with what was found, and looked for in one write that is undone as one', async () => {
    const { call } = await start()
    const sure = named('Accueil', unplaced('5 rue du Port'), aPlace())
    const doubtful = named('Boutique', unplaced('40 rue du Port'))
    for (const body of [sure, doubtful, named('Sans adresse', unplaced(null))])
      await call(actorEndpoints.create, { body })
    expect(await call(geocodingEndpoints.status, {})).toMatchObject({
      addresses: 5,
      communes: 1,
      unplaced: 2,
      service: false,
    })
    const before = await call(geocodingEndpoints.unplaced, { query: {} })
    expect(before.items.map(({ actor, candidates }) => [actor.name, candidates[0]?.match])).toEqual([
      ['Accueil', 'housenumber'],
      ['Boutique', 'street'],
    ])
    const done = await call(geocodingEndpoints.locate, { body: {} })
    expect(done).toMatchObject({
      located: 1,
      unplaced: 1,
      more: false,
      matches: { housenumber: 1, street: 0 },
    })
    const placed = await call(actorEndpoints.get, { params: { id: sure.id } })
    expect(placed.places[0]!.point?.coordinates).toEqual([3.0604, 50.63])
    expect(placed.editedFields).not.toContain('places')
    await call(changeEndpoints.undo, { params: { seq: done.seq! } })
    const undone = await call(actorEndpoints.get, { params: { id: sure.id } })
    expect(undone.places.map(({ point }) => point === null)).toEqual([true, false])
  })

  it('[GEO18] those of a function, of an archived actor and above the reader are left alone', async () => {
    const { call, as } = await start()
    const team = named('Foyer', unplaced('1 rue du Port', { audience: 'private' }))
    const gone = named('Fermé', unplaced('1 rue du Port'))
    const person = { ...named('Médiatrice', unplaced('1 rue du Port')), kind: 'function' as const }
    for (const body of [team, gone, person]) await call(actorEndpoints.create, { body })
    await call(actorEndpoints.archive, { params: { id: gone.id } })
    const contributor = await as('contributor')
    expect((await contributor.call(geocodingEndpoints.unplaced, { query: {} })).total).toBe(0)
    expect(
      (await call(geocodingEndpoints.unplaced, { query: {} })).items.map(({ actor }) => actor.name),
    ).toEqual(['Foyer'])
    expect(await call(geocodingEndpoints.locate, { body: {} })).toMatchObject({ located: 1, unplaced: 0 })
  })

  it('[GEO19] limits hold: the whole workspace skips what lies beyond them, a named actor refuses', async () => {
    const { call, as } = await start()
    const body = named('CCAS', unplaced('1 rue du Port'))
    await call(actorEndpoints.create, { body })
    const limited = await as('manager', { limits: { families: ['M'] } })
    expect(await limited.call(geocodingEndpoints.locate, { body: {} })).toMatchObject({
      located: 0,
      seq: null,
    })
    await expect(
      limited.call(geocodingEndpoints.locate, { body: { actorIds: [body.id] } }),
    ).rejects.toMatchObject({
      problem: { code: 'outside_limits' },
    })
    expect(await call(geocodingEndpoints.locate, { body: { actorIds: [body.id] } })).toMatchObject({
      located: 1,
    })
  })
})
