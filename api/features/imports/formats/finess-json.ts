import type { ReadContext } from '#api/domain/import-draft'
import { reservation } from '#api/domain/import-remarks'
import { readLine } from '#api/domain/import-text'
import { ignored } from './actor-row.ts'
import { establishmentRow, isKept } from './finess.ts'
import { type Format, hasAll, type Interpreted, type InterpretedRow, type RawRecord } from './format.ts'
import { listOf, memberOf } from './members.ts'
import { pointCells, type SaidPlace } from './place.ts'

const ACTIVE = 'A'
/** Of the addresses of an establishment, the one where it is; the others are annexes. */
const MAIN_ADDRESS = '03'

const text = (value: unknown): string => readLine(value, 300) ?? ''

/** The category was an object in the schema's first edition and is a plain code in the files. */
function categoryOf(ege: RawRecord): string {
  const said = ege.categorieentiteGeographiqueExercice ?? ege.categorieEntiteGeographiqueExercice
  return text(typeof said === 'object' && said !== null ? (said as RawRecord).code : said)
}

/** `direction…` are the degrees; `coordonneeX` and `Y` are in metres of a projection that the file does not name. */
function pointOf(address: RawRecord): NonNullable<SaidPlace['point']> {
  const geographic = memberOf(address, 'coordonneesGeographique')
  return pointCells(
    { field: 'directionLongitude', value: geographic.directionLongitude },
    { field: 'directionLatitude', value: geographic.directionLatitude },
  )
}

function interpretEstablishment(ege: RawRecord, context: ReadContext): Interpreted {
  const general = memberOf(ege, 'informationsGeneralesEGE')
  const finess = text(general.numFinessEge)
  const category = categoryOf(ege)
  const isOpen = text(ege.etatObjet) === ACTIVE && text(general.dateFermeture) === ''
  if (!isOpen || !isKept(category)) return ignored(finess || null)
  const addresses = listOf(ege, 'adresse')
  const main = addresses.find(({ usageAdresse }) => usageAdresse === MAIN_ADDRESS) ?? addresses[0] ?? {}
  const others = addresses.length - 1
  const street = [main.numeroVoie, main.typeVoie, main.libelleVoie].map(text).filter(Boolean).join(' ')
  return establishmentRow(
    {
      finess,
      name: text(general.nomEgeLong) || text(general.nomEgeCourt),
      category,
      description: null,
      siret: general.siret,
      phone: listOf(ege, 'contact').flatMap((contact) => text(memberOf(contact, 'telecom').telephone) || []),
      updated: ege.dateDerniereMaj,
      address: [street || main.ligneQuatre, main.complementPointGeographique, main.lieuDit],
      postcode: main.codePostal,
      communeCode: text(main.cogCommune) || null,
      communeName: text(main.ligneAcheminement).replace(/\s+CEDEX\b.*$/i, ''),
      point: pointOf(main),
    },
    others > 0 ? [reservation('other_places_unread', 'adresse', String(others))] : [],
    context,
  )
}

async function* interpretAll(
  records: AsyncIterable<{ line: number; record: RawRecord }>,
  context: ReadContext,
): AsyncGenerator<InterpretedRow> {
  let line = 0
  for await (const { record } of records) {
    for (const ege of listOf(record, 'ege')) {
      line += 1
      yield { line, record: ege, ...interpretEstablishment(ege, context) }
    }
  }
}

/** FINESS+ of the ANS: legal entities, each with its establishments; a row is an establishment, by its rank. */
export const finessJson: Format = {
  id: 'finess_json',
  containers: ['json'],
  recognise: ({ names }) =>
    hasAll(names, ['ege']) && [...names].some((name) => /^informationsGeneralesPmej$/i.test(name)),
  interpret: (record, context) => interpretEstablishment(record, context),
  interpretAll,
}
