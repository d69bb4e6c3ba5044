import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isToDiscuss, type Lens, positionsOf, quadrantOf } from '#api/domain/assessment'
import { medianOf } from '#api/domain/median'
import { type AssessmentMark, type Discussion, LEVELS, type Level } from '#contract/assessments'
import { REASONS } from '#contract/reasons'

const level = fc.constantFrom(...LEVELS)
const opinion = fc.option(level)

const EVERYTHING: Lens = { reasonId: null, publicId: null }
const AT = '2026-11-23T09:00:00.000Z'

type Of = { actor: number; reason: number; public: number; assessor: number }
const keyOf = ({ actor, reason, assessor, ...of }: Of) => [actor, reason, of.public, assessor].join()

/** The judgements that count in a room: one at most for each assessor, actor, reason and public, none of them empty. */
const room: fc.Arbitrary<AssessmentMark[]> = fc
  .uniqueArray(
    fc.record({
      actor: fc.nat(2),
      reason: fc.nat(5),
      public: fc.nat(2),
      assessor: fc.nat(6),
      need: opinion,
      possibility: opinion,
    }),
    { selector: keyOf, maxLength: 60 },
  )
  .map((all) =>
    all
      .filter(({ need, possibility }) => need !== null || possibility !== null)
      .map((one) => ({
        id: keyOf(one),
        actorId: `actor ${one.actor}`,
        reasonId: REASONS[one.reason] ?? `added ${one.reason}`,
        publicId: one.public ? `public ${one.public}` : null,
        assessor: { kind: one.assessor % 2 ? 'group' : 'person', id: `assessor ${one.assessor}` },
        need: one.need,
        possibility: one.possibility,
        at: AT,
      })),
  )
const lens: fc.Arbitrary<Lens> = fc.record({
  reasonId: fc.option(fc.constantFrom(...REASONS, 'added 4')),
  publicId: fc.option(fc.constantFrom('public 1', 'public 2')),
})

/** The definition: as many say less as say more. Between the lowest such level and the highest one when there are two. */
function slowMedian(levels: readonly number[]): number | null {
  if (!levels.length) return null
  const half = levels.length / 2
  const is = (at: number) =>
    levels.filter((one) => one <= at).length >= half && levels.filter((one) => one >= at).length >= half
  const all = LEVELS.filter(is)
  return (all[0]! + all.at(-1)!) / 2
}

/** What each assessor says of an actor for a reason, through a lens: written from the rule, not from the code. */
function slowSaid(marks: AssessmentMark[], actorId: string, reasonId: string, { publicId }: Lens) {
  const of = marks.filter((mark) => mark.actorId === actorId && mark.reasonId === reasonId)
  const assessors = [...new Set(of.map(({ assessor }) => assessor.id))]
  return assessors.flatMap((id) => {
    const own = of.filter(({ assessor }) => assessor.id === id)
    const any = own.find((mark) => mark.publicId === null)
    if (publicId !== null) return own.find((mark) => mark.publicId === publicId) ?? any ?? []
    const most = Math.max(...own.map(({ need }) => need ?? -1))
    return any ?? own.find(({ need }) => (need ?? -1) === most) ?? []
  })
}
const saidOn = (said: AssessmentMark[], axis: 'need' | 'possibility') =>
  said.flatMap((mark): Level[] => (mark[axis] === null ? [] : [mark[axis]]))

describe('what a room says of an actor', () => {
  it('[ASM20] medians and spreads are those of what each assessor says, whatever the lens', () => {
    fc.assert(
      fc.property(room, lens, (marks, through) => {
        const positions = positionsOf(marks, through)
        for (const { actorId, reasonId, dots, spread, ...position } of positions.values()) {
          const said = slowSaid(marks, actorId, reasonId, through)
          expect(dots.map(({ markId }) => markId).sort()).toEqual(said.map(({ id }) => id).sort())
          for (const axis of ['need', 'possibility'] as const) {
            const levels = saidOn(said, axis)
            expect(position[axis]).toBe(slowMedian(levels))
            expect(spread[axis]).toEqual(levels.length ? [Math.min(...levels), Math.max(...levels)] : null)
          }
        }
        const spokenOf = marks
          .filter(({ reasonId }) => through.reasonId === null || reasonId === through.reasonId)
          .filter(({ publicId }) => through.publicId === null || [null, through.publicId].includes(publicId))
        expect([...positions.keys()].sort()).toEqual(
          [...new Set(spokenOf.map(({ actorId }) => actorId))].sort(),
        )
      }),
      { numRuns: 1_000 },
    )
  })

  it('[ASM20] the median of an even number is in the middle of the two in the middle, of none unknown', () => {
    fc.assert(
      fc.property(fc.array(level), (levels) => {
        expect(medianOf(levels)).toBe(slowMedian(levels))
      }),
    )
    expect([medianOf([0, 3]), medianOf([1, 2, 3]), medianOf([])]).toEqual([1.5, 2, null])
  })

  it('[ASM21] without a reason looked through, it is about the one with the highest need, and says which are as high', () => {
    fc.assert(
      fc.property(room, (marks) => {
        for (const { actorId, reasonId, alsoFor, need } of positionsOf(marks, EVERYTHING).values()) {
          const reasons = [
            ...new Set(marks.filter((mark) => mark.actorId === actorId).map((mark) => mark.reasonId)),
          ]
          const needs = new Map(
            reasons.map((reason) => [
              reason,
              slowMedian(saidOn(slowSaid(marks, actorId, reason, EVERYTHING), 'need')),
            ]),
          )
          expect(need ?? -1).toBe(Math.max(...[...needs.values()].map((one) => one ?? -1)))
          expect([reasonId, ...alsoFor].sort()).toEqual(
            reasons.filter((reason) => needs.get(reason) === need).sort(),
          )
        }
      }),
    )
    const mark = (reasonId: string, need: Level, id = reasonId): AssessmentMark => ({
      id,
      actorId: 'a',
      reasonId,
      publicId: null,
      assessor: { kind: 'person', id: 'p' },
      need,
      possibility: 1,
      at: AT,
    })
    const marks = [mark('added', 3), mark('coordinate_outreach', 3), mark('be_introduced', 2)]
    expect(positionsOf(marks, EVERYTHING).get('a')).toMatchObject({
      reasonId: 'coordinate_outreach',
      alsoFor: ['added'],
    })
    expect(positionsOf(marks, { ...EVERYTHING, reasonId: 'be_introduced' }).get('a')).toMatchObject({
      reasonId: 'be_introduced',
      alsoFor: [],
      need: 2,
    })
  })

  it('[ASM22] levels 2 and 3 are high; on the line it is undecided, and nothing is placed that is judged by half', () => {
    expect(quadrantOf(2, 2)).toBe('formalise')
    expect(quadrantOf(3, 1)).toBe('lift_brakes')
    expect(quadrantOf(1, 3)).toBe('keep_tie')
    expect(quadrantOf(0, 0)).toBe('watch')
    expect([quadrantOf(1.5, 3), quadrantOf(0, 1.5)]).toEqual(['undecided', 'undecided'])
    expect([quadrantOf(null, 3), quadrantOf(3, null), quadrantOf(1.5, null)]).toEqual([null, null, null])
    fc.assert(
      fc.property(room, lens, (marks, through) => {
        for (const { need, possibility, quadrant } of positionsOf(marks, through).values())
          expect(quadrant).toBe(quadrantOf(need, possibility))
      }),
    )
  })

  it('[ASM23] two levels apart on an axis is a disagreement, one is not, and one assessor alone never disagrees', () => {
    fc.assert(
      fc.property(room, lens, (marks, through) => {
        for (const { actorId, reasonId, disagreement } of positionsOf(marks, through).values()) {
          const said = slowSaid(marks, actorId, reasonId, through)
          const apart = (['need', 'possibility'] as const).filter((axis) =>
            saidOn(said, axis).some((one) => saidOn(said, axis).some((other) => one - other >= 2)),
          )
          expect(disagreement).toEqual(apart)
          if (said.length < 2) expect(disagreement).toEqual([])
        }
      }),
    )
  })

  it('[ASM24] nobody’s judgement moves another’s: who speaks adds a dot, or moves their own', () => {
    fc.assert(
      fc.property(room, lens, (marks, through) => {
        const [newest, ...before] = marks
        if (!newest) return
        const dots = (of: AssessmentMark[]) =>
          [...positionsOf(of, { reasonId: newest.reasonId, publicId: through.publicId }).values()]
            .flatMap((position) => position.dots.map((dot) => ({ actorId: position.actorId, ...dot })))
            .filter(
              ({ assessor, actorId }) => assessor.id !== newest.assessor.id || actorId !== newest.actorId,
            )
        expect(new Set(dots(marks))).toEqual(new Set(dots(before)))
      }),
    )
  })
})

describe('a disagreement', () => {
  const later = '2026-11-23T10:00:00.000Z'
  const mark = (id: string, need: Level, at = AT): AssessmentMark => ({
    id,
    actorId: 'a',
    reasonId: 'be_introduced',
    publicId: null,
    assessor: { kind: 'group', id },
    need,
    possibility: null,
    at,
  })
  const said = (at: string, more: Partial<Discussion> = {}): Discussion => ({
    id: 'd',
    actorId: 'a',
    reasonId: 'be_introduced',
    publicId: null,
    outcome: 'still_differ',
    text: null,
    author: 'Camille',
    at,
    ...more,
  })
  const isWaiting = (marks: AssessmentMark[], discussions: Discussion[]) =>
    isToDiscuss(positionsOf(marks, EVERYTHING).get('a')!, discussions)

  it('[ASM25] waits to be talked about until the room has, and again once somebody has judged since', () => {
    const marks = [mark('one', 0), mark('two', 2)]
    expect(isWaiting(marks, [])).toBe(true)
    expect(isWaiting(marks, [said(later)])).toBe(false)
    expect(isWaiting([...marks, mark('three', 3, '2026-11-23T10:00:00.001Z')], [said(later)])).toBe(true)
    expect(isWaiting(marks, [said(later, { actorId: 'b' })])).toBe(true)
    expect(isWaiting(marks, [said(later, { reasonId: 'coordinate_outreach' })])).toBe(true)
    expect(isWaiting([mark('one', 1), mark('two', 2)], [])).toBe(false)
  })
})
