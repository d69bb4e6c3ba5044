import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { contentOf, shared } from '../support/import-files.ts'
import { countsOf, importing } from '../support/import-runs.ts'

const SNAPSHOT = 'samples/data-inclusion/api-v1-snapshot-test_list'

/** Published files in the order in which a person would bring them: what the first import of each gives. */
const FILES = [
  ['samples/france-services/liste-fs-20240801.csv', 'france_services', 2_845, []],
  [
    `${SNAPSHOT}_structures_all.json`,
    'data_inclusion_structures',
    1,
    ['point_outside_france', 'type_unknown'],
  ],
  [`${SNAPSHOT}_services_all.json`, 'data_inclusion_services', 1, ['personal_data_dropped']],
  ['samples/iris/iris-mel-59-wgs84.geojson', 'iris_contours', 517, ['geometry_repaired', 'vintage_unknown']],
  ['samples/iris/iris-marseille-13-wgs84.geojson', 'iris_contours', 393, ['vintage_unknown']],
  ['samples/communes/communes-59-nord.geojson', 'commune_contours', 648, ['vintage_unknown']],
  ['samples/communes/communes-13-bouches-du-rhone.geojson', 'commune_contours', 119, ['vintage_unknown']],
] as const

test('[IMP40] published files are read whole, and a second time change nothing', async () => {
  const { run } = importing(await startApp())
  for (const [path, format, rows, codes] of FILES) {
    const file = shared(path)
    if (!file) continue
    const first = (await run(contentOf(file))).report
    const none = { updated: 0, ignored: 0, refused: 0 }
    expect([path, first.format, countsOf(first)]).toEqual([
      path,
      format,
      { rows, created: rows, unchanged: 0, ...none },
    ])
    expect([...new Set(first.reservations.map(({ code }) => code))].toSorted()).toEqual(codes)
    expect(first.outcome).toBe(codes.length > 0 ? 'repair' : 'accept')
    const second = (await run(contentOf(file))).report
    expect([path, countsOf(second)]).toEqual([path, { rows, created: 0, unchanged: rows, ...none }])
  }
}, 180_000)

test('[IMP40] the contour of a département is not that of a commune', async () => {
  const file = shared('samples/communes/departement-59-nord.geojson')
  if (!file) return
  const { run } = importing(await startApp())
  expect((await run(contentOf(file))).report).toMatchObject({ format: 'departement_contours', created: 1 })
})
