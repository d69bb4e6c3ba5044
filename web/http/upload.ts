import type { z } from 'zod'
import type { Endpoint, EndpointResponse } from '#contract/endpoint'
import { toAddress } from './address.ts'
import { payloadOf, refusal, unreachable } from './errors.ts'
import { OWN_PAGE } from './own-page.ts'
import { reach } from './reach.ts'

/**
 * Sends a file as the body of an endpoint. `onProgress` gets the sent part, 0 to 1: `fetch` cannot tell it,
 * so this is XMLHttpRequest. Rejects like `call`; an aborted upload rejects with the signal's reason.
 */
export function upload<const E extends Endpoint & { query: z.ZodType }>(
  endpoint: E,
  query: z.input<E['query']>,
  file: Blob,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (part: number) => void } = {},
): Promise<EndpointResponse<E>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(endpoint.method, toAddress(endpoint.path, {}, query as Record<string, unknown>))
    request.setRequestHeader('content-type', 'application/octet-stream')
    for (const [name, value] of Object.entries(OWN_PAGE)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0)
    request.onabort = () => reject(signal?.reason)
    request.onerror = () => {
      reach.lost()
      reject(unreachable('upload failed'))
    }
    request.onload = () => {
      reach.found()
      const { status, responseText } = request
      if (status < 200 || status >= 300) return reject(refusal(status, responseText))
      try {
        resolve(endpoint.response.parse(payloadOf(status, responseText)) as EndpointResponse<E>)
      } catch (error) {
        reject(error)
      }
    }
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}
