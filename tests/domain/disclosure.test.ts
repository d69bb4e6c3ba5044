import { describe, expect, test } from 'vitest'
import { differencingRisk } from '#api/domain/differencing'
import { isDisclosive, isDominated, isGuessable } from '#api/domain/disclosure'
import { boundsOf, type Published } from '#api/domain/disclosure-audit'
import { fitTable, fitWeights } from '#api/domain/iterative-fitting'
import { naturalSquares } from '#api/domain/natural-level'
import { randomFrom } from '#api/domain/random'

describe('what must not be said', () => {
  test('[SEC1] from one household to ten, and nothing else', () => {
    expect([0, 1, 10, 11].map(isDisclosive)).toEqual([false, true, true, false])
  })

  test('[SEC2] the bounds of Geurts’ table are the published ones', () => {
    const at = (row: number, column: number) => row * 2 + column
    const equations: Published[] = [
      ...[7, 3].map((sum, row) => ({ cells: [at(row, 0), at(row, 1)], sum })),
      ...[9, 7].map((sum, column) => ({ cells: [0, 1, 2].map((row) => at(row, column)), sum })),
      { cells: [at(2, 0)], sum: 3 },
      { cells: [at(2, 1)], sum: 3 },
    ]
    expect([...boundsOf(equations, [0, 1, 2, 3]).values()]).toEqual([
      { low: 3, high: 6 },
      { low: 1, high: 4 },
      { low: 0, high: 3 },
      { low: 0, high: 3 },
    ])
  })

  test('[SEC3] a table safe from dominance may still let the second guess the first', () => {
    const contributions = [50_000, 49_000, 1_000]
    expect(isDominated(contributions)).toBe(false)
    expect(isGuessable(contributions, 5)).toBe(true)
    expect(isDominated([300, 20, 10])).toBe(true)
  })

  test('[SEC5] nobody subtracts one drawn area from another: 10,000 random pairs give away nothing', () => {
    const random = randomFrom(11)
    const SIDE = 20
    const units = Array.from({ length: SIDE * SIDE }, (_, i) => ({
      id: String(i),
      households: Math.floor(random() ** 3 * 40),
    }))
    const households = new Map(units.map((unit) => [unit.id, unit.households]))
    const rectangle = () => {
      const [x, y, w, h] = [0, 0, 1, 1].map((from) => from + Math.floor(random() * 9)) as [
        number,
        number,
        number,
        number,
      ]
      return units
        .filter((_, i) => i % SIDE >= x && i % SIDE < x + w && i / SIDE >= y && i / SIDE < y + h)
        .map(({ id }) => id)
    }
    const sumOf = (ids: readonly string[]) => ids.reduce((sum, id) => sum + households.get(id)!, 0)
    let shown = 0
    for (let pair = 0; pair < 10_000; pair++) {
      const [one, other] = [rectangle(), rectangle()]
      if (differencingRisk(units, [], one) || differencingRisk(units, [one], other)) continue
      shown++
      const inOther = new Set(other)
      const without = sumOf(one.filter((id) => !inOther.has(id)))
      const inOne = new Set(one)
      const isNested = one.every((id) => inOther.has(id)) || other.every((id) => inOne.has(id))
      if (isNested) expect(isDisclosive(Math.abs(sumOf(one) - sumOf(other))), `pair ${pair}`).toBe(false)
      expect(isDisclosive(sumOf(one)) || isDisclosive(sumOf(other))).toBe(false)
      expect(without).toBeGreaterThanOrEqual(0)
    }
    expect(shown).toBeGreaterThan(1_000)
  })

  test('[SEC6] three areas can give away what no two of them do', () => {
    const units = [
      { id: 'a', households: 50 },
      { id: 'b', households: 50 },
      { id: 'small', households: 4 },
    ]
    const ledger = [['a', 'b', 'small'], ['a']]
    expect(differencingRisk(units, [], ['a', 'b', 'small'])).toBe(false)
    expect(differencingRisk(units, [['a', 'b', 'small']], ['a'])).toBe(false)
    expect(differencingRisk(units, ledger, ['b'])).toBe(true)
  })

  test('[SEC7] natural squares hold everybody, and none but the largest holds fewer than eleven', () => {
    const random = randomFrom(5)
    const cells = Array.from({ length: 600 }, () => ({
      column: Math.floor(random() * 32),
      row: Math.floor(random() * 32),
      households: Math.floor(random() ** 4 * 60),
    })).filter(
      (cell, i, all) => all.findIndex(({ column, row }) => column === cell.column && row === cell.row) === i,
    )
    const squares = naturalSquares(cells, 4)
    const total = (list: readonly { households: number }[]) =>
      list.reduce((sum, { households }) => sum + households, 0)
    expect(total(squares)).toBe(total(cells))
    expect(squares.filter(({ level, households }) => level < 4 && households < 11)).toEqual([])
    expect(new Set(squares.map(({ level }) => level)).size).toBeGreaterThan(2)
  })
})

describe('iterative proportional fitting', () => {
  test('[IPF1] the textbook table', () => {
    const seed = [
      [40, 30, 20, 10],
      [35, 50, 100, 75],
      [30, 80, 70, 120],
      [20, 30, 40, 50],
    ]
    const fitted = fitTable(seed, [150, 300, 400, 150], [200, 300, 400, 100])
    expect(fitted[0]!.map((cell) => cell.toFixed(2))).toEqual(['64.56', '46.23', '35.38', '3.82'])
    expect(fitted[3]!.map((cell) => cell.toFixed(2))).toEqual(['28.75', '41.18', '63.03', '17.03'])
    expect(() =>
      fitTable(
        [
          [1, 0],
          [0, 1],
        ],
        [1, 2],
        [2, 1],
      ),
    ).toThrow(RangeError)
    expect(() => fitTable([[1]], [1], [2])).toThrow(RangeError)
  })

  test('[IPF2] weights of individuals make every constraint hold', () => {
    const age = { categories: [1, 1, 0, 1, 0], targets: [8, 4] }
    const sex = { categories: [0, 0, 0, 1, 1], targets: [6, 6] }
    const weights = fitWeights(5, [age, sex])
    const sum = (which: number[]) => which.reduce((all, i) => all + weights[i]!, 0)
    expect(sum([2, 4])).toBeCloseTo(8, 9)
    expect(sum([0, 1, 2])).toBeCloseTo(6, 9)
  })
})
