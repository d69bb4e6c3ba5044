import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildStaleGrids } from '#api/features/grid/build-squares.repository'
import type { Database } from '#db/client'
import { DEFAULT_WORKSPACE } from '#db/workspace'
import { seedDemo } from '#seeds/run'
import { emptyDatabase, rowsAsOperator } from '../support/database.ts'

const TODAY = '2026-11-23'
let database: Database
const count = async (statement: string) =>
  (await rowsAsOperator<{ n: number }>(database, sql.raw(`SELECT count(*)::int AS n FROM ${statement}`)))[0]!
    .n
const everything = () =>
  Promise.all(['statistics', 'grid_cells', 'rounds', 'observations', 'territories', 'actors'].map(count))

describe('the fictional figures', () => {
  beforeAll(async () => {
    database = await emptyDatabase()
    await seedDemo(database, TODAY)
  })

  test('[SEED14] every quarter has figures, joined to its contour by level, code and vintage', async () => {
    expect(
      await count(`zones z WHERE z.level = 'iris' AND z.vintage = 'demo' AND NOT EXISTS (SELECT 1 FROM statistics s
        WHERE s.level = z.level AND s.code = z.code AND s.vintage = z.vintage)`),
    ).toBe(0)
  })

  test('[SEED16] its grid has squares that may be shown', async () => {
    await buildStaleGrids(database, DEFAULT_WORKSPACE, new AbortController().signal)
    expect(await count('grid_builds WHERE progress IS NULL')).toBe(1)
    expect(await count('grid_squares')).toBeGreaterThan(200)
    expect(await count('grid_squares WHERE men < 11')).toBe(0)
  })

  test('[SEED15] a town is seeded once, and one that was there before figures were gets them', async () => {
    const before = await everything()
    expect(Math.min(...before)).toBeGreaterThan(0)
    await seedDemo(database, TODAY)
    expect(await everything()).toEqual(before)
    await rowsAsOperator(database, sql`DELETE FROM statistics`)
    await rowsAsOperator(database, sql`DELETE FROM grid_cells`)
    await rowsAsOperator(database, sql`DELETE FROM grid_builds`)
    await rowsAsOperator(database, sql`DELETE FROM rounds`)
    await rowsAsOperator(database, sql`DELETE FROM estimate_runs`)
    await seedDemo(database, TODAY)
    expect(await everything()).toEqual(before)
  })
})
