import { readEitherDay } from '#api/domain/import-day'
import type { ReadContext, RowProblem } from '#api/domain/import-draft'
import { readSiret } from '#api/domain/import-identifiers'
import { reservation } from '#api/domain/import-remarks'
import { weekOfRanges } from '#api/domain/import-schedules'
import { readLine, readText } from '#api/domain/import-text'
import { LOCAL_SERVICES, typeIn } from '#api/domain/import-types'
import { actorRow, ignored, LICENCE_OUVERTE, typesOf } from './actor-row.ts'
import { contactsOf } from './contacts.ts'
import { type Format, hasAll, type Interpreted, type RawRecord } from './format.ts'
import { listOf } from './members.ts'
import { cell, placeOf, pointCells, type Schedule } from './place.ts'
import { weeklySchedule } from './schedule.ts'

const valuesOf = (record: RawRecord, name: string): unknown[] => {
  const list = Array.isArray(record[name]) ? (record[name] as unknown[]) : [record[name]]
  return list.map((item) => (typeof item === 'object' && item !== null ? (item as RawRecord).valeur : item))
}

function scheduleOf(record: RawRecord, problems: RowProblem[]): Schedule | null {
  const ranges = listOf(record, 'plage_ouverture')
  const week = weekOfRanges(ranges)
  if (week !== null) return weeklySchedule(week)
  problems.push(reservation('hours_unreadable', 'plage_ouverture', ranges))
  return null
}

/** What the hours say besides hours: « sur rendez-vous le mardi ». */
const comments = (record: RawRecord): string[] =>
  listOf(record, 'plage_ouverture').flatMap(({ commentaire }) => readLine(commentaire, 500) ?? [])

function interpret(record: RawRecord, context: ReadContext): Interpreted {
  const pivots = listOf(record, 'pivot').map(({ type_service_local: type }) => readLine(type, 60) ?? '')
  const known = pivots.map((pivot) => typeIn(LOCAL_SERVICES, pivot)).filter((type) => type !== null)
  if (known.length === 0) return ignored(readLine(record.id, 200))
  const problems: RowProblem[] = []
  const addresses = listOf(record, 'adresse')
  const address = addresses.find(({ type_adresse: type }) => type === 'Adresse') ?? addresses[0] ?? {}
  const siret = readSiret(record.siret, 'siret')
  const { problems: unread, contacts } = contactsOf({
    phone: { field: 'telephone', value: valuesOf(record, 'telephone') },
    email: { field: 'adresse_courriel', value: valuesOf(record, 'adresse_courriel') },
    website: { field: 'site_internet', value: valuesOf(record, 'site_internet') },
  })
  const { problems: untyped, ...types } = typesOf(known, context, { field: 'pivot', value: pivots })
  const located = placeOf({
    kind: 'fixed',
    address: [address.complement1, address.complement2, address.numero_voie, address.service_distribution],
    postcode: cell(address, 'code_postal'),
    communeCode: cell(record, 'code_insee_commune'),
    communeName: address.nom_commune,
    point: pointCells(cell(address, 'longitude'), cell(address, 'latitude')),
    schedule: scheduleOf(record, problems),
  })
  const description = [readText(record.mission, 10_000), ...comments(record)].filter(Boolean).join('\n')
  return actorRow(
    {
      id: cell(record, 'id'),
      name: cell(record, 'nom'),
      source: 'annuaire-administration',
      sourceDate: readEitherDay(record.date_modification),
      licence: LICENCE_OUVERTE,
      description: readText(description, 10_000),
      ...types,
      siret: siret.value,
      finess: null,
      rna: null,
      contacts,
      located,
    },
    [...problems, ...siret.problems, ...unread, ...untyped],
  )
}

/** The local part of the directory of the administration (DILA), `…gouv_local.json`. Other services are ignored. */
export const annuaireDila: Format = {
  id: 'annuaire_dila',
  containers: ['json'],
  recognise: ({ names, records }) =>
    hasAll(names, ['id', 'nom', 'pivot']) && records.some(({ pivot }) => Array.isArray(pivot)),
  personal: ['affectation_personne'],
  interpret,
}
