import type { RowProblem } from '#api/domain/import-draft'
import { refusal, reservation } from '#api/domain/import-remarks'
import { readLine, readList, readText } from '#api/domain/import-text'
import { ignored } from './actor-row.ts'
import { flat, IGNORE, interpretDate, isIgnored, sourceOf } from './data-inclusion-structures.ts'
import { type Format, hasAll, type Interpreted, type RawRecord } from './format.ts'

const REQUIRED = ['source', 'structure_id', 'id', 'nom', 'date_maj'] as const
/** Columns of the abandoned version 0. */
const NOT_SERVICES = ['profils', 'presentation_resume'] as const

/** The schema has the name of a person to contact; it never enters. */
export const PERSON = 'contact_nom_prenom'

/** What is the same in both versions; they differ by what says the description, the themes and the publics. */
export type ServiceVersion = {
  description(record: RawRecord): string | null
  themes(record: RawRecord): string[]
  publics(record: RawRecord): string[]
}

export function interpretService(version: ServiceVersion, record: RawRecord): Interpreted {
  if (isIgnored(record)) return ignored(readLine(record.id, 200))
  const problems: RowProblem[] = []
  const source = sourceOf(record)
  if (source === null) problems.push(refusal('source_missing', 'source'))
  const cells = (
    [
      ['id', 'identifier_missing'],
      ['structure_id', 'structure_missing'],
      ['nom', 'name_missing'],
    ] as const
  ).map(([field, code]) => {
    const text = readLine(record[field], 200)
    if (text === null) problems.push(refusal(code, field))
    return text
  })
  const [id, structureId, name] = cells as [string, string, string]
  const named = readLine(record[PERSON], 200) !== null
  const once = named ? { once: reservation('personal_data_dropped', PERSON) } : {}
  const key = source === null || cells[0] === null ? null : `${source} ${id}`
  if (source === null || cells.includes(null)) return { key, draft: null, problems, ...once }
  const sourceDate = interpretDate(record, problems)
  return {
    key,
    problems,
    ...once,
    draft: {
      what: 'offer',
      source,
      sourceId: id,
      sourceDate,
      structureId,
      name,
      description: version.description(record),
      themes: version.themes(record),
      publics: version.publics(record),
    },
  }
}

const current: ServiceVersion = {
  description: (record) => readText(record.description, 10_000),
  themes: (record) => readList(record.thematiques),
  publics: (record) => readList(record.publics),
}

/** Services of the data·inclusion schema v1: what structures already imported offer. */
export const dataInclusionServices: Format = {
  id: 'data_inclusion_services',
  containers: ['json', 'table', 'features'],
  recognise: ({ names }) =>
    (hasAll(names, REQUIRED) || hasAll(names, [IGNORE, 'structure_id', 'id', 'nom'])) &&
    !NOT_SERVICES.some((name) => names.has(name)),
  personal: [PERSON],
  interpret: (record) => interpretService(current, flat(record)),
}
