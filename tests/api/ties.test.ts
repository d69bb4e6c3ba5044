import { describe, expect, it } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { changeEndpoints } from '#contract/changes'
import { clock, refusalOf } from '../support/accounts.ts'
import { anActor } from '../support/actors.ts'
import { startApp } from '../support/app.ts'
import { aTie, mergeInto, recordsOf } from '../support/records.ts'
import { startPair } from '../support/resemblances.ts'

type Options = Parameters<typeof startApp>[0]
async function start(options: Options = {}, ...more: Parameters<typeof anActor>[0][]) {
  const app = await startApp(options)
  const actors = [{ name: 'Un' }, { name: 'Deux' }, { name: 'Trois' }, ...more].map((one) => anActor(one))
  for (const body of actors) await app.call(actorEndpoints.create, { body })
  const ids = actors.map(({ id }) => id!) as [string, string, string, ...string[]]
  return { app, ties: recordsOf('tie', app), ids }
}

const refused = (status: number, code: string, more: object = {}) => ({ problem: { status, code, ...more } })
const wrong = (field: string) => refused(400, 'invalid_request', { fields: { [field]: expect.any(String) } })

describe('a tie', () => {
  it('[TIE1] two actors have one tie at most, whichever comes first; the second is told the one that is there', async () => {
    const { ties, ids } = await start()
    const [one, two, three] = ids
    const first = aTie(one, two)
    await ties.create(first)
    for (const second of [aTie(one, two), aTie(two, one)])
      await expect(ties.create(second)).rejects.toMatchObject(
        refused(409, 'tie_exists', { values: { id: first.id } }),
      )
    const other = aTie(two, three)
    await ties.create(other)
    await expect(ties.update(other.id, 1, { toId: one })).rejects.toMatchObject(
      refused(409, 'tie_exists', { values: { id: first.id } }),
    )
    await ties.archive(first.id)
    const next = aTie(two, one)
    await ties.create(next)
    await expect(ties.restore(first.id)).rejects.toMatchObject(
      refused(409, 'tie_exists', { values: { id: next.id } }),
    )
    await ties.archive(next.id)
    await ties.restore(first.id)
  })

  it('[TIE1] of two people who note a tie at the same moment, one is told of the other’s', async () => {
    const { ties, ids } = await start()
    const answers = await Promise.all(
      [aTie(ids[0], ids[1]), aTie(ids[1], ids[0])].map((tie) => refusalOf(ties.create(tie))),
    )
    expect(answers.sort()).toEqual(['409 tie_exists', 'accepted'])
    expect(await ties.list()).toHaveLength(1)
  })

  it('[TIE1] of a tie that the writer does not see, only that it is there is told', async () => {
    const { app, ties, ids } = await start()
    await ties.create(aTie(ids[0], ids[1], { audience: 'private' }))
    const partner = recordsOf('tie', await app.as('contributor'))
    expect(await partner.list()).toEqual([])
    await expect(partner.create(aTie(ids[1], ids[0]))).rejects.toMatchObject(
      refused(409, 'tie_exists', { values: { id: null } }),
    )
  })

  it('[TIE2] joins two actors that are there', async () => {
    const { app, ties, ids } = await start({}, { name: 'Caché', audience: 'private' })
    const [one, two, three, hidden] = ids as [string, string, string, string]
    await expect(ties.create(aTie(one, one))).rejects.toMatchObject(wrong('/toId'))
    await expect(ties.create(aTie('01990000-0000-7000-8000-000000000000', one))).rejects.toMatchObject(
      wrong('/fromId'),
    )
    const partner = recordsOf('tie', await app.as('contributor'))
    await expect(partner.create(aTie(one, hidden))).rejects.toMatchObject(wrong('/toId'))
    await app.call(actorEndpoints.archive, { params: { id: three } })
    await expect(ties.create(aTie(one, three))).rejects.toMatchObject(wrong('/toId'))
    const tie = aTie(one, two)
    await ties.create(tie)
    await expect(ties.update(tie.id, 1, { toId: one })).rejects.toMatchObject(wrong('/toId'))
  })

  it('[TIE3] a known tie has a kind, and one that is not known has none', async () => {
    const { ties, ids } = await start()
    const [one, two] = ids
    await expect(ties.create(aTie(one, two, { kind: null }))).rejects.toMatchObject(wrong('/kind'))
    for (const state of ['absent', 'unknown'] as const)
      await expect(ties.create(aTie(one, two, { state, kind: 'knows' }))).rejects.toMatchObject(
        wrong('/kind'),
      )
    const tie = aTie(one, two)
    await ties.create(tie)
    await expect(ties.update(tie.id, 1, { kind: null })).rejects.toMatchObject(wrong('/kind'))
    expect((await ties.update(tie.id, 1, { state: 'absent' })).record).toMatchObject({
      state: 'absent',
      kind: null,
    })
    for (const set of [{ kind: 'knows' }, { state: 'known' }])
      await expect(ties.update(tie.id, 2, set)).rejects.toMatchObject(wrong('/kind'))
    await ties.update(tie.id, 2, { state: 'unknown' })
    expect((await ties.update(tie.id, 3, { state: 'known', kind: 'heard_of' })).record.kind).toBe('heard_of')
  })

  it('[TIE3] to say that there is none and to say of what kind it is are one question: the second is told the first', async () => {
    const { ties, ids } = await start()
    const one = aTie(ids[0], ids[1])
    await ties.create(one)
    await ties.update(one.id, 1, { kind: 'works_with' })
    await expect(ties.update(one.id, 1, { state: 'absent' })).rejects.toMatchObject(
      refused(412, 'stale_write', { values: { kind: { yours: null, theirs: 'works_with' } } }),
    )
    const other = aTie(ids[1], ids[2])
    await ties.create(other)
    await ties.update(other.id, 1, { state: 'absent' })
    await expect(ties.update(other.id, 1, { kind: 'works_with' })).rejects.toMatchObject(
      refused(412, 'stale_write', { values: { kind: { yours: 'works_with', theirs: null } } }),
    )
  })

  it('[TIE3] state and kind are undone and put back together', async () => {
    const { app, ties, ids } = await start()
    const tie = aTie(ids[0], ids[1])
    const created = await ties.create(tie)
    const { seq } = await ties.update(tie.id, 1, { state: 'absent' })
    const undo = (number: number | null) => app.call(changeEndpoints.undo, { params: { seq: number! } })
    const undone = await undo(seq)
    expect(undone.undone).toBe(2)
    expect(await ties.get(tie.id)).toMatchObject({ state: 'known', kind: created.record.kind })
    await undo(undone.seq)
    expect(await ties.get(tie.id)).toMatchObject({ state: 'absent', kind: null })
    const changes = await app.call(changeEndpoints.list, { query: { entityId: tie.id } })
    for (const field of ['state', 'kind']) {
      const { version } = await ties.get(tie.id)
      await ties.update(tie.id, version, { state: 'absent' })
      const { id } = changes.find((change) => change.seq === seq && change.field === field)!
      await app.call(changeEndpoints.putBack, { params: { id } })
      expect(await ties.get(tie.id)).toMatchObject({ state: 'known', kind: created.record.kind })
    }
  })

  it('[TIE4] does not end before it begins', async () => {
    const { ties, ids } = await start()
    const tie = aTie(ids[0], ids[1], { since: '2026-02-01', until: '2026-01-31' })
    await expect(ties.create(tie)).rejects.toMatchObject(wrong('/until'))
    await ties.create({ ...tie, until: '2026-02-01' })
    await expect(ties.update(tie.id, 1, { since: '2026-03-01' })).rejects.toMatchObject(wrong('/until'))
    await ties.update(tie.id, 1, { since: '2026-03-01', until: null })
  })

  it('[TIE5] is written by whose limits one of its ends lies within', async () => {
    const { app, ties, ids } = await start({}, { name: 'Maraude', typeId: 'maraude' })
    const [one, two, three, within] = ids as [string, string, string, string]
    const { family } = await app.call(actorEndpoints.get, { params: { id: within } })
    const limited = await app.as('contributor', { limits: { families: [family] } })
    const own = recordsOf('tie', limited)
    const tie = aTie(one, within)
    await own.create(tie)
    await own.update(tie.id, 1, { note: 'noté' })
    expect(await refusalOf(own.update(tie.id, 2, { toId: two }))).toBe('403 outside_limits')
    expect(await refusalOf(own.create(aTie(two, three)))).toBe('403 outside_limits')
    const beyond = aTie(two, three)
    const { seq } = await ties.create(beyond)
    for (const ask of [
      () => own.update(beyond.id, 1, { note: 'noté' }),
      () => own.update(beyond.id, 1, { toId: within }),
      () => own.archive(beyond.id),
      () => limited.call(changeEndpoints.undo, { params: { seq: seq! } }),
    ])
      expect(await refusalOf(ask())).toBe('403 outside_limits')
    await own.archive(tie.id)
    // Other kinds of records are of no family.
    const reason = { id: one, name: 'Un public' }
    await recordsOf('public', limited).create(reason)
  })

  it('[TIE6] is not there for who does not see one of its ends, nor while one is archived', async () => {
    const { app, ties, ids } = await start({}, { name: 'Caché', audience: 'private' })
    const [one, two, , hidden] = ids as [string, string, string, string]
    const [shown, unseen] = [aTie(one, two), aTie(two, hidden)]
    for (const tie of [shown, unseen]) await ties.create(tie)
    const partner = recordsOf('tie', await app.as('contributor'))
    expect((await partner.list()).map(({ id }) => id)).toEqual([shown.id])
    expect(await refusalOf(partner.get(unseen.id))).toBe('404 tie_not_found')
    expect((await ties.list()).map(({ id }) => id)).toEqual([shown.id, unseen.id])
    await app.call(actorEndpoints.archive, { params: { id: one } })
    expect((await ties.list()).map(({ id }) => id)).toEqual([unseen.id])
    await app.call(actorEndpoints.restore, { params: { id: one } })
    expect((await ties.list()).map(({ id }) => id)).toEqual([shown.id, unseen.id])
  })

  it('[TIE7] follows an actor that was merged: never to itself, never twice, and back when the two part', async () => {
    const { app, one, other, find, merge, reopen } = await startPair()
    const ties = recordsOf('tie', app)
    const third = anActor({ name: 'Trois', places: [] })
    const fourth = anActor({ name: 'Quatre', places: [] })
    for (const body of [third, fourth]) await app.call(actorEndpoints.create, { body })
    const [kept, gone, three, four] = [one.id!, other.id!, third.id!, fourth.id!]
    const itself = aTie(kept, gone)
    const older = aTie(kept, three)
    const newer = aTie(three, gone)
    const moved = aTie(gone, four)
    for (const tie of [itself, older, newer, moved]) await ties.create(tie)
    await find()
    const { id } = await merge()
    const listed = await ties.list()
    expect(listed.map(({ fromId, toId }) => [fromId, toId].sort())).toEqual([
      [kept, three].sort(),
      [kept, four].sort(),
    ])
    expect(listed[1]).toMatchObject({ id: moved.id, fromId: kept, toId: four })
    // A new one between them is a second one, whatever the name.
    for (const end of [kept, gone])
      await expect(ties.create(aTie(four, end))).rejects.toMatchObject(
        refused(409, 'tie_exists', { values: { id: moved.id } }),
      )
    const shown = listed[0]!
    await ties.update(shown.id, 1, { note: 'noté' })
    expect((await ties.list()).map((tie) => tie.id)).toContain(shown.id)
    await reopen(id)
    const again = (await ties.list()).map((tie) => tie.id)
    expect(again.sort()).toEqual([itself.id, older.id, newer.id, moved.id].sort())
  })

  it('[TIE7] of two ties that a merge has made one, the one that was written last shows', async () => {
    const { now, pass } = clock()
    const { app, ties, ids } = await start({ now })
    const [one, two, three] = ids
    const [older, newer] = [aTie(one, three), aTie(three, two)]
    for (const tie of [older, newer]) {
      await ties.create(tie)
      pass(1, 'minutes')
    }
    await mergeInto(app, two, one)
    expect((await ties.list()).map(({ id }) => id)).toEqual([newer.id])
    await ties.update(older.id, 1, { note: 'noté' })
    expect((await ties.list()).map(({ id }) => id)).toEqual([older.id])
  })
})
