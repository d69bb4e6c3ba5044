import { z } from 'zod'
import { ActorFields } from './actors.ts'
import { Day, Id, Instant, listOf, PageQuery, pageOf } from './common.ts'
import type { Endpoint } from './endpoint.ts'

/** Why two actors may be the same. */
export const RESEMBLANCE_REASONS = ['siret', 'finess', 'rna', 'phone', 'email', 'name_and_place'] as const
/** What people say of a pair. `part_of`: the first is a part of the second. `unsure` asks again later. */
export const RESEMBLANCE_VERDICTS = ['duplicate', 'distinct', 'part_of', 'unsure'] as const

const Side = ActorFields.omit({ note: true }).extend({
  id: Id,
  version: z.int(),
  source: z.string().nullable(),
  sourceDate: Day.nullable(),
  /** Fields that a person has written. */
  editedFields: z.array(z.string()),
  updatedAt: Instant,
  archivedAt: Instant.nullable(),
})

/** Two actors that may be the same, and what a person has decided. */
export const Resemblance = z.object({
  id: Id,
  /** 0 to 1: how sure the comparison is. */
  score: z.number().min(0).max(1),
  reasons: z.array(z.enum(RESEMBLANCE_REASONS)),
  /** What the comparison expects people to say. */
  likely: z.enum(RESEMBLANCE_VERDICTS),
  /** The actor that is, or is likely to be, the part of the other; of a merge, the one that went. */
  part: Id.nullable(),
  verdict: z.enum(RESEMBLANCE_VERDICTS).nullable(),
  decidedAt: Instant.nullable(),
  /** Who decided, by name. */
  decidedBy: z.string().nullable(),
  /** The sequence number under which the decision can be undone. */
  seq: z.int().nullable(),
  actors: z.tuple([Side, Side]),
})
export type Resemblance = z.infer<typeof Resemblance>

export const Decision = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('distinct') }),
  z.object({ verdict: z.literal('unsure') }),
  /** `part` is the actor that is a part of the other. */
  z.object({ verdict: z.literal('part_of'), part: Id }),
  z.object({
    verdict: z.literal('duplicate'),
    /** The actor that stays. */
    kept: Id,
    /** For each field, the actor whose value stays; lists (contacts, places, publics…) keep what both carried by default. */
    fields: z.record(z.string(), z.union([Id, z.literal('both')])),
    versions: z.record(Id, z.int()),
  }),
])
export type Decision = z.infer<typeof Decision>

const params = z.object({ id: Id })
export const resemblanceEndpoints = {
  list: {
    method: 'GET',
    path: '/api/resemblances',
    query: PageQuery.extend({
      /** Absent: those that nobody has decided, the surest first. */
      verdict: listOf(z.enum(RESEMBLANCE_VERDICTS)),
      actor: Id.optional(),
      run: Id.optional(),
    }),
    response: pageOf(Resemblance),
  },
  /** Looks for pairs among all actors of the workspace, or around one of them. */
  find: {
    method: 'POST',
    path: '/api/resemblances/find',
    body: z.object({ actor: Id.optional() }),
    response: z.object({ found: z.int() }),
  },
  decide: {
    method: 'POST',
    path: '/api/resemblances/:id/decision',
    params,
    body: Decision,
    response: Resemblance,
  },
  /** Takes a decision back, the merge included. */
  reopen: { method: 'POST', path: '/api/resemblances/:id/reopen', params, response: Resemblance },
} as const satisfies Record<string, Endpoint>
