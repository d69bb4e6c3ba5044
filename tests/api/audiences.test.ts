import { distance } from '@turf/turf'
import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { actorEndpoints, type Place } from '#contract/actors'
import { changeEndpoints } from '#contract/changes'
import type { Contact, ContactPerson } from '#contract/contacts'
import type { Role } from '#contract/roles'
import { territoryEndpoints } from '#contract/territories'
import { anActor, aPlace } from '../support/actors.ts'
import { startApp } from '../support/app.ts'
import { rowsAsOperator } from '../support/database.ts'

const LILLE = [3.06, 50.63] as const

const aContact = (more: Partial<Contact> = {}): Contact => ({
  id: newId(),
  kind: 'phone',
  value: '0353640000',
  label: null,
  audience: 'public',
  person: null,
  ...more,
})
const aPerson = (more: Partial<ContactPerson> = {}): ContactPerson => ({
  name: 'Dominique Test',
  role: 'référente accueil',
  consentedOn: '2026-11-01',
  verifiedOn: null,
  ...more,
})

type App = Awaited<ReturnType<typeof startApp>>
const create = (app: Pick<App, 'call'>, actor: ReturnType<typeof anActor>) =>
  app.call(actorEndpoints.create, { body: actor })
const read = (app: Pick<App, 'call'>, id: string) => app.call(actorEndpoints.get, { params: { id } })

describe('each field has an audience', () => {
  it('[AUD1] contacts, places and notes above the reader are not in the answer', async () => {
    const app = await startApp()
    const actor = anActor({
      note: 'Ne répond que le mardi',
      contacts: [
        aContact({ value: '1' }),
        aContact({ value: '2', audience: 'partners' }),
        aContact({ value: '3', audience: 'private', person: aPerson() }),
      ],
      places: [aPlace({ label: 'ouvert' }), aPlace({ label: 'équipe', audience: 'private' })],
    })
    await create(app, actor)
    const seenBy = async (role: Role) => {
      const { contacts, places, note } = await read(await app.as(role), actor.id)
      return [contacts.map(({ value }) => value).join(), places.map(({ label }) => label).join(), note]
    }
    expect(await seenBy('visitor')).toEqual(['1', 'ouvert', undefined])
    expect(await seenBy('participant')).toEqual(['1,2', 'ouvert', undefined])
    expect(await seenBy('contributor')).toEqual(['1,2', 'ouvert', undefined])
    expect(await seenBy('trainer')).toEqual(['1,2,3', 'ouvert,équipe', 'Ne répond que le mardi'])
  })

  it('[AUD2] nothing of an actor is seen by more people than the actor itself', async () => {
    const app = await startApp()
    const actor = anActor({ audience: 'partners', contacts: [aContact()] })
    await create(app, actor)
    const visitor = await app.as('visitor')
    await expect(read(visitor, actor.id)).rejects.toMatchObject({ problem: { status: 404 } })
    const hidden = await rowsAsOperator(
      app.database,
      sql`SELECT visible_to FROM contacts UNION ALL SELECT visible_to FROM places UNION ALL SELECT audience FROM map_points`,
    )
    expect(hidden).toEqual(Array(3).fill({ visible_to: 'partners' }))
    await app.call(actorEndpoints.update, {
      params: { id: actor.id },
      body: { version: 1, set: { audience: 'public' } },
    })
    expect((await read(visitor, actor.id)).contacts).toHaveLength(1)
  })

  it('[AUD3] who does not see a contact leaves it in place, and an undo brings back only what its writer saw', async () => {
    const app = await startApp()
    const contributor = await app.as('contributor')
    const open = aContact({ value: '1' })
    const closed = aContact({ value: 'secret', audience: 'private', person: aPerson() })
    const actor = anActor({ contacts: [open, closed] })
    await create(app, actor)
    const { seq } = await contributor.call(actorEndpoints.update, {
      params: { id: actor.id },
      body: { version: 1, set: { contacts: [{ ...open, value: '9' }] } },
    })
    const values = async () => (await read(app, actor.id)).contacts.map(({ value }) => value).toSorted()
    expect(await values()).toEqual(['9', 'secret'])
    await app.call(changeEndpoints.undo, { params: { seq: seq! } })
    expect(await values()).toEqual(['1', 'secret'])
  })

  it('[AUD4] nobody writes a field that they may not read', async () => {
    const app = await startApp()
    const contributor = await app.as('contributor')
    const actor = anActor()
    await create(contributor, actor)
    for (const set of [{ note: 'x' }, { audience: 'private' as const }])
      await expect(
        contributor.call(actorEndpoints.update, { params: { id: actor.id }, body: { version: 1, set } }),
      ).rejects.toMatchObject({ problem: { status: 403, code: 'field_above_audience' } })
    await expect(create(contributor, anActor({ note: 'x' }))).rejects.toMatchObject({
      problem: { code: 'field_above_audience' },
    })
  })

  it('[AUD5] words and communes of what one does not see are neither found nor proposed', async () => {
    const app = await startApp()
    const hidden = aPlace({
      label: 'Xylophone',
      communeName: 'Ailleurs',
      communeCode: '59512',
      audience: 'private',
    })
    const actor = anActor({ places: [aPlace(), hidden] })
    await create(app, actor)
    await create(app, anActor({ name: 'Quetzal', audience: 'private' }))
    const visitor = await app.as('visitor')
    const total = async (reader: Pick<App, 'call'>, query: object) =>
      (await reader.call(actorEndpoints.list, { query })).total
    expect(await total(visitor, { commune: '59512' })).toBe(0)
    expect(await total(app, { commune: '59512' })).toBe(1)
    expect(await total(visitor, { q: 'xylophone' })).toBe(0)
    const slip = await visitor.call(actorEndpoints.list, { query: { q: 'quetzel' } })
    expect([slip.total, slip.corrected]).toEqual([0, null])
    expect((await app.call(actorEndpoints.list, { query: { q: 'quetzel' } })).corrected).toBe('quetzal')
  })

  it('[AUD6] withdrawn from an audience, a name is not proposed to it any more', async () => {
    const app = await startApp()
    const actor = anActor({ name: 'Quetzal' })
    await create(app, actor)
    await app.call(actorEndpoints.update, {
      params: { id: actor.id },
      body: { version: 1, set: { audience: 'private' } },
    })
    const slip = await (await app.as('visitor')).call(actorEndpoints.list, { query: { q: 'quetzel' } })
    expect([slip.total, slip.corrected]).toEqual([0, null])
  })
})

describe('natural persons', () => {
  it('[PRS1] a person behind a contact needs a consent that is dated and given', async () => {
    const app = await startApp()
    const withPerson = (person: object) =>
      create(app, anActor({ contacts: [aContact({ person: person as ContactPerson })] }))
    await expect(withPerson({ name: 'Dominique', role: null, verifiedOn: null })).rejects.toMatchObject({
      problem: { status: 400, code: 'invalid_request' },
    })
    await expect(withPerson(aPerson({ consentedOn: '2026-11-24' }))).rejects.toMatchObject({
      problem: { status: 400, fields: { '/contacts/0/person': expect.stringContaining('future') } },
    })
    await withPerson(aPerson({ consentedOn: '2026-11-23' }))
  })

  it.each(['travailleur pair', 'Pair-aidante', 'experte du vécu', 'curé de la paroisse', 'imam'])(
    '[PRS2] « %s » is not said of a person',
    async (role) => {
      const app = await startApp()
      await expect(
        create(app, anActor({ contacts: [aContact({ person: aPerson({ role }) })] })),
      ).rejects.toMatchObject({ problem: { code: 'sensitive_role' } })
    },
  )

  const inLille = (more: Partial<Place> = {}) =>
    aPlace({
      address: '12 rue du Secret',
      label: 'chez elle',
      point: { type: 'Point', coordinates: [...LILLE] },
      ...more,
    })

  it('[PRS3] a function has no address, and a point somewhere in its commune that tells nothing more', async () => {
    const app = await startApp()
    await rowsAsOperator(
      app.database,
      sql`INSERT INTO zones (id, level, code, name, vintage, source, communes, area) VALUES (${newId()}::uuid, 'commune', '59350', 'Lille',
        '2026', 'test', '{59350}', ST_Multi(ST_MakeEnvelope(3, 50.6, 3.12, 50.66, 4326)))`,
    )
    const id = newId()
    const placed = async (actorId: string, point: [number, number]) => {
      const body = anActor({
        id: actorId,
        kind: 'function',
        places: [inLille({ point: { type: 'Point', coordinates: point } })],
      })
      const { actor } = await create(app, body)
      return actor.places[0]!
    }
    const first = await placed(id, [...LILLE])
    expect([first.address, first.label, first.approximate]).toEqual([null, null, true])
    const [x, y] = first.point!.coordinates
    expect([x > 3 && x < 3.12, y > 50.6 && y < 50.66]).toEqual([true, true])
    expect(distance([x, y], [...LILLE], { units: 'meters' })).toBeGreaterThan(1)
    // Wherever the person moves in the commune, and however often it is written, the answer is the same.
    for (const set of [{ places: [inLille({ point: { type: 'Point', coordinates: [3.01, 50.61] } })] }, {}]) {
      const { version } = await read(app, id)
      const { actor } = await app.call(actorEndpoints.update, { params: { id }, body: { version, set } })
      expect(actor.places[0]!.point).toEqual(first.point)
    }
    expect((await placed(newId(), [...LILLE])).point).not.toEqual(first.point)
    const kept = await rowsAsOperator(app.database, sql`SELECT before, after FROM changes`)
    expect(JSON.stringify(kept)).not.toMatch(/Secret|3\.01,50\.61|3\.06,50\.63/)
  })

  it('[PRS4] an actor that becomes a function loses its exact position, in its history too', async () => {
    const app = await startApp()
    const actor = anActor({ places: [inLille()] })
    await create(app, actor)
    const { actor: now } = await app.call(actorEndpoints.update, {
      params: { id: actor.id },
      body: { version: 1, set: { kind: 'function' } },
    })
    expect([now.places[0]!.address, now.places[0]!.approximate]).toEqual([null, true])
    const kept = await rowsAsOperator(app.database, sql`SELECT before, after FROM changes`)
    expect(JSON.stringify(kept)).not.toContain('Secret')
  })
})

describe('rights limited to territories or families', () => {
  it('[LIM1] nothing is written elsewhere, nor of another family, before or after the edit', async () => {
    const app = await startApp()
    const territory = newId()
    await app.call(territoryEndpoints.create, {
      body: { id: territory, name: 'Lille', communes: ['59350'], epcis: [], polygon: null },
    })
    const contributor = await app.as('contributor', { limits: { territories: [territory], families: ['B'] } })
    const refused = { problem: { status: 403, code: 'outside_limits' } }
    const here = anActor()
    await create(contributor, here)
    await expect(
      create(contributor, anActor({ places: [aPlace({ communeCode: '59512', communeName: 'Roubaix' })] })),
    ).rejects.toMatchObject(refused)
    await expect(create(contributor, anActor({ typeId: 'caf' }))).rejects.toMatchObject(refused)
    const edit = (id: string, set: object) =>
      contributor.call(actorEndpoints.update, { params: { id }, body: { version: 1, set } })
    await expect(edit(here.id, { typeId: 'caf' })).rejects.toMatchObject(refused)
    await expect(edit(here.id, { places: [aPlace({ communeCode: '59512' })] })).rejects.toMatchObject(refused)
    const elsewhere = anActor({ typeId: 'caf' })
    await create(app, elsewhere)
    await expect(edit(elsewhere.id, { typeId: 'ccas' })).rejects.toMatchObject(refused)
    await expect(
      contributor.call(actorEndpoints.archive, { params: { id: elsewhere.id } }),
    ).rejects.toMatchObject(refused)
    expect((await read(app, elsewhere.id)).version).toBe(1)
    await edit(here.id, { name: 'CCAS du centre' })
  })

  it('[LIM2] an undo and a field put back are held to the same limits', async () => {
    const app = await startApp()
    const contributor = await app.as('contributor', { limits: { families: ['B'] } })
    const { seq } = await create(app, anActor({ typeId: 'caf' }))
    await expect(contributor.call(changeEndpoints.undo, { params: { seq: seq! } })).rejects.toMatchObject({
      problem: { code: 'outside_limits' },
    })
    const moved = anActor()
    await create(app, moved)
    const away = await app.call(actorEndpoints.update, {
      params: { id: moved.id },
      body: { version: 1, set: { typeId: 'caf' } },
    })
    const [change] = await app.call(changeEndpoints.list, { query: { entityId: moved.id } })
    for (const back of [
      contributor.call(changeEndpoints.undo, { params: { seq: away.seq! } }),
      contributor.call(changeEndpoints.putBack, { params: { id: change!.id } }),
    ])
      await expect(back).rejects.toMatchObject({ problem: { code: 'outside_limits' } })
  })
})
