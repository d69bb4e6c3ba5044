import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { assessmentEndpoints } from '#contract/assessments'
import { bodyEndpoints } from '#contract/bodies'
import { facilitatorEndpoints } from '#contract/facilitators'
import { groupEndpoints } from '#contract/groups'
import { memberEndpoints } from '#contract/members'
import { privacyEndpoints } from '#contract/privacy'
import { reasonEndpoints } from '#contract/reasons'
import { scaleEndpoints } from '#contract/scales'
import { targetPublicEndpoints } from '#contract/target-publics'
import { tieEndpoints } from '#contract/ties'
import { rowsOf } from '#db/transaction'
import { DEFAULT_WORKSPACE, withWorkspace } from '#db/workspace'
import { startApp } from '../support/app.ts'
import {
  type App,
  aJudgement,
  anActorOf,
  anOutreachOf,
  aStop,
  assess,
  assessmentsOf,
} from '../support/cooperation.ts'
import { dumpCells } from '../support/dump.ts'

const NAME = 'Maryvonne Kanarez'
const says = (text: string | null) => /kanarez/i.test(text ?? '')

/** The person's name in every text that people write of cooperation. */
async function plant(app: App) {
  const { call } = app
  const [a, b] = [await anActorOf(app), await anActorOf(app, { name: 'Autre' })]
  const of = `de ${NAME}`
  await assess(app, aJudgement(a, { evidence: `Dit par ${NAME}`, evidenceKind: 'told', note: of }))
  await call(assessmentEndpoints.discuss, {
    body: { id: newId(), actorId: a, reasonId: 'be_introduced', outcome: 'agreed', text: of },
  })
  await call(tieEndpoints.create, {
    body: { id: newId(), fromId: a, toId: b, kind: 'knows', source: NAME, note: of },
  })
  await call(bodyEndpoints.create, {
    body: {
      id: newId(),
      kind: 'casework',
      name: NAME,
      acronym: 'MK',
      localMeaning: NAME,
      purpose: of,
      perimeter: of,
      meetingPlace: `chez ${NAME}`,
      note: of,
    },
  })
  await call(facilitatorEndpoints.create, {
    body: { id: newId(), kind: 'informal_network', name: `Les amis ${of}`, description: of },
  })
  await anOutreachOf(app, {
    name: `Tournée ${of}`,
    description: of,
    stops: [aStop({ label: `Chez ${NAME}`, hours: `Tu 18:00-20:00 "${NAME}"` })],
    conditions: { initiative: { state: 'absent', owner: NAME, due: null } },
    ethics: { listening: `Par ${NAME}` },
  })
  await call(targetPublicEndpoints.create, { body: { id: newId(), name: `Voisins ${of}`, note: of } })
  await call(groupEndpoints.create, { body: { id: newId(), name: `Table ${of}` } })
  await call(reasonEndpoints.create, { body: { id: newId(), label: `Comme ${NAME}` } })
  const four = ['a', 'b', 'c', NAME] as [string, string, string, string]
  const quadrants = { formalise: NAME, lift_brakes: 'b', keep_tie: 'c', watch: 'd' }
  await call(scaleEndpoints.update, {
    body: { version: 0, set: { need: four, possibility: four, quadrants } },
  })
  return a
}

describe('a person who is named among judgements and ties', () => {
  it('[ASM26] is found in every text, and erased from all of them, the history included', async () => {
    const app = await startApp()
    const actorId = await plant(app)
    const body = { name: NAME }
    const { traces } = await app.call(privacyEndpoints.findPerson, { body })
    const told = [...new Set(traces.map(({ where }) => where))].sort()
    expect(told).toEqual(['assessment', 'cooperation', 'history'])
    expect(traces.find(({ where }) => where === 'assessment')!.title).toBe('CCAS de Lille')
    await app.call(privacyEndpoints.erasePerson, { body })
    expect((await dumpCells(app.database)).filter(({ text }) => says(text))).toEqual([])
    expect((await app.call(privacyEndpoints.findPerson, { body })).traces).toEqual([])
    const [judgement] = await app.call(assessmentEndpoints.ofActor, { params: { id: actorId } })
    expect(judgement).toMatchObject({
      evidence: 'Dit par [effacé]',
      note: 'de [effacé]',
      need: 2,
      current: true,
    })
    expect((await app.call(scaleEndpoints.get, {})).need).toEqual(['a', 'b', 'c', '[effacé]'])
  })

  it('[ASM26] whose name is short is replaced by something as short: what was short enough stays so', async () => {
    const app = await startApp()
    const name = `${'x'.repeat(53)} Zoé Li`
    await app.call(groupEndpoints.create, { body: { id: newId(), name } })
    await app.call(privacyEndpoints.erasePerson, { body: { name: 'Zoé Li' } })
    const [group] = await app.call(groupEndpoints.list, { query: {} })
    expect(group!.name).toBe(`${'x'.repeat(53)} […]`)
  })

  it('[ASM27] whoever leaves leaves what they said, without their name', async () => {
    const app = await startApp()
    const participant = await app.as('participant')
    const actorId = await anActorOf(app)
    await assess(participant, aJudgement(actorId))
    await participant.call(assessmentEndpoints.discuss, {
      body: { id: newId(), actorId, reasonId: 'be_introduced', outcome: 'agreed' },
    })
    await app.call(memberEndpoints.remove, { params: { id: participant.accountId! } })
    const names = async () => {
      const { items, assessors, discussions } = await assessmentsOf(app)
      const [one] = await app.call(assessmentEndpoints.ofActor, { params: { id: actorId } })
      return [items.length, ...assessors.map(({ name }) => name), discussions[0]!.author, one!.author]
    }
    expect(await names()).toEqual([1, 'former_member', 'former_member', 'former_member'])
  })

  it('[ASM28] nobody changes or takes away a judgement, whatever the code does', async () => {
    const app = await startApp()
    await assess(app, aJudgement(await anActorOf(app)))
    const author = {
      workspaceId: DEFAULT_WORKSPACE,
      audience: 'private',
      author: 'test',
      cause: 'edit',
    } as const
    for (const statement of [
      sql`UPDATE assessments SET need = 0`,
      sql`UPDATE assessments SET assessor_id = actor_id`,
      sql`DELETE FROM assessments`,
      sql`UPDATE discussions SET outcome = 'agreed'`,
      sql`DELETE FROM discussions`,
    ])
      await expect(
        withWorkspace(app.database, author, ({ tx }) => rowsOf(tx, statement)),
      ).rejects.toMatchObject({ code: '42501' })
  })
})
