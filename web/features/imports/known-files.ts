import { FORMAT_WORDS } from '#api/domain/import-formats'
import { IMPORT_FORMATS, type ImportFormat } from '#contract/imports'

export const FILE_GROUPS = ['actors', 'zones', 'figures', 'addresses'] as const
export type FileGroup = (typeof FILE_GROUPS)[number]

/** What a format brings; those that are not named bring actors. */
const GROUPS: Partial<Record<ImportFormat, FileGroup>> = {
  ban_addresses: 'addresses',
  iris_contours: 'zones',
  commune_contours: 'zones',
  epci_contours: 'zones',
  departement_contours: 'zones',
  qpv_2015_contours: 'zones',
  qpv_2024_contours: 'zones',
  cog_communes: 'zones',
  cog_departements: 'zones',
  cog_regions: 'zones',
  cog_arrondissements: 'zones',
  cog_movements: 'zones',
  iris_movements: 'zones',
  epci_members: 'zones',
  filosofi_iris: 'figures',
  filosofi_grid: 'figures',
  filosofi_communes: 'figures',
  rp_iris: 'figures',
  cnaf_communes: 'figures',
  cnaf_iris: 'figures',
  qpv_figures: 'figures',
}

const KNOWN = IMPORT_FORMATS.filter((format) => format !== 'mapped')
export const KNOWN_COUNT = KNOWN.length

/** The known files of a group, as people call them, in a language. */
export const filesOf = (group: FileGroup, language: string) =>
  KNOWN.filter((format) => (GROUPS[format] ?? 'actors') === group).map((format) => ({
    format,
    name: FORMAT_WORDS[format][language.startsWith('en') ? 'en' : 'fr'],
    container: FORMAT_WORDS[format].container,
  }))
