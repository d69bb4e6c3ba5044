import type { ReadContext, RowProblem } from '#api/domain/import-draft'
import { type ReadIdentifier, readRna, readSiret } from '#api/domain/import-identifiers'
import { readDay, readLine, readList, readText } from '#api/domain/import-text'
import { MEDIATION_PUBLICS } from '#api/domain/import-themes'
import { PROGRAMMES, TYPOLOGIES, typeIn } from '#api/domain/import-types'
import { actorRow, LICENCE_OUVERTE, typesOf } from './actor-row.ts'
import { contactsOf } from './contacts.ts'
import { type Format, hasAll, type Interpreted, type RawRecord } from './format.ts'
import { cell, interpretPlace } from './place.ts'
import { readSchedule } from './schedule.ts'

const REQUIRED = ['id', 'pivot', 'nom', 'commune', 'code_postal', 'adresse', 'date_maj'] as const

/** Every place of this list is one of digital mediation, whatever else it is. */
const DEFAULT_TYPE = 'espaces-publics-numeriques'

/** Values parted by `|`: some hold commas. */
const several = (value: unknown): string[] =>
  Array.isArray(value) ? readList(value) : readList(String(value ?? '').split('|'))

const publicsOf = (record: RawRecord): string[] => [
  ...new Set(
    [
      ...several(record.publics_specifiquement_adresses),
      ...several(record.prise_en_charge_specifique),
    ].flatMap((said) => (Object.hasOwn(MEDIATION_PUBLICS, said) ? MEDIATION_PUBLICS[said]! : [])),
  ),
]

const NONE: ReadIdentifier = { value: null, problems: [] }

/** `pivot` is a SIRET, an RNA number, or the RIDET of Nouvelle-Calédonie, which is none of ours. */
function identifiers(record: RawRecord): { siret: ReadIdentifier; rna: ReadIdentifier } {
  const pivot = readLine(record.pivot, 60) ?? ''
  if (/^W/i.test(pivot)) return { siret: NONE, rna: readRna(pivot, 'pivot') }
  const isRidet = /^\d{6,7}(\.\d+|\d{3})?$/.test(pivot)
  return { siret: isRidet ? NONE : readSiret(pivot, 'pivot'), rna: NONE }
}

function interpret(record: RawRecord, context: ReadContext): Interpreted {
  const problems: RowProblem[] = []
  const { siret, rna } = identifiers(record)
  const ways = several(record.itinerance)
  const kind = ways.includes('Itinérant') && !ways.includes('Fixe') ? 'base' : 'fixed'
  const columns = { commune: 'code_insee', communeName: 'commune', postcode: 'code_postal' }
  const schedule = readSchedule(cell(record, 'horaires'), context.today, problems)
  const { problems: unread, contacts } = contactsOf({
    phone: cell(record, 'telephone'),
    email: cell(record, 'courriels'),
    website: cell(record, 'site_web'),
  })
  const ids = [
    ...several(record.typologie).map((value) => typeIn(TYPOLOGIES, value)),
    ...several(record.dispositif_programmes_nationaux).map((value) => typeIn(PROGRAMMES, value)),
    DEFAULT_TYPE,
  ]
  const { problems: untyped, ...types } = typesOf(ids, context, cell(record, 'typologie'))
  return actorRow(
    {
      id: cell(record, 'id'),
      name: cell(record, 'nom'),
      source: 'mediation-numerique',
      sourceDate: readDay(record.date_maj),
      licence: LICENCE_OUVERTE,
      description:
        readText(record.presentation_detail, 10_000) ?? readText(record.presentation_resume, 10_000),
      ...types,
      publics: publicsOf(record),
      siret: siret.value,
      finess: null,
      rna: rna.value,
      contacts,
      located: interpretPlace(record, columns, kind, schedule),
    },
    [...problems, ...siret.problems, ...rna.problems, ...unread, ...untyped],
  )
}

/** Places of digital mediation, standard of La Mednum 1.0. */
export const mediationNumerique: Format = {
  id: 'mediation_numerique',
  containers: ['table', 'json'],
  recognise: ({ names }) => hasAll(names, REQUIRED),
  interpret,
}
