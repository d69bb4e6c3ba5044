import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { naturalSquares } from '#api/domain/natural-level'
import { GRID_LEVELS, gridEndpoints, gridSide } from '#contract/grid'
import { importEndpoints } from '#contract/imports'
import { DEFAULT_WORKSPACE } from '#db/workspace'
import { startApp } from '../support/app.ts'
import { rowsAsOperator } from '../support/database.ts'
import {
  gridFile,
  gridsOf,
  ORIGIN,
  putGrid,
  type TestCell,
  townAndCountry,
  VINTAGE,
} from '../support/grid.ts'
import { importing } from '../support/import-runs.ts'

type Square = {
  level: number
  finest: number
  north: number
  east: number
  men: number
  ind: number
  imputed: boolean
}

const squaresIn = (database: Awaited<ReturnType<typeof startApp>>['database']) =>
  rowsAsOperator<Square>(
    database,
    sql`SELECT level::int AS level, finest::int AS finest, north, east, men::float8 AS men, ind::float8 AS ind, imputed
      FROM grid_squares ORDER BY level, north, east`,
  )

const keyOf = ({ level, north, east, men }: Square) =>
  `${level} ${(east - ORIGIN.east) / 200} ${(north - ORIGIN.north) / 200} ${men}`

const NATURAL = { 1000: 3, 2000: 4, 8000: 6, 400: 1 } as const
const naturalOf = (side: number, { column, row }: TestCell) => {
  const at = (origin: number, n: number) => Math.floor((origin + 200 * n) / side) * side
  return `CRS3035RES${side}mN${at(ORIGIN.north, row)}E${at(ORIGIN.east, column)}`
}

const someCells = fc
  .array(
    fc.record({
      column: fc.integer({ min: 0, max: 150 }),
      row: fc.integer({ min: 0, max: 40 }),
      men: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 11, max: 90 })),
      side: fc.constantFrom(0, 0, 0, 400, 1000, 2000, 8000),
    }),
    { minLength: 1, maxLength: 120 },
  )
  .map((cells) => [...new Map(cells.map((cell) => [`${cell.column} ${cell.row}`, cell])).values()])

describe('squares of a grid', () => {
  it('[GRD1] each holds eleven households, is as the pure natural level says, and every zoom adds up to the same', async () => {
    const { database } = await startApp()
    await fc.assert(
      fc.asyncProperty(someCells, async (drawn) => {
        const cells = drawn.map(({ side, ...cell }) => ({
          ...cell,
          imputed: side ? (1 as const) : (0 as const),
          natural: side ? naturalOf(side, cell) : null,
          needs: side ? NATURAL[side as keyof typeof NATURAL] : 0,
        }))
        await putGrid(database, cells)
        const squares = await squaresIn(database)
        expect(squares.filter(({ men }) => men < 11)).toEqual([])
        const expected = naturalSquares(
          cells.map(({ column, row, men, needs }) => ({ column, row, households: men, needs })),
          7,
        ).filter(({ households }) => households >= 11)
        const leaves = squares.filter(({ finest }) => finest === 0)
        expect(leaves.map(keyOf).sort()).toEqual(
          expected
            .map(({ level, column, row, households }) => `${level} ${column} ${row} ${households}`)
            .sort(),
        )
        // At every zoom the same households are there, block by block: between two zooms nobody appears or goes.
        const block = (square: Square) => Math.floor((square.east - ORIGIN.east) / gridSide(7))
        for (const level of GRID_LEVELS)
          for (const one of [0, 1]) {
            const sum = (shown: Square[]) =>
              shown.filter((square) => block(square) === one).reduce((all, { men }) => all + men, 0)
            const drawnNow = squares.filter((square) => square.finest <= level && square.level >= level)
            expect(sum(drawnNow)).toBe(sum(leaves))
          }
      }),
      { numRuns: 25 },
    )
  }, 240_000)

  it('[GRD2] figures that Insee imputed are marked until the natural square that adds up to true ones is inside', async () => {
    const { database } = await startApp()
    const full = (column: number, row: number): TestCell => ({ column, row, men: 20 })
    const imputed = (cell: TestCell, natural: string | null): TestCell => ({ ...cell, imputed: 1, natural })
    const shown = async (cells: TestCell[]) => {
      await putGrid(database, cells)
      return (await squaresIn(database)).map(({ level, finest, imputed }) => [level, finest, imputed])
    }
    // The natural square of 400 m is one of ours: it is shown whole, and its figures are true.
    const four = [full(0, 0), full(1, 0), full(0, 1)]
    const inside = await shown([...four, imputed(full(1, 1), naturalOf(400, full(1, 1)))])
    expect(inside[0]).toEqual([1, 0, false])
    expect(inside.every(([, , marked]) => !marked)).toBe(true)
    // Nobody knows what it adds up with: drawn as it is, marked at every level.
    const unknown = await shown([...four, imputed(full(1, 1), null)])
    expect(unknown.filter(([level]) => level === 0).map(([, , marked]) => marked)).toEqual([
      false,
      false,
      false,
      true,
    ])
    expect(unknown.filter(([level]) => level !== 0).every(([, , marked]) => marked)).toBe(true)
    // A kilometre lies across the edge of squares of 1.6 and 3.2 km: shown no smaller, and marked until it is inside.
    const across = await shown([imputed(full(15, 0), naturalOf(1000, full(15, 0)))])
    expect(across.map(([level, , marked]) => [level, marked])).toEqual([
      [3, true],
      [4, true],
      [5, false],
      [6, false],
      [7, false],
    ])
    // What is true although under the threshold is not marked; what the file does not say is guessed from its size.
    expect((await shown([{ ...full(0, 0), imputed: 2 }]))[0]).toEqual([0, 0, false])
  }, 60_000)

  it('[GRD3] an import works out the squares of its grid, another one anew, and its undoing takes them away', async () => {
    const app = await startApp()
    const { run } = importing(app)
    const first = await run(gridFile(townAndCountry(24, 1)), { vintage: VINTAGE })
    const [grid] = await gridsOf(app)
    expect(grid).toMatchObject({ vintage: VINTAGE, progress: null })
    expect(grid!.cells).toBe(first.report.created)
    expect(grid!.squares).toBeGreaterThan(20)
    expect(grid!.imputedCells).toBeGreaterThan(0.3)
    expect(grid!.indicators.map(({ id }) => id)).toEqual([
      'households',
      'persons',
      'poor_households',
      'owners',
      'aged_65_plus',
      'living_standard',
    ])
    const before = await squaresIn(app.database)
    const more = await run(gridFile([{ column: 200, row: 3, men: 40 }]), { vintage: VINTAGE })
    await gridsOf(app)
    expect((await squaresIn(app.database)).length).toBe(before.length + 8)
    await app.call(importEndpoints.undo, { params: { id: more.id } })
    await gridsOf(app)
    expect(await squaresIn(app.database)).toEqual(before)
    await app.call(importEndpoints.undo, { params: { id: first.id } })
    expect(await gridsOf(app)).toEqual([])
    expect(await squaresIn(app.database)).toEqual([])
  }, 120_000)

  it('[GRD3] what a stopped server left half-way is worked out by the next, and nothing is shown before', async () => {
    const app = await startApp()
    const stopped = new AbortController()
    stopped.abort()
    await putGrid(app.database, townAndCountry(24, 2), DEFAULT_WORKSPACE, stopped.signal)
    const classes = { query: { vintage: VINTAGE, indicator: 'households' } } as const
    expect((await app.call(gridEndpoints.classes, classes)).squares).toBe(0)
    const next = await app.restart()
    const [grid] = await gridsOf(next)
    expect((await next.call(gridEndpoints.classes, classes)).squares).toBe(grid!.squares)
  }, 60_000)
})
