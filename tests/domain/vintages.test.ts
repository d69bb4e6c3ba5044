import { describe, expect, test } from 'vitest'
import { carryFigures, carryForward, type Movement, type Passage, passagesOf } from '#api/domain/vintages'

const moved = (kind: Movement['kind'], effectiveOn: string, ...pairs: [string, string][]): Movement[] =>
  pairs.map(([codeFrom, codeTo]) => ({ codeFrom, codeTo, effectiveOn, kind }))

const MOVEMENTS = [
  ...moved('merge', '2019-01-01', ['A', 'A'], ['B', 'A']),
  ...moved('renumber', '2019-01-01', ['C', 'D']),
  ...moved('split', '2020-01-01', ['E', 'E'], ['E', 'F']),
  ...moved('rename', '2020-01-01', ['G', 'G']),
  ...moved('merge', '2021-01-01', ['D', 'A'], ['A', 'A']),
]

describe('codes from one year to another', () => {
  const carried = (from: string, to: string, codes = ['A', 'B', 'C', 'E', 'G', 'X']) =>
    Object.fromEntries(carryForward(codes, MOVEMENTS, from, to))

  test('[IMP155] merges, splits and renumbering, one after the other; a rename changes nothing', () => {
    expect(carried('2018', '2020')).toMatchObject({
      A: ['A'],
      B: ['A'],
      C: ['D'],
      E: ['E', 'F'],
      G: ['G'],
      X: ['X'],
    })
    expect(carried('2018', '2021')).toMatchObject({ A: ['A'], B: ['A'], C: ['A'] })
    expect(carried('2018', '2018')).toEqual({ A: ['A'], B: ['B'], C: ['C'], E: ['E'], G: ['G'], X: ['X'] })
  })

  test('[IMP155] the year begins on 1 January: what holds from that day is in it', () => {
    expect(carried('2019', '2020', ['A', 'E'])).toMatchObject({ A: ['A'], E: ['E', 'F'] })
    expect(carried('2018', '2019', ['B'])).toMatchObject({ B: ['A'] })
  })

  test('[IMP155] going back, a merge is a split', () => {
    expect(carried('2021', '2018', ['A', 'F'])).toMatchObject({ A: ['A', 'B', 'C'], F: ['E'] })
  })

  test('[IMP155] codes that exchange on one day are not carried twice', () => {
    const swap = moved('renumber', '2020-01-01', ['P', 'Q'], ['Q', 'P'])
    expect(Object.fromEntries(carryForward(['P', 'Q'], swap, '2019', '2020'))).toEqual({ P: ['Q'], Q: ['P'] })
  })

  test('[IMP156] codes that belong together make one passage', () => {
    const passages = passagesOf(carryForward(['A', 'B', 'C', 'E', 'X'], MOVEMENTS, '2018', '2020'))
    expect(passages).toEqual([
      { from: ['A', 'B'], to: ['A'], kind: 'merge' },
      { from: ['C'], to: ['D'], kind: 'renumber' },
      { from: ['E'], to: ['E', 'F'], kind: 'split' },
      { from: ['X'], to: ['X'], kind: 'same' },
    ])
  })

  test('[IMP156] a merge knows the parts that nobody asked for', () => {
    expect(passagesOf(carryForward(['B'], MOVEMENTS, '2018', '2019'))[0]).toEqual({
      from: ['A', 'B'],
      to: ['A'],
      kind: 'merge',
    })
  })
})

describe('figures from one year to another', () => {
  const zone = (population: number | null, income: number, status?: 'secret' | 'rounded') => ({
    figures: { population, income_median: income },
    statuses: status ? { population: status } : {},
  })
  const MERGE: Passage = { from: ['A', 'B'], to: ['A'], kind: 'merge' }
  const carry = (passage: Passage, known: Record<string, ReturnType<typeof zone>>) =>
    carryFigures(passage, (code) => known[code])

  test('[IMP157] in a merge counts add up, medians do not', () => {
    expect(carry(MERGE, { A: zone(10, 18_000), B: zone(5, 20_000, 'rounded') })).toEqual({
      population: { value: 15, status: 'rounded', reason: null },
      income_median: { value: null, status: 'unavailable', reason: 'does_not_add_up' },
    })
  })

  test('[IMP157] a secret or missing part makes the sum secret or absent, never smaller', () => {
    expect(carry(MERGE, { A: zone(10, 1), B: zone(null, 2, 'secret') }).population).toEqual({
      value: null,
      status: 'secret',
      reason: 'part_missing',
    })
    expect(carry(MERGE, { A: zone(10, 1) }).population).toEqual({
      value: null,
      status: 'absent',
      reason: 'part_missing',
    })
  })

  test('[IMP157] the figures of a zone that was split are those of its parts together: nothing is shared out', () => {
    const split: Passage = { from: ['E'], to: ['E', 'F'], kind: 'split' }
    expect(carry(split, { E: zone(10, 18_000) })).toEqual({
      population: { value: 10, status: 'observed', reason: null },
      income_median: { value: 18_000, status: 'observed', reason: null },
    })
  })
})
