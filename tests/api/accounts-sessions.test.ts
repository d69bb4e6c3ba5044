import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { accountEndpoints } from '#contract/accounts'
import { actorEndpoints } from '#contract/actors'
import { memberEndpoints } from '#contract/members'
import { clock, givePasskey, joined, PASSWORD, refusalOf, signInWith } from '../support/accounts.ts'
import { startApp } from '../support/app.ts'
import { browserOn } from '../support/cookie-jar.ts'
import { rowsAsOperator } from '../support/database.ts'

const EMAIL = 'camille@example.org'
type Browser = ReturnType<typeof browserOn>

const meOf = (browser: Pick<Browser, 'call'>) => browser.call(accountEndpoints.me, {})
const nameOf = async (browser: Pick<Browser, 'call'>) => (await meOf(browser)).account?.name ?? null
const reads = (browser: Pick<Browser, 'call'>) => refusalOf(browser.call(actorEndpoints.list, { query: {} }))

/** Another browser that somehow holds the same cookies. */
const copyOf = (app: Awaited<ReturnType<typeof startApp>>, { jar }: Pick<Browser, 'jar'>) => {
  const copy = browserOn(app.app)
  for (const [name, value] of jar) copy.jar.set(name, value)
  return copy
}

describe('sessions', () => {
  it('[ACC10] a cookie that is replayed after the sign-out, or forged, opens nothing', async () => {
    const app = await startApp()
    const own = await joined(app, 'contributor', EMAIL)
    const thief = copyOf(app, own)
    expect(await nameOf(thief)).toBe('Camille Durand')
    await own.call(accountEndpoints.signOut, {})
    expect(own.jar.size).toBe(0)
    expect([await nameOf(thief), await reads(thief)]).toEqual([null, '401 sign_in_needed'])
    for (const forged of ['', 'x', 'a'.repeat(43), "' OR true --", own.id]) {
      thief.jar.set('maillage', encodeURIComponent(forged))
      expect([await nameOf(thief), await reads(thief)]).toEqual([null, '401 sign_in_needed'])
    }
  })

  it('[ACC11] a session ends after eight hours without use and after seven days, and stays over', async () => {
    const time = clock()
    const app = await startApp({ now: time.now })
    const own = await joined(app, 'contributor', EMAIL)
    const thief = copyOf(app, own)
    time.pass(7.9, 'hours')
    expect(await nameOf(own)).toBe('Camille Durand')
    time.pass(8.1, 'hours')
    expect(await nameOf(thief)).toBe(null)
    time.pass(-10, 'minutes')
    expect(await nameOf(thief)).toBe(null)

    await signInWith(own, EMAIL)
    for (let n = 0; n < 27; n++) {
      time.pass(6, 'hours')
      expect(await nameOf(own)).toBe('Camille Durand')
    }
    time.pass(6.1, 'hours')
    expect(await reads(own)).toBe('401 sign_in_needed')
    time.pass(-10, 'minutes')
    expect(await reads(own)).toBe('401 sign_in_needed')
  })

  it('[ACC12] a clock that goes back a few minutes ends no session and breaks nothing', async () => {
    const time = clock()
    const app = await startApp({ now: time.now })
    const own = await joined(app, 'contributor', EMAIL)
    time.pass(-4, 'minutes')
    expect(await nameOf(own)).toBe('Camille Durand')
    expect(await refusalOf(signInWith(browserOn(app.app), EMAIL))).toBe('accepted')
  })

  it('[ACC13] signing in opens a new session and ends the one that the browser had', async () => {
    const app = await startApp()
    await joined(app, 'contributor', EMAIL)
    const victim = browserOn(app.app)
    victim.jar.set('maillage', 'a'.repeat(43))
    await signInWith(victim, EMAIL)
    const first = copyOf(app, victim)
    expect(first.jar.get('maillage')).not.toBe('a'.repeat(43))
    await signInWith(victim, EMAIL)
    expect(victim.jar.get('maillage')).not.toBe(first.jar.get('maillage'))
    expect([await nameOf(victim), await nameOf(first)]).toEqual(['Camille Durand', null])
  })

  it('[ACC14] of two tabs, one signs out: the other is refused, then anonymous', async () => {
    const app = await startApp()
    const tab = await joined(app, 'contributor', EMAIL)
    expect(await reads(tab)).toBe('accepted')
    await tab.call(accountEndpoints.signOut, {})
    expect(await reads(tab)).toBe('401 sign_in_needed')
    expect(await meOf(tab)).toMatchObject({ account: null, workspace: null, role: null })
    expect(await refusalOf(tab.call(accountEndpoints.signOut, {}))).toBe('accepted')
  })

  it('[ACC15] sessions are listed to their owner, and one that is ended opens nothing from then on', async () => {
    const app = await startApp()
    const own = await joined(app, 'contributor', EMAIL)
    const phone = browserOn(app.app, {
      'user-agent': 'Mozilla/5.0 (Android 16; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0',
    })
    await signInWith(phone, EMAIL)
    const listed = await own.call(accountEndpoints.sessions, {})
    expect(listed.map(({ device, current }) => [device, current]).sort()).toEqual([
      ['', true],
      ['Firefox, Android', false],
    ])
    const { id } = listed.find(({ current }) => !current)!
    expect(await refusalOf(app.call(accountEndpoints.endSession, { params: { id } }))).toBe(
      '404 session_not_found',
    )
    await own.call(accountEndpoints.endSession, { params: { id } })
    expect([await nameOf(phone), await nameOf(own)]).toEqual([null, 'Camille Durand'])
  })

  it('[ACC16] who has a passkey and answers for a workspace shows it before anything else', async () => {
    const app = await startApp()
    const own = await joined(app, 'manager', EMAIL)
    await givePasskey(app, own.id)
    const browser = browserOn(app.app)
    const me = await signInWith(browser, EMAIL)
    expect(me).toMatchObject({ role: null, secondFactor: 'pending', workspaces: [], account: { id: own.id } })
    const workspaceId = (await meOf(own)).workspace!.id
    const refused = await Promise.all([
      reads(browser),
      refusalOf(browser.call(accountEndpoints.chooseWorkspace, { body: { workspaceId } })),
      refusalOf(
        browser.call(accountEndpoints.setPassword, { body: { current: PASSWORD, password: `${PASSWORD}!` } }),
      ),
      refusalOf(browser.call(accountEndpoints.createToken, { body: { name: 'x' } })),
      refusalOf(browser.call(accountEndpoints.sessions, {})),
      refusalOf(browser.call(accountEndpoints.erase, { body: { password: PASSWORD } })),
    ])
    expect(new Set(refused)).toEqual(new Set(['403 forbidden']))
    expect((await meOf(own)).secondFactor).toBe('done')
    expect(await refusalOf(browser.call(accountEndpoints.signOut, {}))).toBe('accepted')
  })

  it('[ACC17] of a session, a token or a password only a hash is kept', async () => {
    const app = await startApp()
    const own = await joined(app, 'contributor', EMAIL)
    const { token } = await own.call(accountEndpoints.createToken, { body: { name: 'Tableur' } })
    const tables = [
      'sessions',
      'access_tokens',
      'accounts',
      'challenges',
      'attempts',
      'security_events',
      'invitations',
    ]
    const kept = await Promise.all(
      tables.map((table) =>
        rowsAsOperator<{ row: string }>(app.database, sql.raw(`SELECT t::text AS row FROM ${table} t`)),
      ),
    )
    const text = kept
      .flat()
      .map(({ row }) => row)
      .join('\n')
    expect(text).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
    for (const secret of [own.jar.get('maillage')!, token, PASSWORD]) {
      expect(text).not.toContain(secret)
      expect(text).not.toContain(Buffer.from(secret).toString('hex'))
    }
  })

  it('[ACC18] the cookie is out of reach of scripts and of other sites, and bound to this host under TLS', async () => {
    const plain = await startApp({ demo: true })
    const role = { method: 'POST', body: '{"role":"manager"}' }
    const headers = { 'x-maillage': '1', 'content-type': 'application/json' }
    const enter = async (app: typeof plain.app) =>
      (await browserOn(app, headers).send('/api/session/demo', role)).headers['set-cookie']
    expect(await enter(plain.app)).toMatch(
      /^maillage=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/,
    )
    const secure = await startApp({ demo: true, publicUrl: 'https://maillage.example.org' })
    expect(await enter(secure.app)).toMatch(
      /^__Host-maillage=[\w-]{43}; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/,
    )
  })
})

it('[ACC31] who is refused an action is noted, without what they sent', async () => {
  const app = await startApp()
  const contributor = await app.as('contributor')
  await contributor.call(memberEndpoints.invitations, {}).catch(() => {})
  const events = () =>
    rowsAsOperator(
      app.database,
      sql`SELECT account_id AS id, detail FROM security_events WHERE kind = 'action_refused'`,
    )
  await expect.poll(events).toEqual([
    {
      id: contributor.accountId,
      detail: { route: '/api/invitations', method: 'GET', role: 'contributor' },
    },
  ])
})
