import type { Endpoint, EndpointInput, EndpointResponse } from '#contract/endpoint'
import { toAddress } from './address.ts'
import { payloadOf, refusal, unreachable } from './errors.ts'
import { OWN_PAGE } from './own-page.ts'
import { reach } from './reach.ts'

type Parts = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }

/**
 * Calls a contract endpoint and parses what comes back. An aborted call throws the browser's `AbortError`;
 * everything else throws {@link ApiError}, with the server's code or `server_unreachable`, `unreadable_answer`.
 */
export async function call<const E extends Endpoint>(
  endpoint: E,
  input: EndpointInput<E>,
  { signal, fetch = globalThis.fetch }: { signal?: AbortSignal; fetch?: typeof globalThis.fetch } = {},
): Promise<EndpointResponse<E>> {
  const { params, query, body } = input as Parts
  const response = await fetch(toAddress(endpoint.path, params, query), {
    method: endpoint.method,
    ...(signal && { signal }),
    headers: { ...OWN_PAGE, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    reach.lost()
    throw unreachable(cause)
  })
  reach.found()
  const text = await response.text()
  if (!response.ok) throw refusal(response.status, text)
  const payload = response.status === 204 ? undefined : payloadOf(response.status, text)
  return endpoint.response.parse(payload) as EndpointResponse<E>
}
