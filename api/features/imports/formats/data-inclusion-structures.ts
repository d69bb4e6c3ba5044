import type { ContactDraft, ReadContext, RowProblem } from '#api/domain/import-draft'
import { type RemarkCode, refusal, reservation } from '#api/domain/import-remarks'
import {
  readCode,
  readDay,
  readEmails,
  readLine,
  readList,
  readPhone,
  readText,
  readWebsite,
  SIRET,
} from '#api/domain/import-text'
import { openingIntervals, UnreadableHours } from '#api/domain/opening-hours'
import { type Format, hasAll, type Interpreted, type RawRecord } from './format.ts'
import { interpretPlace, type Schedule } from './place.ts'

const REQUIRED = ['source', 'id', 'nom', 'date_maj'] as const
const OF_STRUCTURES = ['reseaux_porteurs', 'code_insee', 'siret', 'adresse'] as const
/** Columns of services and of the abandoned version 0. */
const NOT_STRUCTURES = ['structure_id', 'typologie', 'labels_nationaux', 'presentation_resume'] as const

/** A cell whose reading failed although it says something: left out, and said. */
const leftOut = (record: RawRecord, field: string, code: RemarkCode): RowProblem[] =>
  readLine(record[field], 60) === null ? [] : [reservation(code, field, record[field])]

export function interpretDate(record: RawRecord, problems: RowProblem[]): string | null {
  const date = readDay(record.date_maj)
  if (date === null) problems.push(...leftOut(record, 'date_maj', 'date_unreadable'))
  return date
}

function interpretContacts(record: RawRecord, problems: RowProblem[]): ContactDraft[] {
  const phone = readPhone(record.telephone)
  const emails = readEmails(record.courriel)
  const website = readWebsite(record.site_web)
  if (emails.length === 0) problems.push(...leftOut(record, 'courriel', 'email_unreadable'))
  if (website === null) problems.push(...leftOut(record, 'site_web', 'website_unreadable'))
  return [
    ...(phone === null ? [] : [{ kind: 'phone' as const, value: phone }]),
    ...emails.slice(0, 5).map((value) => ({ kind: 'email' as const, value })),
    ...(website === null ? [] : [{ kind: 'website' as const, value: website }]),
  ]
}

/** Files repeat the same hours thousands of times, and working them out is slow; null when they cannot be read. */
const schedules = new Map<string, Schedule | null>()
const MAX_SCHEDULES = 20_000

function scheduleOf(hours: string, today: string): Schedule | null {
  try {
    return { hours, opening: openingIntervals(hours, today) }
  } catch (error) {
    if (error instanceof UnreadableHours) return null
    throw error
  }
}

function interpretHours(record: RawRecord, today: string, problems: RowProblem[]): Schedule | null {
  const hours = readLine(record.horaires_accueil, 1_000)
  if (hours === null) return null
  const known = schedules.get(hours)
  const schedule = known === undefined ? scheduleOf(hours, today) : known
  if (schedules.size < MAX_SCHEDULES) schedules.set(hours, schedule)
  if (schedule === null) problems.push(reservation('hours_unreadable', 'horaires_accueil', hours))
  return schedule
}

function interpretTypes(record: RawRecord, context: ReadContext, problems: RowProblem[]): string[] {
  const networks = readList(record.reseaux_porteurs)
  const types = networks.flatMap((network) =>
    Object.hasOwn(context.typeOfNetwork, network) ? context.typeOfNetwork[network]! : [],
  )
  if (types.length > 0) return [...new Set(types)]
  problems.push(reservation('type_unknown', 'reseaux_porteurs', networks.join(', ') || null))
  return [context.unknownType]
}

function interpret(record: RawRecord, context: ReadContext): Interpreted {
  const [source, id, name] = [
    readLine(record.source, 60),
    readLine(record.id, 200),
    readLine(record.nom, 200),
  ]
  const problems: RowProblem[] = []
  if (source === null) problems.push(refusal('source_missing', 'source'))
  if (id === null) problems.push(refusal('identifier_missing', 'id'))
  if (name === null) problems.push(refusal('name_missing', 'nom'))
  const siret = readCode(record.siret, SIRET)
  if (siret === null) problems.push(...leftOut(record, 'siret', 'siret_invalid'))
  const columns = { commune: 'code_insee', communeName: 'commune', postcode: 'code_postal' }
  const located = interpretPlace(record, columns, 'fixed', interpretHours(record, context.today, problems))
  problems.push(...located.problems)
  const key = source === null || id === null ? null : `${source} ${id}`
  if (source === null || id === null || name === null || problems.some((p) => p.severity === 'refused')) {
    return { key, draft: null, problems }
  }
  const [typeId, ...secondaryTypeIds] = interpretTypes(record, context, problems)
  return {
    key,
    problems,
    draft: {
      what: 'actor',
      source,
      sourceId: id,
      sourceDate: interpretDate(record, problems),
      licence: 'Licence Ouverte 2.0',
      name,
      description: readText(record.description, 10_000),
      typeId: typeId!,
      secondaryTypeIds,
      siret,
      contacts: interpretContacts(record, problems),
      place: located.place,
      opening: located.opening,
    },
  }
}

/** Structures of the data·inclusion schema v1: an array, a page of the API, or the CSV of the open data. */
export const dataInclusionStructures: Format = {
  id: 'data_inclusion_structures',
  containers: ['json', 'csv'],
  recognise: ({ names }) =>
    hasAll(names, REQUIRED) &&
    OF_STRUCTURES.some((name) => names.has(name)) &&
    !NOT_STRUCTURES.some((name) => names.has(name)),
  interpret,
}
