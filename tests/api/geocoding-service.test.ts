import { describe, expect, it } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { geocodingEndpoints } from '#contract/geocoding'
import { privacyEndpoints } from '#contract/privacy'
import { anActor, aPlace } from '../support/actors.ts'
import { startApp } from '../support/app.ts'
import { type Answered, startGeocoder } from '../support/geocoder.ts'

const PORT: Answered = {
  label: '5 Rue du Port 59000 Lille',
  name: '5 Rue du Port',
  type: 'housenumber',
  score: 0.96,
  citycode: '59350',
  point: [3.061, 50.631],
}
const TOWN: Answered = { ...PORT, label: 'Lille', name: 'Lille', type: 'municipality', score: 0.99 }
const SECRET = 'Refuge Camille Martin'

const actorAt = (address: string, more: Parameters<typeof aPlace>[0] = {}, name = SECRET) =>
  anActor({
    name,
    places: [aPlace({ address, point: null, label: 'Bureau de Mme Martin', ...more })],
    contacts: [],
  })

async function start(behaviour: Parameters<typeof startGeocoder>[0] = {}, isAllowed = true) {
  const service = await startGeocoder({
    answers: { '5 rue du Port': PORT, '9 rue du Lac': TOWN },
    ...behaviour,
  })
  const app = await startApp({ geocoderUrl: service.url })
  if (isAllowed) await app.call(geocodingEndpoints.allow, { body: { service: true } })
  const create = (body: ReturnType<typeof anActor>) => app.call(actorEndpoints.create, { body })
  const locate = () => app.call(geocodingEndpoints.locate, { body: {} })
  return { ...app, ...service, create, locate }
}
const refused = (code: string) => ({ problem: expect.objectContaining({ code }) })

describe('the national service', () => {
  it('[GEO20] is asked only where an administrator has allowed it, which is noted', async () => {
    const { call, as, asked, create, locate } = await start({}, false)
    await create(actorAt('5 rue du Port'))
    expect(await locate()).toMatchObject({ located: 0, unplaced: 1 })
    expect(asked).toEqual([])
    for (const role of ['manager', 'observatory_officer', 'contributor'] as const)
      await expect(
        (await as(role)).call(geocodingEndpoints.allow, { body: { service: true } }),
      ).rejects.toMatchObject(refused('forbidden'))
    expect((await call(geocodingEndpoints.status, {})).service).toBe(false)
    await call(geocodingEndpoints.allow, { body: { service: true } })
    expect((await call(geocodingEndpoints.status, {})).service).toBe(true)
    expect(await locate()).toMatchObject({ located: 1, unplaced: 0, matches: { housenumber: 1 } })
    const events = await call(privacyEndpoints.events, { query: {} })
    expect(events.map(({ kind, detail }) => [kind, detail])).toContainEqual([
      'workspace_changed',
      { fields: 'geocodes', geocodes: true },
    ])
  })

  it('[GEO21] receives ways, postcodes and commune codes, and nothing else: no name, no complement, nothing private', async () => {
    const { create, asked, locate } = await start()
    await create(actorAt('Chez Mme Martin, bât. C, 5 rue du Port, BP 3'))
    await create(actorAt('7 rue Cachée', { audience: 'private' }))
    await create({ ...actorAt('7 rue Intime'), kind: 'function' })
    await create(actorAt('Chez Camille Martin'))
    await locate()
    expect(asked).toHaveLength(1)
    const [{ path, fields, columns, rows, headers }] = asked as [(typeof asked)[number]]
    expect(path).toBe('/geocodage/search/csv')
    expect(columns).toEqual(['id', 'adresse', 'postcode', 'citycode'])
    expect(rows).toEqual([{ id: '0', adresse: '5 rue du Port', postcode: '59000', citycode: '59350' }])
    expect(fields.slice(0, 3)).toEqual([
      ['columns', 'adresse'],
      ['postcode', 'postcode'],
      ['citycode', 'citycode'],
    ])
    expect(new Set(fields.slice(3).map(([name]) => name))).toEqual(new Set(['result_columns']))
    expect(JSON.stringify({ fields, rows, headers })).not.toMatch(
      /martin|camille|refuge|cachée|intime|cookie|maillage/i,
    )
  })

  it('[GEO22] never places at a municipality, and its doubts are offered to a person', async () => {
    const { call, create, locate, asked } = await start({
      answers: {
        '5 rue du Port': { ...PORT, name: '5 Rue du Pont', label: '5 Rue du Pont 59000 Lille' },
        '9 rue du Lac': TOWN,
      },
    })
    await create(actorAt('5 rue du Port', {}, 'A'))
    await create(actorAt('9 rue du Lac', {}, 'B'))
    expect(await locate()).toMatchObject({ located: 0, unplaced: 2, seq: null })
    const { items } = await call(geocodingEndpoints.unplaced, { query: {} })
    expect(items.map(({ candidates }) => candidates.map(({ label }) => label))).toEqual([
      ['5 Rue du Pont 59000 Lille'],
      [],
    ])
    await locate()
    expect(asked).toHaveLength(1)
  })

  it('[GEO23] is waited for when it says so, and a wait too long is told', async () => {
    const patient = await start({ busy: 1, retryAfter: '1' })
    await patient.create(actorAt('5 rue du Port'))
    expect(await patient.locate()).toMatchObject({ located: 1 })
    expect(patient.asked).toHaveLength(2)
    expect(patient.asked[1]!.at - patient.asked[0]!.at).toBeGreaterThan(990)
  })

  it('[GEO23] a wait longer than a person has is said, and nothing is written', async () => {
    const { create, locate, call } = await start({ busy: 9, retryAfter: '600' })
    await create(actorAt('5 rue du Port'))
    await expect(locate()).rejects.toMatchObject(refused('geocoder_busy'))
    expect((await call(geocodingEndpoints.status, {})).unplaced).toBe(1)
  })

  it('[GEO24] what it says is not trusted: other columns, absurd positions, no CSV, a redirection, silence', async () => {
    const head =
      'id,longitude,latitude,result_score,result_label,result_name,result_type,result_citycode,result_status'
    const odd = [
      '0,999,50,1,x,5 rue du Port,housenumber,59350,ok',
      '7,3,50,1,x,5 rue du Port,housenumber,59350,ok',
    ]
    const unread = await start({ body: [head, ...odd].join('\n') })
    await unread.create(actorAt('5 rue du Port'))
    expect(await unread.locate()).toMatchObject({ located: 0, unplaced: 1 })
  })

  it.each([
    ['an empty page', { body: '<html></html>' }, 'geocoder_answer'],
    ['a refusal', { body: 'no', status: 400 }, 'geocoder_answer'],
    ['too much', { body: 'x'.repeat(3_000_000) }, 'geocoder_answer'],
    ['a failure', { body: '', status: 502, retryAfter: '0' }, 'geocoder_unreachable'],
  ])('[GEO24] %s is a named refusal', { timeout: 60_000 }, async (_, behaviour, code) => {
    const { create, locate } = await start(behaviour)
    await create(actorAt('5 rue du Port'))
    await expect(locate()).rejects.toMatchObject(refused(code))
  })

  it('[GEO24] an address that nobody serves is a named refusal', { timeout: 60_000 }, async () => {
    const app = await startApp({ geocoderUrl: 'http://127.0.0.1:9' })
    await app.call(geocodingEndpoints.allow, { body: { service: true } })
    await app.call(actorEndpoints.create, { body: actorAt('5 rue du Port') })
    await expect(app.call(geocodingEndpoints.locate, { body: {} })).rejects.toMatchObject(
      refused('geocoder_unreachable'),
    )
  })

  it('[GEO25] a thousand addresses go in few requests, spaced', { timeout: 120_000 }, async () => {
    const { create, locate, asked } = await start()
    const places = Array.from({ length: 190 })
    for (let at = 0; at < 3; at++)
      await create(
        anActor({
          places: places.map((_, rank) =>
            aPlace({ address: `${at * 190 + rank + 1} rue du Bac`, point: null }),
          ),
        }),
      )
    await locate()
    expect(asked.map(({ rows }) => rows.length)).toEqual([500, 70])
    expect(asked[1]!.at - asked[0]!.at).toBeGreaterThan(90)
  })
})
