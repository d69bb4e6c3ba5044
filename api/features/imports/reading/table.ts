import { type RemarkCode, reservation } from '#api/domain/import-remarks'
import { readLine } from '#api/domain/import-text'
import type { Format, Head, RawRecord } from '../formats/format.ts'
import { recogniseFormat } from '../formats/formats.ts'
import type { BrokenRow, CellRow, FileRecord } from './records.ts'
import { rejected } from './stop.ts'

const MAX_COLUMNS = 1_000
/** Rows looked at before anything is decided: Insee puts five lines of words above its header. */
const LOOKED_AT = 60
const HEADER_WITHIN = 20
const HEAD_RECORDS = 20

export type Table = {
  head: Head
  columns: string[]
  headerLine: number | null
  records: AsyncGenerator<FileRecord>
  /** The known format that its header tells. */
  format: Format | undefined
}

const widthOf = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '') + 1

/** Each column under a name of its own; columns without a name or a value are nothing. */
function nameColumns(cells: readonly string[], rows: readonly CellRow[]): string[] {
  const filled = rows.reduce(
    (most, row) => Math.max(most, row.cells.length <= cells.length ? widthOf(row.cells) : 0),
    0,
  )
  const width = Math.max(widthOf(cells), filled)
  if (width > MAX_COLUMNS) throw rejected('too_many_columns', width)
  const seen = new Map<string, number>()
  return Array.from({ length: width }, (_, i) => {
    const name = readLine(cells[i] ?? '', 200) ?? ''
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    return before === 0 ? name : `${name} (${before + 1})`
  })
}

const byName = (columns: readonly string[], cells: readonly string[]): RawRecord => {
  const record: RawRecord = Object.create(null)
  for (let i = 0; i < columns.length; i += 1) record[columns[i]!] = cells[i]
  return record
}

const byPosition = (cells: readonly string[]): RawRecord => Object.assign(Object.create(null), cells)

const headOf = (columns: readonly string[], rows: readonly CellRow[]): Head => {
  const records = rows.slice(0, HEAD_RECORDS).map(({ cells }) => byName(columns, cells))
  return { container: 'table', names: new Set(columns.filter(Boolean)), first: records[0], records }
}

const looksLikeName = (cell: string): boolean =>
  cell.trim().length < 100 && !/^[\s\d.,;:/%€+-]*$/.test(cell) && !/^https?:|@/.test(cell)
/** Codes as Insee writes them: capitals, digits and underscores, not all of them words. */
const isTechnical = (cells: readonly string[]): boolean => {
  const named = cells.map((cell) => cell.trim()).filter(Boolean)
  return (
    named.length > 2 &&
    named.every((cell) => /^[A-Z][A-Z\d_]*$/.test(cell)) &&
    named.some((cell) => /[_\d]/.test(cell))
  )
}

/**
 * Which of the first rows names the columns: the first one that is as wide as the rows after it and whose cells are
 * all different names; the next one when that is a line of codes under a line of words, as Insee does.
 */
function headerIndex(rows: readonly CellRow[]): number {
  const widths = rows.map(({ cells }) => widthOf(cells))
  const widest = Math.max(...widths)
  const isHeader = (i: number): boolean => {
    const cells = rows[i]!.cells.slice(0, widths[i]).map((cell) => cell.trim())
    const named = cells.filter(Boolean)
    return (
      widths[i]! >= widest * 0.9 &&
      named.length >= widths[i]! * 0.7 &&
      named.every(looksLikeName) &&
      new Set(named).size === named.length
    )
  }
  const found = rows.slice(0, HEADER_WITHIN).findIndex((_, i) => isHeader(i))
  if (found < 0) return 0
  const next = rows[found + 1]
  return next && isHeader(found + 1) && isTechnical(next.cells) && !isTechnical(rows[found]!.cells)
    ? found + 1
    : found
}

type Header = { index: number | null; format?: Format }

/** A known format tells its own header, wherever it is; else the shape of the rows does. */
function findHeader(rows: readonly CellRow[]): Header {
  const [first] = rows
  if (first) {
    const positions = rows.slice(0, HEAD_RECORDS).map(({ cells }) => byPosition(cells))
    const head: Head = {
      container: 'table',
      names: new Set(first.cells),
      first: positions[0],
      records: positions,
    }
    const format = recogniseFormat(head)
    if (format?.header === 'none') return { index: null, format }
  }
  for (const [index, { cells }] of rows.slice(0, HEADER_WITHIN).entries()) {
    if (cells.length > MAX_COLUMNS * 20) break
    const after = rows.slice(index + 1)
    const format = recogniseFormat(
      headOf(
        cells.map((cell) => readLine(cell, 200) ?? ''),
        after,
      ),
    )
    if (format && format.header !== 'none') return { index, format }
  }
  return { index: headerIndex(rows) }
}

/** Whether a known format recognises itself in these rows. */
export const isKnownTable = (rows: readonly CellRow[]): boolean =>
  findHeader(rows.filter((row) => !isBlank(row))).format !== undefined

const isBlank = ({ cells }: CellRow): boolean => cells.every((cell) => cell.trim() === '')

function toRecord(row: CellRow | BrokenRow, columns: readonly string[]): FileRecord | null {
  if ('broken' in row) return row
  if (isBlank(row)) return null
  const { line, cells } = row
  if (cells.length === columns.length) return { line, record: byName(columns, cells) }
  const width = widthOf(cells)
  const record = byName(columns, cells)
  if (width > columns.length) {
    cells.slice(columns.length).forEach((cell, i) => {
      record[`#${columns.length + i + 1}`] = cell
    })
    return { line, broken: 'columns_mismatch', value: `${cells.length} / ${columns.length}`, record }
  }
  if (cells.length > columns.length) return { line, record }
  for (let i = cells.length; i < columns.length; i += 1) record[columns[i]!] = ''
  const padded: RemarkCode = 'row_padded'
  return { line, record, problems: [reservation(padded, null, `${cells.length} / ${columns.length}`)] }
}

/**
 * The table that these rows are: which row names the columns, and the others keyed by its names. Rows that are short
 * are completed and say so; rows with more values than there are columns are broken.
 *
 * @throws {FileStop} `too_many_columns`, or `ambiguous_columns` when every row has more values than the header
 */
export async function readTable(cells: AsyncGenerator<CellRow | BrokenRow>): Promise<Table> {
  const rows: (CellRow | BrokenRow)[] = []
  let done = false
  while (rows.length < LOOKED_AT && !done) {
    const next = await cells.next()
    if (next.done) done = true
    else rows.push(next.value)
  }
  const whole = rows.filter((row) => 'cells' in row).filter((row) => !isBlank(row))
  const { index, format } = findHeader(whole)
  const header = index === null ? null : (whole[index] ?? null)
  const after = header ? whole.slice(index! + 1) : whole
  const columns = header ? nameColumns(header.cells, after) : []
  if (header && after.length > 0 && after.every((row) => widthOf(row.cells) > columns.length)) {
    throw rejected('ambiguous_columns', `${after[0]!.cells.length} / ${columns.length}`)
  }
  const from = header ? rows.indexOf(header) + 1 : 0
  async function* records(): AsyncGenerator<FileRecord> {
    async function* all() {
      yield* rows.slice(from)
      if (!done) yield* cells
    }
    for await (const row of all()) {
      const record = header
        ? toRecord(row, columns)
        : 'broken' in row
          ? row
          : isBlank(row)
            ? null
            : { line: row.line, record: byPosition(row.cells) }
      if (record) yield record
    }
  }
  const head = header ? headOf(columns, after) : headOf([], [])
  return { head, columns, headerLine: header?.line ?? null, records: records(), format }
}
