import type { ReadContext, ReaderMessage, ReadRow, RowProblem } from '#api/domain/import-draft'
import { expectedFormats } from '#api/domain/import-formats'
import { refusal, reservation } from '#api/domain/import-remarks'
import type { Container, Format, Head } from '../formats/format.ts'
import { recogniseFormat } from '../formats/formats.ts'
import { csvRecords } from './csv-records.ts'
import { decodeFile, detectEncoding } from './decode.ts'
import { jsonRecords } from './json-records.ts'
import type { FileRecord } from './records.ts'
import { FileStop, rejected } from './stop.ts'

/** Rows that travel together; fewer when they are heavy, so that one message stays small. */
const BATCH_ROWS = 500
const BATCH_CHARACTERS = 2_000_000
/** Records looked at to recognise a format: the first may lack optional members. */
const HEAD_RECORDS = 20

/** The text with its first piece looked at and put back. */
async function peek(text: AsyncGenerator<string>): Promise<{ head: string; all: AsyncGenerator<string> }> {
  let head = ''
  for (let next = await text.next(); !next.done; next = await text.next()) {
    head += next.value
    if (head.trimStart() !== '') break
  }
  async function* all() {
    yield head
    yield* text
  }
  return { head, all: all() }
}

function recordsOf(head: string, text: AsyncGenerator<string>): AsyncGenerator<FileRecord> {
  const start = head.trimStart()[0]
  if (start === undefined) throw rejected('empty_file')
  if (start === '<') throw rejected('unreadable_markup')
  if (start === '[') return jsonRecords(text, 'array')
  if (start === '{') return jsonRecords(text, 'object')
  return csvRecords(text, head)
}

function headOf(start: string, records: FileRecord[]): Head {
  const found = records.flatMap((item) => ('record' in item ? [item.record] : []))
  const isFeature = found[0]?.type === 'Feature'
  const container: Container = isFeature ? 'geojson' : '[{'.includes(start) ? 'json' : 'csv'
  const members = isFeature ? found.map(({ properties }) => Object(properties) as object) : found
  const columns = records.flatMap((item) => ('columns' in item ? item.columns : []))
  const names = new Set([...columns, ...members.flatMap((member) => Object.keys(member))].filter(Boolean))
  return { container, names, first: found[0] }
}

const unknownFormat = (names: ReadonlySet<string>): FileStop =>
  rejected('unknown_format', [...names].join(', ') || null, `Expected one of: ${expectedFormats()}`)

async function* interpretFile(path: string, context: ReadContext): AsyncGenerator<ReaderMessage> {
  const encoding = await detectEncoding(path)
  const { head, all } = await peek(decodeFile(path, encoding))
  const records = recordsOf(head, all)
  const first: FileRecord[] = []
  let next = await records.next()
  for (; !next.done && first.length < HEAD_RECORDS; next = await records.next()) first.push(next.value)
  const start = head.trimStart()[0]!
  const seen = headOf(start, first)
  const rows = first.filter((item) => !('columns' in item))
  if (rows.length === 0 && seen.names.size === 0) throw noRows(start, head)
  const format = recogniseFormat(seen)
  if (!format) throw unknownFormat(seen.names)
  if (rows.length === 0) throw noRows(start, head)
  yield { type: 'format', format: format.id }
  if (encoding === 'windows-1252') {
    yield { type: 'remark', problem: reservation('encoding_guessed', null, encoding) }
  }
  for (const problem of format.remarks?.(context) ?? []) yield { type: 'remark', problem }
  async function* everything() {
    yield* rows
    for (; !next.done; next = await records.next()) yield next.value
  }
  yield* interpretRows(everything(), format, context)
  yield { type: 'end' }
}

/** Nothing to import: a table with its header alone, an empty list, or JSON of another shape. */
const noRows = (start: string, head: string): FileStop =>
  start === '{' && !/"(features|items)"\s*:\s*\[/.test(head) ? unknownFormat(new Set()) : rejected('no_rows')

async function* interpretRows(
  records: AsyncGenerator<FileRecord>,
  format: Format,
  context: ReadContext,
): AsyncGenerator<ReaderMessage> {
  const said = new Set<string>()
  let rows: ReadRow[] = []
  let weight = 0
  for await (const item of records) {
    if ('columns' in item) continue
    const { row, once } = interpretRecord(item, format, context)
    if (once && !said.has(once.code)) {
      said.add(once.code)
      yield { type: 'remark', problem: once }
    }
    rows.push(row)
    weight += weigh(row)
    if (rows.length >= BATCH_ROWS || weight >= BATCH_CHARACTERS) {
      yield { type: 'rows', rows }
      rows = []
      weight = 0
    }
  }
  if (rows.length > 0) yield { type: 'rows', rows }
}

function interpretRecord(
  item: Exclude<FileRecord, { columns: string[] }>,
  format: Format,
  context: ReadContext,
): { row: ReadRow; once?: RowProblem | undefined } {
  if ('broken' in item) {
    const problems = [refusal(item.broken, null, item.value)]
    return { row: { line: item.line, key: null, draft: null, problems } }
  }
  const { ask, once, ...read } = format.interpret(item.record, context)
  if (ask) throw new FileStop('ask', ask)
  return { row: { line: item.line, ...read }, once }
}

/** Only contours are heavy: their positions are counted, a dozen characters each. */
const weigh = ({ draft }: ReadRow): number =>
  draft?.what === 'zone' ? draft.area.coordinates.flat(2).length * 24 + 200 : 1_000

/**
 * Reads a file: recognises its format by its header and gives its rows as drafts, in batches, memory bounded by the
 * largest row. The last message is `end`, or `stop` when the file cannot be used; it never throws for a bad file.
 */
export async function* readFile(path: string, context: ReadContext): AsyncGenerator<ReaderMessage> {
  try {
    yield* interpretFile(path, context)
  } catch (error) {
    if (!(error instanceof FileStop)) throw error
    yield { type: 'stop', outcome: error.outcome, problem: error.problem }
  }
}
