import { connect } from 'node:net'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { serveInterface } from '#api/http/interface'
import { providerPaths } from '#contract/accounts'
import { startApp } from '../support/app.ts'
import { rowsAsOperator } from '../support/database.ts'
import { type Answer, ask, isRead, routesOf } from '../support/sweep.ts'

const HTTPS = 'https://maillage.example.org'
const SITES = [
  ['http, on a local network', undefined, 'localhost'],
  ['http, under a name', 'http://maillage.example.org', 'maillage.example.org'],
  ['https', HTTPS, 'maillage.example.org'],
] as const

const CONTENT_SECURITY =
  "default-src 'none';script-src 'self';worker-src 'self' blob:;style-src 'self';img-src 'self' data: blob:;connect-src 'self';font-src 'self';manifest-src 'self';form-action 'self';base-uri 'none';object-src 'none';frame-ancestors 'none'"

/** What each answer carries, but tiles. */
const common = (secure: boolean) => ({
  'content-security-policy': CONTENT_SECURITY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  ...(secure && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
})

/** What a tile carries, which is no page, and its refusals. */
const lean = (secure: boolean) => ({
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  ...(secure && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
})

const SECURITY = /^(content-security|x-|referrer|cross-origin|strict|server|permissions)/

const securityOf = ({ headers }: Answer, names: object) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => SECURITY.test(name) && name in names))

async function startSite(publicUrl: string | undefined, host: string) {
  const app = await startApp({ publicUrl })
  await serveInterface(app.app)
  const name = publicUrl?.startsWith('https:') ? '__Host-maillage' : 'maillage'
  const who = { headers: { host, cookie: `${name}=${app.token}`, 'x-maillage': '1' } }
  const get = (url: string, headers = {}) => ask(app, who, { method: 'GET', url, headers })
  return { app, who, get, host }
}

/** A text that the database, the runtime or this code would say of itself. */
const INTERNALS =
  /\bat .+:\d+:\d+|node_modules|SELECT |INSERT |UPDATE |relation "|column "|PostgresError|Drizzle|postgres:|\/api\/features\//

describe.each(SITES)('headers over %s', (_, publicUrl, host) => {
  const secure = publicUrl?.startsWith('https:') ?? false

  it('[SWP6] every page, answer, file and refusal carries the same strict headers', async () => {
    const { get } = await startSite(publicUrl, host)
    const names = common(secure)
    for (const url of [
      '/',
      '/members',
      '/icon.svg',
      '/api/actors',
      '/api/tiles/actors.json',
      '/api/openapi.json',
      '/api/nothing',
      '/api/actors?limit=0',
      '/api/actors/00000000-0000-7000-8000-0000000000ff',
      '/health',
    ]) {
      const answer = await get(url)
      expect([url, securityOf(answer, names)]).toEqual([url, names])
      for (const name of [
        'server',
        'x-powered-by',
        'access-control-allow-origin',
        ...(secure ? [] : ['strict-transport-security']),
      ])
        expect([url, answer.headers[name]]).toEqual([url, undefined])
      expect(answer.headers['content-security-policy']).not.toMatch(/unsafe-|upgrade-insecure|\*|https?:/)
      expect(answer.body).not.toMatch(INTERNALS)
    }
    for (const url of [
      '/api/tiles/actors/0/0/0.mvt',
      '/api/tiles/actors/0/9/9.mvt',
      '/api/tiles/x/0/0/0.mvt',
    ])
      expect([url, (await get(url)).headers]).toEqual([url, expect.objectContaining(lean(secure))])
    const tile = await get('/api/tiles/actors/0/0/0.mvt')
    expect(tile.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-type': 'application/vnd.mapbox-vector-tile',
      'cache-control': 'private, max-age=0, must-revalidate',
    })
  })

  it('[SWP6] the cookie of a session cannot be read by a script, nor sent elsewhere', async () => {
    const { app } = await startSite(publicUrl, host)
    const secret = 'lien-public-de-cet-espace-ci'
    await rowsAsOperator(app.database, sql`UPDATE workspaces SET public_link = ${secret}`)
    const visit = { method: 'POST', url: '/api/session/visit', body: { secret } }
    const signed = await ask(app, { headers: { host, 'x-maillage': '1' } }, visit)
    expect(signed.statusCode).toBe(201)
    const [cookie] = [signed.headers['set-cookie']].flat()
    expect(cookie).toMatch(secure ? /^__Host-maillage=[\w-]{43}; / : /^maillage=[\w-]{43}; /)
    const attributes = cookie!.split('; ').slice(1)
    expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'SameSite=Lax']))
    expect(attributes.includes('Secure')).toBe(secure)
    expect(cookie).not.toMatch(/Domain/i)
  })
})

describe('answers', () => {
  it('[SWP6] what is private is kept by no cache', async () => {
    const app = await startApp()
    for (const { path, method } of (await routesOf(app)).filter(isRead)) {
      if (path.includes('{') || /^\/api\/provider|openapi/.test(path)) continue
      const { headers, statusCode } = await ask(app, app, {
        method,
        url: `${path}?q=lille&name=lille&entityId=${app.accountId}`,
      })
      if (statusCode < 300) expect([path, headers['cache-control']]).toEqual([path, 'no-store'])
    }
    const file = await ask(app, app, { method: 'GET', url: '/api/actors/export/csv' })
    expect(file.headers['cache-control']).toBe('no-store')
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/)
  })

  it('[SWP7] what is too large, of another type or malformed is refused by name, and says nothing of the inside', async () => {
    const app = await startApp()
    const json = { 'content-type': 'application/json' }
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
    const cases: [object, number][] = [
      [{ payload: JSON.stringify({ name: 'x'.repeat(1_100_000) }), headers: json }, 413],
      [{ payload: deep, headers: json }, 400],
      [{ payload: '<a/>', headers: { 'content-type': 'text/xml' } }, 415],
      [{ payload: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
      [{ payload: 'x', headers: { 'content-type': 'text/plain' } }, 400],
      [{ payload: '{"name":', headers: json }, 400],
      [{ payload: '', headers: json }, 400],
      [{ payload: '[]', headers: { 'content-type': 'application/json; charset=utf-16' } }, 400],
    ]
    for (const [request, status] of cases) {
      const answer = await app.app.inject({
        method: 'POST',
        url: '/api/actors',
        ...request,
        headers: { host: 'localhost', ...app.headers, ...(request as { headers: object }).headers },
      })
      expect([answer.body.slice(0, 200), answer.statusCode]).toEqual([expect.any(String), status])
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.body).not.toMatch(INTERNALS)
    }
  })

  it('[SWP7] headers that are too large and bodies that are too slow are given up, and others are still answered', async () => {
    const { app } = await startApp()
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as { port: number }
    const said = (text: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(text))
        let heard = ''
        socket.on('data', (chunk) => {
          heard += chunk
        })
        socket.on('close', () => resolve(heard))
        socket.on('error', () => resolve(heard))
      })
    const large = `GET /health HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncookie: ${'x'.repeat(40_000)}\r\n\r\n`
    expect(await said(large)).toMatch(/^HTTP\/1.1 431 /)
    expect(
      await said(
        'POST /api/actors HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      ),
    ).toMatch(/^HTTP\/1.1 400 /)
    expect(app.server.headersTimeout).toBeLessThanOrEqual(60_000)
    expect(app.server.requestTimeout).toBeGreaterThan(0)
    expect(app.server.requestTimeout).toBeLessThanOrEqual(900_000)
    const slow = connect(port, '127.0.0.1', () =>
      slow.write(
        'POST /api/session HTTP/1.1\r\nhost: localhost\r\nx-maillage: 1\r\ncontent-length: 500\r\n\r\n{',
      ),
    )
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
    slow.destroy()
  })

  it('[SWP7] no folder is listed, no file of the repository is served, and TRACE is not answered', async () => {
    const { get, app, who } = await startSite(undefined, 'localhost')
    for (const url of [
      '/.git/config',
      '/package.json',
      '/.env',
      '/assets/',
      '/assets/../package.json',
      '/api/app.ts',
    ]) {
      const { body, statusCode, headers } = await get(url)
      const isPage = statusCode === 200 && String(headers['content-type']).startsWith('text/html')
      expect([url, isPage || statusCode === 404 || statusCode === 403]).toEqual([url, true])
      expect(body).not.toMatch(/"dependencies"|\[core\]|buildApp|Index of/)
    }
    expect((await ask(app, who, { method: 'TRACE', url: '/api/me' })).statusCode).toBe(404)
  })

  it('[SWP8] nobody is sent to another site', async () => {
    const provider = {
      issuer: 'http://127.0.0.1:9',
      clientId: 'id',
      clientSecret: 'secret',
      name: 'Fournisseur',
      scope: 'openid',
    }
    for (const options of [{}, { provider }]) {
      const app = await startApp(options)
      const elsewhere = [
        'https://example.org',
        '//example.org',
        '/\\example.org',
        '/%5cexample.org',
        'javascript:alert(1)',
      ]
      for (const path of Object.values(providerPaths))
        for (const target of elsewhere)
          for (const name of ['returnTo', 'state', 'next', 'url', 'redirect_uri', 'iss']) {
            const url = `${path}?${name}=${encodeURIComponent(target)}`
            for (const headers of [
              {},
              { referer: 'https://example.org/' },
              { 'x-forwarded-host': 'example.org' },
            ]) {
              const { statusCode, headers: said } = await ask(app, app, { method: 'GET', url, headers })
              expect([url, statusCode]).toEqual([url, 303])
              expect([url, said.location]).toEqual([
                url,
                expect.stringMatching(/^\/(sign-in(\?problem=\w+)?)?$/),
              ])
            }
          }
      for (const url of ['//example.org', '/\\example.org', '/%2f%2fexample.org', '/..//example.org']) {
        const { statusCode, headers } = await ask(app, app, { method: 'GET', url })
        expect([url, statusCode, headers.location]).toEqual([url, 404, undefined])
      }
    }
  })
})
