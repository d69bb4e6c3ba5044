import { describe, expect, it } from 'vitest'
import { readConfig } from '#api/config'
import { accountEndpoints } from '#contract/accounts'
import { actorEndpoints } from '#contract/actors'
import { memberEndpoints } from '#contract/members'
import { clock, joined, refusalOf } from '../support/accounts.ts'
import { anActor } from '../support/actors.ts'
import { startApp } from '../support/app.ts'

type App = Awaited<ReturnType<typeof startApp>>

/** A program with a new token of an account. */
async function programOf(app: App, who: Pick<App, 'call'>, actions: string[] | null = null, days = 90) {
  const { token, description } = await who.call(accountEndpoints.createToken, {
    body: { name: 'Tableur', actions, days },
  })
  return { ...app.client({ authorization: `Bearer ${token}` }), token, description }
}

describe('tokens of programs', () => {
  it('[ACC25] a token does what its account may, and no more than it was made for', async () => {
    const app = await startApp()
    const contributor = await app.as('contributor')
    const whole = await programOf(app, contributor)
    expect(whole.token).toMatch(/^mlg_[\w-]{43}$/)
    expect(await refusalOf(whole.call(actorEndpoints.create, { body: anActor() }))).toBe('accepted')
    expect(await refusalOf(whole.call(memberEndpoints.invitations, {}))).toBe('403 forbidden')
    const reader = await programOf(app, contributor, ['actor:read'])
    expect(await refusalOf(reader.call(actorEndpoints.list, { query: {} }))).toBe('accepted')
    expect(await refusalOf(reader.call(actorEndpoints.create, { body: anActor() }))).toBe('403 forbidden')
    for (const actions of [['member:write'], ['actor:read', 'actor:burn'], ['toString']])
      expect(await refusalOf(programOf(app, contributor, actions))).toBe('403 actions_beyond_role')
  })

  it('[ACC25] a token that is unknown, too old, revoked, or of somebody who left is refused', async () => {
    const time = clock()
    const app = await startApp({ now: time.now })
    const own = await joined(app, 'contributor', 'camille@example.org')
    const reads = (program: Pick<App, 'call'>) => refusalOf(program.call(actorEndpoints.list, { query: {} }))
    for (const authorization of ['Bearer mlg_short', `Bearer mlg_${'a'.repeat(43)}`, 'Basic eDp5', 'Bearer'])
      expect(await reads(app.client({ authorization }))).toBe('401 sign_in_needed')
    const short = await programOf(app, own, null, 1)
    const long = await programOf(app, own)
    expect([await reads(short), await reads(long)]).toEqual(['accepted', 'accepted'])
    time.pass(7, 'hours')
    await own.call(accountEndpoints.me, {})
    const listed = await own.call(accountEndpoints.tokens, {})
    expect(listed.map(({ name, lastUsedAt }) => [name, lastUsedAt !== null])).toEqual([
      ['Tableur', true],
      ['Tableur', true],
    ])
    const other = await app.as('contributor')
    const revoke = (who: Pick<App, 'call'>) =>
      refusalOf(who.call(accountEndpoints.revokeToken, { params: { id: long.description.id } }))
    expect(await revoke(other)).toBe('404 token_not_found')
    expect(await revoke(own)).toBe('accepted')
    expect(await reads(long)).toBe('401 sign_in_needed')
    const last = await programOf(app, own)
    await app.call(memberEndpoints.remove, { params: { id: own.id } })
    expect(await reads(last)).toBe('401 sign_in_needed')
    time.pass(18, 'hours')
    expect(await reads(short)).toBe('401 sign_in_needed')
    time.pass(-5, 'hours')
    expect(await reads(short)).toBe('401 sign_in_needed')
  })

  it('[ACC26] a token makes no token, changes no password and erases no account', async () => {
    const app = await startApp()
    const program = await programOf(app, app)
    const refused = await Promise.all([
      refusalOf(program.call(accountEndpoints.createToken, { body: { name: 'x' } })),
      refusalOf(
        program.call(accountEndpoints.setPassword, { body: { password: 'seize nuages traversent Arras' } }),
      ),
      refusalOf(program.call(accountEndpoints.erase, { body: {} })),
      refusalOf(program.call(accountEndpoints.sessions, {})),
      refusalOf(program.call(accountEndpoints.rename, { body: { name: 'x' } })),
    ])
    expect(new Set(refused)).toEqual(new Set(['403 forbidden']))
  })
})

describe('requests of other pages', () => {
  const send = (app: App, headers: Record<string, string>, method = 'POST') =>
    app.client(headers).fetch('/api/actors', {
      method,
      headers: { 'content-type': 'application/json' },
      ...(method === 'POST' && { body: JSON.stringify(anActor()) }),
    })

  it('[ACC27] what writes says that it comes from the page, or carries a token', async () => {
    const app = await startApp()
    const { cookie } = app.headers as { cookie: string }
    const { token } = await programOf(app, app)
    const status = async (headers: Record<string, string>) => (await send(app, headers)).status
    expect(await status({ cookie })).toBe(403)
    expect(await status({ cookie, 'x-maillage': '0' })).toBe(403)
    expect(await status({ cookie, 'x-maillage': '1' })).toBe(201)
    expect(await status({ cookie, 'x-maillage': '1', 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await status({ cookie, 'x-maillage': '1', origin: 'null' })).toBe(403)
    expect(await status({ cookie, 'x-maillage': '1', origin: 'not an origin' })).toBe(403)
    expect(await status({ cookie, 'x-maillage': '1', origin: 'http://localhost:1' })).toBe(403)
    expect(await status({ authorization: `Bearer ${token}` })).toBe(201)
    expect(await status({ authorization: `Bearer ${token}`, origin: 'https://example.org' })).toBe(403)
    expect(await status({ cookie, authorization: 'Bearer forged' })).toBe(401)
  })

  it('[ACC28] the server answers to its names and to numbers: a foreign name is refused', async () => {
    const app = await startApp({ publicUrl: 'http://maillage.example.org' })
    const status = async (host: string) => (await send(app, { host, ...app.headers }, 'GET')).status
    for (const host of [
      'localhost:3000',
      '127.0.0.1',
      '192.168.1.20:3000',
      '[::1]:3000',
      '[fe80::1]',
      'maillage.example.org',
    ])
      expect([host, await status(host)]).toEqual([host, 200])
    for (const host of [
      'evil.example.org',
      'localhost.evil.org',
      '127.0.0.1.evil.org',
      '1.2.3.4.nip.io',
      'maillage.example.org.evil.org',
    ])
      expect([host, await status(host)]).toEqual([host, 403])
  })

  it('[ACC29] settings that only work together are refused apart', () => {
    const mail = { SMTP_URL: 'smtps://mail.example.org', MAIL_FROM: 'maillage@example.org' }
    expect(readConfig(mail).mail).toEqual({ smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM })
    expect(readConfig({ SMTP_URL: '', MAIL_FROM: '' }).mail).toBeUndefined()
    expect(() => readConfig({ SMTP_URL: mail.SMTP_URL })).toThrow(/MAIL_FROM/)
    expect(() => readConfig({ OIDC_ISSUER: 'https://id.example.org' })).toThrow(/OIDC_CLIENT_ID/)
  })
})
