import type { RemarkCode } from '#api/domain/import-remarks'
import type { RawRecord } from '../formats/format.ts'

/**
 * One thing read from a file, before any format interprets it. A table says its `columns` first; `broken` is a row
 * that is malformed by itself.
 */
export type FileRecord =
  | { line: number; record: RawRecord }
  | { line: number; broken: RemarkCode; value?: string }
  | { line: number; columns: string[] }
