import type { Draft, ReadContext, RowProblem } from '#api/domain/import-draft'
import type { ImportFormat } from '#contract/imports'

export type Container = 'csv' | 'json' | 'geojson'

/** A row before anybody has interpreted it: cells by column, or a JSON object. A GeoJSON feature keeps its members. */
export type RawRecord = Record<string, unknown>

/** The beginning of a file: what it holds and the names that its first records use. */
export type Head = { container: Container; names: ReadonlySet<string>; first: RawRecord | undefined }

/** `ask` stops the whole file on a question; `once` is said of the file, whatever the number of rows that say it. */
export type Interpreted = {
  key: string | null
  draft: Draft | null
  problems: RowProblem[]
  once?: RowProblem
  ask?: RowProblem
}

export type Format = {
  id: ImportFormat
  containers: readonly Container[]
  recognise(head: Head): boolean
  interpret(record: RawRecord, context: ReadContext): Interpreted
  /** What is to be said of the file before its first row. */
  remarks?(context: ReadContext): RowProblem[]
}

export const hasAll = (names: ReadonlySet<string>, wanted: readonly string[]): boolean =>
  wanted.every((name) => names.has(name))
