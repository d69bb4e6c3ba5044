import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { changeEndpoints } from '#contract/changes'
import type { Contact } from '#contract/contacts'
import { proposalEndpoints } from '#contract/proposals'
import type { Role } from '#contract/roles'
import { driverOf } from '#db/driver'
import { anActor, aPlace } from '../support/actors.ts'
import { startApp } from '../support/app.ts'

const refused = (status: number, code: string) => ({ problem: expect.objectContaining({ status, code }) })
type By = Pick<Awaited<ReturnType<typeof startApp>>, 'call'>

const proposeNew = (by: By, actor = anActor(), message: string | null = null, id = newId()) =>
  by.call(proposalEndpoints.propose, { body: { id, actor, message } })
const proposeValues = (by: By, actorId: string, set: object, id = newId()) =>
  by.call(proposalEndpoints.propose, { body: { id, actorId, set, message: 'Vu ce matin' } })
const queue = (by: By, state: 'waiting' | 'accepted' | 'refused' = 'waiting') =>
  by.call(proposalEndpoints.list, { query: { state } })
const accept = (by: By, id: string, set: object = {}) =>
  by.call(proposalEndpoints.accept, { params: { id }, body: { set } })
const refuse = (by: By, id: string, reason = 'Fermé depuis 2025') =>
  by.call(proposalEndpoints.refuse, { params: { id }, body: { reason } })

const phone = (
  value: string,
  audience: Contact['audience'] = 'public',
  person: Contact['person'] = null,
) => ({
  id: newId(),
  kind: 'phone' as const,
  value,
  label: null,
  audience,
  person,
})

describe('proposing', () => {
  it('[MOD1] a visitor and a participant propose, and nothing but the proposal is written', async () => {
    const app = await startApp()
    const actor = anActor({ description: 'avant' })
    await app.call(actorEndpoints.create, { body: actor })
    const client = driverOf(app.database)
    const counts = () =>
      client`SELECT (SELECT count(*)::int FROM changes) AS changes, (SELECT count(*)::int FROM actors) AS actors,
        (SELECT last_seq::int FROM workspaces ORDER BY last_seq DESC LIMIT 1) AS seq`
    const [before] = await counts()
    for (const role of ['visitor', 'participant'] satisfies Role[]) {
      const by = await app.as(role)
      await proposeNew(by)
      await proposeValues(by, actor.id, { description: 'après' })
    }
    expect((await counts())[0]).toEqual(before)
    expect((await app.call(actorEndpoints.get, { params: { id: actor.id } })).description).toBe('avant')
    const { items, total } = await queue(app)
    expect(total).toBe(4)
    expect(items.map(({ author }) => author)).toEqual([
      'visitor',
      'visitor',
      'Compte participant',
      'Compte participant',
    ])
    const own = await app.as('participant')
    await expect(queue(own)).rejects.toMatchObject(refused(403, 'forbidden'))
    await expect(accept(own, items[0]!.id)).rejects.toMatchObject(refused(403, 'forbidden'))
  })

  it('[MOD2] what the reader may not see cannot be proposed on, and an id serves once', async () => {
    const app = await startApp()
    const visitor = await app.as('visitor')
    const hidden = anActor({ audience: 'partners' })
    const open = anActor()
    for (const body of [hidden, open]) await app.call(actorEndpoints.create, { body })
    const other = await app.otherWorkspace()
    const foreign = anActor()
    await (await other.as('administrator')).call(actorEndpoints.create, { body: foreign })
    for (const id of [hidden.id, foreign.id, newId()])
      await expect(proposeValues(visitor, id, { name: 'X' })).rejects.toMatchObject(
        refused(404, 'actor_not_found'),
      )
    for (const set of [{ note: 'x' }, { contacts: [phone('0199000001', 'partners')] }])
      await expect(proposeValues(visitor, open.id, set)).rejects.toMatchObject(
        refused(403, 'field_above_audience'),
      )
    await expect(proposeNew(visitor, anActor({ note: 'x' }))).rejects.toMatchObject(
      refused(403, 'field_above_audience'),
    )
    await expect(proposeValues(visitor, open.id, {})).rejects.toMatchObject(refused(400, 'invalid_request'))
    const { id } = await proposeNew(visitor)
    await expect(proposeNew(visitor, anActor(), null, id)).rejects.toMatchObject(
      refused(409, 'proposal_already_exists'),
    )
  })

  it('[MOD2] a person’s contact is proposed with its dated consent, or not at all', async () => {
    const app = await startApp()
    const visitor = await app.as('visitor')
    const person = { name: 'Marie Canari', role: null, consentedOn: '2026-11-01', verifiedOn: null }
    const { consentedOn: _, ...without } = person
    const actor = (given: object) => anActor({ contacts: [phone('0199000001', 'public', given as never)] })
    await expect(proposeNew(visitor, actor(without))).rejects.toMatchObject(refused(400, 'invalid_request'))
    const { id } = await proposeNew(visitor, actor({ ...person, consentedOn: '2027-01-01' }))
    await expect(accept(app, id)).rejects.toMatchObject(refused(400, 'invalid_request'))
    expect((await queue(app)).total).toBe(1)
  })

  it('[MOD3] visitors of one address are held back past 20 an hour, members are not', async () => {
    let now = new Date('2026-11-23T09:00:00Z')
    const app = await startApp({ now: () => now })
    const visitor = await app.as('visitor')
    const participant = await app.as('participant')
    for (let n = 0; n < 20; n++) await proposeNew(visitor)
    await expect(proposeNew(visitor)).rejects.toMatchObject(refused(429, 'too_many_attempts'))
    await expect(proposeNew(await app.as('visitor'))).rejects.toMatchObject(refused(429, 'too_many_attempts'))
    for (let n = 0; n < 21; n++) await proposeNew(participant)
    const other = await app.otherWorkspace()
    await proposeNew(await other.as('visitor'))
    now = new Date('2026-11-23T10:01:00Z')
    await proposeNew(await app.as('visitor'))
  })
})

describe('moderating', () => {
  it('[MOD4] each shows what really differs from what is there now, and those that may be the same', async () => {
    const app = await startApp()
    const actor = anActor({ description: 'avant', publics: ['jeunes'] })
    await app.call(actorEndpoints.create, { body: actor })
    const visitor = await app.as('visitor')
    await proposeValues(visitor, actor.id, { description: 'après', name: actor.name, publics: ['jeunes'] })
    await proposeNew(visitor, anActor({ name: 'CCAS Lille', places: [aPlace()] }), 'Il manque')
    const { items } = await queue(app)
    expect(items[0]).toMatchObject({
      actorId: actor.id,
      title: actor.name,
      message: 'Vu ce matin',
      difference: [{ field: 'description', before: 'avant', after: 'après' }],
      similar: [],
    })
    expect(items[1]).toMatchObject({ actorId: null, title: 'CCAS Lille', message: 'Il manque' })
    expect(items[1]!.difference.map(({ field }) => field).sort()).toEqual(['name', 'places', 'typeId'])
    expect(items[1]!.similar.map(({ id }) => id)).toEqual([actor.id])
  })

  it('[MOD5] accepting writes as an edit does, with the moderator’s own values first, and names both', async () => {
    const app = await startApp()
    const actor = anActor({ description: 'avant' })
    await app.call(actorEndpoints.create, { body: actor })
    const [participant, trainer] = [await app.as('participant'), await app.as('trainer')]
    const { id } = await proposeValues(participant, actor.id, {
      description: 'après',
      siret: '12345678901234',
    })
    const { actorId, seq } = await accept(trainer, id, { description: 'mieux' })
    expect(actorId).toBe(actor.id)
    expect(await app.call(actorEndpoints.get, { params: { id: actor.id } })).toMatchObject({
      description: 'mieux',
      siret: '12345678901234',
    })
    const rows = await app.call(changeEndpoints.list, { query: { entityId: actor.id } })
    expect(rows.filter((row) => row.seq === seq)).toEqual([
      expect.objectContaining({ cause: 'proposal', author: 'Compte trainer' }),
      expect.objectContaining({ cause: 'proposal', author: 'Compte trainer' }),
    ])
    const [decided] = (await queue(app, 'accepted')).items
    expect(decided).toMatchObject({ id, author: 'Compte participant', decidedBy: 'Compte trainer' })
    expect(decided!.decidedAt).toBe('2026-11-23T09:00:00.000Z')
    await app.call(changeEndpoints.undo, { params: { seq: seq! } })
    expect((await app.call(actorEndpoints.get, { params: { id: actor.id } })).description).toBe('avant')

    const added = anActor({ name: 'Nouveau' })
    const made = await accept(trainer, (await proposeNew(participant, added)).id, { name: 'Nouveau nom' })
    expect(made.actorId).toBe(added.id)
    expect((await app.call(actorEndpoints.get, { params: { id: added.id } })).name).toBe('Nouveau nom')
    const again = await proposeNew(participant, added)
    await expect(accept(trainer, again.id)).rejects.toMatchObject(refused(409, 'actor_already_exists'))
  })

  it('[MOD5] what the author of a proposal could not see stays', async () => {
    const app = await startApp()
    const [open, hidden] = [phone('0199000001'), phone('0199000002', 'private')]
    const actor = anActor({ contacts: [open, hidden] })
    await app.call(actorEndpoints.create, { body: actor })
    const added = phone('0199000003')
    const { id } = await proposeValues(await app.as('visitor'), actor.id, { contacts: [added] })
    const [waiting] = (await queue(app)).items
    expect(waiting!.difference).toEqual([
      { field: 'contacts', before: [open, hidden], after: [added, hidden] },
    ])
    await accept(app, id)
    const { contacts } = await app.call(actorEndpoints.get, { params: { id: actor.id } })
    expect(contacts).toEqual([added, hidden])
  })

  it('[MOD6] of two moderators one decides, and a refusal has its reason', async () => {
    const app = await startApp()
    const [one, two] = [await app.as('trainer'), await app.as('manager')]
    const { id } = await proposeNew(await app.as('visitor'))
    const outcomes = await Promise.allSettled([accept(one, id), refuse(two, id)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(
      (outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason,
    ).toMatchObject(refused(409, 'proposal_decided'))
    const other = await proposeNew(await app.as('visitor'))
    await refuse(two, other.id)
    await expect(accept(one, other.id)).rejects.toMatchObject(refused(409, 'proposal_decided'))
    await expect(accept(one, newId())).rejects.toMatchObject(refused(404, 'proposal_not_found'))
    const refusedOnes = (await queue(app, 'refused')).items.filter((item) => item.id === other.id)
    expect(refusedOnes[0]).toMatchObject({ reason: 'Fermé depuis 2025', decidedBy: 'Compte manager' })
    expect((await queue(app)).total).toBe(0)
  })

  it('[MOD6] a moderator decides within their own limits and workspace', async () => {
    const app = await startApp()
    const limited = await app.as('trainer', { limits: { families: ['C'] } })
    const actor = anActor()
    await app.call(actorEndpoints.create, { body: actor })
    const visitor = await app.as('visitor')
    const ids = [(await proposeNew(visitor)).id, (await proposeValues(visitor, actor.id, { name: 'X' })).id]
    for (const id of ids)
      await expect(accept(limited, id)).rejects.toMatchObject(refused(403, 'outside_limits'))
    const stranger = await (await app.otherWorkspace()).as('administrator')
    for (const id of ids) {
      await expect(accept(stranger, id)).rejects.toMatchObject(refused(404, 'proposal_not_found'))
      await expect(refuse(stranger, id)).rejects.toMatchObject(refused(404, 'proposal_not_found'))
    }
    expect(await queue(stranger)).toEqual({ items: [], total: 0 })
    expect((await queue(app)).total).toBe(2)
  })
})
