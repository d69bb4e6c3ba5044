import { z } from 'zod'
import { ActorFields, ActorInput, ActorSummary } from './actors.ts'
import { Id, Instant, PageQuery } from './common.ts'
import type { Endpoint } from './endpoint.ts'

export const PROPOSAL_STATES = ['waiting', 'accepted', 'refused'] as const

/** What someone who may not write would like to see written: a new actor, or other values of an actor's fields. */
export const Proposal = z.object({
  id: Id,
  at: Instant,
  author: z.string(),
  /** Null for a new actor. */
  actorId: Id.nullable(),
  /** The actor's name, or the proposed one. */
  title: z.string(),
  message: z.string().nullable(),
  state: z.enum(PROPOSAL_STATES),
  /** Field by field: what is there now, and what is proposed. */
  difference: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  /** Actors that may be the same, for a new one. */
  similar: z.array(ActorSummary),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  reason: z.string().nullable(),
})
export type Proposal = z.infer<typeof Proposal>

const Message = z.string().trim().min(1).max(1_000).nullable().default(null)
const params = z.object({ id: Id })

export const proposalEndpoints = {
  list: {
    method: 'GET',
    path: '/api/proposals',
    query: PageQuery.extend({ state: z.enum(PROPOSAL_STATES).default('waiting') }),
    response: z.object({ items: z.array(Proposal), total: z.int() }),
  },
  /** One of the two: `actor` proposes a new one, `actorId` and `set` another value of some fields. */
  propose: {
    method: 'POST',
    path: '/api/proposals',
    body: z.union([
      z.object({ id: Id, actor: ActorInput, message: Message }),
      z.object({ id: Id, actorId: Id, set: ActorFields.partial(), message: Message }),
    ]),
    response: z.object({ id: Id }),
  },
  /** Writes it, as it is or with other values; the history names who proposed and who accepted. */
  accept: {
    method: 'POST',
    path: '/api/proposals/:id/accept',
    params,
    body: z.object({ set: ActorFields.partial().default({}) }),
    response: z.object({ actorId: Id, seq: z.int().nullable() }),
  },
  refuse: {
    method: 'POST',
    path: '/api/proposals/:id/refuse',
    params,
    body: z.object({ reason: z.string().trim().min(1).max(1_000) }),
    response: z.object({ id: Id }),
  },
} as const satisfies Record<string, Endpoint>
