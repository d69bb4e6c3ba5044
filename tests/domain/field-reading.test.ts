import { describe, expect, test } from 'vitest'
import { boundedUpdate, combineBeliefs, readingOf } from '#api/domain/field-reading'

describe('field and figures', () => {
  test('[FLD1] they stand side by side: four readings, and undetermined figures say nothing', () => {
    expect(readingOf('probably_more', 'said')).toBe('agreement')
    expect(readingOf('undetermined', 'said_by_several')).toBe('statistical_blind_spot')
    expect(readingOf('probably_few', 'said')).toBe('statistical_blind_spot')
    expect(readingOf('probably_more', 'nothing_said')).toBe('to_go_and_see')
    expect(readingOf('undetermined', 'nothing_said')).toBe('silence')
  })

  test('[FLD2] ten groups of one room move a probability little more than one does', () => {
    expect(boundedUpdate(0.35, [2]).bounded).toBeCloseTo(0.52, 2)
    expect(boundedUpdate(0.35, new Array(10).fill(2)).bounded).toBeCloseTo(0.556, 2)
    expect(boundedUpdate(0.35, new Array(10).fill(2)).naive).toBeCloseTo(0.998, 3)
    expect(boundedUpdate(0.35, [50])).toEqual(boundedUpdate(0.35, [2]))
    expect(boundedUpdate(0.35, []).bounded).toBe(0.35)
  })

  test('[FLD3] beliefs combine as Dempster says, and the conflict is told', () => {
    const figures = { high: 0.3, low: 0.2, unknown: 0.5 }
    const once = combineBeliefs(figures, { high: 0.5, low: 0, unknown: 0.5 })
    const rounded = ({ high, low, unknown, conflict }: typeof once) =>
      [high, low, unknown, conflict].map((mass) => mass.toFixed(3))
    expect(rounded(once)).toEqual(['0.611', '0.111', '0.278', '0.100'])
    expect(rounded(combineBeliefs(once, { high: 0, low: 0.4, unknown: 0.6 }))).toEqual([
      '0.485',
      '0.294',
      '0.221',
      '0.244',
    ])
    expect(rounded(combineBeliefs(figures, { high: 0.25, low: 0.2, unknown: 0.55 }))).toEqual([
      '0.410',
      '0.281',
      '0.309',
      '0.110',
    ])
    expect(() => combineBeliefs({ high: 1, low: 0, unknown: 0 }, { high: 0, low: 1, unknown: 0 })).toThrow(
      RangeError,
    )
  })
})
