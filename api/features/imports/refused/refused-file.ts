import { Readable } from 'node:stream'
import { REMARKS, type RemarkCode } from '#api/domain/import-remarks'
import { harmless } from '#api/domain/spreadsheet'
import type { RefusedKind } from './refused-kind.ts'
import { workbookOf } from './workbook-apart.ts'

export type RefusedRow = {
  line: number
  record: Record<string, unknown> | null
  problems: readonly { code: string; value: string | null }[]
}
export type RefusedLanguage = 'fr' | 'en'

export type RefusedFile = { contentType: string; filename: string; stream: Readable }

type Write = (
  rows: AsyncIterable<RefusedRow>,
  language: RefusedLanguage,
  separator: string,
) => AsyncGenerator<string | Uint8Array>

const REASON = { fr: 'raison', en: 'reason' } as const
const LINE = { fr: 'ligne', en: 'line' } as const

const sentenceOf = ({ code, value }: RefusedRow['problems'][number], language: RefusedLanguage): string => {
  const words = Object.hasOwn(REMARKS, code) ? REMARKS[code as RemarkCode][language] : code
  return value === null ? words : language === 'fr' ? `${words} : ${value}` : `${words}: ${value}`
}

/** Why a row was refused, in the words of the report. */
const reasonOf = ({ problems }: RefusedRow, language: RefusedLanguage): string =>
  problems.map((problem) => sentenceOf(problem, language)).join(' ; ')

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

/** Rows looked at to know the columns: they are named before the first of them is written. */
const LOOKED_AT = 1_000

async function* table(rows: AsyncIterable<RefusedRow>, language: RefusedLanguage, separator: string) {
  const toCell = (value: unknown): string => {
    const text = harmless(textOf(value))
    return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const waiting: RefusedRow[] = []
  let columns: string[] | null = null
  const toLine = (row: RefusedRow): string =>
    `${[...columns!.map((name) => row.record?.[name]), row.line, reasonOf(row, language)].map(toCell).join(separator)}\r\n`
  const begin = (): string => {
    columns = [...new Set(waiting.flatMap(({ record }) => Object.keys(record ?? {})))]
    const header = [...columns, LINE[language], REASON[language]].map(toCell).join(separator)
    return `${header}\r\n${waiting.splice(0).map(toLine).join('')}`
  }
  for await (const row of rows) {
    if (columns !== null) yield toLine(row)
    else if (waiting.push(row) === LOOKED_AT) yield begin()
  }
  if (columns === null) yield begin()
}

/** With a byte order mark: without it, spreadsheets in France read accents wrongly. */
async function* csv(rows: AsyncIterable<RefusedRow>, language: RefusedLanguage, separator: string) {
  yield '\ufeff'
  yield* table(rows, language, separator)
}

async function* list(
  rows: AsyncIterable<RefusedRow>,
  toValue: (row: RefusedRow) => unknown,
  begin: string,
  end: string,
) {
  yield begin
  let separator = '\n'
  for await (const row of rows) {
    yield separator + JSON.stringify(toValue(row))
    separator = ',\n'
  }
  yield end
}

const json: Write = (rows, language) =>
  list(
    rows,
    (row) => ({ ...row.record, [LINE[language]]: row.line, [REASON[language]]: reasonOf(row, language) }),
    '[',
    '\n]\n',
  )

/** A feature keeps its geometry; whatever was not one becomes the properties of one without. */
function toFeature(row: RefusedRow, language: RefusedLanguage) {
  const { record } = row
  const isFeature = record?.type === 'Feature'
  const own = isFeature ? (isObject(record.properties) ? record.properties : {}) : (record ?? {})
  const properties = { ...own, [LINE[language]]: row.line, [REASON[language]]: reasonOf(row, language) }
  return { type: 'Feature', properties, geometry: isFeature ? (record.geometry ?? null) : null }
}

const geojson: Write = (rows, language) =>
  list(rows, (row) => toFeature(row, language), '{"type":"FeatureCollection","features":[', '\n]}\n')

/** A workbook is made whole, in a process of its own. */
const workbook = (driver: 'XLSX' | 'ODS'): Write =>
  async function* (rows, language) {
    const pieces: string[] = []
    for await (const piece of table(rows, language, ',')) pieces.push(piece)
    yield await workbookOf(pieces.join(''), driver)
  }

const FILES: Record<RefusedKind['kind'], { contentType: string; extension: string; write: Write }> = {
  csv: { contentType: 'text/csv; charset=utf-8', extension: 'csv', write: csv },
  json: { contentType: 'application/json; charset=utf-8', extension: 'json', write: json },
  geojson: { contentType: 'application/geo+json', extension: 'geojson', write: geojson },
  xlsx: {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    write: workbook('XLSX'),
  },
  ods: {
    contentType: 'application/vnd.oasis.opendocument.spreadsheet',
    extension: 'ods',
    write: workbook('ODS'),
  },
}

/**
 * The refused rows of an import in the format of its file, each with its line and the reason; cells that a spreadsheet
 * would compute are protected. Everything is streamed but a workbook.
 *
 * @param rows in the order of the file
 * @param kind see `refusedKind`
 * @param name of the file that was imported
 */
export function refusedFile(
  rows: AsyncIterable<RefusedRow>,
  kind: RefusedKind,
  language: RefusedLanguage,
  name: string,
): RefusedFile {
  const { contentType, extension, write } = FILES[kind.kind]
  const stem = name.replace(/(?:\.[a-z\d]{1,8}){1,2}$/i, '')
  const suffix = language === 'fr' ? 'lignes-refusees' : 'refused-rows'
  const separator = kind.kind === 'csv' ? kind.separator : ','
  return {
    contentType,
    filename: `${stem}-${suffix}.${extension}`,
    stream: Readable.from(write(rows, language, separator)),
  }
}
