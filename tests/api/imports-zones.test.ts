import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { rowsAsOperator } from '../support/database.ts'
import { aFeature, contentOf, geojson, shared } from '../support/import-files.ts'
import { countsOf, importing } from '../support/import-runs.ts'

/** Published files of zones: rows, then rows that are none of ours. */
const FILES = [
  ['samples/iris/iris-mel-59-wgs84.geojson', 'iris_contours', 517, 0],
  ['samples/iris/iris-marseille-13-wgs84.geojson', 'iris_contours', 393, 0],
  ['samples/iris/iris-mel-59-wgs84.fgb', 'iris_contours', 517, 0],
  ['samples/iris/iris-mel-59-l93.gpkg', 'iris_contours', 517, 0],
  ['samples/iris/CONTOURS-IRIS-mel-59-l93-shp.zip', 'iris_contours', 517, 0],
  ['samples/communes/communes-59-nord.geojson', 'commune_contours', 648, 0],
  ['samples/communes/communes-13-bouches-du-rhone.geojson', 'commune_contours', 119, 0],
  ['samples/communes/departement-59-nord.geojson', 'departement_contours', 1, 0],
  ['samples/qpv/qp2015-occitanie.geojson', 'qpv_2015_contours', 105, 0],
  ['samples/qpv/qpv2015-3-polygones-idf.geojson', 'qpv_2015_contours', 3, 0],
  ['samples/qpv/qpv2024-4-polygones-bouches-du-rhone.geojson', 'qpv_2024_contours', 4, 0],
  ['samples/cog/departements.csv', 'cog_departements', 101, 0],
  ['samples/cog/regions.csv', 'cog_regions', 18, 0],
  ['samples/cog/arrondissements.csv', 'cog_arrondissements', 333, 0],
  ['samples/cog/communes.csv', 'cog_communes', 37_544, 2_564],
  ['samples/cog/ept_au_01-01-2023.xlsx', 'epci_members', 130, 119],
  ['samples/cog/epcicom2024.xlsx', 'epci_members', 34_931, 33_676],
] as const

test.each(FILES)(
  '[IMP164] %s is read whole, and a second time changes nothing',
  async (path, format, rows, ignored) => {
    const file = shared(path)
    if (!file) return
    const { run } = importing(await startApp())
    const first = (await run(contentOf(file), { vintage: '2024' })).report
    const none = { updated: 0, ignored, refused: 0 }
    expect([first.format, countsOf(first)], JSON.stringify(first.refused)).toEqual([
      format,
      { rows, created: rows - ignored, unchanged: 0, ...none },
    ])
    const second = (await run(contentOf(file), { vintage: '2024' })).report
    expect(countsOf(second)).toEqual({ rows, created: 0, unchanged: rows - ignored, ...none })
  },
  180_000,
)

test('[IMP165] a list gives zones without contours; contours of the same source and year are added to them', async () => {
  const started = await startApp()
  const { run } = importing(started)
  await rowsAsOperator(
    started.database,
    sql`INSERT INTO zones (id, level, code, name, vintage, source, communes) VALUES
      ('00000000-0000-7000-8000-0000000000aa', 'commune', '59350', 'Lille', '2024', 'contours-communes', '{59350}')`,
  )
  const lille = geojson(aFeature({ code: '59350', nom: 'Lille' }))
  expect(countsOf((await run(lille, { vintage: '2024' })).report)).toMatchObject({ created: 0, updated: 1 })
  expect(countsOf((await run(lille, { vintage: '2024' })).report)).toMatchObject({ updated: 0, unchanged: 1 })
  const list = 'TYPECOM,COM,REG,DEP,LIBELLE,COMPARENT\nCOM,59350,32,59,Lille,\nCOMD,59298,,,Hellemmes,59350'
  const listed = await run(list, { vintage: '2024' })
  expect(countsOf(listed.report)).toMatchObject({ rows: 2, created: 1, ignored: 1 })
  const rows = await rowsAsOperator<{ drawn: boolean; run: string | null }>(
    started.database,
    sql`SELECT area IS NOT NULL AS drawn, import_run AS run FROM zones ORDER BY source`,
  )
  expect(rows).toEqual([
    { drawn: false, run: listed.id },
    { drawn: true, run: null },
  ])
})

test('[IMP165] a reference never changes: another name or other members are said, not written', async () => {
  const { run } = importing(await startApp())
  const members = (...communes: string[]) =>
    ['siren,raison_sociale,insee', ...communes.map((code) => `200093201,MEL,${code}`)].join('\n')
  expect(countsOf((await run(members('59350', '59512'), { vintage: '2024' })).report)).toMatchObject({
    created: 1,
    ignored: 1,
  })
  const other = (await run(members('59350', '59009', '59512'), { vintage: '2024' })).report
  expect(countsOf(other)).toMatchObject({ created: 0, updated: 0, ignored: 3 })
  expect(other.reservations.map(({ code }) => code)).toContain('zone_already_known')
})
