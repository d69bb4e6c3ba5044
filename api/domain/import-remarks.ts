import type { RowProblem } from './import-draft.ts'

import { FILE_REMARKS } from './import-remarks-file.ts'
import { ROW_REMARKS } from './import-remarks-row.ts'

/** Everything that an import can say, of a row or of a file, and how people read it. */
export const REMARKS = { ...FILE_REMARKS, ...ROW_REMARKS }
export type RemarkCode = keyof typeof REMARKS

const remark =
  (severity: RowProblem['severity']) =>
  (code: RemarkCode, field: string | null, value: unknown = null, detail = ''): RowProblem => ({
    severity,
    field,
    code,
    message: detail ? `${REMARKS[code].en}. ${detail}` : REMARKS[code].en,
    value: shown(value),
    suggestion: null,
  })

/** The row, or the file, cannot be used. `detail` is added to the message. */
export const refusal = remark('refused')
/** Written all the same, but somebody should know. */
export const reservation = remark('reservation')

/** The same remark with what would be right. */
export const suggesting = (problem: RowProblem, suggestion: string | null): RowProblem => ({
  ...problem,
  suggestion,
})

/** A value as a report may quote it: short, one line, storable. */
function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  const line = text
    .slice(0, 500)
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
  return line.length > 120 ? `${line.slice(0, 119).toWellFormed()}…` : line
}
