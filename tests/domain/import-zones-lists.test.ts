import { expect, test } from 'vitest'
import type { MovementDraft, ZoneDraft } from '#api/domain/import-draft'
import { interpreted, tableOf } from '../support/format-rows.ts'
import { contentOf, shared } from '../support/import-files.ts'

const read = (text: string, vintage: string | null = '2024') => interpreted(tableOf(text), { vintage })
const zones = (drafts: unknown[]) => drafts as ZoneDraft[]

test('[IMP147] communes of the official code: parts of communes are ignored, arrondissements of Paris, Lyon and Marseille stay', async () => {
  const header = 'TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT'
  const rows = [
    "COM,01001,84,01,01D,012,5,ABERGEMENT CLEMENCIAT,Abergement-Clémenciat,L'Abergement-Clémenciat,0108,",
    'COMD,01015,,,,,1,ARBIGNIEU,Arbignieu,Arbignieu,,01015',
    'COMA,01091,,,,,0,CHATILLON,Châtillon,Châtillon,,01033',
    'ARM,13201,93,13,13D,133,0,MARSEILLE 1ER,Marseille 1er,Marseille 1er Arrondissement,,13055',
  ]
  const { format, drafts, ignored } = await read([header, ...rows].join('\n'))
  expect([format, ignored]).toEqual(['cog_communes', 2])
  expect(
    zones(drafts).map(({ code, name, communes, area, vintage }) => [code, name, communes, area, vintage]),
  ).toEqual([
    ['01001', "L'Abergement-Clémenciat", ['01001'], null, '2024'],
    ['13201', 'Marseille 1er Arrondissement', ['13201', '13055'], null, '2024'],
  ])
})

test('[IMP147] lists until 2018: the code is in two columns and the article in a third', async () => {
  const text =
    "CDC\tCHEFLIEU\tREG\tDEP\tCOM\tAR\tCT\tTNCC\tARTMAJ\tNCC\tARTMIN\tNCCENR\n0\t0\t84\t01\t001\t2\t08\t5\t(L')\tABERGEMENT\t(L')\tAbergement-Clémenciat\n0\t0\t01\t971\t05\t1\t99\t3\t(LA)\tDESIRADE\t(La)\tDésirade"
  const { format, drafts } = await read(text)
  expect(format).toBe('cog_communes')
  expect(zones(drafts).map(({ code, name }) => [code, name])).toEqual([
    ['01001', "L'Abergement-Clémenciat"],
    ['97105', 'La Désirade'],
  ])
})

test('[IMP147] published lists of the official code read whole', async () => {
  const expected = [
    ['communes.csv', 'cog_communes', 34_980, 2_564],
    ['departements.csv', 'cog_departements', 101, 0],
    ['regions.csv', 'cog_regions', 18, 0],
    ['arrondissements.csv', 'cog_arrondissements', 333, 0],
  ] as const
  for (const [name, format, count, ignored] of expected) {
    const file = shared(`samples/cog/${name}`)
    if (!file) continue
    const found = await read(contentOf(file).toString())
    expect([found.format, found.drafts.length, found.ignored, found.codes]).toEqual([
      format,
      count,
      ignored,
      [],
    ])
  }
})

test('[IMP148] an intercommunal body is one zone with its communes; its other rows are ignored, not lost', async () => {
  const dgcl =
    'dept,siren,raison_sociale,nature_juridique,nb_membres,insee,nom_membre\n01,200029999,CC Rives,CC,2,01304,B\n01,200029999,CC Rives,CC,2,01199,A\n01,240100750,CA Bassin,CA,1,01053,C'
  const first = await read(dgcl)
  expect([first.format, first.ignored, first.rows.length]).toEqual(['epci_members', 1, 3])
  expect(zones(first.drafts)).toMatchObject([
    {
      level: 'epci',
      code: '200029999',
      name: 'CC Rives',
      communes: ['01199', '01304'],
      source: 'dgcl-epci',
      area: null,
    },
    { code: '240100750', communes: ['01053'] },
  ])
  const insee = await read(
    'CODGEO;LIBGEO;EPCI;LIBEPCI;DEP;REG\n01001;A;200069193;CC Dombes;01;84\n22016;Bréhat;ZZZZZZZZZ;Sans objet;22;53',
  )
  expect([insee.ignored, zones(insee.drafts)[0]]).toMatchObject([
    1,
    { source: 'insee-epci', code: '200069193' },
  ])
  const ept = await read('CODGEO;LIBGEO;EPT;LIBEPT\n93066;Saint-Denis;200057867;Plaine Commune')
  expect(zones(ept.drafts)).toMatchObject([
    { source: 'insee-ept', name: 'Plaine Commune', communes: ['93066'] },
  ])
})

test('[IMP149] movements of communes: parts of communes are ignored, the strongest of a pair stays, a bad date is refused', async () => {
  const header =
    'MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP'
  const row = (mod: number, day: string, from: string, to: string, types = ['COM', 'COM']) =>
    `${mod},${day},${types[0]},${from},0,X,X,${from} nom,${types[1]},${to},0,X,X,${to} nom`
  const text = [
    header,
    row(32, '2019-01-01', '01033', '01033'),
    row(32, '2019-01-01', '01091', '01033'),
    row(32, '2019-01-01', '01091', '01091', ['COM', 'COMD']),
    row(10, '2019-01-01', '01033', '01033'),
    row(21, '2020-01-01', '02001', '02002'),
    row(41, '2018-01-01', '49001', '44999'),
    row(70, '2019-01-01', '03001', '03001', ['COMA', 'COMD']),
    row(31, '2019-02-30', '04001', '04002'),
  ].join('\n')
  const { format, drafts, ignored, codes, rows } = await read(text)
  expect([format, ignored, codes, rows.map(({ line }) => line)]).toEqual([
    'cog_movements',
    3,
    ['date_unreadable'],
    [2, 3, 4, 5, 6, 7, 8, 9],
  ])
  expect(
    (drafts as MovementDraft[]).map(({ codeFrom, codeTo, kind, effectiveOn }) => [
      codeFrom,
      codeTo,
      kind,
      effectiveOn,
    ]),
  ).toEqual([
    ['01033', '01033', 'merge', '2019-01-01'],
    ['01091', '01033', 'merge', '2019-01-01'],
    ['02001', '02002', 'split', '2020-01-01'],
    ['49001', '44999', 'renumber', '2018-01-01'],
  ])
})

test('[IMP149] changes of IRIS: what they are follows from how many became how many', async () => {
  const text =
    'IRIS_INI;IRIS_FIN;MODIF_IRIS;ANNEE_MODIF\n010040101;010040201;1;2022\n010040101;010040202;1;2022\n010040102;010040203;2;2023\n010040103;010040203;2;2023\n010040104;010040204;3;2023'
  const { format, drafts } = await read(text, null)
  expect(format).toBe('iris_movements')
  expect((drafts as MovementDraft[]).map(({ kind, effectiveOn }) => [kind, effectiveOn])).toEqual([
    ['split', '2022-01-01'],
    ['split', '2022-01-01'],
    ['merge', '2023-01-01'],
    ['merge', '2023-01-01'],
    ['renumber', '2023-01-01'],
  ])
})
