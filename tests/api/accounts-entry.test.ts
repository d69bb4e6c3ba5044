import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { SECURITY_EVENTS } from '#api/domain/security-events'
import { firstWords } from '#api/features/accounts/first-words'
import { accountEndpoints } from '#contract/accounts'
import { actorEndpoints } from '#contract/actors'
import { memberEndpoints } from '#contract/members'
import { ROLES } from '#contract/roles'
import words from '#web/i18n/fr/persons.ts'
import { clock, joined, PASSWORD, refusalOf, signInWith } from '../support/accounts.ts'
import { MONDAY_10AM, startApp } from '../support/app.ts'
import { browserOn } from '../support/cookie-jar.ts'
import { rowsAsOperator } from '../support/database.ts'

const SITE = 'http://127.0.0.1:3000'
const NEW = {
  workspace: { name: 'Département du Val', kind: 'departement' as const },
  name: 'Nora Petit',
  email: 'nora@example.org',
  password: PASSWORD,
}

/** A server on which nobody has an account yet, and the secret that its console shows. */
async function freshServer(options: Parameters<typeof startApp>[0] = {}) {
  const app = await startApp(options)
  await rowsAsOperator(app.database, sql`DELETE FROM accounts`)
  const start = async () => {
    const now = options.now?.() ?? MONDAY_10AM
    const said = (await firstWords(app.database, { demo: false, now }))(SITE).join('\n')
    return /\/setup#([\w-]+)$/.exec(said)?.[1]
  }
  return { ...app, start }
}

describe('the first account', () => {
  it('[ACC19] the link on the console creates the administrator and names the workspace, once', async () => {
    const app = await freshServer()
    const secret = (await app.start())!
    const browser = browserOn(app.app)
    expect((await browser.call(accountEndpoints.me, {})).server.empty).toBe(true)
    const setUp = (body: Partial<typeof NEW> & { secret?: string }) =>
      refusalOf(browser.call(accountEndpoints.setUp, { body: { secret, ...NEW, ...body } }))
    expect(await setUp({ secret: 'x'.repeat(43) })).toBe('403 setup_closed')
    expect(await setUp({ password: 'nora.petit.2026' })).toBe('422 weak_password')
    expect(await setUp({})).toBe('accepted')
    expect(await browser.call(accountEndpoints.me, {})).toMatchObject({
      account: { name: 'Nora Petit', email: 'nora@example.org', operator: true },
      workspace: { name: 'Département du Val', kind: 'departement' },
      role: 'administrator',
      server: { empty: false },
    })
    expect(await setUp({ email: 'other@example.org' })).toBe('403 setup_closed')
    expect(await app.start()).toBeUndefined()
  })

  it('[ACC19] of two who hold the link at once, one becomes the administrator', async () => {
    const app = await freshServer()
    const secret = (await app.start())!
    const race = ['a@example.org', 'b@example.org', 'c@example.org'].map((email) =>
      refusalOf(browserOn(app.app).call(accountEndpoints.setUp, { body: { ...NEW, secret, email } })),
    )
    expect((await Promise.all(race)).sort()).toEqual(['403 setup_closed', '403 setup_closed', 'accepted'])
    expect(await rowsAsOperator(app.database, sql`SELECT 1 FROM members`)).toHaveLength(1)
  })

  it('[ACC19] the link ends after a day, and when the server starts again', async () => {
    const time = clock()
    const app = await freshServer({ now: time.now })
    const setUp = (secret: string | undefined) =>
      refusalOf(browserOn(app.app).call(accountEndpoints.setUp, { body: { ...NEW, secret: secret! } }))
    const first = await app.start()
    const second = await app.start()
    expect(await setUp(first)).toBe('403 setup_closed')
    time.pass(25, 'hours')
    expect(await setUp(second)).toBe('403 setup_closed')
    expect(await setUp(await app.start())).toBe('accepted')
  })
})

describe('the demo', () => {
  it('[ACC20] one click chooses a role; to be a visitor again ends the session', async () => {
    const app = await startApp({ demo: true })
    const browser = browserOn(app.app)
    expect(await browser.call(accountEndpoints.me, {})).toMatchObject({ role: 'visitor', account: null })
    for (const role of ROLES) {
      const me = await browser.call(accountEndpoints.signInAsRole, { body: { role } })
      expect([me.role, me.account === null]).toEqual([role, role === 'visitor'])
      expect((await browser.call(accountEndpoints.me, {})).role).toBe(role)
    }
    await browser.call(accountEndpoints.signInAsRole, { body: { role: 'visitor' } })
    expect(browser.jar.size).toBe(0)
    expect(await refusalOf(browser.call(actorEndpoints.list, { query: {} }))).toBe('accepted')
  })

  it('[ACC20] outside the demo there is no such way in, and its accounts are gone', async () => {
    const app = await freshServer({ demo: true })
    const browser = browserOn(app.app)
    await browser.call(accountEndpoints.signInAsRole, { body: { role: 'administrator' } })
    expect(await app.start()).toBeDefined()
    expect((await browser.call(accountEndpoints.me, {})).account).toBe(null)
    const real = await startApp()
    const clicked = real.anonymous().fetch('/api/session/demo', {
      method: 'POST',
      headers: { 'x-maillage': '1', 'content-type': 'application/json' },
      body: '{"role":"administrator"}',
    })
    expect((await clicked).status).toBe(404)
    expect(await refusalOf(real.anonymous().call(actorEndpoints.list, { query: {} }))).toBe(
      '401 sign_in_needed',
    )
  })

  it('[ACC21] at each start the console shows a token of a day, and those before it end', async () => {
    const time = clock()
    const app = await startApp({ demo: true, now: time.now })
    const start = async () =>
      (await firstWords(app.database, { demo: true, now: time.now() }))(SITE)[0]!.replace(
        'MAILLAGE_TOKEN=',
        '',
      )
    const asks = (token: string) =>
      app.client({ authorization: `Bearer ${token}` }).call(accountEndpoints.me, {})
    const first = await start()
    expect(await asks(first)).toMatchObject({ role: 'observatory_officer' })
    const second = await start()
    expect(await refusalOf(asks(first))).toBe('401 sign_in_needed')
    time.pass(25, 'hours')
    expect(await refusalOf(asks(second))).toBe('401 sign_in_needed')
  })
})

describe('leaving', () => {
  it('[ACC22] an account that is erased leaves no name, address, session, token or key', async () => {
    const app = await startApp()
    const own = await joined(app, 'contributor', 'camille@example.org')
    const { token } = await own.call(accountEndpoints.createToken, { body: { name: 'Tableur' } })
    const erase = (password?: string) =>
      refusalOf(own.call(accountEndpoints.erase, { body: password ? { password } : {} }))
    expect(await erase()).toBe('403 wrong_password')
    expect(await erase(PASSWORD)).toBe('accepted')
    expect((await own.call(accountEndpoints.me, {})).account).toBe(null)
    const program = app.client({ authorization: `Bearer ${token}` })
    expect(await refusalOf(program.call(actorEndpoints.list, { query: {} }))).toBe('401 sign_in_needed')
    expect(await refusalOf(signInWith(browserOn(app.app), 'camille@example.org'))).toBe('401 wrong_sign_in')
    const tables = ['accounts', 'sessions', 'access_tokens', 'members', 'security_events', 'attempts']
    for (const table of tables) {
      const rows = await rowsAsOperator<{ row: string }>(
        app.database,
        sql.raw(`SELECT t::text AS row FROM ${table} t`),
      )
      expect(rows.map(({ row }) => row).join()).not.toMatch(/Durand|camille@/)
    }
  })

  it('[ACC22] the last administrator of a workspace stays', async () => {
    const app = await startApp()
    expect(await refusalOf(app.call(accountEndpoints.erase, { body: {} }))).toBe('409 last_administrator')
    await joined(app, 'administrator', 'nora@example.org')
    expect(await refusalOf(app.call(accountEndpoints.erase, { body: {} }))).toBe('accepted')
  })

  it('[ACC23] who is in several workspaces opens the one they choose, and no other', async () => {
    const app = await startApp()
    const own = await joined(app, 'contributor', 'camille@example.org')
    const other = await app.otherWorkspace('Observatoire')
    const choose = () => own.call(accountEndpoints.chooseWorkspace, { body: { workspaceId: other.id } })
    expect(await refusalOf(choose())).toBe('404 workspace_not_found')
    const administrator = await other.as('administrator')
    const { secret } = await administrator.call(memberEndpoints.invite, { body: { role: 'trainer' } })
    await own.call(memberEndpoints.acceptInvitation, { body: { secret } })
    const me = await own.call(accountEndpoints.me, {})
    expect([me.workspace?.name, me.role, me.workspaces.length]).toEqual(['Observatoire', 'trainer', 2])
    const back = await own.call(accountEndpoints.chooseWorkspace, {
      body: { workspaceId: me.workspaces.find(({ role }) => role === 'contributor')!.id },
    })
    expect(back.role).toBe('contributor')
  })

  it('[ACC24] what is kept of sign-ins and rights holds no name and no address', async () => {
    const app = await startApp()
    const own = await joined(app, 'contributor', 'camille@example.org')
    await refusalOf(signInWith(browserOn(app.app), 'camille@example.org', 'wrong'))
    await refusalOf(signInWith(browserOn(app.app), 'nobody@example.org', 'wrong'))
    await own.call(accountEndpoints.signOut, {})
    const events = await rowsAsOperator<{ kind: string; told: boolean; row: string }>(
      app.database,
      sql`SELECT kind, workspace_id IS NOT NULL AS told, e::text AS row FROM security_events e ORDER BY id`,
    )
    expect(events.map(({ kind }) => kind)).toEqual([
      'invitation_made',
      'account_created',
      'invitation_accepted',
      'signed_in',
      'sign_in_failed',
      'sign_in_failed',
      'signed_out',
    ])
    const failed = events.filter(({ kind }) => kind === 'sign_in_failed')
    expect(failed.map(({ told }) => told)).toEqual([true, false])
    expect(events.map(({ row }) => row).join()).not.toMatch(/@|Durand|127\.0/)
  })

  it('[ACC24] every kind of event has its words', () => {
    expect(Object.keys(words.events.kind).sort()).toEqual([...SECURITY_EVENTS].sort())
  })
})
