import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { can } from '#api/domain/permissions'
import { actorEndpoints } from '#contract/actors'
import { changeEndpoints } from '#contract/changes'
import { RECORD_KINDS, type RecordKind } from '#contract/records'
import type { Audience } from '#contract/roles'
import { refusalOf } from '../support/accounts.ts'
import { anActor } from '../support/actors.ts'
import { startApp } from '../support/app.ts'
import { aBody, CASES, recordsOf } from '../support/records.ts'

type App = Awaited<ReturnType<typeof startApp>>
const undoing = (by: Pick<App, 'call'>) => ({
  undo: (seq: number | null) => by.call(changeEndpoints.undo, { params: { seq: seq! } }),
  putBack: (id: string) => by.call(changeEndpoints.putBack, { params: { id } }),
  history: (id: string) => by.call(changeEndpoints.list, { query: { entityId: id } }),
})

async function start(kind: RecordKind) {
  const app = await startApp()
  const actors = [anActor({ name: 'Un' }), anActor({ name: 'Deux' })]
  for (const body of actors) await app.call(actorEndpoints.create, { body })
  const [one, two] = actors.map(({ id }) => id!) as [string, string]
  const input = { id: newId(), ...CASES[kind].make(one, two) }
  return { app, records: recordsOf(kind, app), input, one, two, ...undoing(app) }
}

const kept = { version: expect.any(Number), updatedAt: expect.any(String) }
const member = (actorId: string) => ({ actorId, role: 'member' as const })

describe.each(RECORD_KINDS)('%s', (kind) => {
  const { sets, again } = CASES[kind]
  const isFrame = kind === 'reason' || kind === 'group'

  it(`[REC15] everything that is written of a ${kind} can be undone, and the undoing too`, async () => {
    const { records, input, undo } = await start(kind)
    const { id } = input
    const created = await records.create(input)
    const gone = await undo(created.seq)
    expect((await records.get(id)).archivedAt).not.toBeNull()
    await undo(gone.seq)
    expect(await records.get(id)).toEqual({ ...created.record, ...kept })

    const version = (await records.get(id)).version
    const updated = await records.update(id, version, { ...sets[0], ...sets[1] })
    const back = await undo(updated.seq)
    expect(back.undone).toBe(Object.keys({ ...sets[0], ...sets[1] }).length)
    expect(await records.get(id)).toEqual({ ...created.record, ...kept })
    await undo(back.seq)
    expect(await records.get(id)).toEqual({ ...updated.record, ...kept })

    const archived = await records.archive(id)
    await undo(archived.seq)
    expect((await records.get(id)).archivedAt).toBeNull()
    const again = await records.archive(id)
    const restored = await records.restore(id)
    expect(await refusalOf(undo(again.seq))).toBe('409 cannot_undo')
    await undo(restored.seq)
    expect((await records.get(id)).archivedAt).not.toBeNull()
  })

  it(`[REC15] a field of a ${kind} that was written over since is not undone, but can be put back`, async () => {
    const { records, input, undo, putBack, history } = await start(kind)
    const { id } = input
    const created = await records.create(input)
    const first = await records.update(id, 1, { ...sets[0], ...sets[1] })
    const second = await records.update(id, 2, again)
    expect(await refusalOf(undo(first.seq))).toBe('409 cannot_undo')
    expect(await records.get(id)).toEqual(second.record)
    const field = Object.keys(sets[0])[0]!
    const change = (await history(id)).find((row) => row.seq === first.seq && row.field === field)!
    const { seq } = await putBack(change.id)
    expect((await records.get(id))[field]).toEqual(created.record[field])
    expect(await putBack(change.id)).toEqual({ seq: null })
    await undo(seq)
    expect((await records.get(id))[field]).toEqual(again[field])
    const creation = (await history(id)).find(({ verb }) => verb === 'created')!
    expect(await refusalOf(putBack(creation.id))).toBe('409 cannot_put_back')
  })

  it(`[REC16] who may not write a ${kind} undoes nothing of it`, async () => {
    const { app, records, input } = await start(kind)
    await records.create(input)
    const { seq } = await records.update(input.id, 1, sets[0])
    for (const role of ['participant', 'contributor', 'trainer'] as const) {
      const mayWrite =
        can(role, 'change:undo') && can(role, isFrame ? 'cooperation:frame' : 'cooperation:write')
      const answer = await refusalOf(undoing(await app.as(role)).undo(seq))
      expect([role, answer]).toEqual([role, mayWrite ? 'accepted' : '403 forbidden'])
      if (mayWrite) return
    }
  })

  it(`[REC16] who may not write a ${kind} puts no field of it back`, async () => {
    const { app, input, history } = await start(kind)
    const trainer = recordsOf(kind, await app.as('trainer'))
    await trainer.create(input)
    await trainer.update(input.id, 1, sets[0])
    const [change] = await history(input.id)
    const by = undoing(await app.as('observatory_officer'))
    expect(await refusalOf(by.putBack(change!.id))).toBe(isFrame ? '403 forbidden' : 'accepted')
  })
})

describe('the history of a record', () => {
  it('[REC17] holds what was written by those who see no more than the reader, while they see the record', async () => {
    const { app, records, input, history } = await start('body')
    const contributor = await app.as('contributor')
    const own = recordsOf('body', contributor)
    await own.create(input)
    await own.update(input.id, 1, { note: 'dit entre partenaires' })
    await records.update(input.id, 2, { note: 'dit par qui voit davantage' })
    const seen = async () =>
      (await undoing(contributor).history(input.id)).map(({ verb, after }) => [verb, after])
    expect(await seen()).toEqual([
      ['updated', 'dit entre partenaires'],
      ['created', expect.objectContaining({ kind: 'consultation' })],
    ])
    expect(await history(input.id)).toHaveLength(3)
    await records.update(input.id, 3, { audience: 'private' satisfies Audience })
    expect(await seen()).toEqual([])
    expect(await history(input.id)).toHaveLength(4)
  })

  it('[REC17] names no actor that the reader does not see', async () => {
    const { app, one, two } = await start('body')
    const contributor = await app.as('contributor')
    const own = recordsOf('body', contributor)
    const body = aBody([member(one), member(two)])
    await own.create(body)
    await own.update(body.id, 1, { actors: [member(one)] })
    await own.update(body.id, 2, { actors: [member(two), member(one)] })
    const { version } = await app.call(actorEndpoints.get, { params: { id: two } })
    const set = { audience: 'private' as const }
    await app.call(actorEndpoints.update, { params: { id: two }, body: { version, set } })
    const mine = await undoing(contributor).history(body.id)
    expect(JSON.stringify(mine)).not.toContain(two)
    expect(mine).toMatchObject([{ verb: 'created', after: { actors: [member(one)] } }])
    expect(JSON.stringify(await undoing(app).history(body.id))).toContain(two)
  })

  it('[REC17] an undo changes only parts that its writer saw', async () => {
    const { app, records, one, two, undo } = await start('body')
    const hidden = anActor({ name: 'Caché', audience: 'private' })
    await app.call(actorEndpoints.create, { body: hidden })
    const body = aBody([member(one), member(hidden.id!)])
    await records.create(body)
    const partner = recordsOf('body', await app.as('contributor'))
    const { seq } = await partner.update(body.id, 1, { actors: [member(two)] })
    await undo(seq)
    const parts = (await records.get(body.id)).actors
    expect(parts).toHaveLength(2)
    expect(parts).toEqual(expect.arrayContaining([member(one), member(hidden.id!)]))
  })

  it('[REC15] an actor that was archived since does not stand in the way of an undo', async () => {
    const { app, records, one, two, undo } = await start('body')
    const body = aBody([member(one)])
    await records.create(body)
    const { seq } = await records.update(body.id, 1, { actors: [member(one), member(two)] })
    await app.call(actorEndpoints.archive, { params: { id: one } })
    await undo(seq)
    await app.call(actorEndpoints.restore, { params: { id: one } })
    expect((await records.get(body.id)).actors).toEqual([member(one)])
  })
})
