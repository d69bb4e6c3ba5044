import { reservation } from '#api/domain/import-remarks'
import { csvCells } from './csv-cells.ts'
import { type Dataset, GdalFailure, openDataset } from './gdal.ts'
import { chooseLayer } from './layers.ts'
import type { BrokenRow, CellRow, Content, Reading } from './records.ts'
import { FileStop, rejected } from './stop.ts'
import { isKnownTable } from './table.ts'

/** Rows asked for at once. */
const SLICE = 5_000
const LOOKED_AT = 60
/** What a spreadsheet shows for a calculation that failed. */
const ERROR = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$|^Err:\d{3}$/
/** GDAL writes the days of a spreadsheet with slashes. */
const DAY = /^(\d{4})\/(\d\d)\/(\d\d)(?: 00:00:00)?$/

const quoted = (name: string): string => `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

function clean(row: CellRow | BrokenRow, { notes }: Reading): CellRow | BrokenRow {
  if ('broken' in row) return row
  const cells = row.cells.map((cell) => {
    if (!ERROR.test(cell)) return DAY.test(cell) ? cell.replace(DAY, '$1-$2-$3') : cell
    if (!notes.some(({ code }) => code === 'formula_error'))
      notes.push(reservation('formula_error', null, cell))
    return ''
  })
  return { line: row.line, cells }
}

async function* slice(sheet: Dataset, name: string, from: number, count: number, reading: Reading) {
  const sql = `SELECT * FROM ${quoted(name)} LIMIT ${count} OFFSET ${from}`
  const text = sheet.translate('csv', [
    '-f',
    'CSV',
    '-sql',
    sql,
    '-lco',
    'SEPARATOR=SEMICOLON',
    '-lco',
    'STRING_QUOTING=ALWAYS',
  ])
  // The first line is the names that GDAL makes up.
  const body = text.slice(text.indexOf('\n') + 1)
  let line = from
  for await (const row of csvCells(once(body), 'sep=;\n', 0)) yield clean({ ...row, line: ++line }, reading)
}

async function* rowsOf(sheet: Dataset, name: string, reading: Reading): AsyncGenerator<CellRow | BrokenRow> {
  try {
    for (let from = 0; ; from += SLICE) {
      let count = 0
      for await (const row of slice(sheet, name, from, SLICE, reading)) {
        count += 1
        yield row
      }
      if (count < SLICE) return
    }
  } finally {
    sheet.close()
  }
}

/** The sheet in which a known file is recognised, else the only one with rows, else the one that a person chooses. */
async function chooseSheet(book: Dataset, reading: Reading): Promise<string> {
  if (reading.answers.layer !== undefined) return chooseLayer(book.layers, reading)
  const filled: string[] = []
  for (const name of book.layers) {
    const rows: CellRow[] = []
    for await (const row of slice(book, name, 0, LOOKED_AT, { ...reading, notes: [] })) {
      if ('cells' in row) rows.push(row)
    }
    if (isKnownTable(rows)) return name
    if (rows.some(({ cells }) => cells.some((cell) => cell.trim() !== ''))) filled.push(name)
  }
  return chooseLayer(filled.length > 0 ? filled : book.layers.slice(0, 1), reading)
}

/**
 * One sheet of a workbook as text cells, through GDAL; formulas are never evaluated, errors of calculation are blank.
 *
 * @throws {FileStop} `unreadable_workbook`, or a question about the sheet
 */
export async function readWorkbook(reading: Reading, driver: 'XLSX' | 'ODS'): Promise<Content> {
  let book: Dataset | undefined
  try {
    book = await openDataset(reading.path, driver, ['HEADERS=DISABLE', 'FIELD_TYPES=STRING'])
    const name = await chooseSheet(book, reading)
    return { container: 'table', cells: rowsOf(book, name, reading), certain: true }
  } catch (error) {
    book?.close()
    if (error instanceof FileStop || !(error instanceof GdalFailure)) throw error
    throw rejected('unreadable_workbook', error.message)
  }
}
