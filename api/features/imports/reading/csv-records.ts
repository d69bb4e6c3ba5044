import { Readable } from 'node:stream'
import { type CsvError, type Info, parse } from 'csv-parse'
import type { RemarkCode } from '#api/domain/import-remarks'
import { readLine } from '#api/domain/import-text'
import type { RawRecord } from '../formats/format.ts'
import type { FileRecord } from './records.ts'
import { rejected } from './stop.ts'

const MAX_RECORD = 256 * 1024
const MAX_COLUMNS = 1_000
const SEPARATORS = [';', ',', '\t'] as const

/** The separator of the first line outside quotes, or the one that Excel's `sep=` line announces. */
function findSeparator(head: string): { separator: string; skip: number } {
  const announced = /^sep=(.)\r?\n/i.exec(head)
  if (announced) return { separator: announced[1]!, skip: announced[0].length }
  const line = head.replace(/"[^"]*"/g, '').split(/\r?\n|\r/, 1)[0] ?? ''
  const counts = SEPARATORS.map((separator) => line.split(separator).length)
  return { separator: SEPARATORS[counts.indexOf(Math.max(...counts))]!, skip: 0 }
}

async function* withoutStart(text: AsyncIterable<string>, skip: number): AsyncGenerator<string> {
  let left = skip
  for await (const piece of text) {
    yield left === 0 ? piece : piece.slice(left)
    left = Math.max(0, left - piece.length)
  }
}

/** Reasons of csv-parse, and what to call them here. A quote never closed would swallow the rest of the file. */
const STOPPING: Record<string, RemarkCode> = {
  CSV_QUOTE_NOT_CLOSED: 'unclosed_quote',
  CSV_MAX_RECORD_SIZE: 'row_too_long',
}

const nameColumns = (cells: string[]): string[] => {
  if (cells.length > MAX_COLUMNS) throw rejected('too_many_columns', cells.length)
  return cells.map((cell) => readLine(cell, 200) ?? '')
}

/**
 * The columns of a CSV, then its rows keyed by their names. The line of a row is the one where it begins.
 *
 * @throws {FileStop} `unclosed_quote`, `row_too_long` or `too_many_columns`
 */
export async function* csvRecords(text: AsyncIterable<string>, head: string): AsyncGenerator<FileRecord> {
  const { separator, skip } = findSeparator(head)
  const broken: FileRecord[] = []
  const parser = parse({
    delimiter: separator,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD,
    skip_records_with_error: true,
    on_skip: (error) => {
      const stop = STOPPING[error?.code ?? '']
      const line = Number((error as CsvError & { lines?: number }).lines ?? 0)
      if (stop) parser.destroy(rejected(stop, line))
      else broken.push({ line, broken: 'row_unreadable' })
      return undefined
    },
  })
  const source = Readable.from(withoutStart(text, skip))
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let columns: string[] | null = null
  let last = skip > 0 ? 1 : 0
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
    const line = last + 1
    last = info.lines + (skip > 0 ? 1 : 0)
    if (columns === null) {
      columns = nameColumns(record)
      yield { line, columns }
      continue
    }
    while (broken.length > 0) yield broken.shift()!
    if (record.every((cell) => cell.trim() === '')) continue
    if (record.length !== columns.length) {
      yield { line, broken: 'columns_mismatch', value: `${record.length} / ${columns.length}` }
      continue
    }
    const row: RawRecord = Object.create(null)
    columns.forEach((name, i) => {
      row[name] ??= record[i]
    })
    yield { line, record: row }
  }
  yield* broken
}
