import { DatabaseSync } from 'node:sqlite'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { aFeature, aFile, anIris, franceServices, geojson } from '../support/import-files.ts'
import { read } from '../support/import-reader.ts'

const names = async (content: string | Uint8Array) => {
  const { drafts } = await read(aFile(content))
  return drafts.map((draft) => draft && 'name' in draft && draft.name)
}

const DIALECTS: readonly [string, string][] = [
  ['tabs', 'id\tnom\n1\tA\n2\tB'],
  ['pipes', 'id|nom\n1|A\n2|B'],
  ['a sep= line', 'sep=;\nid;nom\n1;A\n2;B'],
  ['carriage returns alone', 'id;nom\r1;A\r2;B\r'],
  ['blank lines and blank columns', 'id;nom;;\n\n1;A;;\n;;;\n2;B;;\n'],
  ['commas inside the cells of another', 'id;nom;lieu\n1;A;x, y\n2;B;z, t, u'],
  ['a title above its header', 'Liste des lieux;;\nMise à jour : 2026;;\n;;\nid;nom;lieu\n1;A;x\n2;B;y'],
]

test.each(DIALECTS)('[IMP103] a table with %s is read', async (_what, text) => {
  expect(await names(text)).toEqual(['A', 'B'])
})

test('[IMP103] a known file is recognised under words, at any of the first lines', async () => {
  const text = `"Maisons France services au 1er janvier",,\n,,\n${franceServices([{}])}`
  const { format, rows } = await read(aFile(text))
  expect([format, rows[0]?.line, rows[0]?.problems]).toEqual(['france_services', 4, []])
})

test('[IMP103] of two header lines, words above codes, the codes count', async () => {
  const words = 'Code du lieu;Nom du lieu;Part des foyers\nCODGEO;NOM;PART_22\n01;A;3\n02;B;4'
  const { last, rows } = await read(aFile(words))
  expect([last?.type, rows.length]).toEqual(['end', 2])
})

test('[IMP104] short rows are completed and say so, long ones are refused with what they held', async () => {
  const { rows } = await read(aFile('id;nom;lieu\n1;A\n2;B;x;de trop\n3;C;y;\n'))
  expect(rows.map(({ draft, problems }) => [draft !== null, problems[0]?.code])).toEqual([
    [true, 'row_padded'],
    [false, 'columns_mismatch'],
    [true, undefined],
  ])
  expect(rows[1]?.record).toEqual({ id: '2', nom: 'B', lieu: 'x', '#4': 'de trop' })
  const { stop } = await read(aFile('id,nom,lat,lon\n1,A,48,33,-3,25\n'))
  expect(stop).toBe('reject ambiguous_columns')
})

test('[IMP105] JSON comes as a list, under any member, line by line, or as plain values', async () => {
  const records = [
    { id: '1', nom: 'A' },
    { id: '2', nom: 'B' },
  ]
  const lines = records.map((record) => JSON.stringify(record))
  for (const text of [
    JSON.stringify(records),
    JSON.stringify({ version: 1, meta: { a: [1] }, service: records }),
    JSON.stringify({ result: { records } }),
    lines.join('\n'),
    lines.map((line) => `\u001e${line}\n`).join(''),
    '["A","B",""]',
  ]) {
    expect(await names(text), text).toEqual(['A', 'B'])
  }
})

test('[IMP105] half of a surrogate pair is replaced, and the row says so', async () => {
  const { codes } = await read(aFile('[{"id":"1","nom":"A \\ud800"}]'))
  expect(codes).toContain('text_mended')
})

test('[IMP106] a gzip is what it holds; one that unfolds a thousand times is refused', async () => {
  const { format } = await read(aFile(gzipSync(franceServices([{}]))))
  expect(format).toBe('france_services')
  const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024))
  expect((await read(aFile(bomb))).stop).toBe('reject archive_too_large')
})

/** A GeoPackage with these layers of one point in Lambert-93. */
function aGeoPackage(...layers: string[]): string {
  const path = aFile('')
  const database = new DatabaseSync(path)
  database.exec(`
    create table gpkg_spatial_ref_sys(srs_name, srs_id integer primary key, organization, organization_coordsys_id integer, definition);
    insert into gpkg_spatial_ref_sys values ('RGF93', 2154, 'EPSG', 2154, '');
    create table gpkg_contents(table_name primary key, data_type, srs_id);
    create table gpkg_geometry_columns(table_name, column_name, geometry_type_name, srs_id)`)
  const blob = Buffer.alloc(29)
  blob.write('GP')
  blob.writeUInt8(1, 3)
  blob.writeInt32LE(2154, 4)
  blob.writeUInt8(1, 8)
  blob.writeUInt32LE(1, 9)
  blob.writeDoubleLE(652000, 13)
  blob.writeDoubleLE(6862000, 21)
  for (const layer of layers) {
    const table = `"${layer.replaceAll('"', '""')}"`
    database.exec(`create table ${table}(fid integer primary key, geom blob, nom text)`)
    database.prepare(`insert into ${table} values (1, ?, 'A')`).run(blob)
    database.prepare("insert into gpkg_contents values (?, 'features', 2154)").run(layer)
    database.prepare("insert into gpkg_geometry_columns values (?, 'geom', 'POINT', 2154)").run(layer)
  }
  database.close()
  return path
}

test('[IMP107] a GeoPackage is reprojected; of several layers a person chooses one', async () => {
  const { drafts } = await read(aGeoPackage('lieux'))
  expect(drafts[0]).toMatchObject({ name: 'A', place: { point: { coordinates: [2.345812, 48.856248] } } })
  const two = aGeoPackage('a"; drop table gpkg_contents; --', 'lieux')
  const { stop, questions } = await read(two)
  expect([stop, questions[0]?.options.map(({ value }) => value)]).toEqual([
    'ask layer_needed',
    ['a"; drop table gpkg_contents; --', 'lieux'],
  ])
  for (const layer of ['lieux', 'a"; drop table gpkg_contents; --']) {
    expect((await read(two, { answers: { layer } })).drafts).toMatchObject([{ name: 'A' }])
  }
})

const KML = (inner: string) =>
  `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inner}</Document></kml>`

test('[IMP108] KML and GPX are read through GDAL; a document type is refused before it', async () => {
  const place = '<Placemark><name>A</name><Point><coordinates>2.3,48.8,0</coordinates></Point></Placemark>'
  const gpx =
    '<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="48.8" lon="2.3"><name>A</name></wpt></gpx>'
  for (const text of [KML(place), gpx]) {
    expect((await read(aFile(text))).drafts).toMatchObject([
      { name: 'A', place: { point: { coordinates: [2.3, 48.8] } } },
    ])
  }
  const entity = `<!DOCTYPE k [<!ENTITY x SYSTEM "file:///etc/passwd">]>${gpx}`
  expect((await read(aFile(entity))).stop).toBe('reject markup_dtd')
  const deep = KML('<Folder>'.repeat(100) + '</Folder>'.repeat(100))
  expect((await read(aFile(deep))).stop).toBe('reject markup_too_deep')
}, 30_000)

test('[IMP109] a feature without a declared projection is asked about with candidates on the map', async () => {
  const lambert = aFeature({ nom: 'A' }, [652000, 6862000], 'Point')
  const { questions } = await read(aFile(geojson(lambert)))
  expect(questions).toMatchObject([
    {
      about: 'projection',
      suggested: 'EPSG:2154',
      options: [{ points: [{ coordinates: [2.345812, 48.856248] }] }],
    },
  ])
  const { drafts } = await read(aFile(geojson(lambert)), { answers: { projection: 'EPSG:2154' } })
  expect(drafts).toMatchObject([{ place: { point: { coordinates: [2.345812, 48.856248] } } }])
  const swapped = aFile(geojson(aFeature({ nom: 'A' }, [48.8, 2.3], 'Point')))
  expect((await read(swapped)).questions).toMatchObject([{ about: 'axes', suggested: 'swapped' }])
  const answered = await read(swapped, { answers: { axes: 'swapped' } })
  expect(answered.drafts).toMatchObject([{ place: { point: { coordinates: [2.3, 48.8] } } }])
})

test('[IMP110] rings are closed, repeated points removed, Wallis cut at the antimeridian, each with a note', async () => {
  const codes = async (ring: unknown) => (await read(aFile(geojson(anIris('593500101', [ring]))))).codes
  expect(
    await codes([
      [3, 50],
      [3.1, 50],
      [3.1, 50.1],
    ]),
  ).toContain('geometry_closed')
  expect(
    await codes([
      [3, 50],
      [3, 50],
      [3.1, 50],
      [3.1, 50.1],
      [3, 50],
    ]),
  ).toContain('geometry_points_removed')
  expect(
    await codes([
      [179, -14],
      [-179, -14],
      [-179, -13],
      [179, -13],
      [179, -14],
    ]),
  ).toContain('geometry_split')
  expect(
    await codes([
      [3, 50],
      [3.1, 50],
      [3.2, 50],
      [3, 50],
    ]),
  ).toContain('geometry_degenerate')
  expect(
    await codes([
      [3, 50],
      [3.1, null],
      [3.1, 50.1],
      [3, 50],
    ]),
  ).toContain('geometry_unreadable')
})
