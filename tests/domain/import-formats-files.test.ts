import { expect, test } from 'vitest'
import { aFile, aStructure, geojson } from '../support/import-files.ts'
import { typedContext } from '../support/import-formats.ts'
import { read } from '../support/import-reader.ts'

const SIRET = '43493312300029'
const structure = aStructure({
  siret: SIRET,
  reseaux_porteurs: "['ccas-cias', 'caf']",
  description: 'Accueil, écoute',
})
const quoted = (cells: unknown[]) => cells.map((cell) => `"${cell}"`).join()

const ENTITIES = {
  schemaVersion: 'v1.0.0',
  gcc: [{ gccId: '1', pmejDuGcc: [{ pmSmsseId: '1' }] }],
  gco: [{ pmSmsseId: '403' }],
  pmej: [
    {
      informationsGeneralesPMEJ: { numFinessPm: '590000022' },
      ege: [
        {
          informationsGeneralesEGE: { numFinessEge: '590000014', nomEgeLong: 'CSAPA LE PORT' },
          categorieentiteGeographiqueExercice: '197',
          adresse: [{ usageAdresse: '03', cogCommune: '59350', codePostal: '59000' }],
          etatObjet: 'A',
        },
      ],
    },
  ],
}

const SERVICES = {
  service: [
    {
      id: 'a',
      nom: 'CAF du Nord',
      pivot: [{ type_service_local: 'caf' }],
      code_insee_commune: '59350',
      adresse: [],
    },
    {
      id: 'b',
      nom: 'Tribunal',
      pivot: [{ type_service_local: 'tgi' }],
      code_insee_commune: '59350',
      adresse: [],
    },
  ],
}

const FINESS = [
  'finess;etalab;98;2026-05-12',
  `structureet;590000014;590000022;CSAPA;"CSAPA ""LE PORT""";;;12;R;DU PORT;;;350;59;NORD;59000 LILLE;;;197;Csapa;;;${SIRET};;;;;;;;2026-02-03;;`,
  'geolocalisation;590000014;704000.2;7059000.8;1,ATLASANTE,96,BAN,EPSG:2154 RGF93 / Lambert-93 (Métropole);2026-05-04',
].join('\n')

const FILES: [name: string, text: string, format: string, names: (string | null)[]][] = [
  [
    'the open data with its index column',
    [quoted(['', ...Object.keys(structure)]), quoted(['0', ...Object.values(structure)])].join('\n'),
    'data_inclusion_structures',
    ['Maison du lien'],
  ],
  [
    'the open data in GeoJSON',
    geojson(
      { type: 'Feature', properties: structure, geometry: { type: 'Point', coordinates: [3.06, 50.63] } },
      { type: 'Feature', properties: { ...structure, id: 'dora--2' }, geometry: null },
    ),
    'data_inclusion_structures',
    ['Maison du lien', 'Maison du lien'],
  ],
  ['FINESS+ after its groups', JSON.stringify(ENTITIES), 'finess_json', ['CSAPA LE PORT']],
  ['the directory of the administration', JSON.stringify(SERVICES), 'annuaire_dila', ['CAF du Nord', null]],
  ['FINESS with quotes and trailing separators', FINESS, 'finess_csv', ['CSAPA "LE PORT"']],
]

test.each(FILES)('[IMP132] %s is read whole', async (_name, text, format, names) => {
  const found = await read(aFile(text), typedContext)
  expect([found.stop, found.format]).toEqual([undefined, format])
  expect(found.drafts.map((draft) => (draft?.what === 'actor' ? draft.name : null))).toEqual(names)
  expect(found.rows.filter(({ draft, ignored }) => draft === null && !ignored)).toEqual([])
})
