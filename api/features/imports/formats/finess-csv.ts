import { readDecimal, readPoint } from '#api/domain/import-coordinates'
import type { ReadContext, RowProblem } from '#api/domain/import-draft'
import { toWgs84 } from '#api/domain/import-projection'
import { refusal, reservation, suggesting } from '#api/domain/import-remarks'
import { readLine } from '#api/domain/import-text'
import { ignored } from './actor-row.ts'
import { establishmentRow, isKept } from './finess.ts'
import type { Format, Interpreted, InterpretedRow, RawRecord } from './format.ts'
import type { SaidPlace } from './place.ts'

/** Columns of a `structureet` line that are read, by position; the file has no header. */
const AT = {
  finess: 1,
  shortName: 3,
  name: 4,
  complement: 6,
  number: 7,
  way: 8,
  street: 9,
  repetition: 10,
  locality: 11,
  commune: 12,
  departement: 13,
  routing: 15,
  phone: 16,
  category: 18,
  categoryName: 19,
  siret: 22,
  updated: 30,
} as const
const LEAST_CELLS = 23

/** Projections as files of before 2017 name them. */
const OLD_PROJECTIONS: Readonly<Record<string, number>> = {
  LAMBERT_93: 2154,
  UTM_N20: 5490,
  UTM_N21: 4467,
  UTM_N22: 2972,
  UTM_S38: 4471,
  UTM_S40: 2975,
}

const SEPARATOR = '\u001f'
const cellsOf = (record: RawRecord): string[] =>
  Object.values(record).map((value) => (typeof value === 'string' ? value : ''))

/** `1,ATLASANTE,96,BAN,EPSG:2154 RGF93…` in one cell, or the same split over several in old files. */
function projectionOf(cells: readonly string[]): number | null {
  const said = cells.slice(4).join(',')
  const code = /EPSG:(\d{4,5})/.exec(said)?.[1]
  if (code) return Number(code)
  const old = Object.keys(OLD_PROJECTIONS).find((name) => said.includes(name))
  return old === undefined ? null : OLD_PROJECTIONS[old]!
}

const FIELD = 'geolocalisation'

/** What a `geolocalisation` line says; a projection that is not known gives no point. */
function readGeolocation(line: string | undefined): {
  point: NonNullable<SaidPlace['point']>
  problems: RowProblem[]
} {
  const absent = { field: FIELD, read: { absent: true } as const, value: '' }
  if (line === undefined) return { point: absent, problems: [] }
  const cells = line.split(SEPARATOR)
  const [x, y] = [readDecimal(cells[2]), readDecimal(cells[3])]
  if (x === null || y === null) return { point: absent, problems: [] }
  const value = `${cells[2]}, ${cells[3]}`
  const epsg = projectionOf(cells)
  const degrees = epsg === null ? null : toWgs84(epsg, x, y)
  if (degrees === null) {
    return { point: absent, problems: [reservation('projection_unknown', FIELD, cells.slice(4).join(','))] }
  }
  return { point: { field: FIELD, read: readPoint(...degrees), value }, problems: [] }
}

/** Overseas départements have a letter of their own: `9A` and `101` make 97101. */
function communeOf(cells: readonly string[]): { code: string | null; problems: RowProblem[] } {
  const departement = cells[AT.departement]!.trim()
  const commune = cells[AT.commune]!.trim()
  if (departement === '' && commune === '') return { code: null, problems: [] }
  if (/^9[A-Z]$/.test(departement) && /^\d{3}$/.test(commune)) return { code: `97${commune}`, problems: [] }
  const code = `${departement}${commune}`
  if (/^(\d\d|2[AB])$/.test(departement) && /^\d{3}$/.test(commune)) return { code, problems: [] }
  const padded = `${departement.padStart(2, '0')}${commune.padStart(3, '0')}`
  const value = `${departement} ${commune}`
  return /^\d{5}$/.test(padded)
    ? { code: null, problems: [suggesting(reservation('leading_zero_lost', 'commune', value), padded)] }
    : { code: null, problems: [reservation('code_unreadable', 'commune', value)] }
}

function interpretLine(
  text: string,
  geolocation: string | undefined,
  located: boolean,
  context: ReadContext,
): Interpreted {
  const cells = text.split(SEPARATOR)
  const at = (name: keyof typeof AT) => readLine(cells[AT[name]], 300) ?? ''
  const commune = communeOf(cells)
  const where = readGeolocation(geolocation)
  const [, postcode = null, city = null] = /^(\d{5})\s+(.+?)(?:\s+CEDEX\b.*)?$/i.exec(at('routing')) ?? []
  return establishmentRow(
    {
      finess: at('finess'),
      name: at('name') || at('shortName'),
      category: at('category'),
      description: at('categoryName') || null,
      siret: at('siret'),
      phone: at('phone'),
      updated: at('updated'),
      address: [
        [at('number') + at('repetition'), at('way'), at('street')].filter(Boolean).join(' '),
        at('complement'),
        at('locality'),
      ],
      postcode,
      communeCode: commune.code,
      communeName: city ?? at('routing'),
      ...(located && { point: where.point }),
    },
    [...commune.problems, ...where.problems],
    context,
  )
}

/**
 * Establishments come first and their positions after them, each under the FINESS number: those that are kept wait as
 * plain text, a few hundred bytes each, until the positions have been read.
 */
async function* interpretAll(
  records: AsyncIterable<{ line: number; record: RawRecord }>,
  context: ReadContext,
): AsyncGenerator<InterpretedRow> {
  const kept: { line: number; finess: string; text: string }[] = []
  const numbers = new Set<string>()
  const positions = new Map<string, string>()
  let located = false
  for await (const { line, record } of records) {
    const cells = cellsOf(record)
    const finess = (cells[1] ?? '').trim()
    if (cells[0] === 'geolocalisation') {
      located = true
      if (numbers.has(finess)) positions.set(finess, cells.slice(0, 12).join(SEPARATOR))
      continue
    }
    if (cells[0] !== 'structureet') {
      if (cells[0] !== 'finess') yield { line, key: null, draft: null, problems: [UNKNOWN_LINE], record }
      continue
    }
    if (cells.length < LEAST_CELLS) {
      const problem = refusal('columns_mismatch', null, `${cells.length} / 32`)
      yield { line, key: finess || null, draft: null, problems: [problem], record }
    } else if (!isKept(cells[AT.category]!.trim())) {
      yield { line, ...ignored(finess) }
    } else {
      numbers.add(finess)
      kept.push({ line, finess, text: cells.slice(0, 32).join(SEPARATOR) })
    }
  }
  for (const { line, finess, text } of kept) {
    const row = interpretLine(text, positions.get(finess), located, context)
    const record = row.draft === null ? { ...text.split(SEPARATOR) } : {}
    yield { line, ...row, record, ...(!located && { once: NOT_LOCATED }) }
  }
}

const UNKNOWN_LINE = refusal('row_unreadable', null)
const NOT_LOCATED = reservation('place_without_point', null)

/** The CSV of FINESS, geolocated or not: sections of lines that begin with their name, without header. */
export const finessCsv: Format = {
  id: 'finess_csv',
  containers: ['table'],
  header: 'none',
  recognise: ({ records }) =>
    records.some(
      (record) => record[0] === 'structureet' || (record[0] === 'finess' && record[1] === 'etalab'),
    ),
  interpret: () => ({ key: null, draft: null, problems: [UNKNOWN_LINE] }),
  interpretAll,
}
