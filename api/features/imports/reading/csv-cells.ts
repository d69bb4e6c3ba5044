import type { BrokenRow, CellRow } from './records.ts'
import { rejected } from './stop.ts'

const MAX_ROW = 256 * 1024
const SEPARATORS = [';', ',', '\t', '|'] as const
const LINES_TO_COMPARE = 30

/**
 * The separator that gives the most lines the same number of cells, more cells first; or the one that Excel's `sep=`
 * line announces.
 */
export function findSeparator(head: string): { separator: string; skip: number } {
  const announced = /^sep=(.)\r?\n/i.exec(head)
  if (announced) return { separator: announced[1]!, skip: announced[0].length }
  const lines = head
    .slice(0, 64 * 1024)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/, LINES_TO_COMPARE)
    .filter((line) => line.trim() !== '')
  const agreement = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length)
    const widths = new Map<number, number>()
    for (const count of counts) if (count > 1) widths.set(count, (widths.get(count) ?? 0) + 1)
    return Math.max(0, ...[...widths].map(([width, times]) => times * 100 + width))
  })
  return { separator: SEPARATORS[agreement.indexOf(Math.max(...agreement))]!, skip: 0 }
}

const QUOTE = 34
const LF = 10
const CR = 13

/**
 * Rows of a CSV as cells; a row's line is the one where it begins. A quote inside an unquoted cell is a character;
 * anything between a closing quote and the next separator makes the row unreadable. Blank lines are skipped.
 *
 * @param head where the separator is looked for
 * @param toPass characters before the first row, when they are known
 * @throws {FileStop} `unclosed_quote` or `row_too_long`
 */
export async function* csvCells(
  text: AsyncGenerator<string>,
  head: string,
  toPass?: number,
): AsyncGenerator<CellRow | BrokenRow> {
  const { separator, skip: announced } = findSeparator(head)
  const skip = toPass ?? announced
  const comma = separator.charCodeAt(0)
  let buffer = ''
  let line = skip > 0 ? 2 : 1
  let toSkip = skip
  let ended = false
  while (!ended || buffer.length > 0) {
    const next = ended ? null : await text.next()
    if (next?.done) ended = true
    else if (next) {
      const piece = next.value
      buffer += toSkip > 0 ? piece.slice(toSkip) : piece
      toSkip = Math.max(0, toSkip - piece.length)
    }
    let at = 0
    while (at < buffer.length) {
      const row = readRow(buffer, at, comma, separator, ended)
      if (row === null) break
      if (row.end - at > MAX_ROW) throw rejected('row_too_long', line)
      if (row.broken) yield { line, broken: 'row_unreadable', value: buffer.slice(at, at + 120) }
      else if (row.cells.length > 1 || row.cells[0]!.trim() !== '') yield { line, cells: row.cells }
      line += row.lines
      at = row.end
    }
    buffer = buffer.slice(at)
    if (buffer.length > MAX_ROW * 2)
      throw rejected(buffer.includes('"') ? 'unclosed_quote' : 'row_too_long', line)
    if (ended && at === 0 && buffer.length > 0) throw rejected('unclosed_quote', line)
  }
}

type Row = { cells: string[]; end: number; lines: number; broken: boolean }

/** The row that begins there; null when the text ends before it does. */
function readRow(text: string, start: number, comma: number, separator: string, ended: boolean): Row | null {
  const cells: string[] = []
  let at = start
  let lines = 1
  for (;;) {
    let cell: string
    if (text.charCodeAt(at) === QUOTE) {
      const quoted = readQuoted(text, at)
      if (quoted === null) return null
      cell = quoted.cell
      lines += quoted.lines
      at = quoted.end
      const code = text.charCodeAt(at)
      if (at < text.length && code !== comma && code !== LF && code !== CR) {
        const end = text.indexOf('\n', at)
        if (end < 0 && !ended) return null
        return { cells, end: end < 0 ? text.length : end + 1, lines, broken: true }
      }
    } else {
      const from = at
      let code = text.charCodeAt(at)
      while (at < text.length && code !== comma && code !== LF && code !== CR) {
        at += 1
        code = text.charCodeAt(at)
      }
      cell = text.slice(from, at)
    }
    cells.push(cell)
    if (at >= text.length) return ended ? { cells, end: at, lines, broken: false } : null
    const code = text.charCodeAt(at)
    if (code === comma) {
      at += separator.length
      continue
    }
    // A carriage return at the very end may be half of a line end.
    if (code === CR && at + 1 >= text.length && !ended) return null
    const end = code === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1
    return { cells, end, lines, broken: false }
  }
}

function readQuoted(text: string, start: number): { cell: string; end: number; lines: number } | null {
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    if (text.charCodeAt(quote + 1) === QUOTE) {
      at = quote + 2
      continue
    }
    const raw = text.slice(start + 1, quote)
    const lines = raw.includes('\n')
      ? raw.split('\n').length - 1
      : raw.includes('\r')
        ? raw.split('\r').length - 1
        : 0
    return { cell: raw.includes('""') ? raw.replaceAll('""', '"') : raw, end: quote + 1, lines }
  }
}
