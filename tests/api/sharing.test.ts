import { v7 as newId } from 'uuid'
import { expect, it } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { changeEndpoints } from '#contract/changes'
import type { Contact } from '#contract/contacts'
import { sharingEndpoints } from '#contract/sharing'
import { workspaces } from '#db/schema/workspaces'
import { withAccounts } from '#db/workspace'
import { anActor, aPlace } from '../support/actors.ts'
import { startApp } from '../support/app.ts'

const refused = (status: number, code: string) => ({ problem: expect.objectContaining({ status, code }) })
const phone = (value: string, more: Partial<Contact> = {}): Contact => ({
  id: newId(),
  kind: 'phone',
  value,
  label: null,
  audience: 'public',
  person: null,
  ...more,
})

/** Both workspaces offer theirs. */
async function startSharing() {
  const app = await startApp()
  const other = await app.otherWorkspace('Département voisin')
  await withAccounts(app.database, (tx) => tx.update(workspaces).set({ sharesActors: true }))
  const neighbour = await other.as('administrator')
  const add = async (more: Parameters<typeof anActor>[0] = {}) => {
    const actor = anActor(more)
    await neighbour.call(actorEndpoints.create, { body: actor })
    return actor
  }
  const contributor = await app.as('contributor')
  const list = (query: object = {}) => contributor.call(sharingEndpoints.list, { query })
  const take = (id: string, workspaceId = other.id, by: Pick<typeof app, 'call'> = contributor) =>
    by.call(sharingEndpoints.take, { body: { workspaceId, id } })
  return { app, other, neighbour, contributor, add, list, take }
}

it('[SHR1] public actors of the workspaces that offer theirs are listed, and nothing else', async () => {
  const { app, other, neighbour, add, list } = await startSharing()
  const open = await add({ name: 'Épicerie solidaire' })
  const second = await add({ name: 'Accueil de jour' })
  await add({ name: 'CANARY-partners', audience: 'partners' })
  await add({ name: 'CANARY-private', audience: 'private' })
  const archived = await add({ name: 'CANARY-archived' })
  await neighbour.call(actorEndpoints.archive, { params: { id: archived.id } })
  await app.call(actorEndpoints.create, { body: anActor({ name: 'CANARY-own' }) })
  const closed = await app.otherWorkspace('Fermé')
  await (await closed.as('administrator')).call(actorEndpoints.create, {
    body: anActor({ name: 'CANARY-closed' }),
  })
  const { items, total } = await list()
  expect(total).toBe(2)
  expect(items.map(({ name }) => name)).toEqual(['Accueil de jour', 'Épicerie solidaire'])
  expect(items[1]).toMatchObject({
    workspaceId: other.id,
    workspace: 'Département voisin',
    id: open.id,
    family: 'B',
    communes: ['Lille'],
    takenAs: null,
  })
  expect(await list({ q: 'epicerie' })).toMatchObject({ total: 1, items: [{ id: open.id }] })
  expect(await list({ limit: 1 })).toMatchObject({ total: 2, items: [{ id: second.id }] })
  await expect(
    (await app.as('participant')).call(sharingEndpoints.list, { query: {} }),
  ).rejects.toMatchObject(refused(403, 'forbidden'))
})

it('[SHR2] taking one copies what is public, with its origin, and without the persons or the verification', async () => {
  const { app, other, contributor, add, list, take } = await startSharing()
  const hidden = aPlace({ label: 'CANARY-place', audience: 'partners' })
  const person = { name: 'CANARY-person', role: null, consentedOn: '2026-11-01', verifiedOn: null }
  const actor = await add({
    note: 'CANARY-note',
    description: 'Ouvert à tous',
    verifiedAt: '2026-11-01T00:00:00.000Z',
    places: [aPlace({ label: 'Accueil' }), hidden],
    contacts: [
      phone('0199000001'),
      phone('CANARY-phone', { audience: 'private' }),
      phone('0199000002', { person }),
    ],
  })
  const { actorId, seq } = await take(actor.id)
  expect(seq).toBeGreaterThan(0)
  const copy = await app.call(actorEndpoints.get, { params: { id: actorId } })
  expect(copy).toMatchObject({
    name: actor.name,
    description: 'Ouvert à tous',
    typeId: 'ccas',
    verifiedAt: null,
    freshness: 'unverified',
    note: null,
    source: `workspace:${other.id}`,
    sourceId: actor.id,
    sourceDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    licence: null,
    contacts: [{ value: '0199000001' }],
    places: [{ label: 'Accueil', communeCode: '59350' }],
  })
  expect(copy.contacts).toHaveLength(1)
  const written = await app.call(changeEndpoints.list, { query: { entityId: actorId } })
  expect(JSON.stringify([copy, written])).not.toContain('CANARY')
  expect((await list()).items).toMatchObject([{ id: actor.id, takenAs: actorId }])
  expect((await contributor.call(actorEndpoints.list, { query: {} })).total).toBe(1)
})

it('[SHR3] what has been taken, is not offered or lies beyond the limits is refused', async () => {
  const { app, other, neighbour, add, take } = await startSharing()
  const actor = await add()
  const { actorId } = await take(actor.id)
  await expect(take(actor.id)).rejects.toMatchObject({
    problem: { status: 409, code: 'actor_already_taken', values: { id: actorId } },
  })
  const limited = await app.as('contributor', { limits: { families: ['C'] } })
  const second = await add()
  await expect(take(second.id, other.id, limited)).rejects.toMatchObject(refused(403, 'outside_limits'))
  const gone = await add()
  await neighbour.call(actorEndpoints.archive, { params: { id: gone.id } })
  const hidden = await add({ audience: 'partners' })
  const closed = await app.otherWorkspace('Fermé')
  const foreign = anActor()
  await (await closed.as('administrator')).call(actorEndpoints.create, { body: foreign })
  for (const [id, workspaceId] of [
    [newId(), other.id],
    [gone.id, other.id],
    [hidden.id, other.id],
    [foreign.id, closed.id],
    [actor.id, closed.id],
  ] as const)
    await expect(take(id, workspaceId)).rejects.toMatchObject(refused(404, 'actor_not_found'))
  expect((await app.call(actorEndpoints.list, { query: {} })).total).toBe(1)
})
