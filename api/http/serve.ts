import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Action } from '#api/domain/permissions'
import type { Endpoint, EndpointRequest } from '#contract/endpoint'
import { type Caller, mayCall } from './caller.ts'
import { forbidden, signInNeeded } from './problems.ts'

const guard =
  (action: Action) =>
  async ({ caller }: FastifyRequest) => {
    if (mayCall(caller, action)) return
    throw caller.role === null && !caller.accountId ? signInNeeded() : forbidden(action)
  }

/** Who asks, and the raw exchange for what sets cookies or reads headers. */
export type Asked = { caller: Caller; request: FastifyRequest; reply: FastifyReply }

/** Registers one contract endpoint behind one named permission. A creation answers 201, anything else 200. */
export function serve<const E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  action: Action,
  handle: (input: EndpointRequest<E> & Asked) => Promise<z.input<E['response']>>,
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
    config: { action },
    onRequest: guard(action),
    handler: async (request, reply) => {
      reply.code(status).header('cache-control', 'no-store')
      return handle({
        params: request.params,
        query: request.query,
        body: request.body,
        caller: request.caller,
        request,
        reply,
      } as unknown as EndpointRequest<E> & Asked)
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
    config: { action },
    onRequest: guard(action),
    handler: (request, reply) => handle(request as never, reply),
  })
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a caller must be allowed to do. */
    action?: Action
  }
}
