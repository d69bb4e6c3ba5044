import type { RowProblem } from '#api/domain/import-draft'
import { readDayHours } from '#api/domain/import-hours'
import { reservation } from '#api/domain/import-remarks'
import { readLine } from '#api/domain/import-text'
import { actorRow, LICENCE_OUVERTE } from './actor-row.ts'
import { contactsOf } from './contacts.ts'
import { type Format, hasAll, type Interpreted, type RawRecord } from './format.ts'
import { cell, interpretPlace, type Schedule } from './place.ts'
import { weeklySchedule } from './schedule.ts'

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
  return weeklySchedule(week)
}

function describe(record: RawRecord): string | null {
  const comment = readLine(record.commentaire, 5_000)?.replace(/^[.\s-]+$/, '')
  const appointment = readLine(record.prise_rdv, 20) === 'Oui' ? 'Prise de rendez-vous possible.' : ''
  return [appointment, comment].filter(Boolean).join(' ') || null
}

function interpret(record: RawRecord): Interpreted {
  const problems: RowProblem[] = []
  const { problems: unread, contacts } = contactsOf({
    phone: cell(record, 'telephone'),
    email: cell(record, 'mail'),
  })
  const kind = ITINERANT.has(readLine(record.format_fs, 60) ?? '') ? 'base' : 'fixed'
  const columns = { commune: 'insee_com', communeName: 'lib_com', postcode: 'code_postal' }
  const located = interpretPlace(record, columns, kind, interpretHours(record, problems))
  return actorRow(
    {
      id: cell(record, 'id_fs'),
      name: cell(record, 'lib_fs'),
      source: 'france-services',
      sourceDate: null,
      licence: LICENCE_OUVERTE,
      description: describe(record),
      typeId: 'france-services',
      secondaryTypeIds: [],
      siret: null,
      finess: null,
      rna: null,
      contacts,
      located,
    },
    [...problems, ...unread],
  )
}

/** The national list of the ANCT, one row a place of reception. */
export const franceServices: Format = {
  id: 'france_services',
  containers: ['table'],
  recognise: ({ names }) => hasAll(names, REQUIRED),
  interpret,
}
