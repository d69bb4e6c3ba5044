import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { type Action, can, type Role } from '#api/domain/permissions'
import type { Endpoint, EndpointRequest } from '#contract/endpoint'
import { forbidden } from './problems.ts'

declare module 'fastify' {
  interface FastifyRequest {
    role: Role
    /** Shown in the history of what this request writes. */
    author: string
    workspaceId: string
  }
}

/** Who asks: what a handler needs to know of the request beside its input. */
export type Caller = Pick<FastifyRequest, 'role' | 'author' | 'workspaceId'>

const guard = (action: Action) => async (request: FastifyRequest) => {
  if (!can(request.role, action)) throw forbidden(action)
}

/** Registers one contract endpoint behind one named permission. A creation answers 201, anything else 200. */
export function serve<const E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  action: Action,
  handle: (request: EndpointRequest<E> & { caller: Caller }) => Promise<z.input<E['response']>>,
): void {
  const { method, path, params, query, body, response } = endpoint
  const status = method === 'POST' && !path.includes('/:') ? 201 : 200
  app.route({
    method,
    url: path,
    schema: {
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...(body && { body }),
      response: { [status]: response },
    },
    onRequest: guard(action),
    handler: async (request, reply) => {
      reply.code(status).header('cache-control', 'no-store')
      return handle({
        params: request.params,
        query: request.query,
        body: request.body,
        caller: request,
      } as unknown as EndpointRequest<E> & { caller: Caller })
    },
  })
}

/** The sibling of {@link serve} for what is not JSON: files, tiles, streams. It still names its permission. */
export function serveRaw<Params extends z.ZodType, Query extends z.ZodType>(
  app: FastifyInstance,
  route: {
    method: 'GET' | 'POST'
    path: string
    params?: Params
    query?: Query
    bodyLimit?: number
    helmet?: false
  },
  action: Action,
  handle: (
    request: FastifyRequest & { params: z.output<Params>; query: z.output<Query> },
    reply: FastifyReply,
  ) => Promise<unknown>,
): void {
  app.route({
    method: route.method,
    url: route.path,
    ...(route.bodyLimit && { bodyLimit: route.bodyLimit }),
    ...(route.helmet === false && { helmet: false }),
    schema: {
      ...(route.params && { params: route.params }),
      ...(route.query && { querystring: route.query }),
    },
    onRequest: guard(action),
    handler: (request, reply) => handle(request as never, reply),
  })
}
