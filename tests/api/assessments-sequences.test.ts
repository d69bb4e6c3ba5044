import fc from 'fast-check'
import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { type AssessmentInput, assessmentEndpoints, LEVELS } from '#contract/assessments'
import { changeEndpoints } from '#contract/changes'
import { REASONS } from '#contract/reasons'
import { targetPublicEndpoints } from '#contract/target-publics'
import { startApp } from '../support/app.ts'
import {
  aGroupOf,
  aJudgement,
  anActorOf,
  assess,
  assessmentsOf,
  type Client,
} from '../support/cooperation.ts'

/** One judgement in a room: who says what of whom; numbers choose among those of the room. */
const step = fc.record({
  assessor: fc.nat(3),
  actor: fc.nat(2),
  reason: fc.nat(1),
  public: fc.nat(1),
  need: fc.option(fc.constantFrom(...LEVELS)),
  possibility: fc.option(fc.constantFrom(...LEVELS)),
  isSentTwice: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Two persons, two groups, three actors, two publics. */
async function aRoom() {
  const app = await startApp()
  const other = await app.as('participant')
  const groups = [await aGroupOf(app, 'Table 1'), await aGroupOf(app, 'Table 2')]
  const publicId = newId()
  await app.call(targetPublicEndpoints.create, { body: { id: publicId, name: 'Jeunes' } })
  const actors = async () => [await anActorOf(app), await anActorOf(app), await anActorOf(app)]
  const speakers = [
    { by: app, assessor: { kind: 'person' as const }, id: app.accountId! },
    { by: other, assessor: { kind: 'person' as const }, id: other.accountId! },
    ...groups.map((id) => ({ by: other, assessor: { kind: 'group' as const, id }, id })),
  ] satisfies { by: Client; assessor: AssessmentInput['assessor']; id: string }[]
  const publics = [null, publicId]
  const inputOf = (known: string[], { need, possibility, ...of }: Step) =>
    aJudgement(known[of.actor]!, {
      reasonId: REASONS[of.reason]!,
      publicId: publics[of.public]!,
      assessor: speakers[of.assessor]!.assessor,
      need,
      possibility,
    })
  const keyOf = (actors: string[], of: Step) =>
    [actors[of.actor], REASONS[of.reason], publics[of.public], speakers[of.assessor]!.id].join()
  /** What counts of some actors, by what it is about and whose it is. */
  const told = async (actors: string[]) =>
    Object.fromEntries(
      (await assessmentsOf(app)).items
        .filter(({ actorId }) => actors.includes(actorId))
        .map(({ actorId, reasonId, publicId, assessor, need, possibility }) => [
          [actorId, reasonId, publicId, assessor.id].join(),
          [need, possibility],
        ]),
    )
  return { app, actors, speakers, inputOf, keyOf, told }
}

describe('any sequence of judgements', () => {
  it('[ASM18] leaves exactly the last of each assessor, actor, reason and public; nothing is lost, nothing overwritten', async () => {
    const { app, actors, speakers, inputOf, keyOf, told } = await aRoom()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const known = await actors()
        const last: Record<string, unknown> = {}
        for (const one of steps) {
          const input = inputOf(known, one)
          const { by } = speakers[one.assessor]!
          await assess(by, input)
          if (one.isSentTwice) await assess(by, input)
          if (one.need === null && one.possibility === null) delete last[keyOf(known, one)]
          else last[keyOf(known, one)] = [one.need, one.possibility]
        }
        expect(await told(known)).toEqual(last)
        const all = await Promise.all(
          known.map((id) => app.call(assessmentEndpoints.ofActor, { params: { id } })),
        )
        expect(all.map(({ length }) => length)).toEqual(
          known.map((_, actor) => steps.filter((one) => one.actor === actor).length),
        )
        expect(all.flat().filter(({ current }) => current)).toHaveLength(Object.keys(last).length)
      }),
      { numRuns: 12 },
    )
  })

  it('[ASM18] undone from the last to the first, leaves what was there before, step by step', async () => {
    const { app, actors, inputOf, keyOf, told } = await aRoom()
    const own = fc.array(
      step.map((one) => ({ ...one, assessor: one.assessor === 1 ? 0 : one.assessor })),
      {
        maxLength: 8,
      },
    )
    await fc.assert(
      fc.asyncProperty(own, async (steps) => {
        const known = await actors()
        const seqs: number[] = []
        for (const one of steps) seqs.push((await assess(app, inputOf(known, one))).seq!)
        for (let left = steps.length - 1; left >= 0; left--) {
          await app.call(changeEndpoints.undo, { params: { seq: seqs[left]! } })
          const last = new Map(steps.slice(0, left).map((one) => [keyOf(known, one), one]))
          const kept = [...last].filter(([, one]) => one.need !== null || one.possibility !== null)
          expect(await told(known)).toEqual(
            Object.fromEntries(kept.map(([key, one]) => [key, [one.need, one.possibility]])),
          )
        }
      }),
      { numRuns: 6 },
    )
  })

  it('[ASM18] sent by many at the same moment, is all there, and the last that was numbered counts', async () => {
    const { app, actors, speakers, inputOf, told } = await aRoom()
    const known = await actors()
    const steps = Array.from(
      { length: 40 },
      (_, n): Step => ({
        assessor: n % 4,
        actor: 0,
        reason: 0,
        public: 0,
        need: LEVELS[n % 3]!,
        possibility: LEVELS[Math.floor(n / 4) % 4]!,
        isSentTwice: n % 5 === 0,
      }),
    )
    const sent = await Promise.all(
      steps.flatMap((one) => {
        const input = inputOf(known, one)
        const once = () => assess(speakers[one.assessor]!.by, input)
        return one.isSentTwice ? [once(), once()] : [once()]
      }),
    )
    const ids = new Set(sent.map(({ assessment }) => assessment.id))
    expect(ids.size).toBe(steps.length)
    const all = await app.call(assessmentEndpoints.ofActor, { params: { id: known[0]! } })
    expect(all.map(({ id }) => id).sort()).toEqual([...ids].sort())
    const bySeq = sent.toSorted((a, b) => a.seq! - b.seq!)
    const last = new Map(bySeq.map(({ assessment }) => [assessment.assessor.id, assessment]))
    const counted = await told(known)
    expect(Object.keys(counted)).toHaveLength(4)
    for (const { assessor, need, possibility } of last.values())
      expect(counted[[known[0], REASONS[0], null, assessor.id].join()]).toEqual([need, possibility])
  })
})
