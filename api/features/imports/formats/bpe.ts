import { readDecimal, readPoint } from '#api/domain/import-coordinates'
import type { ReadContext } from '#api/domain/import-draft'
import { FACILITIES, type Facility } from '#api/domain/import-facilities'
import { readSiret } from '#api/domain/import-identifiers'
import { toWgs84 } from '#api/domain/import-projection'
import { reservation } from '#api/domain/import-remarks'
import { readLine } from '#api/domain/import-text'
import { actorRow, ignored, LICENCE_OUVERTE, typesOf } from './actor-row.ts'
import { type Format, hasAll, type Interpreted, type InterpretedRow, type RawRecord } from './format.ts'
import { cell, placeOf, pointCells, type SaidPlace } from './place.ts'

/** The legal projection of each territory, by the beginning of the code of the commune; Lambert-93 elsewhere. */
const PROJECTIONS: Readonly<Record<string, number>> = {
  '971': 5490,
  '972': 5490,
  '973': 2972,
  '974': 2975,
  '975': 4467,
  '976': 4471,
  '977': 5490,
  '978': 5490,
}

const text = (value: unknown): string => readLine(value, 200) ?? ''

const projectionOf = (record: RawRecord, commune: string): number =>
  Number(/(\d{4,5})$/.exec(text(record.EPSG))?.[1]) || (PROJECTIONS[commune.slice(0, 3)] ?? 2154)

/** Farther than half a kilometre off, as Insee says it. */
const ROUGH = /mauvaise/i

function pointOf(record: RawRecord, commune: string): NonNullable<SaidPlace['point']> {
  const degrees = pointCells(cell(record, 'LONGITUDE'), cell(record, 'LATITUDE'))
  if (!('absent' in degrees.read)) return degrees
  const [x, y] = [readDecimal(record.LAMBERT_X), readDecimal(record.LAMBERT_Y)]
  const field = 'LAMBERT_X'
  const read = x === null || y === null ? null : toWgs84(projectionOf(record, commune), x, y)
  if (read === null) return { field, read: { absent: true }, value: '' }
  return { field, read: readPoint(...read), value: `${x}, ${y}` }
}

function interpretFacility(
  record: RawRecord,
  facility: Facility,
  id: string,
  context: ReadContext,
): Interpreted {
  const commune = text(record.DEPCOM)
  const siret = readSiret(record.SIRET, 'SIRET')
  const town = text(record.LIBCOM) || commune
  const isRough = ROUGH.test(text(record.QUALITE_XY))
  const { problems: untyped, ...types } = typesOf([facility.type], context, cell(record, 'TYPEQU'))
  const street = [record.NUMVOIE, record.INDREP, record.TYPVOIE, record.LIBVOIE].map(text).filter(Boolean)
  return actorRow(
    {
      id: { field: 'TYPEQU', value: id },
      name: { field: 'NOMRS', value: text(record.NOMRS) || `${facility.name} (${town})` },
      source: 'bpe',
      sourceDate: /^\d{4}$/.test(text(record.AN)) ? `${text(record.AN)}-01-01` : null,
      licence: LICENCE_OUVERTE,
      description: null,
      ...types,
      siret: siret.value,
      finess: null,
      rna: null,
      contacts: [],
      located: placeOf({
        kind: 'fixed',
        address: [street.join(' '), record.CADR],
        postcode: cell(record, 'CODPOS'),
        communeCode: cell(record, 'DEPCOM'),
        communeName: record.LIBCOM,
        ...(!isRough && { point: pointOf(record, commune) }),
        schedule: null,
      }),
    },
    [
      ...siret.problems,
      ...untyped,
      ...(isRough ? [reservation('point_too_rough', 'QUALITE_XY', record.QUALITE_XY)] : []),
    ],
  )
}

/** A row has no identifier: the SIRET, else where it is; the rank tells apart facilities of one kind at one spot. */
const identify = (record: RawRecord, code: string): string => {
  const siret = text(record.SIRET)
  const where = [record.DEPCOM, record.LAMBERT_X, record.LAMBERT_Y].map(text).join(':')
  return `${code}:${/[1-9]/.test(siret) ? siret : where}`
}

async function* interpretAll(
  records: AsyncIterable<{ line: number; record: RawRecord }>,
  context: ReadContext,
): AsyncGenerator<InterpretedRow> {
  const ranks = new Map<string, number>()
  for await (const { line, record } of records) {
    const code = text(record.TYPEQU)
    if (!Object.hasOwn(FACILITIES, code)) {
      yield { line, ...ignored(null) }
      continue
    }
    const id = identify(record, code)
    const rank = (ranks.get(id) ?? 0) + 1
    ranks.set(id, rank)
    yield {
      line,
      record,
      ...interpretFacility(record, FACILITIES[code]!, rank === 1 ? id : `${id}:${rank}`, context),
    }
  }
}

/** The Base permanente des équipements of Insee, one facility a row: those of our nomenclature enter. */
export const bpe: Format = {
  id: 'bpe',
  containers: ['table'],
  recognise: ({ names }) => hasAll(names, ['TYPEQU', 'DEPCOM', 'LAMBERT_X', 'LAMBERT_Y']),
  interpret: () => ignored(null),
  interpretAll,
}
