import type { ReadContext, RowProblem } from '#api/domain/import-draft'
import { readSiret } from '#api/domain/import-identifiers'
import { type RemarkCode, refusal, reservation } from '#api/domain/import-remarks'
import { readDay, readLine, readList, readText } from '#api/domain/import-text'
import { actorRow, ignored, LICENCE_OUVERTE, typesOf } from './actor-row.ts'
import { contactsOf } from './contacts.ts'
import { type Format, hasAll, type Interpreted, type RawRecord } from './format.ts'
import { cell, interpretPlace } from './place.ts'
import { readSchedule } from './schedule.ts'

const REQUIRED = ['source', 'id', 'nom', 'date_maj'] as const
const OF_STRUCTURES = ['reseaux_porteurs', 'code_insee', 'siret', 'adresse'] as const
/** Columns of services, and of the abandoned version 0. */
const NOT_STRUCTURES = ['structure_id', 'typologie', 'labels_nationaux', 'presentation_resume'] as const

/** In the official spreadsheet template, this column marks the rows that explain and the examples. */
export const IGNORE = '__ignore__'
/** The template has no column for it: whoever fills it is the source. */
const TEMPLATE_SOURCE = 'data-inclusion'

export const isIgnored = (record: RawRecord): boolean =>
  /^(1|true|vrai|oui|x)$/i.test(readLine(String(record[IGNORE] ?? ''), 20) ?? '')

/** The source that a row names; the template's, which names none, is data·inclusion itself. */
export const sourceOf = (record: RawRecord): string | null =>
  readLine(record.source, 60) ?? (IGNORE in record ? TEMPLATE_SOURCE : null)

/** A cell whose reading failed although it says something: left out, and said. */
const leftOut = (record: RawRecord, field: string, code: RemarkCode): RowProblem[] =>
  readLine(record[field], 60) === null ? [] : [reservation(code, field, record[field])]

export function interpretDate(record: RawRecord, problems: RowProblem[]): string | null {
  const date = readDay(record.date_maj)
  if (date === null) problems.push(...leftOut(record, 'date_maj', 'date_unreadable'))
  return date
}

/** What is the same in both versions; they differ by what says the type, the description and the hours. */
export type Version = {
  hours: string
  description(record: RawRecord): string | null
  types(record: RawRecord, context: ReadContext): ReturnType<typeof typesOf>
  rna?: (record: RawRecord, problems: RowProblem[]) => string | null
  label?: (record: RawRecord) => string | null
}

export function interpretStructure(version: Version, record: RawRecord, context: ReadContext): Interpreted {
  if (isIgnored(record)) return ignored(readLine(record.id, 200))
  const problems: RowProblem[] = []
  const source = sourceOf(record)
  const id = readLine(record.id, 200)
  if (source === null) problems.push(refusal('source_missing', 'source'))
  const siret = readSiret(record.siret, 'siret')
  const columns = { commune: 'code_insee', communeName: 'commune', postcode: 'code_postal' }
  const schedule = readSchedule(cell(record, version.hours), context.today, problems)
  const located = interpretPlace(record, columns, 'fixed', schedule, version.label?.(record) ?? null)
  const { problems: unread, contacts } = contactsOf({
    phone: cell(record, 'telephone'),
    email: cell(record, 'courriel'),
    website: cell(record, 'site_web'),
  })
  const { problems: untyped, ...types } = version.types(record, context)
  const sourceDate = interpretDate(record, problems)
  const rna = version.rna?.(record, problems) ?? null
  return actorRow(
    {
      id: cell(record, 'id'),
      name: cell(record, 'nom'),
      source: source ?? '',
      sourceDate,
      licence: LICENCE_OUVERTE,
      description: version.description(record),
      ...types,
      siret: siret.value,
      finess: null,
      rna,
      contacts,
      located,
    },
    [...problems, ...siret.problems, ...unread, ...untyped],
    source === null || id === null ? undefined : `${source} ${id}`,
  )
}

const current: Version = {
  hours: 'horaires_accueil',
  description: (record) => readText(record.description, 10_000),
  types(record, context) {
    const networks = readList(record.reseaux_porteurs)
    const types = networks.map((network) =>
      Object.hasOwn(context.typeOfNetwork, network) ? context.typeOfNetwork[network] : null,
    )
    return typesOf(types, context, { field: 'reseaux_porteurs', value: networks })
  },
}

/** Structures of the data·inclusion schema v1: an array, a page of the API, the open data, or the official template. */
export const dataInclusionStructures: Format = {
  id: 'data_inclusion_structures',
  containers: ['json', 'table', 'features'],
  recognise: ({ names }) =>
    (hasAll(names, REQUIRED) || hasAll(names, [IGNORE, 'id', 'nom'])) &&
    OF_STRUCTURES.some((name) => names.has(name)) &&
    !NOT_STRUCTURES.some((name) => names.has(name)),
  interpret: (record, context) => interpretStructure(current, flat(record), context),
}

/** The GeoJSON of the open data: the columns are the properties of the feature. */
export const flat = (record: RawRecord): RawRecord =>
  record.type === 'Feature' && typeof record.properties === 'object' && record.properties !== null
    ? (record.properties as RawRecord)
    : record
