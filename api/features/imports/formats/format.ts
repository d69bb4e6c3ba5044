import type { Draft, ReadContext, RowProblem } from '#api/domain/import-draft'
import type { ImportFormat } from '#contract/imports'
import type { ImportQuestion } from '#contract/questions'

/** What a file is made of, whatever it is packed in: a spreadsheet is a table, a GeoPackage has features. */
export type Container = 'table' | 'json' | 'features'

/** A row before anybody has interpreted it: cells by column, or a JSON object. A feature keeps its GeoJSON members. */
export type RawRecord = Record<string, unknown>

/** The beginning of a file: what it holds and the names that its first records use. */
export type Head = {
  container: Container
  names: ReadonlySet<string>
  first: RawRecord | undefined
  /** The first records, to judge by their values. */
  records: readonly RawRecord[]
}

/**
 * `ask` stops the whole file on a question; `once` is said of the file, whatever the number of rows that say it.
 * `ignored`: the row is none of ours (a bakery among facilities), which is no fault of it.
 */
export type Interpreted = {
  key: string | null
  draft: Draft | null
  ignored?: true
  problems: RowProblem[]
  once?: RowProblem
  ask?: { problem: RowProblem; question: ImportQuestion }
}

/** A row of a file that is interpreted as a whole; `record` is what it held, should it be refused. */
export type InterpretedRow = Interpreted & { line: number; record?: RawRecord }

export type Format = {
  id: ImportFormat
  containers: readonly Container[]
  recognise(head: Head): boolean
  /** `none`: the file has no header; a record is then its cells by position, `{ 0: …, 1: … }`, however many they are. */
  header?: 'none'
  /** Columns that hold persons: never read, never kept, not even of a refused row. */
  personal?: readonly string[]
  interpret(record: RawRecord, context: ReadContext): Interpreted
  /** For a file whose rows make sense together only; then `interpret` is not called. */
  interpretAll?(
    records: AsyncIterable<{ line: number; record: RawRecord }>,
    context: ReadContext,
  ): AsyncGenerator<InterpretedRow>
  /** What is to be said of the file before its first row. */
  remarks?(context: ReadContext): RowProblem[]
}

export const hasAll = (names: ReadonlySet<string>, wanted: readonly string[]): boolean =>
  wanted.every((name) => names.has(name))
