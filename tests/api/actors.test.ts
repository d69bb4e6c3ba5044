import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { changeEndpoints } from '#contract/changes'
import { driverOf } from '#db/driver'
import { anActor, aPlace } from '../support/actors.ts'
import { startApp } from '../support/app.ts'

const refused = (status: number, code: string) => ({ problem: expect.objectContaining({ status, code }) })

describe('writing an actor', () => {
  it('[ACT1] what was written is read back, places, hours and area included', async () => {
    const { call } = await startApp()
    const input = anActor({
      places: [aPlace({ hours: 'Mo-Fr 09:00-12:00' }), aPlace({ kind: 'stop', label: 'Marché' })],
      publics: ['jeunes', 'personnes-isolees'],
      approaches: [{ approach: 'peer_support', engagement: 'practised' }],
      contacts: [{ id: uuidv7(), kind: 'phone', value: '01 99 00 12 34', label: null }],
      area: { communes: ['59350'], zones: [], polygon: null },
    })
    const { actor, seq } = await call(actorEndpoints.create, { body: input })
    expect(await call(actorEndpoints.get, { params: { id: input.id } })).toEqual(actor)
    expect(actor).toMatchObject(input)
    expect(actor).toMatchObject({ family: 'B', freshness: 'unverified', openNow: true, version: 1 })
    expect(seq).toBeGreaterThan(0)
  })

  it('[ACT2] a visitor may read and not write', async () => {
    const { as } = await startApp()
    const visitor = await as('visitor')
    await expect(visitor.call(actorEndpoints.create, { body: anActor() })).rejects.toMatchObject(
      refused(403, 'forbidden'),
    )
    expect(await visitor.call(actorEndpoints.list, { query: {} })).toMatchObject({ total: 0 })
  })

  it('[ACT3] a wrong field is refused and named, and nothing is written', async () => {
    const { call } = await startApp()
    const wrong = call(actorEndpoints.create, { body: anActor({ name: '   ' }) })
    await expect(wrong).rejects.toMatchObject({
      problem: { status: 400, code: 'invalid_request', fields: { '/name': expect.any(String) } },
    })
    expect((await call(actorEndpoints.list, { query: {} })).total).toBe(0)
  })

  it('[ACT4] an unknown id is a 404, a used id a 409', async () => {
    const { call } = await startApp()
    await expect(call(actorEndpoints.get, { params: { id: uuidv7() } })).rejects.toMatchObject(
      refused(404, 'actor_not_found'),
    )
    const input = anActor()
    await call(actorEndpoints.create, { body: input })
    await expect(call(actorEndpoints.create, { body: input })).rejects.toMatchObject(
      refused(409, 'actor_already_exists'),
    )
  })
})

describe('two people edit', () => {
  it('[ACT5] disjoint fields merge; the same field is refused with both values', async () => {
    const { call } = await startApp()
    const { actor } = await call(actorEndpoints.create, { body: anActor() })
    const params = { id: actor.id }
    const patch = (set: object) => call(actorEndpoints.update, { params, body: { version: 1, set } })
    await patch({ name: 'CCAS de Lille Sud' })
    const { actor: merged } = await patch({ description: 'Accueil sans rendez-vous' })
    expect(merged).toMatchObject({
      name: 'CCAS de Lille Sud',
      description: 'Accueil sans rendez-vous',
      version: 3,
    })
    await expect(patch({ name: 'CCAS' })).rejects.toMatchObject({
      problem: {
        status: 412,
        code: 'stale_write',
        values: { name: { yours: 'CCAS', theirs: 'CCAS de Lille Sud' } },
      },
    })
    expect(await patch({ name: 'CCAS de Lille Sud' })).toMatchObject({ seq: null })
  })

  it('[ACT6] sixteen writers of one field: one wins, fifteen are told', async () => {
    const { call } = await startApp()
    const { actor } = await call(actorEndpoints.create, { body: anActor() })
    const names = Array.from({ length: 16 }, (_, n) => `Nom ${n}`)
    const results = await Promise.allSettled(
      names.map((name) =>
        call(actorEndpoints.update, { params: { id: actor.id }, body: { version: 1, set: { name } } }),
      ),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await call(actorEndpoints.get, { params: { id: actor.id } })).version).toBe(2)
  })
})

describe('history', () => {
  it('[CHG1] every write is a row with before and after, and its number can undo it', async () => {
    const { call } = await startApp()
    const { actor } = await call(actorEndpoints.create, { body: anActor() })
    const params = { id: actor.id }
    const { seq } = await call(actorEndpoints.update, {
      params,
      body: { version: 1, set: { name: 'Autre', publics: ['jeunes'] } },
    })
    const changes = await call(changeEndpoints.list, { query: { entityId: actor.id } })
    expect(changes.map(({ verb, field, before, after }) => [verb, field, before, after])).toEqual(
      expect.arrayContaining([
        ['updated', 'name', 'CCAS de Lille', 'Autre'],
        ['updated', 'publics', [], ['jeunes']],
      ]),
    )
    await call(changeEndpoints.undo, { params: { seq: seq! } })
    expect(await call(actorEndpoints.get, { params })).toMatchObject({ name: 'CCAS de Lille', publics: [] })
  })

  it('[CHG2] an undo that a later edit stands against is refused whole', async () => {
    const { call } = await startApp()
    const { actor } = await call(actorEndpoints.create, { body: anActor() })
    const params = { id: actor.id }
    const first = await call(actorEndpoints.update, {
      params,
      body: { version: 1, set: { name: 'Un', siret: '12345678901234' } },
    })
    await call(actorEndpoints.update, { params, body: { version: 2, set: { name: 'Deux' } } })
    await expect(call(changeEndpoints.undo, { params: { seq: first.seq! } })).rejects.toMatchObject(
      refused(409, 'cannot_undo'),
    )
    expect(await call(actorEndpoints.get, { params })).toMatchObject({
      name: 'Deux',
      siret: '12345678901234',
    })
  })

  it('[CHG3] archiving hides, restoring shows again, both can be undone', async () => {
    const { call } = await startApp()
    const { actor } = await call(actorEndpoints.create, { body: anActor() })
    const params = { id: actor.id }
    const total = async () => (await call(actorEndpoints.list, { query: {} })).total
    const { seq } = await call(actorEndpoints.archive, { params })
    expect(await total()).toBe(0)
    expect((await call(actorEndpoints.list, { query: { archived: true } })).total).toBe(1)
    await call(changeEndpoints.undo, { params: { seq: seq! } })
    expect(await total()).toBe(1)
  })

  it('[CHG4] a bulk edit is one change, undone as one', async () => {
    const { call } = await startApp()
    const inputs = Array.from({ length: 12 }, (_, n) => anActor({ name: `Acteur ${n}` }))
    for (const body of inputs) await call(actorEndpoints.create, { body })
    const ids = inputs.map(({ id }) => id)
    const { changed, seq } = await call(actorEndpoints.bulk, {
      body: { ids, action: 'add_public', value: 'seniors' },
    })
    expect(changed).toBe(12)
    const seniors = async () => (await call(actorEndpoints.list, { query: { public: ['seniors'] } })).total
    expect(await seniors()).toBe(12)
    await call(changeEndpoints.undo, { params: { seq: seq! } })
    expect(await seniors()).toBe(0)
  })

  it('[CHG5] forty writers at once: the sequence has no gap and no number twice', async () => {
    const { call, database } = await startApp()
    await Promise.all(Array.from({ length: 40 }, () => call(actorEndpoints.create, { body: anActor() })))
    const rows = await driverOf(database)<{ seq: string }[]>`SELECT DISTINCT seq FROM changes ORDER BY seq`
    const numbers = rows.map(({ seq }) => Number(seq))
    expect(numbers).toHaveLength(40)
    expect(numbers.at(-1)! - numbers[0]!).toBe(39)
  })
})
