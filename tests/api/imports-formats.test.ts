import { expect, test } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { zoneEndpoints } from '#contract/zones'
import { driverOf } from '#db/driver'
import { startApp } from '../support/app.ts'
import { anIris, aService, aStructure, geojson } from '../support/import-files.ts'
import { countsOf, importing } from '../support/import-runs.ts'

test('[IMP26] services belong to structures: without them they are refused, with them they are offers', async () => {
  const app = await startApp()
  const { run } = importing(app)
  const services = JSON.stringify({ items: [aService()] })
  const early = await run(services)
  expect([early.report.outcome, early.report.refused[0]?.code]).toEqual(['reject', 'structure_unknown'])
  await run(JSON.stringify([aStructure()]))
  const { report } = await run(services)
  expect([report.outcome, report.created, report.reservations.map(({ code }) => code)]).toEqual([
    'repair',
    1,
    ['personal_data_dropped'],
  ])
  expect((await run(services)).report).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
  const id = (await app.call(actorEndpoints.list, { query: { q: 'maison du lien' } })).items[0]!.id
  expect(await app.call(actorEndpoints.get, { params: { id } })).toMatchObject({
    typeId: 'ccas',
    sourceDate: '2025-02-14',
    offers: [{ name: 'Écoute', themes: ['remobilisation--lien-social'], publics: ['tous-publics'] }],
  })
})

test('[IMP27] contours become zones; a wrong one is mended, one without surface refused, none ever changes', async () => {
  const app = await startApp()
  const { run } = importing(app)
  const bowTie = [
    [
      [3, 50],
      [3.1, 50.1],
      [3.1, 50],
      [3, 50.1],
      [3, 50],
    ],
  ]
  const flat = [
    [
      [3, 50],
      [3.1, 50],
      [3.2, 50],
      [3, 50],
    ],
  ]
  const file = geojson(anIris('593500101'), anIris('593500102', bowTie), anIris('593500103', flat))
  const { report } = await run(file, { vintage: '2024' })
  expect(countsOf(report)).toEqual({ rows: 3, created: 2, updated: 0, unchanged: 0, ignored: 0, refused: 1 })
  expect(report.refused).toMatchObject([{ line: 3, code: 'geometry_degenerate' }])
  expect(report.reservations).toMatchObject([{ line: 2, code: 'geometry_repaired' }])
  expect((await run(file, { vintage: '2024' })).report).toMatchObject({ created: 0, unchanged: 2 })
  const moved = geojson(
    anIris('593500101', [
      [
        [4, 50],
        [4.1, 50],
        [4.1, 50.1],
        [4, 50],
      ],
    ]),
  )
  const again = await run(moved, { vintage: '2024' })
  expect(again.report).toMatchObject({
    ignored: 1,
    reservations: [{ code: 'nothing_kept' }, { code: 'zone_already_known' }],
  })
  expect((await run(moved, { vintage: '2025' })).report).toMatchObject({ created: 1 })
  const coverage = await app.call(zoneEndpoints.coverage, { query: {} })
  expect(coverage.filter(({ level }) => level === 'iris')).toMatchObject([
    { vintage: '2025', zones: 1, contours: 1 },
    { vintage: '2024', zones: 2, contours: 2 },
  ])
})

test('[IMP28] a file that cannot be used writes nothing and counts as one refused row', async () => {
  const app = await startApp()
  const { run } = importing(app)
  const unknown = await run('%PDF-1.7 rien à importer')
  expect(unknown.report).toMatchObject({
    outcome: 'reject',
    format: null,
    rows: 1,
    refused: [{ line: null, code: 'unreadable_binary' }],
  })
  const lambert = geojson(
    anIris('593500101'),
    anIris('593500102', [
      [
        [652000, 6862000],
        [653000, 6862000],
        [653000, 6863000],
      ],
    ]),
  )
  const asked = await run(lambert)
  expect(asked.report).toMatchObject({
    outcome: 'ask',
    rows: 1,
    created: 0,
    refused: [{ code: 'projection_unknown' }],
  })
  expect((await run('')).report).toMatchObject({ outcome: 'reject', refused: [{ code: 'empty_file' }] })
  const [left] = await driverOf(
    app.database,
  )`SELECT (SELECT count(*)::int FROM zones WHERE level = 'iris') AS zones,
    (SELECT count(*)::int FROM import_rows) AS staged`
  expect(left).toEqual({ zones: 0, staged: 0 })
})
