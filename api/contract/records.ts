import { z } from 'zod'
import { Flag, Id, Instant } from './common.ts'
import type { Endpoint } from './endpoint.ts'

/** What people of a workspace write together, each saved, compared and undone field by field. */
export const RECORD_KINDS = ['reason', 'public', 'group', 'tie', 'body', 'facilitator', 'outreach'] as const
export const RecordKind = z.enum(RECORD_KINDS)
export type RecordKind = z.infer<typeof RecordKind>

/** An actor's part in something, in the words of that thing. */
export const involvementOf = <const R extends readonly [string, ...string[]]>(roles: R) =>
  z
    .array(z.object({ actorId: Id, role: z.enum(roles) }))
    .max(500)
    .refine((list) => new Set(list.map(({ actorId }) => actorId)).size === list.length, 'actor_twice')

const Kept = {
  id: Id,
  version: z.int(),
  archivedAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
}

/** A record as it is read: its fields and what the server keeps of it. */
export const recordOf = <F extends z.ZodRawShape>(fields: z.ZodObject<F>) => fields.extend(Kept)

const params = z.object({ id: Id })

/**
 * The six operations on a kind of record. A creation that is sent twice is one; the version of an update is the one that
 * was read: a later write to the same field refuses it with both values.
 */
export function recordEndpoints<F extends z.ZodRawShape, R extends z.ZodType, I extends z.ZodType>(
  path: `/${string}`,
  fields: z.ZodObject<F>,
  record: R,
  input: I,
) {
  const one = (act = ''): `/${string}` => `${path}/:id${act}`
  const saved = z.object({ record, seq: z.int().nullable() })
  return {
    list: { method: 'GET', path, query: z.object({ archived: Flag }), response: z.array(record) },
    get: { method: 'GET', path: one(), params, response: record },
    create: { method: 'POST', path, body: input, response: saved },
    update: {
      method: 'PATCH',
      path: one(),
      params,
      body: z.object({ version: z.int(), set: fields.partial() }),
      response: saved,
    },
    archive: { method: 'POST', path: one('/archive'), params, response: saved },
    restore: { method: 'POST', path: one('/restore'), params, response: saved },
  } as const satisfies Record<string, Endpoint>
}
