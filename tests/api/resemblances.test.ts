import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { resemblanceEndpoints } from '#contract/resemblances'
import { anActor, aPlace } from '../support/actors.ts'
import { aContact, startPair } from '../support/resemblances.ts'

const refused = (status: number, code: string) => ({ problem: expect.objectContaining({ status, code }) })

describe('possible duplicates', () => {
  it('[DUP5] a pair is found once, with its reasons in words, and can be read by stewards alone', async () => {
    const { app, one, other, find, list } = await startPair()
    expect(await find()).toEqual({ found: 1 })
    expect(await find()).toEqual({ found: 0 })
    const { items, total } = await list()
    expect(total).toBe(1)
    expect(items[0]).toMatchObject({
      reasons: ['name_and_place'],
      likely: 'duplicate',
      verdict: null,
      seq: null,
    })
    expect(items[0]!.actors.map(({ id }) => id).toSorted()).toEqual([one.id, other.id].toSorted())
    expect(items[0]!.actors[0]).not.toHaveProperty('note')
    for (const role of ['contributor', 'trainer'] as const)
      await expect(list({}, await app.as(role))).rejects.toMatchObject(refused(403, 'forbidden'))
    for (const role of ['manager', 'observatory_officer'] as const)
      expect((await list({}, await app.as(role))).total).toBe(1)
    const stranger = await (await app.otherWorkspace()).as('administrator')
    expect((await list({}, stranger)).total).toBe(0)
    expect(await stranger.call(resemblanceEndpoints.find, { body: {} })).toEqual({ found: 0 })
  })

  it('[DUP6] around one actor, only its pairs are looked for', async () => {
    const { app, one, find, list } = await startPair()
    for (const name of ['Médiathèque Jean Lévy', 'Bibliothèque Jean-Lévy'])
      await app.call(actorEndpoints.create, {
        body: anActor({ name, places: [aPlace({ address: '9 rue Autre' })] }),
      })
    expect(await app.call(resemblanceEndpoints.find, { body: { actor: one.id } })).toEqual({ found: 1 })
    expect(await find()).toEqual({ found: 1 })
    expect((await list({ actor: one.id })).total).toBe(1)
    expect((await list()).total).toBe(2)
    expect((await list({ run: newId() })).total).toBe(0)
  })

  it('[DUP6] phones and e-mails are compared in one notation, wherever the other is', async () => {
    const there = {
      address: '9 rue Autre',
      point: null,
      communeCode: null,
      communeName: null,
      postcode: null,
    }
    const { app, one, list } = await startPair(
      { name: 'Les Amis du lien', contacts: [aContact('03 20 00 00 01')] },
      { name: 'Amis du Lien (association)', contacts: [aContact('+33320000001')], places: [aPlace(there)] },
    )
    await app.call(resemblanceEndpoints.find, { body: { actor: one.id } })
    expect((await list()).items[0]).toMatchObject({ reasons: ['phone'], likely: 'unsure' })
  })

  it('[DUP7] a phone of many is a switchboard’s: it says nothing', async () => {
    const contacts = () => [aContact('03 20 00 00 02')]
    const { app, find, list } = await startPair(
      { name: 'Atelier vélo', contacts: contacts() },
      {
        name: 'Atelier vélo solidaire',
        contacts: contacts(),
        places: [aPlace({ point: null, address: null })],
      },
    )
    await find()
    expect((await list()).total).toBe(1)
    for (const name of ['Ludothèque', 'Piscine', 'Archives'])
      await app.call(actorEndpoints.create, { body: anActor({ name, contacts: contacts() }) })
    await find()
    expect((await list()).total).toBe(0)
  })

  it('[DUP8] what is decided is not asked again; what is unsure waits apart, and is asked again for a new reason', async () => {
    const { other, find, list, pair, decide, edit, reopen } = await startPair()
    await find()
    const { id } = await pair()
    expect(await decide(id, { verdict: 'distinct' })).toMatchObject({
      verdict: 'distinct',
      decidedBy: 'Compte administrator',
    })
    expect(await find()).toEqual({ found: 0 })
    expect((await list()).total).toBe(0)
    await expect(decide(id, { verdict: 'unsure' })).rejects.toMatchObject(refused(409, 'resemblance_decided'))
    expect((await list({ verdict: 'distinct' })).items[0]).toMatchObject({ id })
    expect(await reopen(id)).toMatchObject({ verdict: null, decidedAt: null, decidedBy: null })
    await decide(id, { verdict: 'unsure' })
    await find()
    expect((await list()).total).toBe(0)
    expect((await list({ verdict: 'unsure' })).total).toBe(1)
    await edit(other.id, { contacts: [aContact('03 20 00 00 03')] })
    const [first] = (await list({ verdict: 'unsure' })).items[0]!.actors.filter(
      (side) => side.id !== other.id,
    )
    await edit(first!.id, { contacts: [aContact('0320000003')] })
    await find()
    expect((await list()).items[0]).toMatchObject({ id, verdict: null, reasons: ['phone', 'name_and_place'] })
  })

  it('[DUP9] a pair goes with its actor, and when the two no longer resemble each other', async () => {
    const { app, one, other, find, list, edit } = await startPair()
    await find()
    await app.call(actorEndpoints.archive, { params: { id: one.id } })
    expect((await list()).total).toBe(0)
    await app.call(actorEndpoints.restore, { params: { id: one.id } })
    expect((await list()).total).toBe(1)
    await edit(other.id, { name: 'Planning familial' })
    await find()
    expect((await list()).total).toBe(0)
  })
})

describe('a part of another', () => {
  it('[DUP10] the part says of what it is a part, never in a circle, and this can be taken back', async () => {
    const siret = '21590350100017'
    const { app, one, other, find, pair, decide, reopen, read } = await startPair(
      { siret },
      { siret, name: 'Mairie' },
    )
    await find()
    const { id, part, likely } = await pair()
    expect([likely, part]).toEqual(['part_of', one.id])
    await expect(decide(id, { verdict: 'part_of', part: newId() })).rejects.toMatchObject(
      refused(400, 'invalid_request'),
    )
    const decided = await decide(id, { verdict: 'part_of', part: one.id })
    expect(decided).toMatchObject({ verdict: 'part_of', part: one.id, seq: expect.any(Number) })
    expect((await read(one.id)).partOf).toBe(other.id)
    const body = anActor({ name: 'Mairie de Lille', siret })
    await app.call(actorEndpoints.create, { body })
    await reopen(id)
    expect((await read(one.id)).partOf).toBeNull()
    expect(await pair()).toMatchObject({ id, verdict: null })
  })
})
