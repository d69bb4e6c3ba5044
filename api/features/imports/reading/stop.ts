import type { RowProblem } from '#api/domain/import-draft'
import { type RemarkCode, refusal } from '#api/domain/import-remarks'
import type { ImportQuestion, QuestionAbout } from '#contract/questions'

/** The file as a whole cannot be used (`reject`), or questions come first (`ask`). */
export class FileStop extends Error {
  readonly problem: RowProblem
  readonly questions: ImportQuestion[] | null
  constructor(problem: RowProblem, questions: ImportQuestion[] | null) {
    super(problem.message)
    this.problem = problem
    this.questions = questions
  }
}

export const rejected = (code: RemarkCode, value: unknown = null, detail = ''): FileStop =>
  new FileStop(refusal(code, null, value, detail), null)

/** A question about the whole file, in the words of the remark that raises it. */
export function questionOf(
  about: QuestionAbout,
  problem: RowProblem,
  options: {
    value: string
    label?: string | null
    points?: ImportQuestion['options'][number]['points']
    samples?: string[]
  }[] = [],
  suggested: string | null = null,
): ImportQuestion {
  const { code, field, value } = problem
  const complete = options.map(({ value, label = null, points = [], samples = [] }) => ({
    value,
    label,
    points,
    samples,
  }))
  return { about, code, field, value, options: complete, suggested }
}

export const asked = (problem: RowProblem, ...questions: ImportQuestion[]): FileStop =>
  new FileStop(problem, questions)
