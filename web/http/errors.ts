import { Problem } from '#contract/common'

/** A refusal, or a failure to reach the server. `problem.code` is stable; {@link useErrorWords} translates it. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** Codes that the browser makes itself, because no answer of the server carries one. */
export const unreachable = (cause: unknown) =>
  new ApiError({ status: 0, code: 'server_unreachable', detail: String(cause) })

const unreadable = (status: number, detail: string) =>
  new ApiError({ status, code: 'unreadable_answer', detail })

export const isUnreachable = (error: unknown): boolean =>
  error instanceof ApiError && error.problem.code === 'server_unreachable'

/** Refused for who asks, not for what is asked. */
export const isRightsRefused = (error: unknown): boolean =>
  error instanceof ApiError && ['sign_in_needed', 'forbidden'].includes(error.problem.code)

/** The code of an error, for what has to be told apart; `unexpected` for a fault of our own. */
export const codeOf = (error: unknown): string =>
  error instanceof ApiError ? error.problem.code : 'unexpected'

/** What a refused answer says. A proxy answers in HTML: the status alone is then all there is. */
export function refusal(status: number, text: string): ApiError {
  const problem = Problem.safeParse(jsonOf(text))
  return problem.success ? new ApiError(problem.data) : unreadable(status, text.slice(0, 500))
}

/** The JSON of an answer. Throws {@link ApiError} `unreadable_answer` when it is something else. */
export function payloadOf(status: number, text: string): unknown {
  const value = jsonOf(text)
  if (value === undefined) throw unreadable(status, text.slice(0, 500))
  return value
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
