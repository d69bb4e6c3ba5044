import { z } from 'zod'
import { Id, PageQuery } from './common.ts'
import type { Endpoint } from './endpoint.ts'
import { Family } from './nomenclature.ts'

/** A public actor of another workspace that offers its own. */
export const SharedActor = z.object({
  workspaceId: Id,
  workspace: z.string(),
  id: Id,
  name: z.string(),
  family: Family,
  typeId: z.string(),
  communes: z.array(z.string()),
  /** It has been taken over here. */
  takenAs: Id.nullable(),
})
export type SharedActor = z.infer<typeof SharedActor>

export const sharingEndpoints = {
  list: {
    method: 'GET',
    path: '/api/shared/actors',
    query: PageQuery.extend({ q: z.string().trim().max(200).optional() }),
    response: z.object({ items: z.array(SharedActor), total: z.int() }),
  },
  /** Copies it into this workspace, with its origin. */
  take: {
    method: 'POST',
    path: '/api/shared/actors/take',
    body: z.object({ workspaceId: Id, id: Id }),
    response: z.object({ actorId: Id, seq: z.int().nullable() }),
  },
} as const satisfies Record<string, Endpoint>
