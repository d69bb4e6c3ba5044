import { describe, expect, it } from 'vitest'
import { anActor } from '../support/actors.ts'
import { startApp } from '../support/app.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

describe('refusals', () => {
  const cases: [string, string, RequestInit, number, string][] = [
    ['an unknown path', '/api/nothing', {}, 404, 'unknown_path'],
    ['a wrong id', '/api/actors/not-an-id', {}, 400, 'invalid_request'],
    ['a wrong query', '/api/actors?limit=0', {}, 400, 'invalid_request'],
    ['a wrong box', '/api/actors?bbox=1,2,3', {}, 400, 'invalid_request'],
    [
      'text that is not JSON',
      '/api/actors',
      { method: 'POST', body: '{"name":', headers: JSON_TYPE },
      400,
      'invalid_request',
    ],
    [
      'a body of the wrong shape',
      '/api/actors',
      { method: 'POST', body: '[]', headers: JSON_TYPE },
      400,
      'invalid_request',
    ],
    [
      'a body that is too large',
      '/api/actors',
      { method: 'POST', body: JSON.stringify({ name: 'x'.repeat(50_000_000) }), headers: JSON_TYPE },
      413,
      'body_too_large',
    ],
    [
      'a body of no known type',
      '/api/actors',
      { method: 'POST', body: '<a/>', headers: { 'content-type': 'text/xml' } },
      415,
      'invalid_request',
    ],
  ]
  it.each(cases)('[PRB1] %s has a stable code and no stack', async (_, url, init, status, code) => {
    const { fetch } = await startApp()
    const response = await fetch(url, init)
    const text = await response.text()
    expect([response.status, JSON.parse(text).code]).toEqual([status, code])
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(text).not.toMatch(/\bat .*\.(ts|js):\d+/)
  })

  it('[PRB2] another site may not send anything, nor another name be answered', async () => {
    const { fetch } = await startApp()
    const post = (headers: Record<string, string>) =>
      fetch('/api/actors', {
        method: 'POST',
        body: JSON.stringify(anActor()),
        headers: { ...JSON_TYPE, ...headers },
      })
    expect((await post({ origin: 'https://example.org' })).status).toBe(403)
    expect((await post({ host: 'maillage.example.org' })).status).toBe(403)
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await post({ origin: 'http://localhost' })).status).toBe(201)
  })

  it('[PRB3] OpenAPI describes every path that is served, and security headers are strict', async () => {
    const { fetch, app } = await startApp()
    const response = await fetch('/api/openapi.json')
    const { paths } = (await response.json()) as { paths: Record<string, object> }
    for (const path of [
      '/api/actors',
      '/api/actors/{id}',
      '/api/territories',
      '/api/imports',
      '/api/tiles/{layer}/{z}/{x}/{y}.mvt',
    ])
      expect(Object.keys(paths)).toContain(path)
    expect(app.printRoutes({ commonPrefix: false })).toContain('/api/openapi.json')
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/)
    expect(response.headers.get('content-security-policy')).not.toMatch(/unsafe/)
  })

  it('[PRB4] health answers without the database, readiness with it', async () => {
    const { fetch } = await startApp()
    expect(await (await fetch('/health')).json()).toMatchObject({ status: 'ok' })
    expect(await (await fetch('/ready')).json()).toMatchObject({ status: 'ready' })
  })
})
