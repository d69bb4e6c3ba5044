import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { can } from '#api/domain/permissions'
import { actorEndpoints } from '#contract/actors'
import { changeEndpoints } from '#contract/changes'
import { RECORD_KINDS, type RecordKind } from '#contract/records'
import { ROLES } from '#contract/roles'
import { refusalOf } from '../support/accounts.ts'
import { anActor } from '../support/actors.ts'
import { startApp } from '../support/app.ts'
import { aBody, CASES, recordsOf } from '../support/records.ts'

const FRAMED: readonly RecordKind[] = ['reason', 'group']

async function start(kind: RecordKind) {
  const app = await startApp()
  const [one, other] = [anActor({ name: 'Un' }), anActor({ name: 'Deux' })]
  for (const body of [one, other]) await app.call(actorEndpoints.create, { body })
  const input = { id: newId(), ...CASES[kind].make(one.id!, other.id!) }
  const history = (id: string) => app.call(changeEndpoints.list, { query: { entityId: id } })
  return { app, records: recordsOf(kind, app), input, history, actors: [one.id!, other.id!] as const }
}

describe.each(RECORD_KINDS)('%s', (kind) => {
  const { sets, again } = CASES[kind]
  const [field] = Object.keys(sets[0])

  it(`[REC1] a ${kind} is created, read, listed, changed, archived and restored, and all of it is history`, async () => {
    const { records, input, history } = await start(kind)
    const { id } = input
    const created = await records.create(input)
    expect(created.record).toMatchObject({ ...input, version: 1, archivedAt: null })
    expect(await records.get(id)).toEqual(created.record)
    expect(await records.list()).toEqual([created.record])

    const updated = await records.update(id, 1, sets[0])
    expect(updated.record).toEqual({ ...created.record, ...sets[0], version: 2 })
    expect(await records.update(id, 2, sets[0])).toEqual({ record: updated.record, seq: null })

    const archived = await records.archive(id)
    expect(archived.record.archivedAt).not.toBeNull()
    expect((await records.archive(id)).seq).toBeNull()
    expect(await records.list()).toEqual([])
    expect(await records.list(true)).toEqual([archived.record])
    const restored = await records.restore(id)
    expect(restored.record).toEqual({ ...updated.record, version: 4 })
    expect((await records.restore(id)).seq).toBeNull()
    expect(await records.list()).toEqual([restored.record])

    const seqs = [restored, archived, updated, created].map(({ seq }) => seq)
    expect(seqs).toEqual([0, 1, 2, 3].map((back) => restored.seq! - back))
    const { id: _, ...content } = input
    expect(await history(id)).toMatchObject([
      { verb: 'restored', seq: seqs[0], entity: kind, field: null },
      { verb: 'archived', seq: seqs[1], entity: kind, field: null },
      { verb: 'updated', seq: seqs[2], field, before: created.record[field!], after: sets[0][field!] },
      { verb: 'created', seq: seqs[3], entity: kind, before: null, after: content },
    ])
  })

  it(`[REC2] edits of other fields of a ${kind} merge, and the same field is refused with both values`, async () => {
    const { records, input } = await start(kind)
    const { id } = input
    await records.create(input)
    await records.update(id, 1, sets[0])
    const merged = await records.update(id, 1, sets[1])
    expect(merged.record).toMatchObject({ ...sets[0], ...sets[1] })
    await expect(records.update(id, 1, { ...again, ...sets[1] })).rejects.toMatchObject({
      problem: {
        status: 412,
        code: 'stale_write',
        values: { [field!]: { yours: again[field!], theirs: sets[0][field!] } },
      },
    })
    expect(await records.get(id)).toEqual(merged.record)
    // The value that is there already is no clash.
    expect((await records.update(id, 1, sets[0])).seq).toBeNull()
  })

  it(`[REC4] a ${kind} that is sent twice is one, and another under its id is refused`, async () => {
    const { records, input } = await start(kind)
    const [first, second] = await Promise.all([records.create(input), records.create(input)])
    expect([first.seq, second.seq].filter((seq) => seq === null)).toHaveLength(1)
    expect(second.record).toEqual(first.record)
    const { record } = await records.update(input.id, 1, sets[0])
    expect(await records.create(input)).toEqual({ record, seq: null })
    expect(await refusalOf(records.create({ ...input, ...again }))).toBe(`409 ${kind}_already_exists`)
    expect(await records.list()).toEqual([record])
  })

  it(`[REC5] a ${kind} that is not there is a 404, whatever is asked`, async () => {
    const { records } = await start(kind)
    const nobody = newId()
    for (const ask of [
      () => records.get(nobody),
      () => records.update(nobody, 1, sets[0]),
      () => records.archive(nobody),
      () => records.restore(nobody),
    ])
      expect(await refusalOf(ask())).toBe(`404 ${kind}_not_found`)
  })

  it(`[REC5] each role does with a ${kind} what the table of rights says`, async () => {
    const { app, records, input } = await start(kind)
    await records.create(input)
    const write = FRAMED.includes(kind) ? 'cooperation:frame' : 'cooperation:write'
    const archive = FRAMED.includes(kind) ? 'cooperation:frame' : 'cooperation:archive'
    for (const role of ROLES) {
      const own = recordsOf(kind, await app.as(role))
      const { version } = await records.get(input.id)
      const acts = [
        ['cooperation:read', () => own.list()],
        ['cooperation:read', () => own.get(input.id)],
        [write, () => own.create(input)],
        [write, () => own.update(input.id, version, sets[0])],
        [archive, () => own.archive(input.id)],
        [archive, () => own.restore(input.id)],
      ] as const
      for (const [action, act] of acts) {
        const expected = can(role, action) ? 'accepted' : '403 forbidden'
        expect([role, action, await refusalOf(act())]).toEqual([role, action, expected])
      }
    }
  })
})

describe('records', () => {
  it('[REC6] nobody writes an audience that they cannot read, nor finds what is above theirs', async () => {
    const app = await startApp()
    const all = recordsOf('body', app)
    const member = recordsOf('body', await app.as('contributor'))
    const hidden = aBody([], { audience: 'private' })
    expect(await refusalOf(member.create(hidden))).toBe('403 field_above_audience')
    const { record } = await all.create(hidden)
    expect(await member.list()).toEqual([])
    for (const ask of [
      () => member.get(hidden.id),
      () => member.update(hidden.id, 1, { name: 'x' }),
      () => member.archive(hidden.id),
    ])
      expect(await refusalOf(ask())).toBe('404 body_not_found')
    // The id is taken, and nothing more is told.
    expect(await refusalOf(member.create({ ...hidden, audience: 'partners' }))).toBe(
      '409 body_already_exists',
    )
    expect(await all.get(hidden.id)).toEqual(record)
    const shown = aBody()
    await member.create(shown)
    expect(await refusalOf(member.update(shown.id, 1, { audience: 'private' }))).toBe(
      '403 field_above_audience',
    )
  })

  it('[REC7] lists are in French alphabetical order, ties in the order in which they were made', async () => {
    const app = await startApp()
    const bodies = recordsOf('body', app)
    for (const name of ['Zone', 'École', 'eau', 'Table 10', 'Table 2', 'Étude'])
      await bodies.create(aBody([], { name }))
    expect((await bodies.list()).map(({ name }) => name)).toEqual([
      'eau',
      'École',
      'Étude',
      'Table 2',
      'Table 10',
      'Zone',
    ])
  })

  it('[REC1] what is of another workspace is not there', async () => {
    const app = await startApp()
    const body = aBody()
    await recordsOf('body', app).create(body)
    const other = await app.otherWorkspace()
    const stranger = recordsOf('body', await other.as('administrator'))
    expect(await stranger.list(true)).toEqual([])
    expect(await refusalOf(stranger.get(body.id))).toBe('404 body_not_found')
    // Ids are of a workspace.
    expect((await stranger.create({ ...body, name: 'La leur' })).record.name).toBe('La leur')
    expect((await recordsOf('body', app).get(body.id)).name).toBe(body.name)
  })
})
