import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anActor, aPlace } from '../support/actors.ts'
import { leaksIn } from '../support/canaries.ts'
import { changedCells, dumpRows } from '../support/changed-cells.ts'
import {
  type Answer,
  addressOf,
  ask,
  codeOf,
  isRead,
  type Route,
  routesOf,
  type Sent,
  sharedBy,
} from '../support/sweep.ts'
import { KNOWLEDGE_REFERENCES } from '../support/sweep-observations.ts'
import { COOPERATION_REFERENCES, type Reference } from '../support/sweep-references.ts'
import { startWorlds, type Worlds } from '../support/sweep-world.ts'
import { ALWAYS, WRITES, writeOf } from '../support/sweep-writes.ts'

const { atEnd, end } = sharedBy()
let worlds: Worlds
let routes: Route[]

beforeAll(async () => {
  worlds = await startWorlds(atEnd)
  routes = await routesOf(worlds.app)
})
afterAll(end)

/** Whether a path names a thing of a workspace. */
const hasId = ({ path }: Route) => /\{(id|seq)\}/.test(path)

/** What changed in the other workspace, or of its people. */
async function changedThere(work: () => Promise<unknown>): Promise<string[]> {
  const { app, other } = worlds
  const before = await dumpRows(app.database, other.workspaceId)
  await work()
  return changedCells(before, await dumpRows(app.database, other.workspaceId)).filter(
    (cell) => !ALWAYS.includes(cell),
  )
}

const READ_IDS: Record<string, (worlds: Worlds) => string[]> = {
  'GET /api/actors/{id}': ({ other }) => other.ids.actors,
  'GET /api/actors/{id}/assessments': ({ other }) => other.ids.actors,
  'GET /api/reasons/{id}': ({ other }) => other.ids.reason,
  'GET /api/publics/{id}': ({ other }) => other.ids.public,
  'GET /api/groups/{id}': ({ other }) => other.ids.group,
  'GET /api/ties/{id}': ({ other }) => other.ids.tie,
  'GET /api/bodies/{id}': ({ other }) => other.ids.body,
  'GET /api/facilitators/{id}': ({ other }) => other.ids.facilitator,
  'GET /api/outreach/{id}': ({ other }) => other.ids.outreach,
  'GET /api/territories/{id}': ({ other }) => other.ids.territories,
  'GET /api/territories/{id}/outline': ({ other }) => other.ids.territories,
  'GET /api/territories/{id}/backdrop': ({ other }) => other.ids.territories,
  'GET /api/zones/{id}': ({ other }) => other.ids.zones,
  'GET /api/estimates/{id}': ({ other }) => other.ids.estimates,
  'GET /api/imports/{id}': ({ other }) => other.ids.imports,
  'GET /api/imports/{id}/rows': ({ other }) => other.ids.imports,
  'GET /api/imports/{id}/refused': ({ other }) => other.ids.imports,
}

/** Ids in bodies and queries: what comes back must be what an id that nothing has would get. */
const REFERENCES: Reference[] = [
  // First: those that follow give things of this workspace the ids of the other.
  ...KNOWLEDGE_REFERENCES,
  ...COOPERATION_REFERENCES,
  [
    'a filter’s territory',
    (id) => get(`/api/actors?territory=${id}`),
    ({ other }) => other.ids.territories[0]!,
  ],
  [
    'facets’ territory',
    (id) => get(`/api/actors/facets?territory=${id}`),
    ({ other }) => other.ids.territories[0]!,
  ],
  ['zones’ territory', (id) => get(`/api/zones?territory=${id}`), ({ other }) => other.ids.territories[0]!],
  [
    'coverage’s territory',
    (id) => get(`/api/zones/coverage?territory=${id}`),
    ({ other }) => other.ids.territories[0]!,
  ],
  [
    'a search’s territory',
    (id) => get(`/api/locate?q=lille&territory=${id}`),
    ({ other }) => other.ids.territories[0]!,
  ],
  [
    'an export’s territory',
    (id) => get(`/api/actors/export/csv?territory=${id}`),
    ({ other }) => other.ids.territories[0]!,
  ],
  [
    'a tile’s territory',
    (id) => get(`/api/tiles/actors/0/0/0.mvt?territory=${id}`),
    ({ other }) => other.ids.territories[0]!,
  ],
  [
    'an estimate’s territory',
    (id) => post('/api/estimates', { id: newId(), name: 'x', territoryId: id }),
    ({ other }) => other.ids.territories[0]!,
  ],
  [
    'estimate offers’ territory',
    (id) => get(`/api/estimates/offers?territory=${id}`),
    ({ other }) => other.ids.territories[0]!,
  ],
  ['a history', (id) => get(`/api/changes?entityId=${id}`), ({ other }) => other.ids.actors[0]!],
  [
    'a bulk edit',
    (id) => post('/api/actors/bulk', { ids: [id], action: 'archive' }),
    ({ other }) => other.ids.actors[0]!,
  ],
  [
    'a proposal',
    (id) => post('/api/proposals', { id: newId(), actorId: id, set: { name: 'x' } }),
    ({ other }) => other.ids.actors[0]!,
  ],
  [
    'an invitation’s limits',
    (id) => post('/api/invitations', { role: 'contributor', limits: { territories: [id], families: [] } }),
    ({ other }) => other.ids.territories[0]!,
  ],
  [
    'the open workspace',
    (workspaceId) => ({ ...post('/api/session/workspace', { workspaceId }), method: 'PUT' }),
    ({ other }) => other.workspaceId,
  ],
  [
    'an offered actor',
    (id) => post('/api/shared/actors/take', { workspaceId: worlds.other.workspaceId, id }),
    ({ other }) => other.ids.actors[2]!,
  ],
  [
    'an area’s zone',
    (id) => post('/api/actors', anActor({ area: { communes: [], zones: [id], polygon: null } })),
    ({ other }) => other.ids.zones[0]!,
  ],
  ['an actor’s own id', (id) => post('/api/actors', anActor({ id })), ({ other }) => other.ids.actors[2]!],
  [
    'a place’s id',
    (id) => post('/api/actors', anActor({ places: [aPlace({ id })] })),
    ({ other }) => other.ids.actors[1]!,
  ],
  [
    'a drawn zone’s id',
    (id) => post('/api/zones', { id, name: 'x', area: SQUARE }),
    ({ other }) => other.ids.zones[0]!,
  ],
  [
    'a territory’s id',
    (id) => post('/api/territories', { id, name: 'x', communes: ['59350'] }),
    ({ other }) => other.ids.territories[0]!,
  ],
  [
    'a proposal’s id',
    (id) => post('/api/proposals', { id, actor: anActor() }),
    ({ other }) => other.ids.proposals[0]!,
  ],
]
const SQUARE = {
  type: 'Polygon',
  coordinates: [
    [
      [3, 50],
      [3.1, 50],
      [3.1, 50.1],
      [3, 50],
    ],
  ],
}
const get = (url: string): Sent => ({ method: 'GET', url })
const post = (url: string, body: object): Sent => ({ method: 'POST', url, body })

/** An answer without the ids that are in it, and the instants. */
const withoutIds = (answer: Answer): unknown[] => [
  answer.statusCode,
  codeOf(answer) ??
    answer.rawPayload
      .toString()
      .replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, 'id')
      .replaceAll(/"seq":\d+/g, '"seq":0')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'instant'),
]

describe('an id of another workspace', () => {
  it('[SWP5] is covered for every route that takes one', () => {
    const known = [...Object.keys(READ_IDS), ...Object.keys(WRITES)]
    expect(
      routes
        .filter(hasId)
        .map(({ name }) => name)
        .filter((name) => !known.includes(name)),
    ).toEqual([])
  })

  it('[SWP5] reads as one that nothing has', async () => {
    const { app, own, cage } = worlds
    for (const route of routes.filter((route) => hasId(route) && isRead(route)))
      for (const id of READ_IDS[route.name]!(worlds))
        for (const reader of Object.values(own.people)) {
          const sent = get(addressOf(route.path, { id }))
          const answer = await ask(app, reader, sent)
          const unknown = await ask(app, reader, get(addressOf(route.path)))
          expect([reader.name, sent.url, ...withoutIds(answer)]).toEqual([
            reader.name,
            sent.url,
            ...withoutIds(unknown),
          ])
          expect([404, 403]).toContain(answer.statusCode)
          if (reader.role === 'administrator') expect(answer.statusCode).toBe(404)
          expect(leaksIn(cage, reader, sent, answer)).toEqual([])
        }
  })

  it('[SWP5] is written to by nobody from here: 404, and nothing there has changed', async () => {
    const { app, own, other, cage } = worlds
    for (const route of routes.filter((route) => hasId(route) && !isRead(route))) {
      const { sent } = await writeOf(route, other, app, own)
      const reader = own.people.administrator
      let answer: Answer | undefined
      const changed = await changedThere(async () => {
        answer = await ask(app, reader, sent)
      })
      expect([route.name, answer!.statusCode, answer!.body, changed]).toEqual([
        route.name,
        404,
        answer!.body,
        [],
      ])
      expect(leaksIn(cage, reader, sent, answer!)).toEqual([])
    }
  })

  it.each(REFERENCES)('[SWP5] in %s is what an id that nothing has is', async (_, sentOf, idOf) => {
    const { app, own, cage } = worlds
    const reader = own.people.administrator
    const sent = sentOf(idOf(worlds), worlds)
    let answer: Answer | undefined
    const changed = await changedThere(async () => {
      answer = await ask(app, reader, sent)
    })
    expect(changed).toEqual([])
    expect(withoutIds(answer!)).toEqual(withoutIds(await ask(app, reader, sentOf(newId(), worlds))))
    expect(leaksIn(cage, reader, sent, answer!)).toEqual([])
  })
})
