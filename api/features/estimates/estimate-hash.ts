import { createHash } from 'node:crypto'
import type { EstimateJob } from '#api/domain/estimate-result'

/** Raised when the same job would give another answer than before. */
const METHOD = 1

/** JSON that does not depend on the order in which an object was filled. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** SHA-256 of inputs, parameters and seed, and of the method. */
export const hashOf = (job: EstimateJob): string =>
  createHash('sha256')
    .update(canonical({ ...job, method: METHOD }))
    .digest('hex')
