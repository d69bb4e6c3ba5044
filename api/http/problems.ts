import type { Problem } from '#contract/common'

/** A refusal with a name: the interface translates its code, nothing else crosses the wire. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** A refusal of a feature's own: its code is stable and translated. */
export const problem = (status: number, code: string, detail: string, more: Partial<Problem> = {}) =>
  new ProblemError({ status, code, detail, ...more })

export const notFound = (what: string, id: string | number) =>
  problem(404, `${what}_not_found`, `No ${what} with id ${id}`, { values: { id } })

export const unknownPath = (path: string) => problem(404, 'unknown_path', `Nothing answers at ${path}`)

export const forbidden = (action: string) =>
  problem(403, 'forbidden', `This account may not ${action}`, { values: { action } })

export const signInNeeded = () => problem(401, 'sign_in_needed', 'This needs a session')

/** A field, or a value of it, that its writer could not read afterwards. */
export const aboveAudience = (field: string) =>
  problem(403, 'field_above_audience', `This account may not write ${field}`, { values: { field } })

/** Beyond the territories or families that the account's rights are limited to. */
export const outsideLimits = () =>
  problem(403, 'outside_limits', 'This account writes elsewhere, or other families of actors')

/** A workspace always has somebody who answers for it. */
export const lastAdministrator = () =>
  problem(409, 'last_administrator', 'This account is the only administrator of a workspace')

/** Too many failures: `seconds` until the next try is looked at. */
export const tooManyAttempts = (seconds: number) =>
  problem(429, 'too_many_attempts', `Try again in ${seconds} s`, { values: { seconds } })

export const foreignOrigin = () => problem(403, 'foreign_origin', 'The request comes from another site')

export const invalid = (fields: Record<string, string>) =>
  problem(400, 'invalid_request', 'The request is not valid', { fields })

/** Somebody else wrote the same field since it was read; `values` holds both, field by field. */
export const staleWrite = (values: Record<string, { yours: unknown; theirs: unknown }>) =>
  problem(412, 'stale_write', `Written by somebody else in the meantime: ${Object.keys(values).join(', ')}`, {
    values,
  })

export const alreadyExists = (what: string, id: string) =>
  problem(409, `${what}_already_exists`, `There is already a ${what} with id ${id}`, { values: { id } })

/** A later edit stands in the way of an undo. */
export const cannotUndo = (seq: number) =>
  problem(409, 'cannot_undo', `Change ${seq} has been written over since`, { values: { seq } })

export const unavailable = (detail: string) => problem(503, 'database_unavailable', detail)
export const tooLarge = (limit: number) =>
  problem(413, 'body_too_large', `More than ${limit} bytes`, { values: { limit } })
