import { parse } from 'csv-parse/sync'
import { contentOf, shared } from './import-files.ts'

/** The rows of a table of known answers; undefined, and said aloud, where it is not beside the repository. */
export function knownRows(path: string): Record<string, string>[] | undefined {
  const file = shared(`known-answers/${path}`)
  return file === undefined
    ? undefined
    : parse(contentOf(file), { columns: true, trim: true, skip_empty_lines: true })
}

export const numbersOf = (rows: readonly Record<string, string>[], column: string): Float64Array =>
  Float64Array.from(rows, (row) => Number(row[column]))
