import { ProblemError } from '#api/http/problems'

export const fileTooLarge = (limit: number): ProblemError =>
  new ProblemError({
    status: 413,
    code: 'file_too_large',
    detail: `More than ${limit} bytes`,
    values: { limit },
  })

/** The run is not in a state that allows what was asked. */
export const importNotPossible = (
  asked: 'cancel' | 'apply' | 'answer' | 'undo',
  state: string,
): ProblemError =>
  new ProblemError({
    status: 409,
    code: `import_cannot_${asked}`,
    detail: `A run that is ${state} cannot be asked to ${asked}`,
    values: { state },
  })

/** Files of dry runs wait for a day. */
export const fileGone = (id: string): ProblemError =>
  new ProblemError({
    status: 410,
    code: 'import_file_gone',
    detail: `The file of import ${id} is no longer here`,
  })
