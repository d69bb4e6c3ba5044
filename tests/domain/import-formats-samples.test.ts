import { describe, expect, test } from 'vitest'
import { shared } from '../support/import-files.ts'
import { typedContext } from '../support/import-formats.ts'
import { read } from '../support/import-reader.ts'

type Counts = { rows: number; created: number; ignored: number; refused: number }
type Sample = [path: string, format: string, counts: Counts, codes: Record<string, number>]

/** What becomes of the rows of a file; those that are not ignored nor refused are created. */
const counts = (rows: number, { ignored = 0, refused = 0 } = {}): Counts => ({
  rows,
  created: rows - ignored - refused,
  ignored,
  refused,
})

const SNAPSHOT = 'data-inclusion/api-v1-snapshot-test_list'

const FILES: Sample[] = [
  [
    'data-inclusion/valideur-dataset-fixture.xlsx',
    'data_inclusion_structures',
    counts(3, { ignored: 2 }),
    { code_unreadable: 1, email_unreadable: 1, place_without_point: 1, website_unreadable: 1 },
  ],
  ['france-services/liste-fs-20240801.csv', 'france_services', counts(2_845), {}],
  [
    `${SNAPSHOT}_structures_all.json`,
    'data_inclusion_structures',
    counts(1),
    { type_unknown: 1, point_outside_france: 1 },
  ],
  [`${SNAPSHOT}_services_all.json`, 'data_inclusion_services', counts(1), { personal_data_dropped: 1 }],
  [
    'finess/etalab-cs1100502-extrait-verbatim.csv',
    'finess_csv',
    counts(5, { ignored: 3 }),
    { place_without_point: 1 },
  ],
  ['finess/etalab-cs1100507-geoloc-extrait.csv', 'finess_csv', counts(2, { ignored: 2 }), {}],
  [
    'finess/etalab-cs1100507-geoloc-ancien-2016-extrait.csv',
    'finess_csv',
    counts(2, { refused: 2 }),
    { leading_zero_lost: 3, siret_destroyed: 2 },
  ],
  [
    'rna/rna_waldec-extrait-verbatim.csv',
    'rna_waldec',
    counts(2, { ignored: 1 }),
    { alsace_moselle_absent: 1, personal_data_dropped: 1, place_without_point: 1, type_unknown: 1 },
  ],
  ['mediation-numerique/exemple-valide.csv', 'mediation_numerique', counts(1), {}],
  ['hsds/organizations.csv', 'hsds_organizations', counts(1), { type_unknown: 1 }],
  [
    'hsds/organization_full.json',
    'hsds_organizations',
    counts(1, { refused: 1 }),
    {
      coordinates_out_of_range: 1,
      code_unreadable: 1,
      hours_unreadable: 1,
      offers_apart: 1,
      personal_data_dropped: 1,
      type_unknown: 1,
    },
  ],
  ['hsds/services.csv', 'hsds_services', counts(1), { personal_data_dropped: 1 }],
  ['hsds/service_full.json', 'hsds_services', counts(1), { personal_data_dropped: 1 }],
  ...['addresses', 'attributes', 'locations', 'phones', 'schedules', 'service_at_location', 'taxonomies'].map(
    (name): Sample => [`hsds/${name}.csv`, 'hsds_locations', counts(0), { 'reject hsds_part_alone': 1 }],
  ),
]

describe('published files of actors', () => {
  test.each(FILES)(
    '[IMP132] %s',
    async (path, format, expected, codes) => {
      const file = shared(`samples/${path}`)
      if (!file) return
      const { format: found, rows, remarks, stop, codes: ofRows } = await read(file, typedContext)
      const said: Record<string, number> = {}
      for (const code of [...remarks, ...ofRows, ...(stop ? [stop] : [])]) said[code] = (said[code] ?? 0) + 1
      expect([found, said]).toEqual([format, codes])
      expect({
        rows: rows.length,
        created: rows.filter(({ draft }) => draft !== null).length,
        ignored: rows.filter(({ ignored }) => ignored).length,
        refused: rows.filter(({ draft, ignored }) => draft === null && !ignored).length,
      }).toEqual(expected)
    },
    20_000,
  )

  test('[IMP132] the other sheet of the official template is read when a person asks for it', async () => {
    const file = shared('samples/data-inclusion/valideur-dataset-fixture.xlsx')
    if (!file) return
    const { format, rows, remarks } = await read(file, { ...typedContext, answers: { layer: 'Services' } })
    expect([format, remarks]).toEqual(['data_inclusion_services', ['personal_data_dropped']])
    expect(rows.map(({ draft, ignored }) => (ignored ? 'ignored' : draft?.what))).toEqual([
      'ignored',
      'ignored',
      'offer',
      'offer',
    ])
  }, 20_000)

  test('[IMP132] a refused row keeps no person, however deep the file holds one', async () => {
    const file = shared('samples/hsds/organization_full.json')
    if (!file) return
    const { rows } = await read(file, typedContext)
    expect(rows[0]!.record).toMatchObject({ name: 'Example Organization Inc.' })
    expect(JSON.stringify(rows)).not.toContain('Persona')
  })

  test('[IMP132] a refused row of FINESS keeps what it held', async () => {
    const file = shared('samples/finess/etalab-cs1100507-geoloc-ancien-2016-extrait.csv')
    if (!file) return
    const { rows } = await read(file, typedContext)
    expect(Object.values(rows[0]!.record ?? {})).toContain('3,31254E+13')
  })
})
