import { COMMUNE_CODE } from '#api/domain/import-text'
import type { ImportFormat } from '#contract/imports'
import type { ZoneLevel } from '#contract/zones'
import type { Head } from './format.ts'
import { cellOf, cellsOf } from './record.ts'

export type Contours = {
  id: ImportFormat
  level: ZoneLevel
  source: string
  licence: string | null
  /** Names of the columns, whatever their capitals; the first that is there counts. */
  code: readonly string[]
  name: readonly string[]
  /** Columns that name the communes it touches: `13055, 13070`. */
  communes: readonly string[]
  form: RegExp
  /** The year that the codes themselves tell. */
  vintage?: string
  /** The commune that the code begins with. */
  communeOf?: (code: string) => string
  tells?: (head: Head) => boolean
}

const LICENCE = 'Licence Ouverte 2.0'

/** Codes of régions that are also codes of départements, and the words that tell which is meant. */
const REGIONS =
  /guadeloupe|martinique|guyane|r[ée]union|mayotte|[îi]le-de-france|centre-val|bourgogne|normandie|hauts-de-france|grand est|pays de la loire|bretagne|nouvelle-aquitaine|occitanie|auvergne-rh|provence-alpes|^corse$/i
const REGION_CODE = /^\d\d$/

const areRegions = (head: Head): boolean =>
  head.records.length > 0 &&
  head.records.every((record) => {
    const cells = cellsOf(record)
    return REGIONS.test(cellOf(cells, ['nom', 'NOM_OFFICIEL', 'LIBELLE']) ?? '') && !('departement' in cells)
  })

/** In this order: contours of IRIS also name a commune, communes a département. */
export const CONTOURS: readonly Contours[] = [
  {
    id: 'iris_contours',
    level: 'iris',
    source: 'contours-iris',
    licence: LICENCE,
    code: ['CODE_IRIS', 'DCOMIRIS', 'DCIRIS', 'IRIS'],
    name: ['NOM_IRIS', 'LIBIRIS', 'LIB_IRIS', 'CODE_IRIS', 'DCOMIRIS', 'DCIRIS'],
    communes: ['INSEE_COM', 'code_insee', 'DEPCOM'],
    form: /^\d[\dAB]\d{7}$/,
    communeOf: (code) => code.slice(0, 5),
  },
  {
    id: 'qpv_2015_contours',
    level: 'qpv',
    source: 'qpv-2015',
    licence: LICENCE,
    code: ['CODE_QP', 'code_qpv', 'code'],
    name: ['NOM_QP', 'LIB_QP', 'nom', 'CODE_QP'],
    communes: ['insee_com', 'CODE_COMMUNE', 'CODE_INSEE', 'COMMUNE_QP'],
    form: /^QP[\dAB]{3}\d{3}$/,
    vintage: '2015',
  },
  {
    id: 'qpv_2024_contours',
    level: 'qpv',
    source: 'qpv-2024',
    licence: LICENCE,
    code: ['CODE_QP', 'code_qpv', 'code'],
    name: ['LIB_QP', 'NOM_QP', 'nom', 'CODE_QP'],
    communes: ['insee_com', 'CODE_COMMUNE', 'CODE_INSEE'],
    form: /^QN[\dAB]{3}\d{2}[A-Z]$/,
    vintage: '2024',
  },
  {
    id: 'commune_contours',
    level: 'commune',
    source: 'contours-communes',
    licence: null,
    code: ['INSEE_ARM', 'INSEE_COM', 'code', 'code_insee'],
    name: ['nom', 'NOM_COM', 'nom_officiel', 'NOM_M'],
    communes: ['INSEE_COM', 'code', 'code_insee'],
    form: COMMUNE_CODE,
    communeOf: (code) => code,
  },
  {
    id: 'epci_contours',
    level: 'epci',
    source: 'contours-epci',
    licence: null,
    code: ['CODE_SIREN', 'code_epci', 'SIREN', 'code'],
    name: ['nom', 'nom_officiel', 'nom_epci'],
    communes: [],
    form: /^2\d{8}$/,
  },
  {
    id: 'region_contours',
    level: 'region',
    source: 'contours-regions',
    licence: null,
    code: ['INSEE_REG', 'code', 'code_insee'],
    name: ['nom', 'nom_officiel', 'NOM_REG'],
    communes: [],
    form: REGION_CODE,
    tells: (head) => !head.names.has('INSEE_DEP') && areRegions(head),
  },
  {
    id: 'departement_contours',
    level: 'departement',
    source: 'contours-departements',
    licence: null,
    code: ['INSEE_DEP', 'code', 'code_insee'],
    name: ['nom', 'nom_officiel', 'NOM_DEP'],
    communes: [],
    form: /^(?:\d[\dAB]|9[78]\d)$/,
  },
]
