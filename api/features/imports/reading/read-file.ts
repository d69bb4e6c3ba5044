import type { ReadContext, ReaderMessage, ReadRow, RowProblem } from '#api/domain/import-draft'
import { expectedFormats } from '#api/domain/import-formats'
import { refusal, reservation } from '#api/domain/import-remarks'
import type { ImportMapping, ImportTable } from '#contract/mappings'
import type { Format, Head, Interpreted, RawRecord } from '../formats/format.ts'
import { recogniseFormat } from '../formats/formats.ts'
import { mappedFormat } from '../formats/mapped.ts'
import { placedFeatures } from './features.ts'
import { openFile } from './open-file.ts'
import type { Content, FileRecord, Notes } from './records.ts'
import { asked, FileStop, rejected } from './stop.ts'
import { readTable } from './table.ts'

/** Rows that travel together; fewer when they are heavy, so that one message stays small. */
const BATCH_ROWS = 2_000
const BATCH_CHARACTERS = 2_000_000
/** Records looked at to recognise a format: the first may lack optional members. */
const HEAD_RECORDS = 20

/** A file that is understood: how to read it, and what is left to read. */
type Understood = {
  format: Format
  table?: { table: ImportTable; mapping: ImportMapping }
  records: AsyncGenerator<FileRecord>
  isEmpty: boolean
}

/** What an empty file is read as: there is nothing to interpret. */
const NOTHING: Format = {
  id: 'mapped',
  containers: [],
  recognise: () => false,
  interpret: () => ({ key: null, draft: null, problems: [] }),
}

const isBlank = (record: RawRecord): boolean => {
  for (const name in record) {
    const value = record[name]
    if (value !== null && (typeof value !== 'string' || value.trim() !== '')) return false
  }
  return true
}

const isObject = (value: unknown): value is RawRecord => typeof value === 'object' && value !== null

const unknownFormat = (names: ReadonlySet<string>): FileStop =>
  rejected('unknown_format', [...names].join(', ') || null, `Expected one of: ${expectedFormats()}`)

/** Which of the names is in most records comes first; the order is that of the first record that has it. */
function headOf(container: Head['container'], records: readonly RawRecord[]): Head & { columns: string[] } {
  const members =
    container === 'features' ? records.map(({ properties }) => Object(properties) as object) : records
  const columns = [...new Set(members.flatMap((member) => Object.keys(member)))].filter(Boolean)
  return { container, names: new Set(columns), first: records[0], records, columns }
}

async function* withFirst<T>(first: readonly T[], rest: AsyncGenerator<T>): AsyncGenerator<T> {
  yield* first
  yield* rest
}

async function understandTable(
  content: Extract<Content, { container: 'table' }>,
  context: ReadContext,
): Promise<Understood> {
  const { head, columns, headerLine, records, format } = await readTable(content.cells)
  const isEmpty = head.records.length === 0 && format?.header !== 'none'
  // One word is no header.
  if (isEmpty && columns.length < 2 && !content.certain) throw unknownFormat(head.names)
  if (format) return { format, records, isEmpty }
  const mapped = mappedFormat({ ...head, columns: columns.filter(Boolean), headerLine }, context)
  if (mapped) return { format: mapped.format, table: mapped, records, isEmpty }
  if (isEmpty) return { format: NOTHING, records, isEmpty }
  throw unknownFormat(head.names)
}

async function understandRecords(
  content: Exclude<Content, { container: 'table' }>,
  context: ReadContext,
): Promise<Understood> {
  const { container } = content
  const records = container === 'features' ? placedFeatures(content, context.answers) : content.records
  const first: FileRecord[] = []
  let isOver = false
  while (first.length < HEAD_RECORDS && !isOver) {
    const next = await records.next()
    if (next.done) isOver = true
    else first.push(next.value)
  }
  const head = headOf(
    container,
    first.flatMap((item) => (item.record && isObject(item.record) ? [item.record] : [])),
  )
  const all = withFirst(first, records)
  const isEmpty = first.length === 0
  const format = recogniseFormat(head)
  if (format) return { format, records: all, isEmpty }
  const mapped = mappedFormat({ ...head, headerLine: null }, context)
  if (mapped) return { format: mapped.format, table: mapped, records: all, isEmpty }
  if (isEmpty) return { format: NOTHING, records: all, isEmpty }
  throw unknownFormat(head.names)
}

type Once = (problem: RowProblem) => void

/** Members that hold persons leave the record before anything reads it, however deep they are. */
function dropPersons(record: RawRecord, personal: readonly string[], once: Once): void {
  if (personal.length === 0) return
  for (const name of personal) {
    if (!(name in record)) continue
    if (record[name] !== null && record[name] !== '') once(reservation('personal_data_dropped', name))
    delete record[name]
  }
  for (const inner of Object.values(record)) {
    for (const member of Array.isArray(inner) ? inner : [inner]) {
      if (isObject(member)) dropPersons(member, personal, once)
    }
  }
}

const propertiesOf = (record: RawRecord): RawRecord =>
  record.type === 'Feature' && isObject(record.properties) ? record.properties : record

function toRow(
  line: number,
  record: RawRecord,
  read: Interpreted,
  mended: readonly RowProblem[],
  once: Once,
): ReadRow {
  const { ask, once: said, problems, ...rest } = read
  if (ask) throw asked(ask.problem, ask.question)
  if (said) once(said)
  const all = [...mended, ...problems]
  return rest.draft === null && !rest.ignored
    ? { line, ...rest, problems: all, record }
    : { line, ...rest, problems: all }
}

async function* rowsOf(
  records: AsyncGenerator<FileRecord>,
  format: Format,
  context: ReadContext,
  once: Once,
): AsyncGenerator<ReadRow> {
  const { personal = [] } = format
  const broken: ReadRow[] = []
  async function* whole() {
    for await (const item of records) {
      if (item.record) dropPersons(propertiesOf(item.record), personal, once)
      if ('broken' in item) {
        const problems = [refusal(item.broken, null, item.value)]
        broken.push({
          line: item.line,
          key: null,
          draft: null,
          problems,
          ...(item.record && { record: item.record }),
        })
      } else if (!isBlank(item.record)) yield item
    }
  }
  if (format.interpretAll) {
    for await (const { line, record = {}, ...read } of format.interpretAll(whole(), context)) {
      yield* broken.splice(0)
      yield toRow(line, record, read, [], once)
    }
  } else {
    for await (const { line, record, problems = [] } of whole()) {
      yield* broken.splice(0)
      yield toRow(line, record, format.interpret(record, context), problems, once)
    }
  }
  yield* broken
}

/** Only contours are heavy: their positions are counted, a dozen characters each. */
const weigh = ({ draft }: ReadRow): number =>
  (draft?.what === 'zone' || draft?.what === 'drawn') && draft.area
    ? draft.area.coordinates.flat(2).length * 24 + 200
    : 1_000

async function* batches(rows: AsyncGenerator<ReadRow>): AsyncGenerator<ReadRow[]> {
  let batch: ReadRow[] = []
  let weight = 0
  for await (const row of rows) {
    batch.push(row)
    weight += weigh(row)
    if (batch.length >= BATCH_ROWS || weight >= BATCH_CHARACTERS) {
      yield batch
      batch = []
      weight = 0
    }
  }
  if (batch.length > 0) yield batch
}

async function* interpretFile(
  path: string,
  context: ReadContext,
  folder: string | null,
): AsyncGenerator<ReaderMessage> {
  const notes: Notes = []
  const said = new Set<string>()
  const once: Once = (problem) => notes.push(problem)
  function* remarks(): Generator<ReaderMessage> {
    for (const problem of notes.splice(0)) {
      if (!said.has(problem.code)) yield { type: 'remark', problem }
      said.add(problem.code)
    }
  }
  const { answers } = context
  const content = await openFile({ path, folder, answers, notes })
  const { format, table, records, isEmpty } =
    content.container === 'table'
      ? await understandTable(content, context)
      : await understandRecords(content, context)
  if (table) yield { type: 'table', table: table.table, mapping: table.mapping }
  yield { type: 'format', format: format.id }
  notes.push(...(format.remarks?.(context) ?? []))
  if (isEmpty) notes.push(reservation('no_rows', null))
  for await (const rows of batches(rowsOf(records, format, context, once))) {
    yield* remarks()
    yield { type: 'rows', rows }
  }
  yield* remarks()
  yield { type: 'end' }
}

/**
 * Reads a file: recognises its format by its header and gives its rows as drafts, in batches, memory bounded by the
 * largest row. The last message is `end`, or `stop` when the file cannot be used; it never throws for a bad file.
 *
 * @param folder an empty private folder for what must be unpacked; null: archives are refused
 */
export async function* readFile(
  path: string,
  context: ReadContext,
  folder: string | null = null,
): AsyncGenerator<ReaderMessage> {
  try {
    yield* interpretFile(path, context, folder)
  } catch (error) {
    if (!(error instanceof FileStop)) throw error
    const { problem, questions } = error
    if (questions) yield { type: 'stop', outcome: 'ask', problem, questions }
    else yield { type: 'stop', outcome: 'reject', problem }
  }
}
