import type { ContactDraft, RowProblem } from '#api/domain/import-draft'
import { minutesOfWeek, readDayHours, writeWeek } from '#api/domain/import-hours'
import { refusal, reservation } from '#api/domain/import-remarks'
import { readEmails, readLine, readPhone } from '#api/domain/import-text'
import { type Format, hasAll, type Interpreted, type RawRecord } from './format.ts'
import { interpretPlace, type Schedule } from './place.ts'

const DAYS = ['h_lundi', 'h_mardi', 'h_mercredi', 'h_jeudi', 'h_vendredi', 'h_samedi'] as const
/** Their position is where the team starts from, not a place to go to. */
const ITINERANT = new Set(['Bus_équivalent', 'Itinérante'])
const REQUIRED = ['id_fs', 'lib_fs', 'adresse', 'insee_com', 'latitude', 'longitude', 'format_fs'] as const

function interpretHours(record: RawRecord, problems: RowProblem[]): Schedule | null {
  const week = DAYS.map((column) => {
    const day = readDayHours(readLine(record[column], 400) ?? '')
    if (day.unreadable !== null) {
      problems.push(reservation('hours_unreadable', column, day.unreadable))
    }
    return day.intervals
  })
  const hours = writeWeek(week)
  return hours === null ? null : { hours, opening: { kind: 'weekly', week: minutesOfWeek(week) } }
}

function describe(record: RawRecord): string | null {
  const comment = readLine(record.commentaire, 5_000)?.replace(/^[.\s-]+$/, '')
  const appointment = readLine(record.prise_rdv, 20) === 'Oui' ? 'Prise de rendez-vous possible.' : ''
  return [appointment, comment].filter(Boolean).join(' ') || null
}

function interpret(record: RawRecord): Interpreted {
  const id = readLine(record.id_fs, 60)
  const name = readLine(record.lib_fs, 200)
  const problems: RowProblem[] = []
  if (id === null) problems.push(refusal('identifier_missing', 'id_fs'))
  if (name === null) problems.push(refusal('name_missing', 'lib_fs'))
  const phone = readPhone(record.telephone)
  const emails = readEmails(record.mail)
  if (emails.length === 0 && readLine(record.mail, 60) !== null) {
    problems.push(reservation('email_unreadable', 'mail', record.mail))
  }
  const contacts: ContactDraft[] = [
    ...(phone === null ? [] : [{ kind: 'phone' as const, value: phone }]),
    ...emails.slice(0, 5).map((value) => ({ kind: 'email' as const, value })),
  ]
  const kind = ITINERANT.has(readLine(record.format_fs, 60) ?? '') ? 'base' : 'fixed'
  const columns = { commune: 'insee_com', communeName: 'lib_com', postcode: 'code_postal' }
  const located = interpretPlace(record, columns, kind, interpretHours(record, problems))
  problems.push(...located.problems)
  if (id === null || name === null || problems.some(({ severity }) => severity === 'refused')) {
    return { key: id, draft: null, problems }
  }
  return {
    key: id,
    problems,
    draft: {
      what: 'actor',
      source: 'france-services',
      sourceId: id,
      sourceDate: null,
      licence: 'Licence Ouverte 2.0',
      name,
      description: describe(record),
      typeId: 'france-services',
      secondaryTypeIds: [],
      siret: null,
      contacts,
      place: located.place,
      opening: located.opening,
    },
  }
}

/** The national list of the ANCT, one row a place of reception. */
export const franceServices: Format = {
  id: 'france_services',
  containers: ['csv'],
  recognise: ({ names }) => hasAll(names, REQUIRED),
  interpret,
}
