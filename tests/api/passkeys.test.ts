import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { passkeySite } from '#api/features/accounts/passkeys.site'
import { accountEndpoints } from '#contract/accounts'
import type { Role } from '#contract/roles'
import { MONDAY_10AM, startApp } from '../support/app.ts'
import { softwareAuthenticator } from '../support/authenticator.ts'
import { browserOn } from '../support/cookie-jar.ts'
import { rowsAsOperator } from '../support/database.ts'
import { secretIn, startMailServer } from '../support/mail-server.ts'

type Browser = ReturnType<typeof browserOn>
type Key = ReturnType<typeof softwareAuthenticator>

const refused = (code: string) => ({ problem: { code } })

const add = async (browser: Browser, key: Key, page?: Parameters<Key['make']>[1]) => {
  const options = await browser.call(accountEndpoints.newPasskeyOptions, {})
  const response = key.make(options, page)
  return browser.call(accountEndpoints.addPasskey, { body: { name: 'Mon téléphone', response } })
}
const show = async (browser: Browser, key: Key, page?: Parameters<Key['show']>[1]) => {
  const options = await browser.call(accountEndpoints.passkeyChallenge, {})
  return browser.call(accountEndpoints.showPasskey, { body: { response: key.show(options, page) } })
}

async function start(options: Parameters<typeof startApp>[0] = {}) {
  const mail = await startMailServer()
  const clock = { now: MONDAY_10AM }
  const started = await startApp({ now: () => clock.now, mail: mail.settings, ...options })
  const signedIn = async (role: Role) => {
    const { accountId, token } = await started.as(role)
    const browser = browserOn(started.app)
    browser.jar.set('maillage', token)
    return { browser, accountId: accountId! }
  }
  /** Signs in by a link, which is a first factor like a password. */
  const firstFactor = async (accountId: string) => {
    const browser = browserOn(started.app)
    const next = mail.next()
    await browser.call(accountEndpoints.sendLink, { body: { email: `${accountId}@example.org` } })
    const me = await browser.call(accountEndpoints.signInByLink, { body: { secret: secretIn(await next) } })
    return { browser, me }
  }
  /** A manager with a key, who has given the first factor in another browser. */
  const waiting = async () => {
    const { browser, accountId } = await signedIn('manager')
    const key = softwareAuthenticator()
    await add(browser, key)
    return { key, accountId, owner: browser, ...(await firstFactor(accountId)) }
  }
  const events = async () =>
    (
      await rowsAsOperator<{ kind: string; detail: unknown }>(
        started.database,
        sql`SELECT kind, detail FROM security_events ORDER BY at, id`,
      )
    ).map(({ kind, detail }) => [kind, detail])
  return { ...started, clock, signedIn, firstFactor, waiting, events }
}

it('[PKY1] a key is added, listed and removed, and the history of security says so', async () => {
  const { signedIn, events } = await start()
  const { browser } = await signedIn('contributor')
  const [one, two] = [softwareAuthenticator(), softwareAuthenticator()]
  const at = MONDAY_10AM.toISOString()
  expect(await add(browser, one)).toEqual([
    { id: one.id, name: 'Mon téléphone', createdAt: at, lastUsedAt: null },
  ])
  expect(await add(browser, two)).toHaveLength(2)
  expect((await browser.call(accountEndpoints.me, {})).account?.passkeys).toBe(2)
  expect(await browser.call(accountEndpoints.removePasskey, { params: { id: one.id } })).toMatchObject([
    { id: two.id },
  ])
  await expect(
    browser.call(accountEndpoints.removePasskey, { params: { id: one.id } }),
  ).rejects.toMatchObject(refused('passkey_not_found'))
  await browser.call(accountEndpoints.removePasskey, { params: { id: two.id } })
  expect(await browser.call(accountEndpoints.passkeys, {})).toEqual([])
  expect(await events()).toEqual([
    ['passkey_added', {}],
    ['passkey_added', {}],
    ['passkey_removed', { last: false }],
    ['passkey_removed', { last: true }],
  ])
})

it('[PKY1] a key with the longest id that there can be is removed like another', async () => {
  const { signedIn } = await start()
  const { browser } = await signedIn('contributor')
  const key = softwareAuthenticator({ id: Buffer.alloc(1_023, 7) })
  await add(browser, key)
  expect(await browser.call(accountEndpoints.removePasskey, { params: { id: key.id } })).toEqual([])
})

it('[PKY2] one sees and removes one’s own keys only, and a key belongs to one account', async () => {
  const { signedIn } = await start()
  const { browser } = await signedIn('contributor')
  const key = softwareAuthenticator()
  await add(browser, key)
  const other = (await signedIn('administrator')).browser
  expect(await other.call(accountEndpoints.passkeys, {})).toEqual([])
  await expect(other.call(accountEndpoints.removePasskey, { params: { id: key.id } })).rejects.toMatchObject(
    refused('passkey_not_found'),
  )
  await expect(add(other, key)).rejects.toMatchObject(refused('passkey_already_added'))
  expect(await browser.call(accountEndpoints.passkeys, {})).toHaveLength(1)
})

it('[PKY3] a registration is answered once, in five minutes, by the session that asked, from this site', async () => {
  const { signedIn, firstFactor, clock } = await start()
  const { browser, accountId } = await signedIn('contributor')
  const send = (from: Browser, response: Record<string, unknown>) =>
    from.call(accountEndpoints.addPasskey, { body: { name: 'Clé', response } })
  const options = () => browser.call(accountEndpoints.newPasskeyOptions, {})

  const used = await options()
  await send(browser, softwareAuthenticator().make(used))
  await expect(send(browser, softwareAuthenticator().make(used))).rejects.toMatchObject(
    refused('passkey_question_over'),
  )
  const late = await options()
  clock.now = new Date(clock.now.getTime() + 5 * 60_000)
  await expect(send(browser, softwareAuthenticator().make(late))).rejects.toMatchObject(
    refused('passkey_question_over'),
  )
  const other = (await signedIn('contributor')).browser
  const sameAccount = (await firstFactor(accountId)).browser
  await expect(send(other, softwareAuthenticator().make(await options()))).rejects.toMatchObject(
    refused('passkey_question_over'),
  )
  await expect(send(sameAccount, softwareAuthenticator().make(await options()))).rejects.toMatchObject(
    refused('passkey_question_over'),
  )
  for (const page of [
    { origin: 'http://localhost.evil.example' },
    { origin: 'http://localhost:8080' },
    { rpID: 'evil.example' },
    { type: 'webauthn.get' },
  ])
    await expect(add(browser, softwareAuthenticator(), page)).rejects.toMatchObject(
      refused('passkey_refused'),
    )
  const wrong = await options()
  await expect(
    send(browser, softwareAuthenticator().make(wrong, { rpID: 'evil.example' })),
  ).rejects.toMatchObject(refused('passkey_refused'))
  await expect(send(browser, softwareAuthenticator().make(wrong))).rejects.toMatchObject(
    refused('passkey_question_over'),
  )
  for (const nonsense of [
    {},
    { response: null },
    { response: { clientDataJSON: 'e30' } },
    { response: { clientDataJSON: 1 } },
  ])
    await expect(send(browser, nonsense)).rejects.toMatchObject(refused('passkey_refused'))
  expect(await browser.call(accountEndpoints.passkeys, {})).toHaveLength(1)
})

it('[PKY4] who has a key and answers for a workspace may nothing before it is shown', async () => {
  const { app, waiting, events } = await start()
  const { browser, key, me } = await waiting()
  expect(me).toMatchObject({ secondFactor: 'pending', role: null, workspaces: [], mayResetPassword: false })
  for (const endpoint of [
    accountEndpoints.passkeys,
    accountEndpoints.newPasskeyOptions,
    accountEndpoints.sessions,
  ] as const)
    await expect(browser.call(endpoint, {})).rejects.toMatchObject(refused('forbidden'))
  await expect(
    browser.call(accountEndpoints.removePasskey, { params: { id: key.id } }),
  ).rejects.toMatchObject(refused('forbidden'))

  const before = browser.jar.get('maillage')
  const done = await show(browser, key)
  // What the link gave, the right to set a password, is still there.
  expect(done).toMatchObject({ secondFactor: 'done', role: 'manager', mayResetPassword: true })
  expect(browser.jar.get('maillage')).not.toBe(before)
  expect(await browser.call(accountEndpoints.passkeys, {})).toMatchObject([
    { id: key.id, lastUsedAt: MONDAY_10AM.toISOString() },
  ])
  expect(await events()).toContainEqual(['signed_in', { by: 'passkey', awaitsPasskey: false }])

  const old = browserOn(app)
  old.jar.set('maillage', before!)
  expect((await old.call(accountEndpoints.me, {})).account).toBeNull()
})

it('[PKY4] nothing waits for a key in a session that is complete, or where nobody is signed in', async () => {
  const { signedIn, app, waiting } = await start()
  const { key, browser } = await waiting()
  await show(browser, key)
  for (const from of [browser, (await signedIn('manager')).browser, browserOn(app)])
    await expect(from.call(accountEndpoints.passkeyChallenge, {})).rejects.toMatchObject(
      refused('passkey_question_over'),
    )
})

it('[PKY5] an assertion is answered once, in five minutes, by the session that asked', async () => {
  const { waiting, clock, firstFactor } = await start()
  const { browser, key, accountId } = await waiting()
  const challenge = () => browser.call(accountEndpoints.passkeyChallenge, {})
  const send = (response: Record<string, unknown>, from = browser) =>
    from.call(accountEndpoints.showPasskey, { body: { response } })

  const late = key.show(await challenge())
  clock.now = new Date(clock.now.getTime() + 5 * 60_000)
  await expect(send(late)).rejects.toMatchObject(refused('passkey_question_over'))
  const other = await firstFactor(accountId)
  await expect(send(key.show(await challenge()), other.browser)).rejects.toMatchObject(
    refused('passkey_question_over'),
  )
  const options = await challenge()
  await expect(send(key.show(options, { rpID: 'evil.example' }))).rejects.toMatchObject(
    refused('passkey_refused'),
  )
  await expect(send(key.show(options))).rejects.toMatchObject(refused('passkey_question_over'))
  const good = key.show(await challenge())
  await send(good)
  await expect(send(good)).rejects.toMatchObject(refused('passkey_question_over'))
  await expect(send(good, other.browser)).rejects.toMatchObject(refused('passkey_question_over'))
})

it('[PKY6] another key, signature, site or a counter that went back is refused and noted', async () => {
  const { waiting, events } = await start()
  const { browser, key } = await waiting()
  const stranger = softwareAuthenticator()
  const sameId = softwareAuthenticator({ id: Buffer.from(key.id, 'base64url') })
  // Only its signature betrays it.
  sameId.key.counter = 100
  const attempts: (() => Promise<unknown>)[] = [
    () => show(browser, stranger),
    () => show(browser, sameId),
    () => show(browser, key, { origin: 'https://evil.example' }),
    () => show(browser, key, { type: 'webauthn.create' }),
  ]
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject(refused('passkey_refused'))
  expect((await events()).filter(([kind]) => kind === 'second_factor_failed')).toHaveLength(4)
  expect(await show(browser, key)).toMatchObject({ secondFactor: 'done' })
})

it('[PKY6] a copied key is known by its counter', async () => {
  const { waiting, firstFactor } = await start()
  const { browser, key, accountId } = await waiting()
  const before = key.key.counter
  await show(browser, key)
  const again = await firstFactor(accountId)
  key.key.counter = before
  await expect(show(again.browser, key)).rejects.toMatchObject(refused('passkey_refused'))
  expect(await show(again.browser, key)).toMatchObject({ secondFactor: 'done' })
})

it('[PKY7] after five wrong keys the account waits, in every browser', async () => {
  const { waiting, clock } = await start()
  const { browser, key } = await waiting()
  for (const _ of [1, 2, 3, 4, 5])
    await expect(show(browser, softwareAuthenticator())).rejects.toMatchObject(refused('passkey_refused'))
  await expect(show(browser, key)).rejects.toMatchObject(refused('too_many_attempts'))
  clock.now = new Date(clock.now.getTime() + 60_000)
  expect(await show(browser, key)).toMatchObject({ secondFactor: 'done' })
})

it('[PKY8] passkeys need https under a name, or localhost', async () => {
  expect(passkeySite('https://maillage.example.org', 'maillage.example.org')).toEqual({
    rpID: 'maillage.example.org',
    origin: 'https://maillage.example.org',
  })
  for (const site of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])
    expect(passkeySite(site, 'localhost')).toEqual({ rpID: 'localhost', origin: 'http://localhost:3000' })
  for (const [site, hostname] of [
    ['http://maillage.example.org', 'maillage.example.org'],
    ['http://192.168.1.20:3000', '192.168.1.20'],
    ['https://192.168.1.20', '192.168.1.20'],
    ['https://[2001:db8::1]', '[2001:db8::1]'],
    ['http://127.0.0.1:3000', '127.0.0.1'],
    ['https://maillage.example.org', 'localhost'],
  ] as const)
    expect(() => passkeySite(site, hostname)).toThrow(/need an https address/)

  const { as, app } = await start()
  const { token } = await as('manager')
  const numbers = browserOn(app, { host: '127.0.0.1' })
  numbers.jar.set('maillage', token)
  await expect(numbers.call(accountEndpoints.newPasskeyOptions, {})).rejects.toMatchObject(
    refused('passkeys_need_https'),
  )
})

it('[PKY9] neither a program nor an account of the demo has a key', async () => {
  const { app, signedIn } = await start({ demo: true })
  const demo = browserOn(app)
  await demo.call(accountEndpoints.signInAsRole, { body: { role: 'manager' } })
  await expect(demo.call(accountEndpoints.newPasskeyOptions, {})).rejects.toMatchObject(
    refused('passkey_not_in_demo'),
  )

  const { browser } = await signedIn('manager')
  const { token } = await browser.call(accountEndpoints.createToken, { body: { name: 'Programme' } })
  const program = browserOn(app, { authorization: `Bearer ${token}` })
  await expect(program.call(accountEndpoints.newPasskeyOptions, {})).rejects.toMatchObject(
    refused('forbidden'),
  )
})

it('[PKY10] the browser is told whom the key is for, which ones exist, and nothing that would track it', async () => {
  const { signedIn } = await start()
  const { browser, accountId } = await signedIn('contributor')
  const key = softwareAuthenticator()
  await add(browser, key)
  expect(await browser.call(accountEndpoints.newPasskeyOptions, {})).toMatchObject({
    rp: { id: 'localhost', name: 'Maillage' },
    user: { name: `${accountId}@example.org`, displayName: 'Compte contributor' },
    attestation: 'none',
    excludeCredentials: [{ id: key.id, transports: ['internal'] }],
    authenticatorSelection: { userVerification: 'preferred' },
  })
})

it('[PKY11] adding or removing a key takes a sign-in of a few minutes ago, and ends the other sessions', async () => {
  const { signedIn, firstFactor, clock } = await start()
  const { browser, accountId } = await signedIn('contributor')
  const { browser: elsewhere } = await firstFactor(accountId)
  const account = async (of: Browser) => (await of.call(accountEndpoints.me, {})).account
  const [key] = await add(browser, softwareAuthenticator())
  expect([await account(elsewhere), (await account(browser))?.id]).toEqual([null, accountId])
  clock.now = new Date(clock.now.getTime() + 11 * 60_000)
  await expect(browser.call(accountEndpoints.newPasskeyOptions, {})).rejects.toMatchObject(
    refused('sign_in_again'),
  )
  await expect(
    browser.call(accountEndpoints.removePasskey, { params: { id: key!.id } }),
  ).rejects.toMatchObject(refused('sign_in_again'))
})
