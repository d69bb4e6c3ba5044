import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { assessmentEndpoints } from '#contract/assessments'
import { changeEndpoints } from '#contract/changes'
import { scaleEndpoints } from '#contract/scales'
import { DEFAULT_WORKSPACE } from '#db/workspace'
import { refusalOf } from '../support/accounts.ts'
import { startApp } from '../support/app.ts'
import {
  aGroupOf,
  aJudgement,
  anActorOf,
  assess,
  assessmentsOf,
  type Client,
} from '../support/cooperation.ts'
import { startPair } from '../support/resemblances.ts'

const levels = async (client: Client) =>
  (await assessmentsOf(client)).items.map(({ need, possibility }) => [need, possibility])
const undo = (client: Client, seq: number | null) =>
  client.call(changeEndpoints.undo, { params: { seq: seq! } })
const changesOf = (client: Client, entityId: string) =>
  client.call(changeEndpoints.list, { query: { entityId } })

describe('what was said of an actor', () => {
  it('[ASM13] is in the history with what the same assessor said before', async () => {
    const app = await startApp()
    const actorId = await anActorOf(app)
    const first = await assess(app, aJudgement(actorId, { note: 'Un' }))
    const { assessment, seq } = await assess(app, aJudgement(actorId, { need: 3, note: 'Deux' }))
    const [change] = await changesOf(app, assessment.id)
    expect(change).toMatchObject({
      entity: 'assessment',
      verb: 'created',
      seq,
      author: 'Compte administrator',
      before: { actorId, note: 'Un', need: 2, assessor: { kind: 'person', id: app.accountId } },
      after: { actorId, note: 'Deux', need: 3 },
    })
    expect((await changesOf(app, first.assessment.id))[0]!.before).toBe(null)
    const hidden = await anActorOf(app, { audience: 'private' })
    const secret = await assess(app, aJudgement(hidden))
    expect(await changesOf(await app.as('contributor'), secret.assessment.id)).toEqual([])
  })

  it('[ASM14] an undo says again what was said before, and can be undone; nothing is taken away', async () => {
    const app = await startApp()
    const actorId = await anActorOf(app)
    const first = await assess(app, aJudgement(actorId, { need: 1, note: 'Un' }))
    const second = await assess(app, aJudgement(actorId, { need: 3, note: 'Deux' }))
    expect(await refusalOf(undo(app, first.seq))).toBe('409 cannot_undo')
    const { seq } = await undo(app, second.seq)
    expect(await levels(app)).toEqual([[1, 1]])
    await undo(app, seq)
    expect(await levels(app)).toEqual([[3, 1]])
    const told = await app.call(assessmentEndpoints.ofActor, { params: { id: actorId } })
    expect(told.map(({ note }) => note)).toEqual(['Deux', 'Un', 'Deux', 'Un'])
    const other = await anActorOf(app)
    const alone = await assess(app, aJudgement(other, { need: 0 }))
    await undo(app, alone.seq)
    expect(await levels(app)).toEqual([[3, 1]])
    expect(await app.call(assessmentEndpoints.ofActor, { params: { id: other } })).toHaveLength(2)
  })

  it('[ASM14] nobody takes back what another person said; what a group said, anybody who speaks for it', async () => {
    const app = await startApp()
    const participant = await app.as('participant')
    const contributor = await app.as('contributor')
    const actorId = await anActorOf(app)
    const own = await assess(participant, aJudgement(actorId, { need: 0 }))
    expect(await refusalOf(undo(contributor, own.seq))).toBe('403 forbidden')
    const group = await aGroupOf(app)
    const of = await assess(participant, aJudgement(actorId, { assessor: { kind: 'group', id: group } }))
    await undo(contributor, of.seq)
    expect(await levels(app)).toEqual([[0, 1]])
  })

  it('[ASM14] words of the scales go back as they were, for who may write them', async () => {
    const app = await startApp()
    const words: [string, string, string, string] = ['a', 'b', 'c', 'd']
    const update = (version: number, need: typeof words | null) =>
      app.call(scaleEndpoints.update, { body: { version, set: { need } } })
    await update(0, words)
    await update(1, ['e', 'f', 'g', 'h'])
    const [last, first] = await changesOf(app, DEFAULT_WORKSPACE)
    expect(await refusalOf(undo(await app.as('contributor'), last!.seq))).toBe('403 forbidden')
    expect(await refusalOf(undo(app, first!.seq))).toBe('409 cannot_undo')
    await undo(app, last!.seq)
    expect((await app.call(scaleEndpoints.get, {})).need).toEqual(words)
  })

  it('[ASM15] of two actors that became one, what was said of both is said of the one, the last of each', async () => {
    const { app, one, other, find, pair, decide } = await startPair()
    const [kept, gone] = [one.id, other.id]
    const group = await aGroupOf(app)
    await assess(app, aJudgement(kept, { need: 0 }))
    await assess(app, aJudgement(gone, { need: 1 }))
    await assess(app, aJudgement(gone, { need: 2, assessor: { kind: 'group', id: group } }))
    await app.call(assessmentEndpoints.discuss, {
      body: { id: newId(), actorId: gone, reasonId: 'be_introduced', outcome: 'agreed' },
    })
    await app.call(scaleEndpoints.update, { body: { version: 0, set: { teamId: gone } } })
    await find()
    await decide((await pair()).id, {
      verdict: 'duplicate',
      kept,
      fields: {},
      versions: { [kept]: 1, [gone]: 1 },
    })
    const { items, discussions } = await assessmentsOf(app)
    expect(items.map(({ actorId, need }) => [actorId, need]).sort()).toEqual([
      [kept, 1],
      [kept, 2],
    ])
    expect(discussions.map(({ actorId }) => actorId)).toEqual([kept])
    const told = await app.call(assessmentEndpoints.ofActor, { params: { id: gone } })
    expect(told.map(({ actorId, need, current }) => [actorId, need, current])).toEqual([
      [kept, 2, true],
      [kept, 1, true],
      [kept, 0, false],
    ])
    expect((await app.call(scaleEndpoints.get, {})).teamId).toBe(kept)
    // Somebody whose list is older speaks of the one that went.
    const { assessment } = await assess(app, aJudgement(gone, { need: 3 }))
    expect(assessment.actorId).toBe(kept)
    expect((await assessmentsOf(app)).items.map(({ need }) => need).sort()).toEqual([2, 3])
  })

  it('[ASM16] of an actor that is archived nothing is shown, and all of it again once it is restored', async () => {
    const app = await startApp()
    const actorId = await anActorOf(app)
    await assess(app, aJudgement(actorId))
    await app.call(actorEndpoints.archive, { params: { id: actorId } })
    expect(await assessmentsOf(app)).toMatchObject({ items: [], assessors: [] })
    await app.call(actorEndpoints.restore, { params: { id: actorId } })
    expect((await assessmentsOf(app)).items).toHaveLength(1)
  })

  it('[ASM16] nobody reads what is said of an actor that they do not see', async () => {
    const app = await startApp()
    const participant = await app.as('participant')
    const hidden = await anActorOf(app, { audience: 'private' })
    await assess(app, aJudgement(hidden))
    expect(await assessmentsOf(participant)).toMatchObject({ items: [], assessors: [], discussions: [] })
    const asked = participant.call(assessmentEndpoints.ofActor, { params: { id: hidden } })
    expect(await refusalOf(asked)).toBe('404 actor_not_found')
    expect(await refusalOf(assessmentsOf(await app.as('visitor')))).toBe('403 forbidden')
  })
})

describe('a disagreement', () => {
  it('[ASM17] is talked about once: what the room said stays, with who wrote it down', async () => {
    const app = await startApp()
    const participant = await app.as('participant')
    const actorId = await anActorOf(app)
    const body = {
      id: newId(),
      actorId,
      reasonId: 'be_introduced' as const,
      publicId: null,
      outcome: 'still_differ' as const,
      text: 'Le cadre manque',
    }
    const discuss = (more = {}) =>
      participant.call(assessmentEndpoints.discuss, { body: { ...body, ...more } })
    const said = await discuss()
    expect(said).toEqual({ ...body, at: '2026-11-23T09:00:00.000Z', author: 'Compte participant' })
    expect(await discuss()).toEqual(said)
    expect(await refusalOf(discuss({ outcome: 'agreed' }))).toBe('409 discussion_already_exists')
    expect(await refusalOf(discuss({ id: newId(), actorId: newId() }))).toBe('400 invalid_request')
    const second = await discuss({ id: newId(), outcome: 'agreed', text: null })
    expect((await assessmentsOf(app)).discussions).toEqual(expect.arrayContaining([second, said]))
    expect((await changesOf(app, said.id))[0]).toMatchObject({ entity: 'discussion', after: { actorId } })
  })
})
