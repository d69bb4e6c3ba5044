import { describe, expect, it } from 'vitest'
import { renewOpenDates } from '#api/features/actors/actors.hours.repository'
import { type ActorInput, actorEndpoints } from '#contract/actors'
import { driverOf } from '#db/driver'
import { everyWorkspace } from '#db/workspace'
import { anActor, aPlace } from '../support/actors.ts'
import { startApp } from '../support/app.ts'

async function withActors(...inputs: Partial<ActorInput>[]) {
  const app = await startApp()
  for (const input of inputs) await app.call(actorEndpoints.create, { body: anActor(input) })
  const names = async (query: object) =>
    (await app.call(actorEndpoints.list, { query })).items.map(({ name }) => name)
  return { ...app, names }
}

const ROUBAIX = aPlace({
  communeCode: '59512',
  communeName: 'Roubaix',
  point: { type: 'Point', coordinates: [3.18, 50.69] },
})

describe('search', () => {
  const people = [
    { name: 'Médiateurs de l’Épeule', typeId: 'mediateurs-sociaux', places: [ROUBAIX] },
    { name: 'Épicerie solidaire', typeId: 'ccas', description: 'Distribution de colis alimentaires' },
    { name: 'Point d’accueil', typeId: 'caf' },
  ]

  it('[SEA1] accents, case and elision do not matter', async () => {
    const { names } = await withActors(...people)
    expect(await names({ q: 'EPEULE' })).toEqual(['Médiateurs de l’Épeule'])
    expect(await names({ q: 'épicerie' })).toEqual(await names({ q: 'epicerie' }))
  })

  it('[SEA2] slips of the finger are corrected, and the answer says to what', async () => {
    const { names, call } = await withActors(...people)
    expect(await names({ q: 'medaiteurs' })).toEqual(['Médiateurs de l’Épeule'])
    expect(await names({ q: 'epicreie solidiare' })).toEqual(['Épicerie solidaire'])
    expect((await call(actorEndpoints.list, { query: { q: 'roubiax' } })).corrected).toBe('roubaix')
    expect((await call(actorEndpoints.list, { query: { q: 'roubaix' } })).corrected).toBeNull()
  })

  it('[SEA3] names, descriptions, types with their local aliases, and communes are searched', async () => {
    const { names } = await withActors(...people)
    expect(await names({ q: 'colis' })).toEqual(['Épicerie solidaire'])
    expect(await names({ q: 'allocations familiales' })).toEqual(['Point d’accueil'])
    expect(await names({ q: 'correspondants de nuit' })).toEqual(['Médiateurs de l’Épeule'])
    expect(await names({ q: 'mediat roub' })).toEqual(['Médiateurs de l’Épeule'])
  })

  it('[SEA4] signs of a query language are only signs', async () => {
    const { names } = await withActors(...people)
    for (const q of ["'", '& | !', ':*', 'épicerie & !solidaire', '\\', '%', '((', '<->']) await names({ q })
    expect(await names({ q: 'épicerie & solidaire' })).toEqual(['Épicerie solidaire'])
  })
})

describe('filters', () => {
  it('[FIL1] each filter narrows; facets count distinct actors and ignore their own filter', async () => {
    const { call } = await withActors(
      { name: 'a', typeId: 'ccas', publics: ['jeunes'] },
      { name: 'b', typeId: 'ccas', places: [ROUBAIX, aPlace()] },
      { name: 'c', typeId: 'caf', publics: ['jeunes', 'seniors'], verifiedAt: '2026-11-01T00:00:00Z' },
    )
    const facets = await call(actorEndpoints.facets, { query: { family: ['B'] } })
    const counts = (buckets: { value: string; count: number }[]) =>
      Object.fromEntries(buckets.map((b) => [b.value, b.count]))
    expect(counts(facets.family)).toEqual({ B: 2, C: 1 })
    expect(counts(facets.type)).toEqual({ ccas: 2 })
    expect(counts(facets.public)).toEqual({ jeunes: 1 })
    expect(counts(facets.commune)).toEqual({ '59350': 2, '59512': 1 })
    expect(counts((await call(actorEndpoints.facets, { query: {} })).freshness)).toEqual({
      unverified: 2,
      fresh: 1,
    })
  })

  it('[FIL2] a zero result says which filter to relax, and how many would come', async () => {
    const { call } = await withActors({ typeId: 'ccas' }, { typeId: 'caf', publics: ['jeunes'] })
    const page = await call(actorEndpoints.list, { query: { type: ['ccas'], public: ['jeunes'] } })
    expect(page).toMatchObject({
      total: 0,
      relax: [
        { filter: 'type', total: 1 },
        { filter: 'public', total: 1 },
      ],
    })
  })

  it('[FIL3] open now, and on a given day and hour, public holidays included', async () => {
    const { call } = await withActors(
      { name: 'matin', places: [aPlace({ hours: 'Mo-Fr 09:00-12:00' })] },
      { name: 'soir', places: [aPlace({ hours: 'Mo 18:00-20:00; PH off' })] },
      { name: 'nuit', places: [aPlace({ hours: 'Su 22:00-26:00' })] },
    )
    const open = async (query: object) =>
      (await call(actorEndpoints.list, { query: { ...query, sort: 'name' } })).items.map((a) => a.name)
    expect(await open({ openNow: true })).toEqual(['matin'])
    expect(await open({ openAt: '2026-11-30T19:00' })).toEqual(['soir'])
    expect(await open({ openAt: '2027-05-17T19:00' })).toEqual([])
    expect(await open({ openAt: '2026-11-23T01:30' })).toEqual(['nuit'])
  })

  it('[FIL4] freshness: fresh under six months, stale from twenty-four, unverified is its own', async () => {
    const { call } = await withActors(
      { name: 'frais', verifiedAt: '2026-06-01T00:00:00Z' },
      { name: 'vieillit', verifiedAt: '2025-11-23T00:00:00Z' },
      { name: 'ancien', verifiedAt: '2024-11-22T00:00:00Z' },
      { name: 'jamais' },
    )
    const { items } = await call(actorEndpoints.list, { query: { sort: 'verification' } })
    expect(items.map(({ name, freshness }) => [name, freshness])).toEqual([
      ['jamais', 'unverified'],
      ['ancien', 'stale'],
      ['vieillit', 'aging'],
      ['frais', 'fresh'],
    ])
  })

  it('[FIL5] close names are proposed before a second record is made', async () => {
    const { call } = await withActors({ name: 'Mission locale de Lille' }, { name: 'Bains-douches' })
    const similar = await call(actorEndpoints.similar, { query: { name: 'Mision locale Lille' } })
    expect(similar.map(({ name }) => name)).toEqual(['Mission locale de Lille'])
  })
})

describe('hours that depend on the date', () => {
  it('[FIL6] are worked out again before their year ends', async () => {
    const { call, database } = await startApp()
    const place = aPlace({ hours: 'Mo 18:00-20:00; PH off' })
    await call(actorEndpoints.create, { body: anActor({ places: [place] }) })
    const until = async () => {
      const [row] = await driverOf(database)<
        { until: string }[]
      >`SELECT open_until::text AS until FROM places`
      return row!.until
    }
    const renew = (at: string) =>
      everyWorkspace(database, 'seed', ({ tx }) => renewOpenDates(tx, new Date(at)))
    expect(await until()).toBe('2027-11-24')
    await renew('2027-03-01T09:00:00Z')
    expect(await until()).toBe('2027-11-24')
    await renew('2027-10-01T09:00:00Z')
    expect(await until()).toBe('2028-10-01')
  })
})
