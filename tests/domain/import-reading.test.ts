import { expect, test } from 'vitest'
import {
  aFeature,
  aFile,
  anIris,
  aService,
  aStructure,
  franceServices,
  geojson,
} from '../support/import-files.ts'
import { read } from '../support/import-reader.ts'

test.each([',', ';', '\t'])(
  '[IMP8] a table is recognised by its columns, separated by %j',
  async (separator) => {
    const { format, drafts, last } = await read(aFile(franceServices([{}], separator), 'budget.txt'))
    expect([format, last?.type]).toEqual(['france_services', 'end'])
    expect(drafts[0]).toMatchObject({
      source: 'france-services',
      sourceId: '1',
      typeId: 'france-services',
      contacts: [
        { kind: 'phone', value: '04 50 56 87 49' },
        { kind: 'email', value: 'accueil@example.org' },
      ],
      place: { kind: 'fixed', communeCode: '01033', hours: 'Mo 09:00-12:00,14:00-17:00' },
      opening: {
        kind: 'weekly',
        week: [
          [540, 720],
          [840, 1020],
        ],
      },
    })
  },
)

test('[IMP8] a bus starts from its position, people are not received there', async () => {
  const { drafts } = await read(
    aFile(franceServices([{ format_fs: 'Bus_équivalent' }, { format_fs: 'Itinérante' }])),
  )
  expect(drafts).toMatchObject([{ place: { kind: 'base' } }, { place: { kind: 'base' } }])
})

test('[IMP8] a row that cannot be used is refused with its line, the others are read', async () => {
  const rows = [
    {},
    { id_fs: '' },
    { lib_fs: ' ' },
    { latitude: '5.8', longitude: '46.1' },
    { latitude: '0', longitude: '0' },
    { latitude: '', longitude: '' },
  ]
  const { rows: found } = await read(aFile(franceServices(rows)))
  expect(
    found.map(({ line, draft, problems }) => [line, draft !== null, ...problems.map(({ code }) => code)]),
  ).toEqual([
    [2, true],
    [3, false, 'identifier_missing'],
    [4, false, 'name_missing'],
    [5, false, 'coordinates_swapped'],
    [6, true, 'null_island'],
    [7, true, 'place_without_point'],
  ])
})

test('[IMP8] a row with too few cells is completed and says so, after a cell on two lines', async () => {
  const text = franceServices([{ commentaire: 'une\nsuite' }, {}, {}]).split('\n')
  text.splice(3, 0, '"9","trop court"')
  const { rows } = await read(aFile(text.join('\n')))
  expect(rows.map(({ line, problems }) => [line, problems[0]?.code])).toEqual([
    [2, undefined],
    [4, 'row_padded'],
    [5, undefined],
    [6, undefined],
  ])
})

test('[IMP8] structures of data·inclusion come as an array, as a page of the API, or as a table', async () => {
  const structure = aStructure()
  const csv = [
    Object.keys(structure).join(),
    Object.values({ ...structure, reseaux_porteurs: "['ccas-cias']" })
      .map((v) => `"${v}"`)
      .join(),
  ]
  for (const text of [
    JSON.stringify([structure]),
    JSON.stringify({ items: [structure], page: 1 }),
    csv.join('\n'),
  ]) {
    const { format, drafts, codes } = await read(aFile(text))
    expect([format, codes]).toEqual(['data_inclusion_structures', []])
    expect(drafts[0]).toMatchObject({
      source: 'dora',
      sourceId: 'dora--maison',
      sourceDate: '2025-02-14',
      typeId: 'ccas',
      siret: '12345678901237',
      place: { hours: 'Mo-Fr 10:00-20:00', point: { coordinates: [3.06, 50.63] } },
    })
  }
})

test('[IMP8] what a structure says wrongly is left out and said', async () => {
  const structure = aStructure({
    siret: '123',
    horaires_accueil: 'quand on veut',
    date_maj: 'hier',
    courriel: 'accueil',
    site_web: 'javascript:alert(1)',
    code_insee: 'X',
    reseaux_porteurs: ['inconnu'],
    longitude: -62.5,
    latitude: -77.8,
  })
  const { codes, drafts } = await read(aFile(JSON.stringify([structure])))
  expect(codes.toSorted()).toEqual([
    'code_unreadable',
    'date_unreadable',
    'email_unreadable',
    'hours_unreadable',
    'point_outside_france',
    expect.stringMatching(/^siret_/),
    'type_unknown',
    'website_unreadable',
  ])
  expect(drafts[0]).toMatchObject({
    siret: null,
    typeId: 'autre-organisation',
    place: { point: null, hours: null },
  })
})

test('[IMP9] the name of a person never enters, and the report says so once', async () => {
  const { format, drafts, remarks } = await read(
    aFile(JSON.stringify([aService(), aService({ id: 'dora--2' })])),
  )
  expect([format, remarks]).toEqual(['data_inclusion_services', ['personal_data_dropped']])
  expect(JSON.stringify(drafts)).not.toContain('Camille')
})

test('[IMP10] contours have a code, a name, a commune; their year is never guessed', async () => {
  const iris = await read(aFile(geojson(anIris('593500101'))))
  expect([iris.format, iris.remarks]).toEqual(['iris_contours', ['vintage_unknown']])
  expect(iris.drafts[0]).toMatchObject({
    level: 'iris',
    code: '593500101',
    communes: ['59350'],
    vintage: 'unknown',
  })
  const commune = await read(
    aFile(geojson(aFeature({ code: '59350', nom: 'Lille' })), 'communes-2019.geojson'),
    { vintage: '2024' },
  )
  expect([commune.format, commune.remarks]).toEqual(['commune_contours', []])
  expect(commune.drafts[0]).toMatchObject({ level: 'commune', name: 'Lille', vintage: '2024' })
})

test('[IMP10] coordinates that are not degrees, or are exchanged, are asked about', async () => {
  const lambert = [
    [
      [652000, 6862000],
      [653000, 6862000],
      [653000, 6863000],
      [652000, 6862000],
    ],
  ]
  const swapped = [
    [
      [50, 3],
      [50.1, 3],
      [50.1, 3.1],
      [50, 3],
    ],
  ]
  expect((await read(aFile(geojson(anIris('593500101'), anIris('593500102', lambert))))).stop).toBe(
    'ask projection_unknown',
  )
  expect((await read(aFile(geojson(anIris('593500101', swapped))))).stop).toBe('ask coordinates_swapped')
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2154' } }
  const declared = JSON.stringify({ type: 'FeatureCollection', crs, features: [anIris('593500101')] })
  expect((await read(aFile(declared))).stop).toBe('ask projection_unknown')
})
