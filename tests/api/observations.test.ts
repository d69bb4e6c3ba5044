import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { hexagonDisc, hexagonKey, hexagonOf, hexagonsArea } from '#api/domain/hexagons'
import { groupEndpoints } from '#contract/groups'
import { observationEndpoints as endpoints, type ObservationInput } from '#contract/observations'
import { zoneEndpoints } from '#contract/zones'
import { clock, refusalOf } from '../support/accounts.ts'
import { startApp } from '../support/app.ts'
import { rowsAsOperator } from '../support/database.ts'

type Input = z.input<typeof ObservationInput>
const LILLE = [3.06, 50.63] as const
const here = (radius: number) => hexagonDisc(hexagonOf(LILLE), radius).map(hexagonKey)

let app: Awaited<ReturnType<typeof startApp>>
let time: ReturnType<typeof clock>
type Who = Awaited<ReturnType<(typeof app)['as']>>
let trainer: Who
let peer: Who
let roundId: string

const observation = (more: Partial<Input> = {}): Input => ({
  id: newId(),
  roundId,
  shape: 'hexagons',
  hexagons: here(0),
  source: 'seen',
  confidence: 'medium',
  authorRole: 'peer',
  observedOn: '2026-11-20',
  ...more,
})
const put = (who: Who, more: Partial<Input> = {}) =>
  who.call(endpoints.put, { body: observation(more) as never })
const open = (who = trainer, id = newId()) =>
  who.call(endpoints.open, { body: { id, question: 'Où vivent des personnes que personne ne rencontre ?' } })
const reveal = () => trainer.call(endpoints.reveal, { params: { id: roundId } })
const list = (who: Who, round = roundId) => who.call(endpoints.list, { query: { round } })
const raw = () => rowsAsOperator<{ id: string }>(app.database, sql`SELECT id FROM observations`)

beforeEach(async () => {
  time = clock()
  app = await startApp({ now: time.now })
  trainer = await app.as('trainer')
  peer = await app.as('participant')
  roundId = newId()
  await open(trainer, roundId)
})

describe('a time of looking together', () => {
  test('[OBS1] nobody reads what was put down before the reveal, whoever put it down', async () => {
    const { id } = await put(peer, { note: 'Personne ne passe ici le soir.' })
    for (const who of [peer, trainer, await app.as('administrator')]) {
      expect(await list(who)).toEqual([])
      expect(await who.call(endpoints.zones, { query: { vintage: '2024', round: roundId } })).toEqual([])
    }
    expect(await raw()).toEqual([{ id }])
    expect(await trainer.call(endpoints.rounds, {})).toMatchObject([
      { id: roundId, observations: 1, voices: 1 },
    ])
    await reveal()
    expect(await list(peer)).toMatchObject([
      { id, note: 'Personne ne passe ici le soir.', area: { type: 'MultiPolygon' } },
    ])
    expect(JSON.stringify(await list(peer))).not.toContain(peer.accountId)
  })

  test('[OBS2] nothing is added once it is revealed, and what was kept before is kept when it is sent again', async () => {
    const body = observation()
    const first = await peer.call(endpoints.put, { body: body as never })
    expect(await peer.call(endpoints.put, { body: body as never })).toEqual(first)
    await reveal()
    expect(await peer.call(endpoints.put, { body: body as never })).toMatchObject({ id: body.id })
    expect(await refusalOf(put(peer))).toBe('409 round_is_revealed')
    expect(await refusalOf(trainer.call(endpoints.put, { body: body as never }))).toBe(
      '409 round_is_revealed',
    )
    expect(await refusalOf(reveal())).toBe('409 round_is_revealed')
    expect(await list(peer)).toHaveLength(1)
  })

  test('[OBS3] one takes back one’s own before the reveal; afterwards whoever may reveal does', async () => {
    const mine = await put(peer)
    const other = await put(trainer)
    const withdraw = (who: Who, id: string) => who.call(endpoints.withdraw, { params: { id } })
    expect(await refusalOf(withdraw(peer, other.id))).toBe('404 observation_not_found')
    expect(await refusalOf(withdraw(trainer, mine.id))).toBe('404 observation_not_found')
    await withdraw(peer, mine.id)
    expect(await raw()).toEqual([{ id: other.id }])
    const late = await put(peer)
    await reveal()
    expect(await refusalOf(withdraw(peer, late.id))).toBe('403 forbidden')
    await withdraw(trainer, late.id)
    expect(await list(peer)).toMatchObject([{ id: other.id }])
  })

  test('[OBS4] voices are groups, or persons alone', async () => {
    const groups = [newId(), newId()]
    for (const id of groups)
      await trainer.call(groupEndpoints.create, { body: { id, name: `Groupe ${id}` } } as never)
    await put(peer, { groupId: groups[0]! })
    await put(trainer, { groupId: groups[0]! })
    await put(peer, { groupId: groups[1]! })
    await put(peer)
    await put(peer)
    expect(await peer.call(endpoints.rounds, {})).toMatchObject([{ observations: 5, voices: 3 }])
  })

  test('[OBS5] the area is worked out on the server, and is never a point', async () => {
    await put(peer, { hexagons: here(1), area: { type: 'Point', coordinates: LILLE } } as never)
    expect(await refusalOf(put(peer, { hexagons: [] }))).toBe('422 observation_too_small')
    expect(await refusalOf(put(peer, { shape: 'somewhere', hexagons: here(0) }))).toBe(
      '422 observation_too_small',
    )
    const seven = here(1)
    expect(
      await refusalOf(put(peer, { shape: 'somewhere', hexagons: [...seven.slice(0, 6), seven[0]!] })),
    ).toBe('422 observation_too_small')
    expect(await refusalOf(put(peer, { shape: 'zones', hexagons: [] }))).toBe('422 observation_too_small')
    expect(await refusalOf(put(peer, { shape: 'zones', hexagons: [], zoneIds: [newId()] }))).toBe(
      '400 invalid_request',
    )
    await reveal()
    const [only] = await list(peer)
    expect(only!.area).toEqual(hexagonsArea(here(1)))
  })

  test('[OBS5] a building that somebody drew is no zone for an observation', async () => {
    const [x, y] = LILLE
    const square = (side: number) => ({
      type: 'Polygon' as const,
      coordinates: [
        [
          [x, y],
          [x + side, y],
          [x + side, y + side],
          [x, y + side],
          [x, y],
        ],
      ] as [number, number][][],
    })
    const [house, quarter] = [newId(), newId()]
    for (const [id, side] of [
      [house, 0.0005],
      [quarter, 0.01],
    ] as const)
      await trainer.call(zoneEndpoints.draw, { body: { id, name: 'Dessin', area: square(side) } } as never)
    const zones = (zoneIds: string[]) => put(peer, { shape: 'zones', hexagons: [], zoneIds })
    expect(await refusalOf(zones([house]))).toBe('422 observation_too_small')
    expect(await refusalOf(zones([quarter, house]))).toBe('422 observation_too_small')
    await zones([quarter])
    await reveal()
    expect((await list(peer))[0]!.area.type).toBe('MultiPolygon')
  })

  test('[OBS6] a note that names somebody or a protected place is refused, with what was found', async () => {
    const asked = put(peer, { note: 'Mme Diallo, 06 12 34 56 78' })
    await expect(asked).rejects.toMatchObject({
      problem: {
        status: 422,
        code: 'note_names_someone',
        values: {
          found: [
            { kind: 'phone', piece: '06 12 34 56 78' },
            { kind: 'name', piece: 'Mme Diallo' },
          ],
        },
      },
    })
    expect(await refusalOf(put(peer, { note: 'Un squat derrière la gare' }))).toBe(
      '422 note_locates_protected_place',
    )
    expect(await raw()).toEqual([])
  })

  test('[OBS7] a round goes 30 days after it was opened, or revealed, with what was put down; once it is kept longer', async () => {
    const { applyRetention } = await import('#api/features/privacy/apply-retention')
    await put(peer)
    time.pass(10, 'days')
    trainer = await app.as('trainer')
    expect(await reveal()).toMatchObject({ expiresOn: '2027-01-02' })
    const extend = () => trainer.call(endpoints.extend, { params: { id: roundId } })
    expect(await extend()).toMatchObject({ expiresOn: '2027-02-01' })
    expect(await refusalOf(extend())).toBe('409 round_was_extended')
    const sealed = newId()
    await open(trainer, sealed)
    await put(trainer, { roundId: sealed })
    expect(await applyRetention(app.database, new Date('2027-01-01T12:00:00Z'))).toMatchObject({
      observations: 0,
    })
    expect(await applyRetention(app.database, new Date('2027-01-02T12:00:00Z'))).toMatchObject({
      observations: 1,
    })
    // Their sessions went with the rest.
    expect(await (await app.as('trainer')).call(endpoints.rounds, {})).toMatchObject([{ id: roundId }])
    time.pass(70, 'days')
    const late = await app.as('participant')
    expect(await list(late)).toEqual([])
    expect(await late.call(endpoints.list, { query: { round: roundId, expired: true } })).toHaveLength(1)
    expect(await applyRetention(app.database, time.now())).toMatchObject({ observations: 1 })
    expect(await raw()).toEqual([])
  })

  test('[OBS8] opening and revealing is for moderators, and rounds are their workspace’s', async () => {
    expect(await refusalOf(open(peer))).toBe('403 forbidden')
    expect(await refusalOf(peer.call(endpoints.reveal, { params: { id: roundId } }))).toBe('403 forbidden')
    const visitor = await app.as('visitor')
    expect(await refusalOf(visitor.call(endpoints.rounds, {}))).toBe('403 forbidden')
    const other = await (await app.otherWorkspace()).as('administrator')
    expect(await other.call(endpoints.rounds, {})).toEqual([])
    expect(await refusalOf(put(other as Who))).toBe('404 round_not_found')
    await put(peer)
    await reveal()
    expect(await list(other as Who)).toEqual([])
    expect(await open(trainer, roundId)).toMatchObject({ id: roundId })
    expect(
      await refusalOf(trainer.call(endpoints.open, { body: { id: roundId, question: 'Une autre' } })),
    ).toBe('409 round_already_exists')
  })

  test('[OBS9] zones are read from the part of them that is spoken of, in the order of their codes', async () => {
    const middle = hexagonOf(LILLE)
    const zone = async (code: string, keys: string[]) => {
      const id = newId()
      await rowsAsOperator(
        app.database,
        sql`INSERT INTO zones (id, level, code, name, vintage, source, area) VALUES (${id}::uuid, 'iris', ${code}, ${code}, '2024',
          'test', ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(hexagonsArea(keys))}::text), 4326))`,
      )
      return id
    }
    const disc = (q: number) => hexagonDisc({ q: middle.q + q, r: middle.r }, 3).map(hexagonKey)
    const east = await zone('000010102', disc(7))
    const west = await zone('000010101', disc(0))
    await put(peer, { hexagons: here(1), flags: ['no_expressed_demand'], causes: ['not_known'] })
    // Six hexagons of the west and one of the east: less than a twentieth of the zone, more than one of the observation.
    const border = [...disc(0).slice(0, 30), hexagonKey({ q: middle.q + 4, r: middle.r })]
    await put(trainer, { hexagons: border, stance: 'nobody_seen' })
    await put(trainer, { shape: 'zones', hexagons: [], zoneIds: [east], stance: 'not_what_we_see' })
    await reveal()
    const readings = await peer.call(endpoints.zones, { query: { vintage: '2024', round: roundId } })
    expect(readings).toEqual([
      {
        zoneId: west,
        code: '000010101',
        name: '000010101',
        seen: 1,
        nobody: 1,
        contested: 0,
        flags: ['no_expressed_demand'],
        causes: ['not_known'],
      },
      {
        zoneId: east,
        code: '000010102',
        name: '000010102',
        seen: 0,
        nobody: 0,
        contested: 1,
        flags: [],
        causes: [],
      },
    ])
  })
})
