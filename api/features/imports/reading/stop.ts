import type { RowProblem } from '#api/domain/import-draft'
import { type RemarkCode, refusal } from '#api/domain/import-remarks'

/** The file as a whole cannot be used (`reject`), or a question comes first (`ask`). */
export class FileStop extends Error {
  readonly outcome: 'reject' | 'ask'
  readonly problem: RowProblem
  constructor(outcome: 'reject' | 'ask', problem: RowProblem) {
    super(problem.message)
    this.outcome = outcome
    this.problem = problem
  }
}

export const rejected = (code: RemarkCode, value: unknown = null, detail = ''): FileStop =>
  new FileStop('reject', refusal(code, null, value, detail))
