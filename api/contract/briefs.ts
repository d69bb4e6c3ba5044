import { z } from 'zod'
import { ActorFilter } from './actors.ts'
import { Id } from './common.ts'
import type { Endpoint } from './endpoint.ts'
import { ACTOR_KINDS, APPROACHES, ENGAGEMENTS, Family, Public } from './nomenclature.ts'

/** What matrix, network and circles need of an actor to draw it among all the others. */
export const ActorBrief = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(ACTOR_KINDS),
  family: Family,
  typeId: z.string(),
  publics: z.array(Public),
  approaches: z.array(z.object({ approach: z.enum(APPROACHES), engagement: z.enum(ENGAGEMENTS) })),
  /** Of its places that the reader may see: longitude and latitude, in degrees. */
  points: z.array(z.tuple([z.number(), z.number()])),
  /** Passes the filter. The others are there because a tie, a body or an action names them. */
  filtered: z.boolean(),
})
export type ActorBrief = z.infer<typeof ActorBrief>

/** More are counted, not listed: a matrix or a network of more says nothing to anybody. */
export const BRIEFS_MAX = 5_000

export const briefEndpoints = {
  /** Every actor of a filter, by name, and those that ties, judgements, bodies, facilitators and actions name. */
  list: {
    method: 'GET',
    path: '/api/briefs',
    query: ActorFilter,
    response: z.object({ items: z.array(ActorBrief).max(2 * BRIEFS_MAX), total: z.int() }),
  },
} as const satisfies Record<string, Endpoint>

/** Tables that can be taken away as CSV. Community belonging stays out unless it is asked for. */
export const COOPERATION_TABLES = [
  'assessments',
  'ties',
  'bodies',
  'facilitators',
  'outreach',
  'publics',
] as const
export const cooperationExportPath = '/api/cooperation/export/:table'
export const CooperationExportQuery = z.object({ communityBelonging: z.stringbool().default(false) })
