import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { type AssessmentInput, assessmentEndpoints } from '#contract/assessments'
import { groupEndpoints } from '#contract/groups'
import { reasonEndpoints } from '#contract/reasons'
import { targetPublicEndpoints } from '#contract/target-publics'
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

const levels = async (client: Client) =>
  (await assessmentsOf(client)).items.map(({ need, possibility }) => [need, possibility])

describe('judgements', () => {
  it('[ASM1] two persons and a group judge the same actor; nobody overwrites another', async () => {
    const app = await startApp()
    const trainer = await app.as('trainer')
    const participant = await app.as('participant')
    const actorId = await anActorOf(app)
    const group = await aGroupOf(trainer)
    await assess(app, aJudgement(actorId, { need: 3, possibility: 0 }))
    await assess(participant, aJudgement(actorId, { need: 0, possibility: 3 }))
    await assess(participant, aJudgement(actorId, { assessor: { kind: 'group', id: group }, need: 1 }))
    await assess(app, aJudgement(actorId, { need: 2, possibility: 2 }))
    const { items, assessors } = await assessmentsOf(trainer)
    expect(items.map(({ assessor, need, possibility }) => [assessor.id, need, possibility]).sort()).toEqual(
      [
        [app.accountId, 2, 2],
        [participant.accountId, 0, 3],
        [group, 1, 1],
      ].sort(),
    )
    expect(assessors).toEqual([
      { kind: 'group', id: group, name: 'Table 1' },
      { kind: 'person', id: app.accountId, name: 'Compte administrator' },
      { kind: 'person', id: participant.accountId, name: 'Compte participant' },
    ])
  })

  it('[ASM2] a judgement keeps what it rests on, and everything that was said before it', async () => {
    const app = await startApp()
    const actorId = await anActorOf(app)
    const first = aJudgement(actorId, {
      evidence: 'Vu en maraude',
      evidenceKind: 'seen',
      factors: { time: 'brake', trust: 'lever' },
      conditions: { initiative: 'to_negotiate' },
      note: 'À revoir',
    })
    const { assessment } = await assess(app, first)
    expect(assessment).toEqual({
      ...first,
      publicId: null,
      assessor: { kind: 'person', id: app.accountId },
      at: '2026-11-23T09:00:00.000Z',
      author: 'Compte administrator',
      current: true,
    })
    const second = await assess(app, aJudgement(actorId, { need: 0 }))
    const told = await app.call(assessmentEndpoints.ofActor, { params: { id: actorId } })
    expect(told).toEqual([second.assessment, { ...assessment, current: false }])
  })

  it('[ASM3] each reason and each public has a judgement of its own; no level is no opinion, none at all takes it back', async () => {
    const app = await startApp()
    const actorId = await anActorOf(app)
    const publicId = newId()
    await app.call(targetPublicEndpoints.create, { body: { id: publicId, name: 'Jeunes à la rue' } })
    await assess(app, aJudgement(actorId, { need: 0 }))
    await assess(app, aJudgement(actorId, { need: 1, publicId }))
    await assess(app, aJudgement(actorId, { need: 2, reasonId: 'do_outreach_together' }))
    await assess(app, aJudgement(actorId, { need: 3, possibility: null, reasonId: 'coordinate_outreach' }))
    expect((await levels(app)).sort()).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
      [3, null],
    ])
    await assess(app, aJudgement(actorId, { need: null, possibility: null, publicId }))
    expect((await levels(app)).sort()).toEqual([
      [0, 1],
      [2, 1],
      [3, null],
    ])
    const told = await app.call(assessmentEndpoints.ofActor, { params: { id: actorId } })
    expect(told.map(({ current }) => current)).toEqual([false, true, true, false, true])
  })

  it('[ASM4] sent twice it is written once; the same id with another content is refused', async () => {
    const app = await startApp()
    const actorId = await anActorOf(app)
    const body = aJudgement(actorId, { factors: { time: 'brake' } })
    const once = await assess(app, body)
    expect(await assess(app, body)).toEqual(once)
    expect(await refusalOf(assess(app, { ...body, need: 3 }))).toBe('409 assessment_already_exists')
    expect(await refusalOf(assess(await app.as('manager'), body))).toBe('409 assessment_already_exists')
    expect(await levels(app)).toEqual([[2, 1]])
  })

  it('[ASM5] what it names must be there: the field is said', async () => {
    const app = await startApp()
    const participant = await app.as('participant')
    const actorId = await anActorOf(app)
    const hidden = await anActorOf(app, { audience: 'private' })
    const archived = await anActorOf(app)
    await app.call(actorEndpoints.archive, { params: { id: archived } })
    const closed = await aGroupOf(app)
    await app.call(groupEndpoints.archive, { params: { id: closed } })
    const refused = (more: Partial<AssessmentInput>) =>
      assess(participant, aJudgement(actorId, more)).then(
        () => 'accepted',
        ({ problem }) => [problem.status, problem.code, ...Object.keys(problem.fields)].join(' '),
      )
    const [id, wrong] = [newId(), '400 invalid_request']
    expect(await refused({ actorId: id })).toBe(`${wrong} /actorId`)
    expect(await refused({ actorId: hidden })).toBe(`${wrong} /actorId`)
    expect(await refused({ actorId: archived })).toBe(`${wrong} /actorId`)
    expect(await refused({ reasonId: id })).toBe(`${wrong} /reasonId`)
    expect(await refused({ publicId: id })).toBe(`${wrong} /publicId`)
    expect(await refused({ assessor: { kind: 'group', id } })).toBe(`${wrong} /assessor/id`)
    expect(await refused({ assessor: { kind: 'group', id: closed } })).toBe(`${wrong} /assessor/id`)
    const own = newId()
    await app.call(reasonEndpoints.create, { body: { id: own, label: 'Former ensemble' } })
    expect(await refused({ reasonId: own })).toBe('accepted')
  })
})
