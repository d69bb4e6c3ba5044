import { readLine } from '#api/domain/import-text'
import type { Head, RawRecord } from './format.ts'

/** The cells of a row, or the properties of a feature: what is said of it, wherever it is drawn. */
export const cellsOf = (record: RawRecord): RawRecord =>
  record.type === 'Feature'
    ? typeof record.properties === 'object' && record.properties !== null
      ? (record.properties as RawRecord)
      : {}
    : record

/** The name under which a file carries the first of these columns, whatever its capitals; undefined for none. */
export const columnOf = (names: Iterable<string>, wanted: readonly string[]): string | undefined => {
  const byFold = new Map([...names].map((name) => [name.trim().toLowerCase(), name]))
  return wanted.map((name) => byFold.get(name.toLowerCase())).find((name) => name !== undefined)
}

/** One line of the first of these columns that the record has; null when none has anything. */
export function cellOf(cells: RawRecord, wanted: readonly string[], max = 200): string | null {
  for (const name of wanted) {
    const text = readLine(cells[name] ?? cells[name.toLowerCase()] ?? cells[name.toUpperCase()], max)
    if (text !== null) return text
  }
  return null
}

/** Do the first records, where they say something under one of these names, all say it in this form? */
export function allSay(head: Head, wanted: readonly string[], form: RegExp): boolean {
  const values = head.records
    .map((record) => cellOf(cellsOf(record), wanted))
    .filter((value) => value !== null)
  return values.length > 0 && values.every((value) => form.test(value))
}

/** Names of a table, small, for formats whose capitals changed over the years. */
export const folded = (names: Iterable<string>): ReadonlySet<string> =>
  new Set([...names].map((name) => name.trim().toLowerCase()))
