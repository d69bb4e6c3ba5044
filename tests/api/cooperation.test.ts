import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { briefEndpoints } from '#contract/briefs'
import { scaleEndpoints } from '#contract/scales'
import { driverOf } from '#db/driver'
import { refusalOf } from '../support/accounts.ts'
import { aPlace } from '../support/actors.ts'
import { startApp } from '../support/app.ts'
import { aJudgement, anActorOf, assess, type Client } from '../support/cooperation.ts'

const WORDS: [string, string, string, string] = ['aucun', 'utile', 'important', 'vital']

describe('the words of the scales', () => {
  it('[ASM6] are the product’s until the room writes its own; two people who write different ones are merged', async () => {
    const app = await startApp()
    const trainer = await app.as('trainer')
    const get = () => app.call(scaleEndpoints.get, {})
    const set = (version: number, words: object) =>
      trainer.call(scaleEndpoints.update, { body: { version, set: words } })
    expect(await get()).toEqual({
      need: null,
      possibility: null,
      quadrants: null,
      teamId: null,
      version: 0,
    })
    expect(await set(0, { need: WORDS })).toMatchObject({ need: WORDS, possibility: null, version: 1 })
    const team = await anActorOf(app)
    expect(await set(0, { teamId: team })).toMatchObject({ need: WORDS, teamId: team, version: 2 })
    expect(await refusalOf(set(0, { need: null }))).toBe('412 stale_write')
    expect(await set(2, { need: WORDS })).toMatchObject({ version: 2 })
    expect(await refusalOf(set(2, { teamId: newId() }))).toBe('400 invalid_request')
    expect(
      await refusalOf(
        (await app.as('contributor')).call(scaleEndpoints.update, { body: { version: 2, set: {} } }),
      ),
    ).toBe('403 forbidden')
    const hidden = await anActorOf(app, { audience: 'private' })
    await set(2, { teamId: hidden })
    expect((await (await app.as('participant')).call(scaleEndpoints.get, {})).teamId).toBe(null)
  })
})

describe.runIf(process.env.TEST_DATABASE_URL)('a server', () => {
  it('[ASM19] compiles no statement and shares none among workers: five thousand judgements wait for neither', async () => {
    const { database } = await startApp()
    const [settings] = await driverOf(database)`
      SELECT current_setting('jit') AS jit, current_setting('max_parallel_workers_per_gather') AS workers`
    expect({ ...settings }).toEqual({ jit: 'off', workers: '0' })
  })
})

describe('briefs', () => {
  it('[ASM7] hold every actor of the filter by name, then those that something names', async () => {
    const app = await startApp()
    const judged = await anActorOf(app, { name: 'Zèbre', typeId: 'association' })
    const b = await anActorOf(app, {
      name: 'B',
      places: [
        aPlace(),
        aPlace({ point: { type: 'Point', coordinates: [3.01, 50.6] }, audience: 'private' }),
        aPlace({ point: null }),
      ],
    })
    const a = await anActorOf(app, { name: 'A' })
    await anActorOf(app, { name: 'Autre', typeId: 'association' })
    await assess(app, aJudgement(judged, { possibility: null }))
    const list = (client: Client, query = {}) => client.call(briefEndpoints.list, { query })
    const { items, total } = await list(app, { type: ['ccas'] })
    expect(total).toBe(2)
    expect(items.map(({ id, filtered }) => [id, filtered])).toEqual([
      [a, true],
      [b, true],
      [judged, false],
    ])
    expect(items[1]).toMatchObject({
      points: [
        [3.06, 50.63],
        [3.01, 50.6],
      ],
      typeId: 'ccas',
      publics: [],
      approaches: [],
    })
    expect((await list(await app.as('participant'), { q: 'ccas' })).items[1]!.points).toEqual([[3.06, 50.63]])
    expect((await list(app)).items).toHaveLength(4)
    expect(await list(app, { commune: ['01001'] })).toMatchObject({ total: 0, items: [{ id: judged }] })
  })
})
