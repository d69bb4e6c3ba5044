import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { randomFrom } from '#api/domain/random'
import { buildStaleGrids } from '#api/features/grid/build-squares.repository'
import { gridEndpoints } from '#contract/grid'
import type { Database } from '#db/client'
import { DEFAULT_WORKSPACE } from '#db/workspace'
import type { startApp } from './app.ts'
import { rowsAsOperator } from './database.ts'

/** A cell by its column and row from the corner of a block of 25.6 km, south of Lille. */
export type TestCell = {
  column: number
  row: number
  men: number
  imputed?: 0 | 1 | 2
  natural?: string | null
}

/** The lower left corner of cell (0, 0), in metres of EPSG:3035. */
export const ORIGIN = { north: 3_072_000, east: 3_814_400 }
export const VINTAGE = '2021'

const figuresOf = (men: number) => ({
  men,
  ind: men * 2,
  men_pauv: men * 0.2,
  men_prop: men * 0.5,
  ind_snv: men * 40_000,
  ind_65_79: men * 0.2,
  ind_80p: men * 0.1,
})

/** The file of these cells. */
export const gridFile = (cells: readonly TestCell[]): string => {
  const lines = cells.map(({ column, row, men, imputed = 0, natural }) => {
    const { ind, men_pauv, men_prop, ind_snv, ind_65_79, ind_80p } = figuresOf(men)
    const id = `CRS3035RES200mN${ORIGIN.north + 200 * row}E${ORIGIN.east + 200 * column}`
    return [
      id,
      natural ?? '',
      imputed,
      '59350',
      ind,
      men,
      men_pauv,
      men_prop,
      ind_snv,
      ind_65_79,
      ind_80p,
    ].join()
  })
  return [
    'idcar_200m,idcar_nat,i_est_200,lcog_geo,ind,men,men_pauv,men_prop,ind_snv,ind_65_79,ind_80p',
    ...lines,
  ].join('\n')
}

/** Writes cells as an import would have, and works out their squares. */
export async function putGrid(
  database: Database,
  cells: readonly TestCell[],
  workspaceId = DEFAULT_WORKSPACE,
  signal = new AbortController().signal,
): Promise<void> {
  const rows = cells.map(({ column, row, men, imputed = 0, natural = null }) => ({
    north: ORIGIN.north + 200 * row,
    east: ORIGIN.east + 200 * column,
    imputed,
    natural,
    ...figuresOf(men),
  }))
  await rowsAsOperator(database, sql`DELETE FROM grid_cells WHERE workspace_id = ${workspaceId}::uuid`)
  await rowsAsOperator(
    database,
    sql`INSERT INTO grid_cells (workspace_id, vintage, size, crs, north, east, "natural", imputed, men, ind, men_pauv, men_prop,
        ind_snv, ind_65_79, ind_80p)
      SELECT ${workspaceId}::uuid, ${VINTAGE}, 200, 3035, * FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS c(north int,
        east int, "natural" text, imputed smallint, men real, ind real, men_pauv real, men_prop real, ind_snv real,
        ind_65_79 real, ind_80p real)`,
  )
  await rowsAsOperator(
    database,
    sql`INSERT INTO grid_builds (workspace_id, vintage, progress) VALUES (${workspaceId}::uuid, ${VINTAGE}, 0)
      ON CONFLICT (workspace_id, vintage) DO UPDATE SET progress = 0`,
  )
  await buildStaleGrids(database, workspaceId, signal)
}

/** Towns of some hundred households in a countryside of few: most cells hold fewer than eleven. */
export function townAndCountry(side: number, seed: number): TestCell[] {
  const random = randomFrom(seed)
  const towns = Array.from({ length: 3 }, () => [random() * side, random() * side] as const)
  const cells: TestCell[] = []
  for (let column = 0; column < side; column++)
    for (let row = 0; row < side; row++) {
      const nearest = Math.min(...towns.map(([x, y]) => Math.hypot(x - column, y - row)))
      const density = 60 * Math.exp(-nearest / 2.5) + 4 * random() ** 3
      const men = Math.round(density * (0.5 + random()))
      if (men > 0) cells.push({ column, row, men, imputed: men < 11 ? 1 : 0 })
    }
  return cells
}

/** Until the squares of all grids are worked out. */
export async function gridsOf({ call }: Pick<Awaited<ReturnType<typeof startApp>>, 'call'>) {
  for (;;) {
    const grids = await call(gridEndpoints.list, { query: {} })
    if (grids.every(({ progress }) => progress === null)) return grids
    await wait(20)
  }
}
