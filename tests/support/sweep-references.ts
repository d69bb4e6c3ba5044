import { v7 as newId } from 'uuid'
import { aJudgement } from './cooperation.ts'
import type { Sent } from './sweep.ts'
import type { World, Worlds } from './sweep-world.ts'

/** A place for an id in a body or a query, and an id of another workspace that is sent there. */
export type Reference = [
  where: string,
  sentOf: (id: string, worlds: Worlds) => Sent,
  idOf: (worlds: Worlds) => string,
]

const get = (url: string): Sent => ({ method: 'GET', url })
const post = (url: string, body: object): Sent => ({ method: 'POST', url, body: { id: newId(), ...body } })
const other =
  (kind: keyof World['ids']) =>
  ({ other: { ids } }: Worlds) =>
    ids[kind][0]!

const judged = ({ own }: Worlds, more: object) =>
  post('/api/assessments', { ...aJudgement(own.ids.actors[0]!), ...more })
const discussed = ({ own }: Worlds, more: object) =>
  post('/api/discussions', {
    actorId: own.ids.actors[0],
    reasonId: 'be_introduced',
    outcome: 'agreed',
    ...more,
  })
const group = (id: string) => ({ assessor: { kind: 'group', id } })
const lead = (actorId: string) => ({ actors: [{ actorId, role: 'lead' }] })
const FACILITATOR = { kind: 'informal_network', name: 'x' }
const BODY = { kind: 'decision', name: 'x' }

export const COOPERATION_REFERENCES: Reference[] = [
  ['briefs’ territory', (id) => get(`/api/briefs?territory=${id}`), other('territories')],
  [
    'a calendar’s territory',
    (id) => get(`/api/calendar?from=2026-11-23&territory=${id}`),
    other('territories'),
  ],
  [
    'where there is presence',
    (id) => get(`/api/presence?territory=${id}&level=commune&vintage=2026`),
    other('territories'),
  ],
  ['the history of a judgement', (id) => get(`/api/changes?entityId=${id}`), other('said')],
  ['the history of a tie', (id) => get(`/api/changes?entityId=${id}`), other('tie')],
  ['a judged actor', (actorId, worlds) => judged(worlds, { actorId }), other('actors')],
  ['a judgement’s reason', (reasonId, worlds) => judged(worlds, { reasonId }), other('reason')],
  ['a judgement’s public', (publicId, worlds) => judged(worlds, { publicId }), other('public')],
  ['a judging group', (id, worlds) => judged(worlds, group(id)), other('group')],
  ['a discussed actor', (actorId, worlds) => discussed(worlds, { actorId }), other('actors')],
  ['a discussion’s reason', (reasonId, worlds) => discussed(worlds, { reasonId }), other('reason')],
  ['a discussion’s public', (publicId, worlds) => discussed(worlds, { publicId }), other('public')],
  [
    'a tie',
    (toId, { own }) => post('/api/ties', { fromId: own.ids.actors[0], toId, kind: 'knows' }),
    other('actors'),
  ],
  [
    'who sits in a body',
    (actorId) => post('/api/bodies', { ...BODY, actors: [{ actorId, role: 'member' }] }),
    other('actors'),
  ],
  ['a body’s reason', (id) => post('/api/bodies', { ...BODY, reasonIds: [id] }), other('reason')],
  [
    'who a facilitator is linked to',
    (actorId) => post('/api/facilitators', { ...FACILITATOR, actors: [{ actorId, role: 'linked' }] }),
    other('actors'),
  ],
  [
    'a facilitator’s body',
    (id) => post('/api/facilitators', { ...FACILITATOR, bodyIds: [id] }),
    other('body'),
  ],
  [
    'a facilitator’s zone',
    (id) => post('/api/facilitators', { ...FACILITATOR, zoneIds: [id] }),
    other('zones'),
  ],
  [
    'a facilitator’s public',
    (id) => post('/api/facilitators', { ...FACILITATOR, publicIds: [id] }),
    other('public'),
  ],
  ['who leads an action', (id) => post('/api/outreach', { name: 'x', ...lead(id) }), other('actors')],
  ['an action’s public', (id) => post('/api/outreach', { name: 'x', publicIds: [id] }), other('public')],
  [
    'the team',
    (teamId) => ({ method: 'PATCH', url: '/api/scales', body: { version: 99, set: { teamId } } }),
    other('actors'),
  ],
  ['a group’s own id', (id) => post('/api/groups', { id, name: 'x' }), other('group')],
  ['a body’s own id', (id) => post('/api/bodies', { ...BODY, id }), other('body')],
]
