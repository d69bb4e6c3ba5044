import type { ReadContext, RowProblem } from '#api/domain/import-draft'
import { readRna, readSiret } from '#api/domain/import-identifiers'
import { reservation } from '#api/domain/import-remarks'
import { readDay, readLine, readText } from '#api/domain/import-text'
import { typeOfPurpose } from '#api/domain/import-types'
import { actorRow, ignored, LICENCE_OUVERTE, typesOf } from './actor-row.ts'
import { contactsOf } from './contacts.ts'
import { type Format, hasAll, type Interpreted, type RawRecord } from './format.ts'
import { cell, placeOf } from './place.ts'

/** What says that an association is active; the others are dissolved, deleted or taken over elsewhere. */
const ACTIVE = 'A'
/** Purposes left blank. */
const NO_PURPOSE = '000000'

/** Addresses use `_` where a part is missing. */
const plain = (value: unknown): string | null =>
  readLine(String(value ?? '').replace(/^[_\s]+|[_\s]+$/g, ''), 200)

/** Where each of the two files keeps the address of the seat. */
type Seat = { parts: readonly (readonly string[])[]; commune: string; communeName: string; postcode: string }

const WALDEC: Seat = {
  parts: [
    ['adrs_numvoie', 'adrs_repetition', 'adrs_typevoie', 'adrs_libvoie'],
    ['adrs_complement'],
    ['adrs_distrib'],
  ],
  commune: 'adrs_codeinsee',
  communeName: 'adrs_libcommune',
  postcode: 'adrs_codepostal',
}

const IMPORT: Seat = {
  parts: [['adr1'], ['adr2'], ['adr3']],
  commune: 'adrs_codeinsee',
  communeName: 'libcom',
  postcode: 'adrs_codepostal',
}

function locate(seat: Seat, record: RawRecord) {
  const address = seat.parts.map((names) =>
    names
      .map((name) => plain(record[name]))
      .filter(Boolean)
      .join(' '),
  )
  return placeOf({
    kind: 'fixed',
    address: address.filter(Boolean),
    postcode: cell(record, seat.postcode),
    communeCode: cell(record, seat.commune),
    communeName: plain(record[seat.communeName]),
    schedule: null,
  })
}

/** What stands for a day that is not known. */
const NO_DAY = '0001-01-01'
const dayOf = (value: unknown): string | null => {
  const day = readDay(value)
  return day === NO_DAY ? null : day
}

const purposesOf = (record: RawRecord): string[] =>
  [record.objet_social1, record.objet_social2]
    .map((value) => readLine(value, 10) ?? '')
    .filter((code) => code !== '' && code !== NO_PURPOSE)

function interpretAssociation(seat: Seat, record: RawRecord, context: ReadContext): Interpreted {
  const id = readLine(record.id, 60)
  if (readLine(record.position, 5)?.toUpperCase() !== ACTIVE) return ignored(id)
  const problems: RowProblem[] = []
  // Associations of before the register are numbered otherwise: the number is an identifier, not an RNA number.
  const rna = id !== null && /^W/i.test(id) ? readRna(id, 'id') : { value: null, problems: [] }
  const siret = readSiret(record.siret, 'siret')
  const { problems: unread, contacts } = contactsOf({ website: cell(record, 'siteweb') })
  const purposes = purposesOf(record)
  const said = { field: 'objet_social1', value: purposes }
  const { problems: untyped, ...types } = typesOf(purposes.map(typeOfPurpose), context, said)
  return {
    ...actorRow(
      {
        id: cell(record, 'id'),
        name: cell(record, 'titre'),
        source: 'rna',
        sourceDate: dayOf(record.maj_time),
        licence: LICENCE_OUVERTE,
        description: readText(record.objet, 10_000),
        ...types,
        siret: siret.value,
        finess: null,
        rna: rna.value,
        contacts,
        located: locate(seat, record),
      },
      [...problems, ...rna.problems, ...siret.problems, ...unread, ...untyped],
    ),
    once: NOT_LOCATED,
  }
}

const NOT_LOCATED = reservation('place_without_point', null)
const remarks = (): RowProblem[] => [reservation('alsace_moselle_absent', null)]

/** Where the manager of the association lives, and how to address that person. */
const MANAGER = [
  'adrg_declarant',
  'adrg_complemid',
  'adrg_complemgeo',
  'adrg_libvoie',
  'adrg_distrib',
  'adrg_codepostal',
  'adrg_achemine',
  'adrg_pays',
  'dir_civilite',
] as const

/** The national register of associations, one file a département. */
export const rnaWaldec: Format = {
  id: 'rna_waldec',
  containers: ['table'],
  recognise: ({ names }) =>
    hasAll(names, ['id', 'titre', 'objet', 'objet_social1', 'adrs_codeinsee', 'position']) &&
    !names.has('adr1'),
  personal: MANAGER,
  remarks,
  interpret: (record, context) => interpretAssociation(WALDEC, record, context),
}

/** Associations declared before the register and not declared again since. */
export const rnaImport: Format = {
  id: 'rna_import',
  containers: ['table'],
  recognise: ({ names }) => hasAll(names, ['id', 'titre', 'objet', 'objet_social1', 'adr1', 'libcom']),
  personal: ['dir_civilite'],
  remarks,
  interpret: (record, context) => interpretAssociation(IMPORT, record, context),
}
