import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { rowsAsOperator } from '../support/database.ts'
import { contentOf, shared } from '../support/import-files.ts'
import { countsOf, importing } from '../support/import-runs.ts'

/** Published files of figures, addresses and grid: rows of each, all of which are created. */
const FILES = [
  ['samples/filosofi/BASE_TD_FILO_DISP_IRIS_2018_dep59.csv', 'filosofi_iris', 607],
  ['samples/filosofi/BASE_TD_FILO_DISP_IRIS_2018.csv', 'filosofi_iris', 12_395],
  ['samples/grid/carreaux_200m_met-2019-2lignes.csv', 'filosofi_grid', 2],
  ['samples/grid/carreaux_200m-2021-lille-sud-extrait.csv', 'filosofi_grid', 75],
  ['samples/qpv/qp2015-occitanie-indicateurs.csv', 'qpv_figures', 105],
  ['samples/ban/adresses-extrait-verbatim.csv', 'ban_addresses', 3],
] as const

test('[IMP160] published figures, cells and addresses are read whole, and a second time change nothing', async () => {
  for (const [path, format, rows] of FILES) {
    const file = shared(path)
    if (!file) continue
    const { run } = importing(await startApp())
    const none = { updated: 0, ignored: 0, refused: 0 }
    const first = (await run(contentOf(file), { vintage: '2021' })).report
    expect([path, first.format, countsOf(first)]).toEqual([
      path,
      format,
      { rows, created: rows, unchanged: 0, ...none },
    ])
    const second = (await run(contentOf(file), { vintage: '2021' })).report
    expect([path, countsOf(second)]).toEqual([path, { rows, created: 0, unchanged: rows, ...none }])
  }
}, 240_000)

const IRIS = 'IRIS;DISP_TP6021;DISP_MED21\n'

test('[IMP161] a secret stays secret in the database, and a number that becomes secret is taken away', async () => {
  const started = await startApp()
  const { run } = importing(started)
  const stored = () =>
    rowsAsOperator<{ figures: unknown; statuses: unknown }>(
      started.database,
      sql`SELECT figures, statuses FROM statistics ORDER BY code`,
    )
  await run(`${IRIS}590080101;ns;17890\n590080102;21,5;nd`)
  expect(await stored()).toEqual([
    { figures: { poverty_rate: null, income_median: 17890 }, statuses: { poverty_rate: 'secret' } },
    { figures: { poverty_rate: 21.5, income_median: null }, statuses: { income_median: 'unavailable' } },
  ])
  const again = (await run(`${IRIS}590080101;ns;17890\n590080102;ns;0`)).report
  expect(countsOf(again)).toMatchObject({ created: 0, updated: 1, unchanged: 1 })
  expect((await stored())[1]).toEqual({
    figures: { poverty_rate: null, income_median: 0 },
    statuses: { poverty_rate: 'secret' },
  })
})

test('[IMP161] the same zone twice in a file is refused the second time; another year of the zones is another row', async () => {
  const { run } = importing(await startApp())
  const twice = (await run(`${IRIS}590080101;20;1\n590080101;21;2`)).report
  expect(countsOf(twice)).toMatchObject({ created: 1, refused: 1 })
  expect(twice.refused[0]).toMatchObject({ code: 'duplicate_key', line: 3 })
  const other = (await run(`${IRIS}590080101;20;1`, { vintage: '2021' })).report
  expect(countsOf(other)).toMatchObject({ created: 1, updated: 0 })
})

const GRID = 'idcar_200m,i_est_200,lcog_geo,ind,men\n'
const cells = (count: number, men = 1) =>
  GRID +
  Array.from(
    { length: count },
    (_, n) => `CRS3035RES200mN${n * 200}E200,${n % 2},5935059512,${n}.1,${men}`,
  ).join('\n')

test('[IMP162] cells keep their square and their status; a changed one is updated, the others are not', async () => {
  const started = await startApp()
  const { run } = importing(started)
  expect(countsOf((await run(cells(1_500), { vintage: '2021' })).report)).toMatchObject({
    rows: 1_500,
    created: 1_500,
  })
  const [row] = await rowsAsOperator(
    started.database,
    sql`SELECT size, crs, north, east, imputed, communes, ind::float8 AS ind, men_pauv FROM grid_cells WHERE north = 1000`,
  )
  expect(row).toMatchObject({
    size: 200,
    crs: 3035,
    north: 1_000,
    east: 200,
    imputed: 1,
    communes: ['59350', '59512'],
    men_pauv: null,
  })
  const changed = cells(1_500).replace('1000E200,1,5935059512,5.1,1', '1000E200,1,5935059512,5.1,2')
  expect(countsOf((await run(changed, { vintage: '2021' })).report)).toMatchObject({
    created: 0,
    updated: 1,
    unchanged: 1_499,
  })
  expect(countsOf((await run(changed, { vintage: '2021' })).report)).toMatchObject({
    created: 0,
    updated: 0,
    unchanged: 1_500,
  })
  const [held] = await rowsAsOperator<{ men: number }>(
    started.database,
    sql`SELECT men FROM grid_cells WHERE north = 1000`,
  )
  expect(held?.men).toBe(2)
})

test('[IMP162] a cell that a file holds twice is refused the second time, however far apart', async () => {
  const { run } = importing(await startApp())
  const { report } = await run(
    `${cells(1_200)}\nCRS3035RES200mN0E200,0,59350,1,1\nCRS3035RES200mN200E201,x,59350,1,1`,
  )
  expect(countsOf(report)).toMatchObject({ rows: 1_202, created: 1_201, refused: 1 })
  expect(report.refused[0]!.code).toBe('duplicate_key')
})

test('[IMP163] an address that moved is updated', async () => {
  const started = await startApp()
  const { run } = importing(started)
  const address = (lon: number) =>
    `id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;x;y;lon;lat\n59350_1_1;1;bis;Rue du Gal de Gaulle;59000;59350;Lille;1;2;${lon};50.6`
  expect(countsOf((await run(address(3.06))).report)).toMatchObject({ created: 1 })
  expect(countsOf((await run(address(3.06))).report)).toMatchObject({ created: 0, unchanged: 1 })
  expect(countsOf((await run(address(3.07))).report)).toMatchObject({ updated: 1 })
  const [row] = await rowsAsOperator(
    started.database,
    sql`SELECT number, street, postcode, ST_X(point) AS longitude FROM addresses`,
  )
  expect(row).toEqual({ number: '1 bis', street: 'Rue du Gal de Gaulle', postcode: '59000', longitude: 3.07 })
})
