import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import type { Area } from '#contract/geometry'
import { REASONS } from '#contract/reasons'
import type { RecordKind } from '#contract/records'
import { zoneEndpoints } from '#contract/zones'
import { anActor } from '../support/actors.ts'
import { startApp } from '../support/app.ts'
import { aBody, CASES, recordsOf } from '../support/records.ts'

const NOBODY = '01990000-0000-7000-8000-000000000000'
const refused = (code: string, ...fields: string[]) => ({
  problem: {
    status: 400,
    code,
    ...(fields.length && { fields: Object.fromEntries(fields.map((field) => [field, expect.any(String)])) }),
  },
})

async function start(kind: RecordKind) {
  const app = await startApp()
  const actor = anActor()
  await app.call(actorEndpoints.create, { body: actor })
  const records = recordsOf(kind, app)
  const input = { id: newId(), ...CASES[kind].make(actor.id!, actor.id!) }
  return { app, records, input, actor: actor.id! }
}

describe('what a record names', () => {
  it.each(['body', 'facilitator', 'outreach'] as const)(
    '[REC11] a reason of a %s is locked, or the workspace’s',
    async (kind) => {
      const { app, records, input } = await start(kind)
      const reason = newId()
      await recordsOf('reason', app).create({ id: reason, label: 'Une autre' })
      await expect(records.create({ ...input, reasonIds: [REASONS[0], NOBODY] })).rejects.toMatchObject(
        refused('invalid_request', '/reasonIds/1'),
      )
      const reasonIds = [...REASONS, reason]
      await records.create({ ...input, reasonIds })
      // One that has been archived since stays, and does not keep other things from being written.
      await recordsOf('reason', app).archive(reason)
      await records.update(input.id, 1, { reasonIds: [reason] })
      expect(await records.get(input.id)).toMatchObject({ reasonIds: [reason] })
    },
  )

  it('[REC11] bodies, publics and zones of a facilitator are there', async () => {
    const { app, records, input } = await start('facilitator')
    const [body, publicId] = [aBody(), newId()]
    await recordsOf('body', app).create(body)
    await recordsOf('public', app).create({ id: publicId, name: 'Un public' })
    const zone = { id: newId(), name: 'Dessinée' }
    await app.call(zoneEndpoints.draw, { body: { ...zone, area: AREA } })
    for (const field of ['bodyIds', 'publicIds', 'zoneIds'])
      await expect(records.create({ ...input, [field]: [NOBODY] })).rejects.toMatchObject(
        refused('invalid_request', `/${field}/0`),
      )
    const named = { bodyIds: [body.id], publicIds: [publicId], zoneIds: [zone.id] }
    expect((await records.create({ ...input, ...named })).record).toMatchObject(named)
  })

  it('[REC11] what a writer does not see stays where it is named, and cannot be named anew', async () => {
    const { app, records, input } = await start('facilitator')
    const hidden = aBody([], { audience: 'private' })
    const shown = aBody()
    for (const body of [hidden, shown]) await recordsOf('body', app).create(body)
    await records.create({ ...input, bodyIds: [hidden.id] })
    const partner = recordsOf('facilitator', await app.as('contributor'))
    await partner.update(input.id, 1, { bodyIds: [hidden.id, shown.id] })
    await partner.update(input.id, 2, { bodyIds: [shown.id] })
    await expect(partner.update(input.id, 3, { bodyIds: [hidden.id] })).rejects.toMatchObject(
      refused('invalid_request', '/bodyIds/0'),
    )
  })
})

const AREA: Area = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [3, 50],
        [3.1, 50],
        [3.1, 50.1],
        [3, 50],
      ],
    ],
  ],
}

describe('what a record must be', () => {
  it('[REC12] an acronym says what it means here', async () => {
    const { records, input } = await start('body')
    await expect(records.create({ ...input, acronym: 'PTS' })).rejects.toMatchObject(
      refused('acronym_without_meaning', '/localMeaning'),
    )
    await records.create({ ...input, acronym: 'PTS', localMeaning: 'Pacte territorial des solidarités' })
    await expect(records.update(input.id, 1, { localMeaning: null })).rejects.toMatchObject(
      refused('acronym_without_meaning', '/localMeaning'),
    )
    const { record } = await records.update(input.id, 1, { acronym: null, localMeaning: null })
    expect(record).toMatchObject({ acronym: null, localMeaning: null })
  })

  it('[REC12] the next meeting is a day and a time that exist', async () => {
    const { records, input } = await start('body')
    for (const nextMeeting of ['2026-02-30T14:00', '2026-12-08T25:00', '2026-12-08', '2026-12-08T14:00Z'])
      await expect(records.create({ ...input, nextMeeting })).rejects.toMatchObject(
        refused('invalid_request', '/nextMeeting'),
      )
    const { record } = await records.create({ ...input, nextMeeting: '2026-12-08T14:00' })
    expect(record.nextMeeting).toBe('2026-12-08T14:00')
  })

  it('[REC13] community belonging is only what organisations that are named say of themselves', async () => {
    const { app, records, input, actor } = await start('facilitator')
    const person = anActor({ name: 'Médiatrice', kind: 'function' })
    await app.call(actorEndpoints.create, { body: person })
    const linked = (...ids: string[]) => ids.map((actorId) => ({ actorId, role: 'linked' }))
    const claim = { ...input, kind: 'community_belonging', presentsItself: true }
    for (const wrong of [
      { ...claim, presentsItself: false },
      { ...claim, actors: [] },
      { ...claim, actors: linked(actor, person.id!) },
    ])
      await expect(records.create(wrong)).rejects.toMatchObject(refused('community_belonging_not_claimed'))
    await records.create(claim)
    for (const wrong of [{ presentsItself: false }, { actors: [] }, { actors: linked(person.id!) }])
      await expect(records.update(input.id, 1, wrong)).rejects.toMatchObject(
        refused('community_belonging_not_claimed'),
      )
    await records.update(input.id, 1, { description: 'Leur page le dit' })
    const other = { ...input, id: newId(), actors: linked(person.id!) }
    await records.create(other)
    await expect(records.update(other.id, 1, { kind: 'community_belonging' })).rejects.toMatchObject(
      refused('community_belonging_not_claimed'),
    )
  })

  it('[REC14] outreach has hours that can be read, stops of their own, and ends after it begins', async () => {
    const { records, input } = await start('outreach')
    const stop = (more: object = {}) => ({
      id: newId(),
      label: 'Gare',
      communeCode: '59350',
      point: null,
      hours: null,
      ...more,
    })
    const [first, second] = [stop({ hours: 'Mo-Fr 18:00-20:00' }), stop()]
    await expect(
      records.create({ ...input, stops: [first, { ...second, hours: 'tous les soirs' }] }),
    ).rejects.toMatchObject(refused('invalid_request', '/stops/1/hours'))
    await expect(
      records.create({ ...input, stops: [first, { ...second, id: first.id }] }),
    ).rejects.toMatchObject(refused('invalid_request', '/stops/1/id'))
    await expect(
      records.create({ ...input, startsOn: '2026-12-02', endsOn: '2026-12-01' }),
    ).rejects.toMatchObject(refused('invalid_request', '/endsOn'))
    const dates = { startsOn: '2026-12-01', endsOn: '2026-12-01' }
    const { record } = await records.create({ ...input, stops: [first, second], ...dates })
    expect(record).toMatchObject({ stops: [first, second], ...dates })
    await expect(records.update(input.id, 1, { startsOn: '2026-12-02' })).rejects.toMatchObject(
      refused('invalid_request', '/endsOn'),
    )
  })
})
