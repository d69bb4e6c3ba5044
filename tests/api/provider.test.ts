import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { accountEndpoints, PROVIDER_PROBLEMS, providerPaths } from '#contract/accounts'
import en from '#web/i18n/en/errors.ts'
import fr from '#web/i18n/fr/errors.ts'
import { MONDAY_10AM, startApp } from '../support/app.ts'
import { browserOn } from '../support/cookie-jar.ts'
import { rowsAsOperator } from '../support/database.ts'
import { FOREIGN_KEY, startIdentityProvider } from '../support/oidc-provider.ts'

type Options = Parameters<typeof startIdentityProvider>[0]

async function start(options: Options = {}) {
  const identity = await startIdentityProvider(options)
  const clock = { now: MONDAY_10AM }
  const started = await startApp({ now: () => clock.now, provider: identity.settings })
  const browser = () => {
    const own = browserOn(started.app)
    const go = async (url: string) => {
      const reply = await own.send(url, { headers: { 'sec-fetch-site': 'cross-site' } })
      expect(reply.statusCode).toBe(303)
      expect(reply.headers['cache-control']).toBe('no-store')
      return reply.headers.location!
    }
    /** Up to what the provider sends back with. */
    const leaveFor = async (returnTo?: string) =>
      identity.visit(
        await go(
          `${providerPaths.start}${returnTo === undefined ? '' : `?returnTo=${encodeURIComponent(returnTo)}`}`,
        ),
      )
    const enter = async (returnTo?: string) => go(await leaveFor(returnTo))
    return { ...own, go, leaveFor, enter, me: () => own.call(accountEndpoints.me, {}) }
  }
  const count = async (table: 'accounts' | 'identities' | 'sessions') => {
    const [row] = await rowsAsOperator<{ n: number }>(
      started.database,
      sql`SELECT count(*)::int AS n FROM ${sql.identifier(table)}`,
    )
    return row!.n
  }
  return { ...started, ...identity, clock, browser, count }
}

const problemPage = (code: string) => `/sign-in?problem=${code}`

it('[OIDC1] a new identity gets an account in no workspace, with what the provider tells, and goes back to its page', async () => {
  const { browser, state, count } = await start()
  state.person = { sub: 'p1', given_name: 'Aïcha', usual_name: 'Lebrun', email: 'Aicha@Example.org' }
  const one = browser()
  expect(await one.enter('/sites/map?territory=1#here')).toBe('/sites/map?territory=1#here')
  const me = await one.me()
  expect(me).toMatchObject({
    account: { name: 'Aïcha Lebrun', email: 'aicha@example.org', hasPassword: false },
    role: null,
    workspace: null,
    workspaces: [],
    server: { provider: 'ProConnect' },
  })
  await expect(one.call(accountEndpoints.sessions, {})).rejects.toMatchObject({
    problem: { code: 'forbidden' },
  })
  const accounts = await count('accounts')
  state.person = { sub: 'p1', given_name: 'Autre', email: 'nouvelle@example.org' }
  const again = browser()
  expect(await again.enter()).toBe('/')
  expect((await again.me()).account).toEqual(me.account)
  expect(await count('accounts')).toBe(accounts)
})

it('[OIDC2] ProConnect is asked what it documents and nothing else: no PKCE, long state and nonce, the factors', async () => {
  const { browser, state } = await start()
  await browser().enter()
  const [asked] = state.asked
  expect(Object.fromEntries(asked!)).toEqual({
    response_type: 'code',
    client_id: 'maillage',
    redirect_uri: 'http://localhost/api/provider/back',
    scope: 'openid given_name usual_name email',
    claims: '{"id_token":{"amr":{"essential":true}}}',
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
  })
})

it('[OIDC2] a provider that knows PKCE is sent a challenge', async () => {
  const { browser, state } = await start({ pkce: true, signedUserinfo: false })
  const one = browser()
  expect(await one.enter()).toBe('/')
  expect((await one.me()).account).not.toBeNull()
  expect(state.asked[0]!.get('code_challenge_method')).toBe('S256')
})

it('[OIDC2] the factors that the provider checked are noted', async () => {
  const { browser, database } = await start()
  await browser().enter()
  const rows = await rowsAsOperator<{ detail: unknown }>(
    database,
    sql`SELECT detail FROM security_events WHERE kind = 'signed_in'`,
  )
  expect(rows.map(({ detail }) => detail)).toContainEqual({
    by: 'provider',
    awaitsPasskey: false,
    strong: true,
  })
})

it('[OIDC3] an equal e-mail address never leads to an account', async () => {
  const { browser, state, as } = await start()
  const { accountId } = await as('administrator')
  const email = `${accountId}@example.org`
  for (const told of [email, email.toUpperCase()]) {
    state.person = { sub: `imposter ${told}`, given_name: 'Im', usual_name: 'Posteur', email: told }
    const one = browser()
    await one.enter()
    const { account, role } = await one.me()
    expect(role).toBeNull()
    expect(account!.id).not.toBe(accountId)
    expect(account!.email).toBeNull()
  }
})

it('[OIDC3] an address that the provider does not vouch for is not kept', async () => {
  const { browser, state } = await start()
  state.person = { sub: 'p1', email: 'victime@example.org', email_verified: false }
  const one = browser()
  await one.enter()
  expect((await one.me()).account).toMatchObject({ email: null })
})

it('[OIDC3] the same subject at another issuer is somebody else', async () => {
  const { browser, database, state, count } = await start()
  await browser().enter()
  await rowsAsOperator(database, sql`UPDATE identities SET issuer = 'https://other.example.org'`)
  await browser().enter()
  expect(await count('identities')).toBe(2)
  expect(state.person.sub).toBe('personne-1')
})

it('[OIDC4] an answer is taken once, within ten minutes, in the browser that asked', async () => {
  const { browser, clock, count } = await start()
  const sessions = await count('sessions')
  const one = browser()
  const answer = await one.leaveFor()
  expect(await browser().go(answer)).toBe(problemPage('provider_over'))
  const other = browser()
  await other.leaveFor()
  expect(await other.go(answer)).toBe(problemPage('provider_over'))
  expect(await one.go(answer)).toBe('/')
  expect(await one.go(answer)).toBe(problemPage('provider_over'))

  const late = browser()
  const lateAnswer = await late.leaveFor()
  clock.now = new Date(clock.now.getTime() + 10 * 60_000)
  expect(await late.go(lateAnswer)).toBe(problemPage('provider_over'))
  expect(await count('sessions')).toBe(sessions + 1)
})

it('[OIDC4] a forged, missing or repeated state, or a forged code, enters nowhere', async () => {
  const { browser, count } = await start()
  const sessions = await count('sessions')
  const forged: [string, (answer: URL) => void][] = [
    ['provider_over', ({ searchParams }) => searchParams.set('state', 'x'.repeat(43))],
    ['provider_over', ({ searchParams }) => searchParams.delete('state')],
    ['provider_over', ({ searchParams }) => searchParams.append('state', 'x'.repeat(43))],
    [
      'provider_over',
      ({ searchParams }) => {
        for (const name of [...searchParams.keys()]) searchParams.delete(name)
      },
    ],
    ['provider_answer_refused', ({ searchParams }) => searchParams.set('code', 'x'.repeat(43))],
    ['provider_answer_refused', ({ searchParams }) => searchParams.append('code', 'x')],
    ['provider_answer_refused', ({ searchParams }) => searchParams.set('iss', 'https://evil.example')],
  ]
  for (const [code, forge] of forged) {
    const one = browser()
    const answer = new URL(await one.leaveFor(), 'http://localhost')
    forge(answer)
    expect(await one.go(answer.pathname + answer.search)).toBe(problemPage(code))
  }
  expect(await count('sessions')).toBe(sessions)
})

it('[OIDC5] an ID token with another nonce, audience, issuer, key, algorithm or past date is refused', async () => {
  const { browser, state, count } = await start()
  const sessions = await count('sessions')
  const past = Math.floor(Date.now() / 1000) - 3_600
  const lies: NonNullable<typeof state.idToken>[] = [
    (claims, sign) => sign({ ...claims, nonce: 'x'.repeat(43) }),
    ({ nonce: _, ...claims }, sign) => sign(claims),
    (claims, sign) => sign({ ...claims, aud: 'another-client' }),
    (claims, sign) => sign({ ...claims, aud: ['maillage', 'another-client'], azp: 'another-client' }),
    (claims, sign) => sign({ ...claims, iss: 'https://evil.example' }),
    (claims, sign) => sign(claims, FOREIGN_KEY),
    (claims, sign) => sign(claims, undefined, 'none'),
    (claims, sign) => sign(claims, undefined, 'HS256'),
    (claims, sign) => sign({ ...claims, exp: past }),
    (claims, sign) => sign({ ...claims, sub: 'somebody-else' }),
  ]
  for (const lie of lies) {
    state.idToken = lie
    expect(await browser().enter()).toBe(problemPage('provider_answer_refused'))
  }
  expect(await count('sessions')).toBe(sessions)
  // The same key and claims pass: what was refused above is the lie.
  state.idToken = (claims, sign) => sign(claims)
  expect(await browser().enter()).toBe('/')
})

it('[OIDC5] signed userinfo of another key, audience, issuer or person is refused', async () => {
  const { browser, state } = await start()
  const lies: NonNullable<typeof state.userinfo>[] = [
    (claims, sign) => sign(claims, FOREIGN_KEY),
    (claims, sign) => sign(claims, undefined, 'none'),
    (claims, sign) => sign({ ...claims, aud: 'another-client' }),
    (claims, sign) => sign({ ...claims, iss: 'https://evil.example' }),
    (claims, sign) => sign({ ...claims, sub: 'somebody-else' }),
  ]
  for (const lie of lies) {
    state.userinfo = lie
    expect(await browser().enter()).toBe(problemPage('provider_answer_refused'))
  }
  state.userinfo = (claims, sign) => sign(claims)
  expect(await browser().enter()).toBe('/')
})

it('[OIDC6] giving up at the provider is said on the sign-in page', async () => {
  const { browser, state } = await start()
  state.givesUp = true
  expect(await browser().enter()).toBe(problemPage('provider_refused'))
})

it('[OIDC6] without its provider the server goes on, and finds it again when it is back', async () => {
  const { browser, stop, restart, as } = await start()
  await stop()
  const one = browser()
  expect(await one.go(providerPaths.start)).toBe(problemPage('provider_unreachable'))
  expect(await one.me()).toMatchObject({ account: null, server: { provider: 'ProConnect' } })
  await as('contributor')
  await restart()
  const answer = await one.leaveFor()
  await stop()
  expect(await one.go(answer)).toBe(problemPage('provider_unreachable'))
  await restart()
  expect(await one.enter()).toBe('/')
})

it('[OIDC6] where there is no provider, its addresses lead to the sign-in page', async () => {
  const { app } = await startApp()
  for (const path of [providerPaths.start, `${providerPaths.back}?code=a&state=b`]) {
    const { statusCode, headers } = await app.inject({ url: path, headers: { host: 'localhost' } })
    expect([statusCode, headers.location]).toEqual([
      303,
      expect.stringMatching(/^\/sign-in\?problem=provider_(absent|over)$/),
    ])
  }
})

it('[OIDC6] the sign-in page has a sentence for every reason', () => {
  for (const { code } of [fr, en])
    expect(Object.keys(code)).toEqual(expect.arrayContaining([...PROVIDER_PROBLEMS]))
})

it('[OIDC7] after signing in one is only sent back to a page of this site', async () => {
  const { browser } = await start()
  for (const evil of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/%2Fevil.example',
    '/api/provider/leave',
  ])
    expect(await browser().enter(evil)).toBe('/')
})

it('[OIDC8] signing out at the provider ends the session here, says whose it was and comes back', async () => {
  const { browser, issuer } = await start()
  const one = browser()
  await one.enter()
  const own = (url: string) => one.send(url, { headers: { 'sec-fetch-site': 'same-origin' } })
  expect(
    (await one.send(providerPaths.leave, { headers: { 'sec-fetch-site': 'cross-site' } })).headers.location,
  ).toBe('/')
  expect((await one.me()).account).not.toBeNull()

  const there = new URL((await own(providerPaths.leave)).headers.location!)
  expect(there.origin).toBe(issuer)
  expect([...there.searchParams.keys()].sort()).toEqual([
    'id_token_hint',
    'post_logout_redirect_uri',
    'state',
  ])
  expect(there.searchParams.get('state')).toMatch(/^[\w-]{43}$/)
  expect((await fetch(there)).status).toBe(200)
  expect((await one.me()).account).toBeNull()
  expect((await own(providerPaths.leave)).headers.location).toBe('/sign-in')
})
