import { beforeEach, expect, it } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { statusEndpoints } from '#contract/status'
import { toAddress, toSearch } from '#web/http/address.ts'
import { call } from '#web/http/call.ts'
import { codeOf } from '#web/http/errors.ts'
import { reach } from '#web/http/reach.ts'

const id = '0190a000-0000-7000-8000-000000000001'
const answering = (response: Response) => async () => response
const refusedWith = async (fetch: typeof globalThis.fetch) =>
  codeOf(await call(statusEndpoints.health, {}, { fetch }).catch((error: unknown) => error))

beforeEach(() => reach.found())

it('[WEB1] lists join with commas, true flags are written, what is absent or empty is not', () => {
  expect(
    toSearch({ family: ['A', 'B'], archived: true, q: undefined, commune: [], at: [3.1, 50.6, 12] }),
  ).toBe('?family=A,B&archived=true&at=3.1,50.6,12')
  expect(toSearch({})).toBe('')
  expect(toAddress('/api/actors/:id', { id: 'a/b' }, { q: 'é&=' })).toBe('/api/actors/a%2Fb?q=%C3%A9%26%3D')
})

it('[WEB2] a call sends what the endpoint says and parses what comes back', async () => {
  const seen: unknown[] = []
  const fetch = async (url: unknown, init?: RequestInit) => {
    seen.push(url, init?.method, init?.body)
    return Response.json({ changed: 2, seq: 7, secret: 'left out' })
  }
  const body = { ids: [id], action: 'verify' as const }
  const answer = await call(actorEndpoints.bulk, { body }, { fetch: fetch as typeof globalThis.fetch })
  expect(answer).toEqual({ changed: 2, seq: 7 })
  expect(seen).toEqual(['/api/actors/bulk', 'POST', JSON.stringify(body)])
})

it('[WEB3] every failure carries a stable code: the server’s own, or what the browser knows', async () => {
  const problem = { status: 404, code: 'actor_not_found', detail: 'No actor' }
  expect(await refusedWith(answering(Response.json(problem, { status: 404 })))).toBe('actor_not_found')
  expect(await refusedWith(answering(new Response('<h1>Bad gateway</h1>', { status: 502 })))).toBe(
    'unreadable_answer',
  )
  expect(await refusedWith(answering(new Response('<html>', { status: 200 })))).toBe('unreadable_answer')
  expect(await refusedWith(() => Promise.reject(new TypeError('Failed to fetch')))).toBe('server_unreachable')
})

it('[WEB4] losing the server is known at once, an aborted call is not a loss', async () => {
  const fetch = () => Promise.reject(new TypeError('Failed to fetch'))
  const aborted = AbortSignal.abort()
  await call(statusEndpoints.health, {}, { fetch, signal: aborted }).catch(() => {})
  expect(reach.isReached()).toBe(true)
  await call(statusEndpoints.health, {}, { fetch }).catch(() => {})
  expect(reach.isReached()).toBe(false)
  await call(statusEndpoints.health, {}, { fetch: answering(Response.json({ status: 'ok', version: '1' })) })
  expect(reach.isReached()).toBe(true)
})
