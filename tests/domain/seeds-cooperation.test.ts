import { expect, test } from 'vitest'
import { positionsOf } from '#api/domain/assessment'
import { AssessmentInput } from '#contract/assessments'
import { BODY_KINDS, BodyInput } from '#contract/bodies'
import { FACILITATOR_KINDS, FacilitatorInput } from '#contract/facilitators'
import { GroupInput } from '#contract/groups'
import { OUTREACH_STATES, OutreachInput } from '#contract/outreach'
import { REASONS } from '#contract/reasons'
import { PUBLIC_FLAGS, TargetPublicInput } from '#contract/target-publics'
import { TIE_KINDS, TIE_STATES, TieInput } from '#contract/ties'
import { generateDemo } from '#seeds/demo'

const { cooperation: demo, actors } = generateDemo(5, '2026-11-23')
const usedIn = <T>(list: T[], values: (item: T) => readonly unknown[]) => new Set(list.flatMap(values))

test('[SEED11] what the demo says between its actors is valid, and names nobody twice', () => {
  const schemas = [
    [demo.groups, GroupInput],
    [demo.publics, TargetPublicInput],
    [demo.ties, TieInput],
    [demo.assessments, AssessmentInput],
    [demo.bodies, BodyInput],
    [demo.facilitators, FacilitatorInput],
    [demo.outreach, OutreachInput],
  ] as const
  for (const [list, schema] of schemas) for (const one of list) schema.parse(one)
  const ids = schemas.flatMap(([list]) => list.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  const pairs = demo.ties.map(({ fromId, toId }) => [fromId, toId].sort().join())
  expect(new Set(pairs).size).toBe(pairs.length)
})

test('[SEED12] the demo has every state, kind, flag and reason, three groups and forty judged actors that do not all agree', () => {
  expect(usedIn(demo.ties, ({ state, kind }) => [state, kind])).toEqual(
    new Set([...TIE_STATES, ...TIE_KINDS, null]),
  )
  expect(usedIn(demo.facilitators, ({ kind }) => [kind])).toEqual(new Set(FACILITATOR_KINDS))
  expect(usedIn(demo.bodies, ({ kind }) => [kind])).toEqual(new Set(BODY_KINDS))
  expect(usedIn(demo.outreach, ({ state }) => [state])).toEqual(new Set(OUTREACH_STATES))
  expect(usedIn(demo.publics, ({ flags }) => flags ?? [])).toEqual(new Set(PUBLIC_FLAGS))
  expect(usedIn(demo.assessments, ({ reasonId }) => [reasonId])).toEqual(new Set(REASONS))
  expect(demo.groups).toHaveLength(3)
  const marks = demo.assessments.map((one) => ({
    ...AssessmentInput.parse(one),
    assessor: one.assessor as { kind: 'group'; id: string },
    at: '2026-11-23T09:00:00Z',
  }))
  const positions = [...positionsOf(marks, { reasonId: null, publicId: null }).values()]
  expect(positions.length).toBeGreaterThanOrEqual(40)
  expect(positions.some(({ disagreement }) => disagreement.length > 0)).toBe(true)
  expect(new Set(positions.map(({ quadrant }) => quadrant)).size).toBeGreaterThanOrEqual(5)
})

test('[SEED13] nobody of a community is a person, and where people sleep there is no point', () => {
  const kindOf = new Map(actors.map(({ id, kind }) => [id, kind]))
  for (const { kind, actors: linked, presentsItself } of demo.facilitators)
    if (kind === 'community_belonging') {
      expect(presentsItself).toBe(true)
      expect(linked?.map(({ actorId }) => kindOf.get(actorId))).not.toContain('function')
    }
  expect(usedIn(demo.outreach, ({ stops }) => (stops ?? []).map(({ point }) => point))).toEqual(
    new Set([null]),
  )
})
