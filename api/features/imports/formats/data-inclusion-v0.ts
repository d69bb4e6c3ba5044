import type { ReadContext } from '#api/domain/import-draft'
import { readRna } from '#api/domain/import-identifiers'
import { readLine, readList, readText } from '#api/domain/import-text'
import { NEWER_PUBLICS, NEWER_THEMES, renamed } from '#api/domain/import-themes'
import { RENAMED_LABELS, TYPOLOGIES, typeIn } from '#api/domain/import-types'
import { typesOf } from './actor-row.ts'
import { interpretService, PERSON, type ServiceVersion } from './data-inclusion-services.ts'
import { interpretStructure, type Version } from './data-inclusion-structures.ts'
import { type Format, hasAll, type RawRecord } from './format.ts'

const REQUIRED = ['source', 'id', 'nom', 'date_maj'] as const
const OF_STRUCTURES = ['typologie', 'labels_nationaux', 'presentation_resume'] as const
const OF_SERVICES = ['profils', 'presentation_resume'] as const

const description = (record: RawRecord): string | null =>
  readText(record.presentation_detail, 10_000) ?? readText(record.presentation_resume, 10_000)

const typeOfLabel = (label: string, { typeOfNetwork }: ReadContext): string | null => {
  const network = renamed([label], RENAMED_LABELS)[0]!
  return Object.hasOwn(typeOfNetwork, network) ? typeOfNetwork[network]! : null
}

const structures: Version = {
  hours: 'horaires_ouverture',
  description,
  types(record, context) {
    const typology = readLine(record.typologie, 60)
    const labels = readList(record.labels_nationaux)
    const ids = [
      typology && typeIn(TYPOLOGIES, typology),
      ...labels.map((label) => typeOfLabel(label, context)),
    ]
    return typesOf(ids, context, { field: 'typologie', value: typology })
  },
  rna(record, problems) {
    const read = readRna(record.rna, 'rna')
    problems.push(...read.problems)
    return read.value
  },
  label: (record) => (/^(true|vrai|1)$/i.test(String(record.antenne ?? '')) ? 'Antenne' : null),
}

/** Structures of the abandoned data·inclusion schema v0. */
export const dataInclusionStructuresV0: Format = {
  id: 'data_inclusion_structures_v0',
  containers: ['json', 'table'],
  recognise: ({ names }) =>
    hasAll(names, REQUIRED) &&
    OF_STRUCTURES.some((name) => names.has(name)) &&
    !names.has('structure_id') &&
    !names.has('pivot'),
  interpret: (record, context) => interpretStructure(structures, record, context),
}

const services: ServiceVersion = {
  description,
  themes: (record) => renamed(readList(record.thematiques), NEWER_THEMES),
  publics: (record) => renamed(readList(record.profils), NEWER_PUBLICS),
}

/** Services of the abandoned data·inclusion schema v0, their themes and publics in the words of v1. */
export const dataInclusionServicesV0: Format = {
  id: 'data_inclusion_services_v0',
  containers: ['json', 'table'],
  recognise: ({ names }) =>
    hasAll(names, [...REQUIRED, 'structure_id']) && OF_SERVICES.some((name) => names.has(name)),
  personal: [PERSON],
  interpret: (record) => interpretService(services, record),
}
