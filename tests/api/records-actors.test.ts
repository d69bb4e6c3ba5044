import { describe, expect, it } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { changeEndpoints } from '#contract/changes'
import type { RecordKind } from '#contract/records'
import { refusalOf } from '../support/accounts.ts'
import { anActor } from '../support/actors.ts'
import { startApp } from '../support/app.ts'
import { aBody, CASES, recordsOf } from '../support/records.ts'
import { startPair } from '../support/resemblances.ts'

const NAMING = (Object.keys(CASES) as RecordKind[]).filter((kind) => 'actors' in CASES[kind].make('a', 'b'))

/** Three actors that everybody sees, and one that partners do not. */
async function start() {
  const app = await startApp()
  const actors = [
    anActor({ name: 'Un' }),
    anActor({ name: 'Deux' }),
    anActor({ name: 'Trois' }),
    anActor({ name: 'Caché', audience: 'private' }),
  ]
  for (const body of actors) await app.call(actorEndpoints.create, { body })
  const [one, two, three, hidden] = actors.map(({ id }) => id!) as [string, string, string, string]
  const bodies = recordsOf('body', app)
  const archive = (id: string) => app.call(actorEndpoints.archive, { params: { id } })
  const restore = (id: string) => app.call(actorEndpoints.restore, { params: { id } })
  return { app, bodies, one, two, three, hidden, archive, restore }
}

const member = (actorId: string) => ({ actorId, role: 'member' as const })
const guest = (actorId: string) => ({ actorId, role: 'guest' as const })

describe('actors in records', () => {
  it('[REC8] who does not see an actor leaves its part in place, whatever they write', async () => {
    const { app, bodies, one, two, three, hidden } = await start()
    const partner = recordsOf('body', await app.as('contributor'))
    const body = aBody([member(one), member(hidden), guest(two)])
    await bodies.create(body)
    expect((await partner.get(body.id)).actors).toEqual([member(one), guest(two)])
    expect((await partner.list())[0]!.actors).toEqual([member(one), guest(two)])
    await partner.update(body.id, 1, { actors: [guest(three), guest(one)] })
    expect((await partner.get(body.id)).actors).toEqual([guest(three), guest(one)])
    const all = (await bodies.get(body.id)).actors
    expect(all).toHaveLength(3)
    expect(all).toEqual(expect.arrayContaining([guest(three), guest(one), member(hidden)]))
    await partner.update(body.id, 2, { actors: [] })
    expect((await bodies.get(body.id)).actors).toEqual([member(hidden)])
  })

  it.each(NAMING)(
    '[REC8] a %s is not there with the name of an actor that its reader does not see',
    async (kind) => {
      const { app, one, hidden } = await start()
      const records = recordsOf(kind, app)
      const input = { ...CASES[kind].make(hidden, one), id: one }
      const { record } = await records.create(input)
      expect(record.actors).toHaveLength(1)
      const partner = recordsOf(kind, await app.as('contributor'))
      expect(await partner.get(one)).toMatchObject({ actors: [] })
      // Nor can it be named: that it exists would be told.
      const named = partner.update(one, 1, { actors: record.actors })
      await expect(named).rejects.toMatchObject({
        problem: {
          status: 400,
          code: 'invalid_request',
          fields: { '/actors/0/actorId': expect.any(String) },
        },
      })
    },
  )

  it('[REC9] what was said of a merged actor is said of the other, once, and of both again when they part', async () => {
    const { app, one, other, find, merge, reopen } = await startPair()
    const bodies = recordsOf('body', app)
    const third = anActor({ name: 'Trois', places: [] })
    await app.call(actorEndpoints.create, { body: third })
    const [kept, gone, three] = [one.id!, other.id!, third.id!]
    const both = aBody([member(gone), guest(kept), member(three)])
    const alone = aBody([guest(gone)])
    const reversed = aBody([guest(kept), member(gone)])
    for (const body of [both, alone, reversed]) await bodies.create(body)
    await find()
    const { id } = await merge()
    expect((await bodies.get(both.id)).actors).toEqual([guest(kept), member(three)])
    expect((await bodies.get(alone.id)).actors).toEqual([guest(kept)])
    expect((await bodies.get(reversed.id)).actors).toEqual([guest(kept)])
    // What was read is no change, under the name that it has now or the one that it had.
    expect((await bodies.update(both.id, 1, { actors: [guest(kept), member(three)] })).seq).toBeNull()
    expect((await bodies.update(alone.id, 1, { actors: [guest(gone)] })).seq).toBeNull()
    await bodies.update(alone.id, 1, { actors: [member(gone)] })
    await bodies.update(both.id, 1, { actors: [member(three), guest(kept)] })
    expect((await bodies.get(alone.id)).actors).toEqual([member(kept)])
    await reopen(id)
    expect((await bodies.get(alone.id)).actors).toEqual([member(gone)])
    const parts = (await bodies.get(both.id)).actors as unknown[]
    expect(parts).toHaveLength(3)
    expect(parts).toEqual(expect.arrayContaining([member(three), guest(kept), guest(gone)]))
  })

  it('[REC10] an archived actor has no part that shows, and has it again once restored', async () => {
    const { app, bodies, one, two, archive, restore } = await start()
    const body = aBody([member(one), guest(two)])
    const { seq } = await bodies.create(body)
    await archive(one)
    expect((await bodies.get(body.id)).actors).toEqual([guest(two)])
    // Somebody who still has it in their list, and somebody who has not.
    expect((await bodies.update(body.id, 1, { actors: [member(one), guest(two)] })).seq).toBeNull()
    await bodies.update(body.id, 1, { actors: [member(two)] })
    await restore(one)
    expect((await bodies.get(body.id)).actors).toEqual([member(one), member(two)])
    const { id } = body
    expect(await app.call(changeEndpoints.list, { query: { entityId: id } })).toMatchObject([
      { before: [guest(two)], after: [member(two)] },
      { seq },
    ])
  })

  it('[REC11] an actor that is not there, or that is named twice, is refused', async () => {
    const { bodies, one } = await start()
    const nobody = '01990000-0000-7000-8000-000000000000'
    await expect(bodies.create(aBody([member(one), member(nobody)]))).rejects.toMatchObject({
      problem: { status: 400, code: 'invalid_request', fields: { '/actors/1/actorId': expect.any(String) } },
    })
    expect(await refusalOf(bodies.create(aBody([member(one), guest(one)])))).toBe('400 invalid_request')
    expect(await bodies.list(true)).toEqual([])
  })
})
