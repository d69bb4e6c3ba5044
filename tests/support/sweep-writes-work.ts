import { v7 as newId } from 'uuid'
import { actorEndpoints } from '#contract/actors'
import { changeEndpoints } from '#contract/changes'
import { memberEndpoints } from '#contract/members'
import { proposalEndpoints } from '#contract/proposals'
import { territoryEndpoints } from '#contract/territories'
import { anActor, aPlace } from './actors.ts'
import { putAddresses } from './addresses.ts'
import type { App } from './sweep.ts'
import type { World } from './sweep-world.ts'
import type { MakeWrite } from './sweep-write.ts'

/** What a new actor writes. */
export const ACTOR = ['actors.*', 'places.*', 'contacts.*', 'map_points.*', 'map_cells', 'changes.*']
export const EDIT = [
  'actors.name',
  'actors.version',
  'actors.edited_fields',
  'actors.updated_at',
  'actors.search',
  'map_points.name',
  'map_points.*',
  'map_cells',
  'changes.*',
]
const AREA = {
  type: 'Polygon',
  coordinates: [
    [
      [3, 50.6],
      [3.1, 50.6],
      [3.1, 50.7],
      [3, 50.6],
    ],
  ],
}

export async function anotherActor({ administrator }: World): Promise<string> {
  const actor = anActor()
  await administrator.call(actorEndpoints.create, { body: actor })
  return actor.id
}

async function edited(world: World) {
  const id = await anotherActor(world)
  const { seq } = await world.administrator.call(actorEndpoints.update, {
    params: { id },
    body: { version: 1, set: { name: 'Autre nom' } },
  })
  const changes = await world.administrator.call(changeEndpoints.list, { query: { entityId: id } })
  return { id, seq: String(seq), row: changes.find(({ field }) => field === 'name')!.id }
}

async function newTerritory({ administrator }: World): Promise<string> {
  const id = newId()
  await administrator.call(territoryEndpoints.create, { body: { id, name: 'Val', communes: ['59350'] } })
  return id
}

async function proposed(world: World, app: App): Promise<string> {
  const id = newId()
  const by = await app.as('participant', { workspaceId: world.workspaceId })
  await by.call(proposalEndpoints.propose, { body: { id, actor: anActor({ name: 'Accueil de jour' }) } })
  return id
}

/** An actor of whom only an address is known, which the addresses of its workspace hold. */
export async function unplaced({ administrator, workspaceId }: World, app: App): Promise<string> {
  const street = `Rue ${newId()}`
  const actor = anActor({ places: [aPlace({ address: `1 ${street}`, point: null })] })
  await administrator.call(actorEndpoints.create, { body: actor })
  await putAddresses(app.database, [{ number: '1', street, workspaceId }])
  return actor.id
}

/** What a workspace holds. */
export const WORK_WRITES: Record<string, MakeWrite> = {
  'POST /api/territories': async () => ({
    body: { id: newId(), name: 'Val', communes: ['59350'], epcis: [], polygon: null },
    touches: ['territories.*', 'changes.*'],
  }),
  'PATCH /api/territories/{id}': async (world) => ({
    values: { id: await newTerritory(world) },
    body: { version: 1, set: { name: 'Mont' } },
    touches: ['territories.name', 'territories.version', 'changes.*'],
  }),
  'POST /api/territories/{id}/archive': async (world) => ({
    values: { id: await newTerritory(world) },
    touches: ['territories.archived_at', 'territories.version', 'changes.*'],
  }),
  'POST /api/zones': async () => ({
    body: { id: newId(), name: 'Quartier', area: AREA },
    touches: ['drawn_zones.*', 'changes.*'],
  }),
  'POST /api/actors': async () => ({ body: anActor(), touches: ACTOR }),
  'PATCH /api/actors/{id}': async (world) => ({
    values: { id: await anotherActor(world) },
    body: { version: 1, set: { name: 'Un autre nom' } },
    touches: EDIT,
  }),
  'POST /api/actors/{id}/archive': async (world) => ({
    values: { id: await anotherActor(world) },
    touches: [
      'actors.archived_at',
      'actors.points',
      'actors.partners_points',
      'actors.public_points',
      ...EDIT.slice(1),
    ],
  }),
  'POST /api/actors/{id}/restore': async (world) => {
    const id = await anotherActor(world)
    await world.administrator.call(actorEndpoints.archive, { params: { id } })
    return {
      values: { id },
      touches: [
        'actors.archived_at',
        'actors.points',
        'actors.partners_points',
        'actors.public_points',
        ...EDIT.slice(1),
      ],
    }
  },
  'POST /api/actors/bulk': async (world) => ({
    body: { ids: [await anotherActor(world)], action: 'add_public', value: 'jeunes' },
    touches: ['actors.publics', ...EDIT.slice(1)],
  }),
  'POST /api/changes/{seq}/undo': async (world) => ({
    values: { seq: (await edited(world)).seq },
    touches: EDIT,
  }),
  'POST /api/changes/rows/{id}/put-back': async (world) => ({
    values: { id: (await edited(world)).row },
    touches: EDIT,
  }),
  'POST /api/proposals': async (world, app) => ({
    body: { id: newId(), message: 'À ajouter', actor: anActor({ name: 'Accueil de nuit' }) },
    by: await app.as('participant', { workspaceId: world.workspaceId }),
    touches: ['proposals.*'],
  }),
  'POST /api/proposals/{id}/accept': async (world, app) => ({
    values: { id: await proposed(world, app) },
    body: { set: { name: 'Accueil' } },
    touches: ['proposals.state', 'proposals.decided_by', 'proposals.decided_at', ...ACTOR],
  }),
  'POST /api/proposals/{id}/refuse': async (world, app) => ({
    values: { id: await proposed(world, app) },
    body: { reason: 'Déjà là' },
    touches: ['proposals.state', 'proposals.decided_by', 'proposals.decided_at', 'proposals.reason'],
  }),
  'POST /api/privacy/person/find': async () => ({
    body: { name: 'Personne Inconnue' },
    touches: ['security_events.*'],
  }),
  'POST /api/privacy/person/erase': async () => ({
    body: { name: 'Personne Inconnue' },
    touches: ['security_events.*'],
  }),
  'POST /api/shared/actors/take': async (_world, _app, neighbour) => {
    const id = await anotherActor(neighbour)
    await neighbour.administrator.call(memberEndpoints.updateWorkspace, { body: { sharesActors: true } })
    return { body: { workspaceId: neighbour.workspaceId, id }, touches: ACTOR }
  },
}
