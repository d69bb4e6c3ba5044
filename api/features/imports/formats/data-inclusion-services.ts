import type { RowProblem } from '#api/domain/import-draft'
import { refusal, reservation } from '#api/domain/import-remarks'
import { readLine, readList, readText } from '#api/domain/import-text'
import { interpretDate } from './data-inclusion-structures.ts'
import { type Format, hasAll, type Interpreted, type RawRecord } from './format.ts'

const REQUIRED = ['source', 'structure_id', 'id', 'nom', 'date_maj'] as const
/** Columns of the abandoned version 0. */
const NOT_SERVICES = ['profils', 'presentation_resume'] as const

const REQUIRED_CELLS = [
  ['source', 'source_missing'],
  ['id', 'identifier_missing'],
  ['structure_id', 'structure_missing'],
  ['nom', 'name_missing'],
] as const

/** The schema has the name of a person to contact; it never enters. */
const personalData = reservation('personal_data_dropped', 'contact_nom_prenom')

function interpret(record: RawRecord): Interpreted {
  const problems: RowProblem[] = []
  const cells = REQUIRED_CELLS.map(([field, code]) => {
    const text = readLine(record[field], 200)
    if (text === null) problems.push(refusal(code, field))
    return text
  })
  const [source, id, structureId, name] = cells as [string, string, string, string]
  const named = readLine(record.contact_nom_prenom, 200) !== null
  const once = named ? { once: personalData } : {}
  const key = cells[0] === null || cells[1] === null ? null : `${source} ${id}`
  if (cells.includes(null)) return { key, draft: null, problems, ...once }
  return {
    key,
    problems,
    ...once,
    draft: {
      what: 'offer',
      source,
      sourceId: id,
      sourceDate: interpretDate(record, problems),
      structureId,
      name,
      description: readText(record.description, 10_000),
      themes: readList(record.thematiques),
      publics: readList(record.publics),
    },
  }
}

/** Services of the data·inclusion schema v1: what structures already imported offer. */
export const dataInclusionServices: Format = {
  id: 'data_inclusion_services',
  containers: ['json', 'csv'],
  recognise: ({ names }) => hasAll(names, REQUIRED) && !NOT_SERVICES.some((name) => names.has(name)),
  interpret,
}
