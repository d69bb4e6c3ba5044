import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { bodyEndpoints } from '#contract/bodies'
import { outreachEndpoints } from '#contract/outreach'
import { territoryEndpoints } from '#contract/territories'
import { refusalOf } from '../support/accounts.ts'
import { aPlace } from '../support/actors.ts'
import { startApp } from '../support/app.ts'
import { anActorOf, anOutreachOf, aStop, aZone, type Client } from '../support/cooperation.ts'

const calendar = (client: Client, query: object = {}) =>
  client.call(outreachEndpoints.calendar, { query: { from: '2026-11-23', ...query } })
const told = ({ occurrences }: Awaited<ReturnType<typeof calendar>>) =>
  occurrences.map(({ name, label, start, end }) => [name, label, start, end])

describe('the calendar', () => {
  it('[ASM9] shows each time of each stop of actions and of rounds, in order', async () => {
    const app = await startApp()
    const bus = await anActorOf(app, {
      name: 'Bus santé',
      places: [
        aPlace({ kind: 'stop', label: 'Gare', hours: 'Tu 18:00-19:00' }),
        aPlace({ kind: 'stop', label: 'Parc', hours: null }),
        aPlace({ kind: 'fixed', label: 'Siège', hours: 'Mo 09:00-17:00' }),
      ],
    })
    const stop = aStop({ hours: 'Mo,Fr 20:00-23:00', point: { type: 'Point', coordinates: [3.06, 50.63] } })
    const unwritten = aStop({ label: 'Squat', hours: null })
    const outreachId = await anOutreachOf(app, {
      actors: [{ actorId: bus, role: 'lead' }],
      stops: [stop, unwritten],
    })
    const found = await calendar(app)
    expect(told(found)).toEqual([
      ['Maraude', 'Place du marché', '2026-11-23T20:00', '2026-11-23T23:00'],
      ['Bus santé', 'Gare', '2026-11-24T18:00', '2026-11-24T19:00'],
      ['Maraude', 'Place du marché', '2026-11-27T20:00', '2026-11-27T23:00'],
    ])
    expect(found.occurrences[0]).toMatchObject({
      outreachId,
      actorIds: [bus],
      stopId: stop.id,
      communeCode: '59350',
      point: stop.point,
    })
    expect(found.occurrences[1]).toMatchObject({ outreachId: null, actorIds: [bus], communeCode: '59350' })
    expect(found.unscheduled.map(({ name, label }) => [name, label])).toEqual([
      ['Bus santé', 'Parc'],
      ['Maraude', 'Squat'],
    ])
    expect([found.from, found.to]).toEqual(['2026-11-23', '2026-11-30'])
  })

  it('[ASM9] keeps to the days of an action, and to actions that exist or are decided', async () => {
    const app = await startApp()
    const stops = [aStop({ hours: 'Mo-Su 10:00-11:00' })]
    await anOutreachOf(app, { name: 'Bornée', stops, startsOn: '2026-11-25', endsOn: '2026-11-26' })
    await anOutreachOf(app, { name: 'Finie', stops, endsOn: '2026-11-22' })
    await anOutreachOf(app, { name: 'Future', stops, startsOn: '2026-11-30' })
    await anOutreachOf(app, { name: 'Idée', stops, state: 'idea' })
    const gone = await anOutreachOf(app, { name: 'Archivée', stops })
    await app.call(outreachEndpoints.archive, { params: { id: gone } })
    await anOutreachOf(app, {
      name: 'Décidée',
      stops: [aStop({ hours: 'We 10:00-11:00' })],
      state: 'planned',
    })
    expect(told(await calendar(app)).map(([name, , start]) => [name, start])).toEqual([
      ['Bornée', '2026-11-25T10:00'],
      ['Décidée', '2026-11-25T10:00'],
      ['Bornée', '2026-11-26T10:00'],
    ])
    expect(told(await calendar(app, { days: 1 }))).toEqual([])
    expect(await refusalOf(calendar(app, { days: 43 }))).toBe('400 invalid_request')
  })

  it('[ASM9] shows the actors of the filter, and actions of which one is among them or that name none', async () => {
    const app = await startApp()
    const stops = [aStop()]
    const ccas = await anActorOf(app, { places: [aPlace({ kind: 'stop', hours: 'Tu 09:00-10:00' })] })
    const other = await anActorOf(app, {
      name: 'Autre',
      typeId: 'association',
      places: [aPlace({ kind: 'stop', hours: 'Tu 09:00-10:00' })],
    })
    const hidden = await anActorOf(app, { audience: 'private', places: [] })
    await anOutreachOf(app, { name: 'Sans personne', stops })
    await anOutreachOf(app, {
      name: 'À deux',
      stops,
      actors: [
        { actorId: ccas, role: 'lead' },
        { actorId: hidden, role: 'partner' },
      ],
    })
    await anOutreachOf(app, { name: 'Autres', stops, actors: [{ actorId: other, role: 'lead' }] })
    await anOutreachOf(app, { name: 'Réservée', stops, audience: 'private' })
    const names = async (client: Client, query = {}) =>
      (await calendar(client, query)).occurrences.map(({ name }) => name).sort()
    expect(await names(app, { type: 'ccas' })).toEqual([
      'CCAS de Lille',
      'Réservée',
      'Sans personne',
      'À deux',
    ])
    const participant = await app.as('participant')
    expect(await names(participant)).toEqual(['Autre', 'Autres', 'CCAS de Lille', 'Sans personne', 'À deux'])
    const both = (await calendar(participant)).occurrences.find(({ name }) => name === 'À deux')!
    expect(both.actorIds).toEqual([ccas])
    expect(await refusalOf(calendar(await app.as('visitor')))).toBe('403 forbidden')
  })

  it('[ASM9] tells the next meetings of bodies in these days', async () => {
    const app = await startApp()
    const meet = (name: string, nextMeeting: string | null) =>
      app.call(bodyEndpoints.create, {
        body: { id: newId(), kind: 'casework', name, nextMeeting, meetingPlace: 'Mairie' },
      })
    await meet('Cellule', '2026-11-29T09:30')
    await meet('Conseil', '2026-11-24T14:00')
    await meet('Comité', '2026-11-30T09:00')
    await meet('Sans date', null)
    const { meetings } = await calendar(app)
    expect(meetings.map(({ name, start, place }) => [name, start, place])).toEqual([
      ['Conseil', '2026-11-24T14:00', 'Mairie'],
      ['Cellule', '2026-11-29T09:30', 'Mairie'],
    ])
  })
})

describe('who goes where', () => {
  it('[ASM10] counts actors and stops in each zone by name; none is told, and none is left out', async () => {
    const app = await startApp()
    const { database } = app
    await aZone(database, { level: 'commune', code: '59512', name: 'Roubaix', box: [3.1, 50.6, 3.2, 50.7] })
    await aZone(database, { level: 'commune', code: '59350', name: 'Lille', box: [3, 50.6, 3.1, 50.7] })
    await aZone(database, { level: 'commune', code: '59009', name: 'Ascq' })
    await aZone(database, { level: 'commune', code: '75056', name: 'Paris' })
    for (const [code, name, west] of [
      ['593500101', 'Vieux-Lille', 3],
      ['593500102', 'Wazemmes', 3.05],
    ] as const)
      await aZone(database, {
        level: 'iris',
        code,
        name,
        commune: '59350',
        box: [west, 50.6, west + 0.05, 50.7],
      })
    const territory = newId()
    await app.call(territoryEndpoints.create, {
      body: {
        id: territory,
        name: 'Métropole',
        communes: ['59350', '59512', '59009'],
        epcis: [],
        polygon: null,
      },
    })
    const at = (x: number) => ({ type: 'Point' as const, coordinates: [x, 50.65] as [number, number] })
    await anActorOf(app, { places: [aPlace({ point: at(3.01) }), aPlace({ point: at(3.02) })] })
    await anActorOf(app, { audience: 'private', places: [aPlace({ point: at(3.06) })] })
    await anActorOf(app, { places: [aPlace({ communeCode: null, point: at(3.15) })] })
    await anOutreachOf(app, {
      stops: [aStop(), aStop({ point: at(3.06) }), aStop({ communeCode: null, point: at(3.15) })],
    })
    await anOutreachOf(app, { stops: [aStop()], state: 'planned' })
    await anOutreachOf(app, { stops: [aStop()], endsOn: '2026-11-22' })
    const presence = async (client: Client, level: 'iris' | 'commune') =>
      (await client.call(outreachEndpoints.presence, { query: { territory, level, vintage: '2026' } })).map(
        ({ name, actors, stops }) => [name, actors, stops],
      )
    expect(await presence(app, 'commune')).toEqual([
      ['Ascq', 0, 0],
      ['Lille', 2, 2],
      ['Roubaix', 1, 1],
    ])
    expect(await presence(app, 'iris')).toEqual([
      ['Vieux-Lille', 1, 0],
      ['Wazemmes', 1, 1],
    ])
    expect(await presence(await app.as('participant'), 'iris')).toEqual([
      ['Vieux-Lille', 1, 0],
      ['Wazemmes', 0, 1],
    ])
  })
})
