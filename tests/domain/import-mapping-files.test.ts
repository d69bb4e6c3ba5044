import { expect, test } from 'vitest'
import { aFile, shared } from '../support/import-files.ts'
import { readTable } from '../support/import-tables.ts'

const made = (name: string) => shared(`bad-inputs/generated/csv/${name}.csv`)

/** What becomes of each made table: refused rows and reservations by code, or the question that comes first. */
const MADE: [name: string, answer: Record<string, unknown>][] = [
  ['utf8', { drafts: 2, codes: [] }],
  ['windows-1252', { drafts: 2, codes: [] }],
  ['utf16le-bom', { drafts: 2, codes: [] }],
  ['sep-line', { drafts: 2, codes: [] }],
  ['newline-in-cell', { drafts: 1, codes: [] }],
  ['thousands-space', { drafts: 3, codes: [] }],
  ['codes-leading-zero', { drafts: 2, codes: [] }],
  ['dates-fr', { drafts: 3, codes: ['date_impossible', 'date_unreadable'] }],
  ['null-island', { drafts: 3, codes: ['null_island', 'place_without_point', 'place_without_point'] }],
  [
    'inf-nan',
    { drafts: 0, codes: ['coordinates_unreadable', 'coordinates_out_of_range', 'coordinates_out_of_range'] },
  ],
  ['lambert93-xy', { stop: 'ask coordinates_projected', about: ['projection'] }],
  ['swapped-lat-lon', { stop: 'ask coordinates_swapped', about: ['axes'] }],
  ['dms', { stop: 'ask coordinates_in_dms', about: ['notation'] }],
]

test.each(MADE)('[IMP170] the made table %s is read as it deserves', async (name, answer) => {
  const path = made(name)
  if (!path) return
  const { format, drafts, codes, stop, questions } = await readTable(path)
  if (answer.stop) {
    expect({ stop, about: questions.map(({ about }) => about) }).toEqual(answer)
    return
  }
  expect(format).toBe('mapped')
  expect({ drafts: drafts.filter(Boolean).length, codes }).toEqual(answer)
})

test('[IMP170] accents damaged in the file itself are shown, not mended', async () => {
  const path = made('mojibake-double-utf8')
  if (!path) return
  const { drafts, codes, remarks } = await readTable(path)
  expect(drafts[0]).toMatchObject({ name: 'Ã‰picerie sociale Â« Lâ€™Å’uvre Â»' })
  expect([...codes, ...remarks]).toContain('encoded_twice')
})

test('[IMP170] a SIRET that Excel has rounded refuses its row and says why', async () => {
  const { drafts, codes } = await readTable(aFile('siret;nom\n1,23457E+13;A\n26590350700019;B\n'))
  expect([drafts.map((draft) => draft && 'name' in draft && draft.name), codes]).toEqual([
    [null, 'B'],
    ['siret_destroyed'],
  ])
})

const MESSY = [
  'Annuaire des partenaires;;;;;;;;;;;;;;',
  'Édition de février;;;;;;;;;;;;;;',
  'Nom de la structure;Catégorie;N° SIRET;N° voie;Voie;CP;Ville;X;Y;Tél.;Mél;Site internet;Nom du contact;Publics;Date de mise à jour',
  'CCAS de Lille;C.C.A.S.;26590350700019;12;rue de l’Église;59000;Lille;704000,5;7059000,25;0320495050;ccas@lille.fr;www.lille.fr;Mme Durand;tout public;01/02/2024',
  'Épicerie solidaire « L’Œuvre »;épicerie sociale;1,23457E+13;3;place du Marché;59100;Roubaix;709000;7065500;03 20 11 22 33;;;M. Petit;Familles, jeunes;03/02/2024',
  'Maison du Lien;Accueil de jour;;;;1000;Bourg;710000;7066000;320112233;lien@asso,fr;;;licornes;31/02/2024',
].join('\r\n')

/** The bytes of a French Excel. */
const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (char) => ({ '’': 0x92, Œ: 0x8c, '€': 0x80 })[char] ?? char.charCodeAt(0))

test('[IMP171] a messy table of real life is understood, and every doubt is told', async () => {
  const path = aFile(windows1252(MESSY))
  const asked = await readTable(path)
  expect(asked.stop).toBe('ask coordinates_projected')
  expect(asked.questions[0]).toMatchObject({ about: 'projection', field: 'Y', suggested: 'EPSG:2154' })
  expect(asked.questions[0]!.options[0]!.points[0]!.coordinates[1]).toBeCloseTo(50.628, 3)

  const { mapping, meaning, table, drafts, problems, remarks } = await readTable(path, {
    answers: { projection: 'EPSG:2154' },
  })
  expect(meaning).toEqual({
    'Nom de la structure': 'name',
    Catégorie: 'type',
    'N° SIRET': 'siret',
    'N° voie': 'address',
    Voie: 'address',
    CP: 'postcode',
    Ville: 'communeName',
    X: 'longitude',
    Y: 'latitude',
    'Tél.': 'phone',
    Mél: 'email',
    'Site internet': 'website',
    Publics: 'publics',
    'Date de mise à jour': 'sourceDate',
  })
  expect(mapping).toMatchObject({ what: 'actor', key: 'N° SIRET', typeId: null })
  expect(table).toMatchObject({ headerLine: 3, mappedBy: 'suggested' })
  expect(table!.columns.find(({ name }) => name === 'Nom du contact')!.samples).toEqual([])
  expect(remarks).toContain('personal_data_dropped')
  expect(drafts[0]).toMatchObject({
    sourceId: '26590350700019',
    sourceDate: '2024-02-01',
    name: 'CCAS de Lille',
    typeId: 'ccas',
    publics: ['tous-publics'],
    contacts: [
      { kind: 'phone', value: '03 20 49 50 50' },
      { kind: 'email', value: 'ccas@lille.fr' },
      { kind: 'website', value: 'https://www.lille.fr' },
    ],
    place: {
      address: '12 rue de l’Église',
      postcode: '59000',
      communeName: 'Lille',
      point: { coordinates: [3.056443, 50.627977] },
    },
  })
  expect(drafts[1]).toBeNull()
  expect(problems).toEqual([
    [5, 'siret_destroyed', 'N° SIRET', '1,23457E+13', null],
    [6, 'leading_zero_lost', 'CP', '1000', '01000'],
    [6, 'public_unknown', 'Publics', 'licornes', null],
    [6, 'date_unreadable', 'Date de mise à jour', '31/02/2024', null],
    [6, 'leading_zero_lost', 'Tél.', '320112233', '03 20 11 22 33'],
    [6, 'email_unreadable', 'Mél', 'lien@asso,fr', 'lien@asso.fr'],
  ])
})

test('[IMP172] a table with the same columns is read as the last time, and given answers go first', async () => {
  const first = await readTable(aFile('Intitulé;Nature du lieu\nMaison;mairie\n'))
  expect(first.meaning).toEqual({ Intitulé: 'name', 'Nature du lieu': 'type' })
  const { signatureOf } = await import('#api/features/imports/formats/mapped-table')
  const saved = { ...first.mapping!, columns: [{ column: 'Intitulé', field: 'name' }], typeId: 'ccas' }
  const savedMappings = { [signatureOf(['INTITULE', 'nature_du_lieu'])]: saved }
  const again = await readTable(aFile('Intitulé;Nature du lieu\nAutre maison;école\n'), { savedMappings })
  expect(again.table!.mappedBy).toBe('saved')
  expect(again.drafts).toMatchObject([{ name: 'Autre maison', typeId: 'ccas' }])
  const mapping = { ...saved, typeId: 'mairie' }
  const given = await readTable(aFile('Intitulé;Nature du lieu\nMaison;x\n'), { savedMappings, mapping })
  expect([given.table!.mappedBy, given.drafts[0]]).toMatchObject(['given', { typeId: 'mairie' }])
})

test.each([
  [{ columns: [{ column: 'absente', field: 'name' }] }, 'mapping_column_missing'],
  [{ columns: [{ column: 'nom', field: 'score' }] }, 'mapping_field_unknown'],
  [{ what: 'statistics' as const, columns: [{ column: 'nom', field: 'code' }] }, 'mapping_incomplete'],
  [{ columns: [], typeId: 'dragon' }, 'mapping_field_unknown'],
])('[IMP173] a mapping that does not fit is refused by name: %j', async (wrong, code) => {
  const base = {
    what: 'actor' as const,
    key: null,
    source: 'essai',
    licence: null,
    typeId: null,
    level: null,
  }
  const { stop } = await readTable(aFile('nom;tel\nA;0102030405\n'), { mapping: { ...base, ...wrong } })
  expect(stop).toBe(`reject ${code}`)
})

test('[IMP173] rows have a name and a stable key, whatever the table says', async () => {
  const text = 'telephone;nom;ville\n0102030405;Maison;Lille\n0102030406;Maison;Roubaix\n'
  const keys = async (content: string) => (await readTable(aFile(content))).rows.map(({ key }) => key)
  const [lille, roubaix] = await keys(text)
  expect(lille).not.toBe(roubaix)
  expect(await keys('nom;tel;ville\nMaison;0600000000;Roubaix\n')).toEqual([roubaix])
  // Two tables that name no source may both count from 1.
  const [first] = await keys('id;nom\n1;A\n')
  const [second] = await keys('id;nom;ville\n1;B;Lille\n')
  expect(first).not.toBe(second)
  expect(await keys('id;nom;producteur\n1;A;Métropole\n')).toEqual(['metropole 1'])
})
