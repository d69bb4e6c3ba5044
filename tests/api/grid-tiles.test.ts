import { VectorTile } from '@mapbox/vector-tile'
import { sql } from 'drizzle-orm'
import { PbfReader } from 'pbf'
import { describe, expect, it } from 'vitest'
import { toWgs84 } from '#api/domain/import-projection'
import { gridEndpoints, gridSide } from '#contract/grid'
import { importEndpoints } from '#contract/imports'
import { territoryEndpoints } from '#contract/territories'
import { startApp } from '../support/app.ts'
import { rowsAsOperator } from '../support/database.ts'
import { gridFile, gridsOf, ORIGIN, putGrid, townAndCountry, VINTAGE } from '../support/grid.ts'
import { importing } from '../support/import-runs.ts'
import { tileAt } from '../support/tiles.ts'

type Fetch = typeof globalThis.fetch
type Told = { v?: number; s: string }

const SIDE = 32
/** The middle of a cell, in WGS 84. */
const middleOf = (column: number, row: number) =>
  toWgs84(3035, ORIGIN.east + 200 * column + 100, ORIGIN.north + 200 * row + 100)!

async function told(fetch: Fetch, tile: [number, number, number], indicator: string): Promise<Told[]> {
  const response = await fetch(`/api/grids/${tile.join('/')}.mvt?vintage=${VINTAGE}&indicator=${indicator}`)
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  const layer = new VectorTile(new PbfReader(new Uint8Array(await response.arrayBuffer()))).layers.grid
  return Array.from({ length: layer?.length ?? 0 }, (_, n) => layer!.feature(n).properties as Told)
}

/** All tiles that the town covers. */
function tilesOf(z: number): [number, number, number][] {
  const corners = [middleOf(-1, -1), middleOf(SIDE, SIDE), middleOf(-1, SIDE), middleOf(SIDE, -1)].map((at) =>
    tileAt(at, z),
  )
  const range = (axis: 1 | 2) => {
    const all = corners.map((tile) => tile[axis])
    return Array.from({ length: Math.max(...all) - Math.min(...all) + 1 }, (_, n) => Math.min(...all) + n)
  }
  return range(1).flatMap((x) => range(2).map((y): [number, number, number] => [z, x, y]))
}

describe('tiles of the grid', () => {
  it('[GRD4] at no zoom does a tile hold a square under eleven households, and each says what it is worth', async () => {
    const { database, fetch } = await startApp()
    await putGrid(database, townAndCountry(SIDE, 3))
    const stored = await rowsAsOperator<{ men: number }>(
      database,
      sql`SELECT men::float8 AS men FROM grid_squares`,
    )
    const known = new Set(stored.map(({ men }) => Math.round(men)))
    for (const z of [5, 8, 10, 11, 12, 13, 15]) {
      const squares = (await Promise.all(tilesOf(z).map((tile) => told(fetch, tile, 'households')))).flat()
      expect(squares.length).toBeGreaterThan(0)
      expect(squares.filter(({ v }) => v === undefined || v < 11 || !known.has(v))).toEqual([])
      expect(new Set(squares.map((one) => Object.keys(one).sort().join()))).toEqual(new Set(['s,v']))
      expect(squares.every(({ s }) => s === 'o' || s === 'i')).toBe(true)
    }
    // A figure that no cell has is withheld, never zero.
    const without = await told(fetch, tileAt(middleOf(SIDE / 2, SIDE / 2), 8), 'social_dwellings')
    expect(without.length).toBeGreaterThan(0)
    expect(without.every(({ v, s }) => v === undefined && s === 'h')).toBe(true)
    const poor = await told(fetch, tileAt(middleOf(SIDE / 2, SIDE / 2), 8), 'poor_households')
    expect(poor.every(({ v }) => v === 20)).toBe(true)
  }, 60_000)

  it('[GRD4] the side follows from the zoom: 200 m from zoom 13 on, doubled at each zoom below', async () => {
    const { database, fetch } = await startApp()
    await putGrid(
      database,
      Array.from({ length: 64 }, (_, n) => ({ column: n % 8, row: Math.floor(n / 8), men: 20 })),
    )
    for (const [z, side] of [
      [15, 200],
      [13, 200],
      [12, 400],
      [11, 800],
      [10, 1600],
      [9, 3200],
      [6, 25_600],
      [3, 25_600],
    ] as const) {
      const [one] = await told(fetch, tileAt(middleOf(3, 3), z), 'households')
      expect([z, one!.v]).toEqual([z, 20 * Math.min(64, (side / gridSide(0)) ** 2)])
    }
  }, 60_000)

  it('[GRD5] an ETag holds until the squares are others; while they are worked out nothing is shown', async () => {
    const app = await startApp()
    const { run } = importing(app)
    const { id } = await run(gridFile(townAndCountry(16, 4)), { vintage: VINTAGE })
    await gridsOf(app)
    const url = `/api/grids/${tileAt(middleOf(8, 8), 9).join('/')}.mvt?vintage=${VINTAGE}&indicator=households`
    const get = (headers: Record<string, string> = {}) => app.fetch(url, { headers })
    await expect.poll(async () => (await (await get()).arrayBuffer()).byteLength).toBeGreaterThan(0)
    const etag = (await get()).headers.get('etag')!
    expect((await get({ 'if-none-match': etag })).status).toBe(304)
    await app.call(importEndpoints.undo, { params: { id } })
    expect((await (await get({ 'if-none-match': etag })).arrayBuffer()).byteLength).toBe(0)
  }, 60_000)

  it('[GRD6] visitors are refused, and another workspace sees nothing', async () => {
    const { database, anonymous, as, otherWorkspace } = await startApp()
    await putGrid(database, townAndCountry(16, 5))
    const paths = [
      '/api/grids',
      `/api/grids/classes?vintage=${VINTAGE}&indicator=households`,
      `/api/grids/${tileAt(middleOf(8, 8), 9).join('/')}.mvt?vintage=${VINTAGE}&indicator=households`,
    ]
    const visitor = await as('visitor')
    for (const path of paths) {
      expect((await visitor.fetch(path)).status).toBe(403)
      expect((await anonymous().fetch(path)).status).toBe(401)
    }
    const stranger = await (await otherWorkspace()).as('administrator')
    expect(await stranger.call(gridEndpoints.list, { query: {} })).toEqual([])
    expect(
      (await stranger.call(gridEndpoints.classes, { query: { vintage: VINTAGE, indicator: 'persons' } }))
        .squares,
    ).toBe(0)
    expect((await (await stranger.fetch(paths[2]!)).arrayBuffer()).byteLength).toBe(0)
  }, 60_000)
})

describe('classes of the grid', () => {
  it('[GRD7] every square is in one bin, and the classes of a territory are those of its squares', async () => {
    const { call, database } = await startApp()
    await putGrid(database, townAndCountry(SIDE, 6))
    const [grid] = await call(gridEndpoints.list, { query: {} })
    for (const method of ['quantile', 'equal', 'jenks'] as const)
      for (const level of [0, 2, 7]) {
        const query = { vintage: VINTAGE, indicator: 'households', level, method, classes: 4 } as const
        const { extent, breaks, histogram, squares } = await call(gridEndpoints.classes, { query })
        expect(histogram.reduce((sum, n) => sum + n, 0)).toBe(squares)
        if (level === 0) expect([squares, breaks.length]).toEqual([grid!.squares, 3])
        expect(breaks).toEqual([...breaks].sort((a, b) => a - b))
        expect(breaks.every((one) => one >= extent![0] && one < extent![1])).toBe(true)
        expect(extent![0]).toBeGreaterThanOrEqual(11)
      }
    const [west, south] = middleOf(-1, -1)
    const [east, north] = middleOf(SIDE / 2, SIDE / 2)
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] as [number, number][]
    const id = '01930000-0000-7000-8000-00000000a001'
    const polygon = { type: 'Polygon' as const, coordinates: [ring] }
    await call(territoryEndpoints.create, { body: { id, name: 'Quart', communes: [], epcis: [], polygon } })
    const query = { vintage: VINTAGE, indicator: 'poor_households', territory: id } as const
    const part = await call(gridEndpoints.classes, { query })
    expect(part.squares).toBeGreaterThan(0)
    expect(part.squares).toBeLessThan(grid!.squares)
    expect((await call(gridEndpoints.list, { query: { territory: id } })).length).toBe(1)
    const withheld = await call(gridEndpoints.classes, {
      query: { vintage: VINTAGE, indicator: 'lone_parents' },
    })
    expect(withheld).toMatchObject({
      extent: null,
      breaks: [],
      histogram: [],
      squares: grid!.squares,
      withheld: grid!.squares,
    })
  }, 60_000)
})
