import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { toWgs84 } from '#api/domain/import-projection'
import { randomFrom } from '#api/domain/random'
import type { Area } from '#contract/geometry'
import { type AreaReading, gridEndpoints } from '#contract/grid'
import { startApp } from '../support/app.ts'
import { rowsAsOperator } from '../support/database.ts'
import { ORIGIN, putGrid, type TestCell, townAndCountry, VINTAGE } from '../support/grid.ts'

type Box = [west: number, south: number, east: number, north: number]

/** Cells from west to east and south to north, the last ones left out, as somebody draws them. */
function drawn([west, south, east, north]: Box): Area {
  const at = (column: number, row: number) =>
    toWgs84(3035, ORIGIN.east + 200 * column, ORIGIN.north + 200 * row) as [number, number]
  const ring = [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]
  return { type: 'Polygon', coordinates: [ring] }
}
const holds = ([west, south, east, north]: Box, { column, row }: TestCell) =>
  column >= west && column < east && row >= south && row < north

type App = Awaited<ReturnType<typeof startApp>>
/** What is answered, or the code of the refusal. */
async function ask(
  { app, headers }: Pick<App, 'app' | 'headers'>,
  area: Area,
): Promise<AreaReading | string> {
  const payload = { vintage: VINTAGE, area }
  const reply = await app.inject({
    method: 'POST',
    url: gridEndpoints.read.path,
    headers: { host: 'localhost', ...headers },
    payload,
  })
  return reply.statusCode === 201 ? gridEndpoints.read.response.parse(reply.json()) : reply.json().code
}
const ledger = async ({ database }: App) =>
  (await rowsAsOperator<{ n: number }>(database, sql`SELECT count(*)::int AS n FROM area_readings`))[0]!.n

const plain = (side: number, men: number): TestCell[] =>
  Array.from({ length: side ** 2 }, (_, n) => ({ column: n % side, row: Math.floor(n / side), men }))

describe('what a drawn area holds', () => {
  it('[LED3] its cells are added up, rounded to 5, with the share of its persons whose figures were imputed', async () => {
    const app = await startApp()
    const cells = plain(8, 13).map((cell) => (cell.column === 0 ? { ...cell, imputed: 1 as const } : cell))
    await putGrid(app.database, cells)
    expect(await ask(app, drawn([0, 0, 4, 2]))).toEqual({
      households: 105,
      persons: 210,
      imputedPersons: 0.25,
      shares: { poor_households: 20, owners: 50, aged_65_plus: 15, living_standard: 20_000 },
      vintage: VINTAGE,
    })
    expect(await ledger(app)).toBe(1)
    expect(await ask(app, drawn([20, 20, 30, 30]))).toBe('area_too_small')
    expect(
      await ask(app, {
        type: 'Polygon',
        coordinates: [
          [
            [0, 45],
            [4, 45],
            [4, 49],
            [0, 49],
            [0, 45],
          ],
        ],
      }),
    ).toBe('area_too_large')
    expect(await ledger(app)).toBe(1)
  }, 60_000)

  it('[LED4] under eleven households it is refused, and so is what leaves fewer than eleven of an area or a square', async () => {
    const app = await startApp()
    // A town of full cells; one in its last column holds four households.
    const cells = plain(8, 15).map((cell) =>
      cell.column === 7 && cell.row === 3 ? { ...cell, men: 4 } : cell,
    )
    await putGrid(app.database, cells)
    expect(await ask(app, drawn([7, 3, 8, 4]))).toBe('area_too_small')
    // The rest of the square of 400 m that it is shown in would tell the four.
    const [lower, upper] = [drawn([6, 2, 8, 3]), drawn([6, 3, 7, 4])] as Extract<Area, { type: 'Polygon' }>[]
    const rest: Area = { type: 'MultiPolygon', coordinates: [lower!.coordinates, upper!.coordinates] }
    expect(await ask(app, rest)).toBe('area_would_disclose')
    expect(await ask(app, drawn([0, 0, 4, 4]))).toMatchObject({ households: 240 })
    expect(await ask(app, drawn([0, 0, 8, 8]))).toMatchObject({ households: 950 })
    expect(await ledger(app)).toBe(2)
  }, 60_000)

  it('[LED4] two areas that differ by a few households: the second is refused, whoever asks, until another ledger', async () => {
    const app = await startApp()
    // No square is shown where a block has fewer than eleven but for this row of three and twelve.
    const cells = [3, 12, 12, 12, 3].map((men, column) => ({ column, row: 0, men }))
    await putGrid(app.database, cells)
    const first = await ask(app, drawn([0, 0, 5, 1]))
    expect(first).toMatchObject({ households: 40 })
    const colleague = { app: app.app, headers: (await app.as('contributor')).headers }
    expect(await ask(colleague, drawn([0, 0, 4, 1]))).toBe('area_would_disclose')
    const other = await app.otherWorkspace()
    await putGrid(app.database, cells, other.id)
    const stranger = { app: app.app, headers: (await other.as('contributor')).headers }
    expect(await ask(stranger, drawn([0, 0, 4, 1]))).toBe('area_would_disclose')
  }, 60_000)

  it('[LED5] the same cells asked again are answered the same, and the ledger does not grow', async () => {
    const app = await startApp()
    await putGrid(app.database, townAndCountry(16, 8))
    const box = drawn([0, 0, 16, 16])
    const first = await ask(app, box)
    expect(first).toHaveProperty('households')
    expect(await ask(app, box)).toEqual(first)
    expect(await ask(app, drawn([0, 0, 16.2, 16.2]))).toEqual(first)
    expect(await ledger(app)).toBe(1)
  }, 60_000)

  it('[LED6] of two areas asked at once, that together would tell, one is refused', async () => {
    const app = await startApp()
    await putGrid(
      app.database,
      [3, 12, 12, 12, 12].map((men, column) => ({ column: 2 * column, row: 0, men })),
    )
    // Neither is a difference with a square by itself.
    const answers = await Promise.all([ask(app, drawn([0, 0, 9, 1])), ask(app, drawn([1, 0, 9, 1]))])
    expect(answers.filter((one) => one === 'area_would_disclose').length).toBe(1)
    expect(await ledger(app)).toBe(1)
  }, 60_000)

  it('[LED1] of hundreds of areas asked one after the other, no answer less another or a square leaves one to ten households', async () => {
    const app = await startApp()
    const cells = townAndCountry(16, 9)
    await putGrid(app.database, cells)
    const squares = await rowsAsOperator<{ column: number; row: number; side: number; men: number }>(
      app.database,
      sql`SELECT (east - ${ORIGIN.east}::int) / 200 AS column, (north - ${ORIGIN.north}::int) / 200 AS row,
        (2 ^ level)::int AS side, men::float8 AS men FROM grid_squares WHERE finest = 0`,
    )
    const random = randomFrom(3)
    const kept: Box[] = []
    for (let n = 0; n < 120; n++) {
      const [west, south] = [Math.floor(random() * 14), Math.floor(random() * 14)]
      const box: Box = [
        west,
        south,
        west + 1 + Math.floor(random() * 6),
        south + 1 + Math.floor(random() * 6),
      ]
      if (typeof (await ask(app, drawn(box))) !== 'string') kept.push(box)
    }
    expect(kept.length).toBeGreaterThan(5)
    const sum = (is: (cell: TestCell) => boolean) =>
      cells.reduce((all, cell) => all + (is(cell) ? cell.men : 0), 0)
    const shown: Box[] = squares.map(({ column, row, side }) => [column, row, column + side, row + side])
    const inside = (one: Box, other: Box) => sum((cell) => holds(one, cell) && !holds(other, cell)) === 0
    for (const one of kept)
      for (const other of [...kept, ...shown])
        if (inside(other, one)) {
          const rest = sum((cell) => holds(one, cell) && !holds(other, cell))
          expect([one, other, rest > 0 && rest < 11]).toEqual([one, other, false])
        }
    // And beside all the squares that lie wholly in it.
    for (const one of kept) {
      const whole = shown.filter((square) => inside(square, one))
      const rest = sum((cell) => holds(one, cell) && !whole.some((square) => holds(square, cell)))
      expect([one, rest > 0 && rest < 11]).toEqual([one, false])
    }
  }, 240_000)
})
