import type { RowProblem } from '#api/domain/import-draft'
import { refusal } from '#api/domain/import-remarks'
import { readDay, readLine, readText } from '#api/domain/import-text'
import { ignored } from './actor-row.ts'
import { type Format, hasAll, type Interpreted, type RawRecord } from './format.ts'
import { HSDS, PERSONS } from './hsds-organizations.ts'
import { listOf, memberOf } from './members.ts'

/** Offered no more. */
const ENDED = new Set(['inactive', 'defunct'])

const OF_SERVICES = [
  'application_process',
  'eligibility_description',
  'interpretation_services',
  'fees_description',
  'assured_date',
] as const

/** Names of taxonomy terms: what the service is about, in the words of its publisher. */
const themesOf = (record: RawRecord): string[] => [
  ...new Set(
    listOf(record, 'attributes').flatMap(
      (attribute) => readLine(memberOf(attribute, 'taxonomy_term').name, 200) ?? [],
    ),
  ),
]

function interpret(record: RawRecord): Interpreted {
  const id = readLine(record.id, 200)
  if (ENDED.has(readLine(record.status, 60) ?? '')) return ignored(id)
  const name = readLine(record.name, 200)
  const structureId =
    readLine(record.organization_id, 200) ?? readLine(memberOf(record, 'organization').id, 200)
  const problems: RowProblem[] = []
  if (id === null) problems.push(refusal('identifier_missing', 'id'))
  if (name === null) problems.push(refusal('name_missing', 'name'))
  if (structureId === null) problems.push(refusal('structure_missing', 'organization_id'))
  if (id === null || name === null || structureId === null) return { key: id, draft: null, problems }
  return {
    key: id,
    problems,
    draft: {
      what: 'offer',
      source: HSDS,
      sourceId: id,
      sourceDate: readDay(record.last_modified) ?? readDay(record.assured_date),
      structureId,
      name,
      description: readText(record.description, 10_000),
      themes: themesOf(record),
      publics: [],
    },
  }
}

/** Services of HSDS 3, as a table or as `service_full.json`: what organizations already imported offer. */
export const hsdsServices: Format = {
  id: 'hsds_services',
  containers: ['table', 'json'],
  recognise: ({ names }) =>
    hasAll(names, ['id', 'name', 'status']) && OF_SERVICES.some((name) => names.has(name)),
  personal: PERSONS,
  interpret,
}
