import type { RowProblem } from '#api/domain/import-draft'
import type { RemarkCode } from '#api/domain/import-remarks'
import type { RawRecord } from '../formats/format.ts'

/** What is to be said of the file as a whole; readers add to it while they read. */
export type Notes = RowProblem[]

/** A row that is malformed by itself, with what could be read of it. */
export type BrokenRow = { line: number; broken: RemarkCode; value?: string | undefined; record?: RawRecord }

/** A row of a table before anybody knows what its columns are. */
export type CellRow = { line: number; cells: string[] }

/** One thing read from a file, before any format interprets it; `problems` are what reading it has mended. */
export type FileRecord = { line: number; record: RawRecord; problems?: RowProblem[] | undefined } | BrokenRow

/** In which projection the positions of a file are: `wkt` for one that only its definition tells, null if not said. */
export type Crs = { name: string; wkt?: string | undefined } | null

/** What a file holds, whatever it is packed in. */
export type Content =
  /** `certain`: a spreadsheet or a database, which is a table even when it holds one cell; a text may be anything. */
  | { container: 'table'; cells: AsyncGenerator<CellRow | BrokenRow>; certain?: true }
  | { container: 'json'; records: AsyncGenerator<FileRecord> }
  | { container: 'features'; records: AsyncGenerator<FileRecord>; crs: () => Crs }

/** How a reader is to read: what a person has decided, where it may write, and where it says what it has seen. */
export type Reading = {
  path: string
  /** A private folder for what has to be unpacked; null where there is none. */
  folder: string | null
  answers: { layer?: string | undefined; encoding?: string | undefined }
  notes: Notes
}
