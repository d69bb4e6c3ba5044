import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Position, positionsOf } from '#api/domain/assessment'
import { type AssessmentMark, LEVELS } from '#contract/assessments'
import type { ActorBrief } from '#contract/briefs'
import { draftFrom, groundOf, NOTHING, withAnswer } from '#web/features/assessments/form/draft.ts'
import { foundIn } from '#web/features/assessments/foundIn.ts'
import { initialsOf } from '#web/features/assessments/initials.ts'
import { cellAt, lookOf, type Plane, stepFrom, tracksOf } from '#web/features/assessments/levels.ts'
import { confirmMark, withMark, withoutMark } from '#web/features/assessments/marks.ts'
import { familiesOf, placesOf } from '#web/features/assessments/matrix/places.ts'
import { nearestTowards } from '#web/features/assessments/matrix/rove.ts'
import { linesOf } from '#web/features/assessments/matrix/tracks.ts'
import { isWhole, toScales } from '#web/features/assessments/settings/labels.ts'
import { ACTORS, brief, ME, mark, TABLE_1 } from './assessments.sample.ts'

/** Four columns of 100 px from x = 40, two of them 20 px apart; four rows of 80 px from y = 30, high needs above. */
const PLANE: Plane = {
  possibility: [
    [40, 140],
    [140, 240],
    [260, 360],
    [360, 460],
  ],
  need: [
    [270, 350],
    [190, 270],
    [110, 190],
    [30, 110],
  ],
}

it('[MTX1] a card is given the levels of the cell under it, the nearer one between two, and none far outside', () => {
  expect(cellAt({ x: 50, y: 340 }, PLANE)).toEqual({ need: 0, possibility: 0 })
  expect(cellAt({ x: 459, y: 31 }, PLANE)).toEqual({ need: 3, possibility: 3 })
  expect(cellAt({ x: 245, y: 150 }, PLANE)).toEqual({ need: 2, possibility: 1 })
  expect(cellAt({ x: 256, y: 150 }, PLANE)).toEqual({ need: 2, possibility: 2 })
  expect(cellAt({ x: 480, y: 150 }, PLANE)).toEqual({ need: 2, possibility: 3 })
  expect(cellAt({ x: 520, y: 150 }, PLANE)).toBeNull()
  expect(cellAt({ x: 200, y: 400 }, PLANE)).toBeNull()
})

it('[MTX1] whatever the point within the plane, the cell is one that holds it or touches its lane', () => {
  const within = fc.record({ x: fc.integer({ min: 40, max: 460 }), y: fc.integer({ min: 30, max: 350 }) })
  fc.assert(
    fc.property(within, (point) => {
      const cell = cellAt(point, PLANE)
      const [left, right] = PLANE.possibility[cell!.possibility]!
      const [top, bottom] = PLANE.need[cell!.need]!
      expect(point.x).toBeGreaterThanOrEqual(left - 10)
      expect(point.x).toBeLessThanOrEqual(right + 10)
      expect(point.y).toBeGreaterThanOrEqual(top)
      expect(point.y).toBeLessThanOrEqual(bottom)
    }),
  )
})

it('[MTX2] arrows move by one level and stop at the edges', () => {
  expect(stepFrom({ need: 1, possibility: 1 }, 'ArrowUp')).toEqual({ need: 2, possibility: 1 })
  expect(stepFrom({ need: 1, possibility: 1 }, 'ArrowLeft')).toEqual({ need: 1, possibility: 0 })
  expect(stepFrom({ need: 0, possibility: 3 }, 'ArrowDown')).toEqual({ need: 0, possibility: 3 })
  expect(stepFrom({ need: 0, possibility: 3 }, 'ArrowRight')).toEqual({ need: 0, possibility: 3 })
  expect(stepFrom({ need: 0, possibility: 3 }, 'a')).toBeUndefined()
})

it('[MTX3] every actor is there once: on the plane when both are judged, else in the tray', () => {
  const level = fc.option(fc.constantFrom(...LEVELS), { nil: null })
  const said = fc.array(
    fc.record({
      actor: fc.integer({ min: 0, max: 7 }),
      group: fc.constantFrom('1', '2', '3'),
      need: level,
      possibility: level,
    }),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(said, (list) => {
      const marks = list
        .map(({ actor, group, ...levels }) => mark(ACTORS[actor]!.id, { kind: 'group', id: group }, levels))
        .reduce<AssessmentMark[]>(
          (all, one) => withMark({ items: all, assessors: [], discussions: [] }, one).items,
          [],
        )
      const places = placesOf(ACTORS, positionsOf(marks, { reasonId: 'be_introduced', publicId: null }))
      const placed = [...places.byKey.values()].flatMap(({ actors }) => actors)
      expect([...placed, ...places.waiting].map(({ id }) => id).sort()).toEqual(
        ACTORS.map(({ id }) => id).sort(),
      )
      for (const { station } of places.byKey.values()) {
        expect(places.tracks.need).toContain(station.need)
        expect(places.tracks.possibility).toContain(station.possibility)
      }
    }),
  )
})

it('[MTX4] a median between two levels has a lane between two columns, and only then', () => {
  expect(tracksOf([2, 0])).toEqual([0, 1, 2, 3])
  expect(tracksOf([1.5, 1.5, 0.5])).toEqual([0, 0.5, 1, 1.5, 2, 3])
  const lines = linesOf({ need: [0, 1, 1.5, 2, 3], possibility: [0, 1, 2, 3] }, 640)
  expect([3, 2, 1.5, 1, 0].map(lines.row)).toEqual([2, 3, 4, 5, 6])
  expect([lines.half('left'), lines.half('right')]).toEqual(['1 / 3', '3 / -1'])
  const split = linesOf({ need: [0, 1, 2, 3], possibility: [0, 1, 1.5, 2, 3] }, 640)
  expect([split.half('left'), split.half('right')]).toEqual(['1 / 3', '4 / -1'])
})

it('[MTX5] forty actors are read by name, more by symbol, and thousands are counted by family', () => {
  expect(lookOf(3, 120)).toBe('names')
  expect(lookOf(6, 120)).toBe('lines')
  expect(lookOf(6, 240)).toBe('names')
  expect(lookOf(6, 80)).toBe('symbols')
  expect(lookOf(18, 120)).toBe('symbols')
  expect(lookOf(120, 120)).toBe('counts')
  expect(familiesOf([brief('x', 'B'), brief('y', 'A'), brief('z', 'B')])).toEqual([
    ['A', 1],
    ['B', 2],
  ])
})

it('[MTX6] a judgement takes the place of the one before by the same assessor, and of no other', () => {
  const id = ACTORS[0]!.id
  const table = mark(id, TABLE_1, { need: 1, possibility: 1 })
  const before = mark(id, ME, { need: 2, possibility: 0 })
  const all = { items: [table, before], assessors: [], discussions: [] }
  const next = mark(id, ME, { need: 3, possibility: 3 })
  expect(withMark(all, next).items).toEqual([table, next])
  expect(withMark(all, { ...next, reasonId: 'coordinate_outreach' }).items).toHaveLength(3)
  expect(withMark(all, mark(id, ME, { need: null, possibility: null })).items).toEqual([table])
})

it('[MTX7] a refused judgement gives its place back, unless another has followed it', () => {
  const id = ACTORS[0]!.id
  const before = mark(id, ME, { need: 2, possibility: 0 })
  const all = { items: [before], assessors: [], discussions: [] }
  const refused = mark(id, ME, { need: 3, possibility: 3 })
  expect(withoutMark(withMark(all, refused), refused, before).items).toEqual([before])
  const later = mark(id, ME, { need: 1, possibility: 1 })
  const both = withMark(withMark(all, refused), later)
  expect(withoutMark(both, refused, before)).toBe(both)
  const withdrawal = mark(id, ME, { need: null, possibility: null })
  expect(withoutMark(withMark(all, withdrawal), withdrawal, before).items).toEqual([before])
  const kept = { ...refused, at: '2026-02-02T00:00:00.000Z' }
  expect(confirmMark(withMark(all, refused), kept).items).toEqual([kept])
  expect(confirmMark(both, kept)).toBe(both)
})

it('[MTX8] arrows go to the nearest card that way, straight before far', () => {
  const points = [
    { x: 100, y: 0 },
    { x: 60, y: 90 },
    { x: 0, y: 200 },
  ]
  expect(nearestTowards('ArrowRight', { x: 0, y: 0 }, points)).toBe(0)
  expect(nearestTowards('ArrowDown', { x: 0, y: 0 }, points)).toBe(2)
  expect(nearestTowards('ArrowUp', { x: 0, y: 0 }, points)).toBeUndefined()
})

it('[MTX9] the form starts from what the assessor says now, and sends empty texts as nothing', () => {
  const question = { ...mark(ACTORS[0]!.id, ME, { need: 2, possibility: 1 }), author: 'Nadia' }
  const ground = {
    evidence: 'Vu deux fois',
    evidenceKind: 'seen' as const,
    factors: { time: 'brake' as const },
    conditions: {},
    note: null,
  }
  const said = { ...question, ...ground, current: true }
  const draft = draftFrom([{ ...said, current: false, need: 0 }, said], question)
  expect(draft).toMatchObject({ need: 2, evidence: 'Vu deux fois', note: '' })
  expect(groundOf(draft)).toEqual(ground)
  expect(draftFrom([said], { ...question, assessor: TABLE_1 })).toBe(NOTHING)
  expect(withAnswer({ time: 'brake' }, 'time', null)).toEqual({})
})

it('[MTX10] words that a workspace leaves as they are stay the product’s, in every language', () => {
  const own = {
    need: ['a', 'b', 'c', 'd'],
    possibility: ['e', 'f', 'g', 'h'],
    quadrants: { formalise: 'i', lift_brakes: 'j', keep_tie: 'k', watch: 'l' },
  } as const
  expect(toScales(own, own)).toEqual({ need: null, possibility: null, quadrants: null })
  expect(toScales({ ...own, need: ['a', 'b', ' C ', 'd'] }, own)).toEqual({
    need: ['a', 'b', 'C', 'd'],
    possibility: null,
    quadrants: null,
  })
  expect(isWhole({ ...own, need: ['a', ' ', 'c', 'd'] })).toBe(false)
})

it('[MTX11] names are found without accents or order, and shortened to what tells groups apart', () => {
  const actors: ActorBrief[] = [brief('Épicerie sociale du Moulin', 'I'), brief('Mission locale', 'C')]
  expect(foundIn(actors, 'moulin epi').map(({ name }) => name)).toEqual(['Épicerie sociale du Moulin'])
  expect(foundIn(actors, '  ')).toBe(actors)
  expect(['Groupe 12', 'Table bleue', 'Équipe B', 'Nadia'].map(initialsOf)).toEqual(['12', 'Bl', 'B', 'Na'])
})

it('[MTX12] nothing ranks: places list actors in the order of names they were given', () => {
  const actors = ['Abeille', 'Bleuet', 'Colombe'].map((name) => brief(name, 'A'))
  const marks = actors.map(({ id }, index) => mark(id, ME, { need: 3, possibility: index === 1 ? 3 : 2 }))
  const positions: Map<string, Position> = positionsOf(marks, { reasonId: 'be_introduced', publicId: null })
  const places = placesOf(actors, positions)
  expect(places.byKey.get('3 2')?.actors.map(({ name }) => name)).toEqual(['Abeille', 'Colombe'])
})
