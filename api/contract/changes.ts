import { z } from 'zod'
import { Id, Instant } from './common.ts'
import type { Endpoint } from './endpoint.ts'
import { RECORD_KINDS } from './records.ts'

export const CHANGE_CAUSES = [
  'edit',
  'bulk',
  'import',
  'undo',
  'seed',
  'proposal',
  'retention',
  'erasure',
  'geocoding',
] as const
export const CHANGE_ENTITIES = [
  'actor',
  'territory',
  'zone',
  'import',
  'assessment',
  'discussion',
  'scales',
  ...RECORD_KINDS,
] as const
export const CHANGE_VERBS = ['created', 'updated', 'archived', 'restored'] as const

/** Who wrote what, when, and what was there before. One `seq` for everything that one transaction wrote. */
export const Change = z.object({
  id: Id,
  seq: z.int(),
  at: Instant,
  /** The name of whoever wrote it, or the part of the server that did. */
  author: z.string(),
  cause: z.enum(CHANGE_CAUSES),
  verb: z.enum(CHANGE_VERBS),
  entity: z.enum(CHANGE_ENTITIES),
  entityId: Id,
  field: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
})
export type Change = z.infer<typeof Change>

export const changeEndpoints = {
  list: {
    method: 'GET',
    path: '/api/changes',
    query: z.object({ entityId: Id, limit: z.coerce.number().int().min(1).max(200).default(50) }),
    response: z.array(Change),
  },
  /** Puts back everything that one transaction wrote, or nothing: refused when a later edit stands in the way. */
  undo: {
    method: 'POST',
    path: '/api/changes/:seq/undo',
    params: z.object({ seq: z.coerce.number().int().positive() }),
    response: z.object({ seq: z.int(), undone: z.int() }),
  },
  /** Gives a field the value that it had before this change, whatever was written since. */
  putBack: {
    method: 'POST',
    path: '/api/changes/rows/:id/put-back',
    params: z.object({ id: Id }),
    response: z.object({ seq: z.int().nullable() }),
  },
} as const satisfies Record<string, Endpoint>
