import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { changeEndpoints } from '#contract/changes'
import { DEFAULT_WORKSPACE } from '#db/workspace'
import { aPlace } from '../support/actors.ts'
import { rowsAsOperator } from '../support/database.ts'
import { aContact, nextDoor, startPair } from '../support/resemblances.ts'

const refused = (status: number, code: string, values?: object) => ({
  problem: expect.objectContaining({ status, code, ...(values && { values }) }),
})
const untouched = { version: expect.any(Number), updatedAt: expect.any(String) }

/** Two records of one office, each with something that the other lacks. */
const startFull = async () => {
  const pair = await startPair(
    {
      contacts: [aContact('03 20 00 00 01')],
      publics: ['jeunes'],
      note: 'Clé au 2e étage',
      siret: '21590350100017',
    },
    {
      contacts: [aContact('0320000001'), aContact('ccas@example.org', { audience: 'partners' })],
      places: [nextDoor({ hours: 'Mo-Fr 09:00-12:00' }), aPlace({ address: '8 rue Autre', point: null })],
      publics: ['familles'],
      description: 'Accueil sans rendez-vous',
      note: 'Demander Mme Exemple',
      verifiedAt: '2026-11-01T00:00:00.000Z',
    },
  )
  const { app, other } = pair
  await rowsAsOperator(
    app.database,
    sql`INSERT INTO offers (workspace_id, id, actor_id, name) VALUES (${DEFAULT_WORKSPACE}::uuid, ${newId()}::uuid,
      ${other.id}::uuid, 'Domiciliation')`,
  )
  await rowsAsOperator(
    app.database,
    sql`UPDATE actors SET source = 'dora', source_id = 'x1', source_date = '2026-10-01', licence = 'Licence Ouverte 2.0'
      WHERE id = ${other.id}::uuid`,
  )
  await pair.find()
  return pair
}

describe('merging two actors', () => {
  it('[DUP11] the kept one has what both carried; the other is archived and says where it went', async () => {
    const { one, other, merge, read, app } = await startFull()
    const done = await merge({ name: other.id, description: other.id })
    expect(done).toMatchObject({ verdict: 'duplicate', part: other.id, seq: expect.any(Number) })
    const kept = await read(one.id)
    expect(kept).toMatchObject({
      name: other.name,
      description: 'Accueil sans rendez-vous',
      siret: '21590350100017',
      publics: ['jeunes', 'familles'],
      note: 'Clé au 2e étage\n\nDemander Mme Exemple',
      verifiedAt: '2026-11-01T00:00:00.000Z',
      archivedAt: null,
    })
    expect(kept.contacts.map(({ value, audience }) => [value, audience])).toEqual([
      ['03 20 00 00 01', 'public'],
      ['ccas@example.org', 'partners'],
    ])
    expect(kept.places.map(({ address, hours }) => [address, hours])).toEqual([
      ['1 rue Exemple', 'Mo-Fr 09:00-12:00'],
      ['8 rue Autre', null],
    ])
    expect(kept.offers.map(({ name }) => name)).toEqual(['Domiciliation'])
    const source = { source: 'dora', date: '2026-10-01', licence: 'Licence Ouverte 2.0' }
    expect(kept.fieldSources).toMatchObject({ name: source, description: source })
    expect(kept.fieldSources).not.toHaveProperty('siret')
    expect(await read(other.id)).toMatchObject({
      archivedAt: expect.any(String),
      mergedInto: one.id,
      offers: [],
    })
    const history = await app.call(changeEndpoints.list, { query: { entityId: one.id } })
    const written = history.filter(({ seq }) => seq === done.seq).map(({ field }) => field)
    expect(written).toEqual(expect.arrayContaining(['name', 'description', 'publics', 'contacts', 'places']))
    expect(new Set(history.map(({ seq }) => seq)).size).toBe(2)
  })

  it('[DUP12] taken back, both are exactly as they were, and the pair is asked again', async () => {
    const { one, other, merge, read, reopen, list, app } = await startFull()
    const before = [await read(one.id), await read(other.id)]
    const { id, seq } = await merge({ name: other.id })
    await expect(app.call(changeEndpoints.undo, { params: { seq: seq! } })).rejects.toMatchObject(
      refused(409, 'cannot_undo'),
    )
    expect(await reopen(id)).toMatchObject({ verdict: null, seq: null })
    expect([await read(one.id), await read(other.id)]).toEqual(
      before.map((actor) => ({ ...actor, ...untouched })),
    )
    expect((await list()).total).toBe(1)
    await merge()
    await reopen(id)
    expect([await read(one.id), await read(other.id)]).toEqual(
      before.map((actor) => ({ ...actor, ...untouched })),
    )
  })

  it('[DUP12] a later edit of a merged field stands in the way and is named; other edits survive', async () => {
    const { one, other, merge, read, reopen, edit } = await startFull()
    const { id } = await merge({ name: other.id })
    await edit(one.id, { name: 'CCAS', siret: null })
    await expect(reopen(id)).rejects.toMatchObject(refused(409, 'edited_since', { fields: ['name'] }))
    expect(await read(other.id)).toMatchObject({ mergedInto: one.id })
    await edit(one.id, { name: other.name })
    await reopen(id)
    expect(await read(one.id)).toMatchObject({ name: one.name, siret: null, description: null })
    expect((await read(one.id)).editedFields).toContain('siret')
  })

  it('[DUP13] a merge of what has been written meanwhile is refused with what was written', async () => {
    const { one, other, pair, decide, edit, read } = await startFull()
    const { id, actors } = await pair()
    const versions = Object.fromEntries(actors.map((side) => [side.id, side.version]))
    await edit(other.id, { description: 'Fermé le mardi' })
    const decision = { verdict: 'duplicate' as const, kept: one.id, fields: {}, versions }
    await expect(decide(id, decision)).rejects.toMatchObject(
      refused(412, 'stale_write', { description: { yours: null, theirs: 'Fermé le mardi' } }),
    )
    await expect(decide(id, { ...decision, versions: {} })).rejects.toMatchObject(
      refused(400, 'invalid_request'),
    )
    await expect(decide(id, { ...decision, kept: newId() })).rejects.toMatchObject(
      refused(400, 'invalid_request'),
    )
    await expect(decide(id, { ...decision, fields: { name: newId() } })).rejects.toMatchObject(
      refused(400, 'invalid_request'),
    )
    expect(await read(other.id)).toMatchObject({ mergedInto: null, archivedAt: null })
  })

  it('[DUP14] the merged actor is for the fewer people, and nothing for fewer comes to more', async () => {
    const { app, one, other, pair, merge, find, read, reopen } = await startPair(
      { contacts: [] },
      { audience: 'private', description: 'CANARY', contacts: [aContact('0199000001')], publics: ['jeunes'] },
    )
    await find()
    const { id } = await merge()
    expect(await read(one.id)).toMatchObject({ audience: 'private', publics: ['jeunes'] })
    const visitor = await app.as('visitor')
    await expect(visitor.call(actorEndpoints.get, { params: { id: one.id } })).rejects.toMatchObject(
      refused(404, 'actor_not_found'),
    )
    await reopen(id)
    await expect(merge({ audience: one.id, description: other.id })).rejects.toMatchObject(
      refused(409, 'merge_would_leak', { fields: ['description'] }),
    )
    await merge({ audience: one.id })
    expect(await read(one.id)).toMatchObject({ audience: 'public', publics: [], description: null })
    expect((await visitor.call(actorEndpoints.get, { params: { id: one.id } })).contacts).toEqual([])
    expect((await read(one.id)).contacts).toMatchObject([{ value: '0199000001', audience: 'private' }])
    expect(await pair()).toBeUndefined()
  })

  it('[DUP15] who may write only some families decides only there', async () => {
    const { app, pair, decide, find, one } = await startPair()
    await find()
    const manager = await app.as('manager', { limits: { families: ['M'] } })
    const { id, actors } = await pair()
    const versions = Object.fromEntries(actors.map((side) => [side.id, side.version]))
    await expect(
      decide(id, { verdict: 'duplicate', kept: one.id, fields: {}, versions }, manager),
    ).rejects.toMatchObject(refused(403, 'outside_limits'))
    await expect(decide(id, { verdict: 'part_of', part: one.id }, manager)).rejects.toMatchObject(
      refused(403, 'outside_limits'),
    )
  })
})
