import type { FastifyInstance } from 'fastify'
import type { Endpoint, EndpointInput, EndpointResponse } from '#contract/endpoint'
import { call } from '#web/http/call.ts'

/** A browser of its own: it keeps the cookies that it is given, and sends them back. */
export function browserOn(app: FastifyInstance, headers: Record<string, string> = {}) {
  const jar = new Map<string, string>()

  async function send(url: string, { method = 'GET', body, ...more }: Sent = {}) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await app.inject({
      url,
      method: method as 'GET',
      headers: { host: 'localhost', ...(cookie && { cookie }), ...headers, ...more.headers },
      ...(body !== undefined && { payload: body }),
    })
    for (const { name, value, expires, maxAge } of reply.cookies) {
      const gone = maxAge === 0 || (expires !== undefined && expires.getTime() === 0)
      if (gone) jar.delete(name)
      else jar.set(name, value)
    }
    return reply
  }

  const fetch: typeof globalThis.fetch = async (url, init) => {
    const reply = await send(String(url), {
      method: init?.method ?? 'GET',
      headers: init?.headers as Record<string, string>,
      ...(init?.body && { body: init.body as string }),
    })
    return new Response(new Uint8Array(reply.rawPayload), { status: reply.statusCode })
  }
  return {
    jar,
    send,
    call: <const E extends Endpoint>(endpoint: E, input: EndpointInput<E>): Promise<EndpointResponse<E>> =>
      call(endpoint, input, { fetch }),
  }
}

type Sent = { method?: string; headers?: Record<string, string>; body?: string }
