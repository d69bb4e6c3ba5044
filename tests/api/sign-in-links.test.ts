import { sql } from 'drizzle-orm'
import type { FastifyBaseLogger } from 'fastify'
import { expect, it } from 'vitest'
import { linkSender } from '#api/features/accounts/links.send'
import type { Deps } from '#api/http/deps'
import { accountEndpoints } from '#contract/accounts'
import { MONDAY_10AM, startApp } from '../support/app.ts'
import { browserOn } from '../support/cookie-jar.ts'
import { rowsAsOperator } from '../support/database.ts'
import { secretIn, startMailServer } from '../support/mail-server.ts'

const MINUTE = 60_000
const refused = (code: string) => ({ problem: { code } })

async function start(options: Parameters<typeof startApp>[0] = {}) {
  const mail = await startMailServer()
  const clock = { now: MONDAY_10AM }
  const started = await startApp({ now: () => clock.now, mail: mail.settings, ...options })
  const { accountId } = await started.as('contributor')
  const email = `${accountId}@example.org`
  const wait = (minutes: number) => {
    clock.now = new Date(clock.now.getTime() + minutes * MINUTE)
  }
  const browser = () => browserOn(started.app)
  const ask = async (from: ReturnType<typeof browser>, address = email) => {
    const [message] = await Promise.all([
      mail.next(),
      from.call(accountEndpoints.sendLink, { body: { email: address } }),
    ])
    return message
  }
  return { ...started, mail, clock, wait, browser, ask, email, accountId }
}

it('[LNK1] a link that was asked for signs in, and a password can be set for ten minutes', async () => {
  const { browser, ask, email, wait } = await start()
  const mine = browser()
  const message = await ask(mine, email.toUpperCase().replace('EXAMPLE.ORG', 'example.org'))
  expect(message.to).toEqual([email])
  const me = await mine.call(accountEndpoints.signInByLink, { body: { secret: secretIn(message) } })
  expect(me).toMatchObject({ account: { email }, role: 'contributor', mayResetPassword: true })
  const password = 'brouette-lampe-97-falaise'
  const set = await mine.call(accountEndpoints.setPassword, { body: { password } })
  expect(set.account).toMatchObject({ hasPassword: true })
  const another = browser()
  await another.call(accountEndpoints.signInByLink, { body: { secret: secretIn(await ask(another)) } })
  wait(11)
  expect(await another.call(accountEndpoints.me, {})).toMatchObject({ mayResetPassword: false })
  await expect(another.call(accountEndpoints.setPassword, { body: { password } })).rejects.toBeDefined()
})

it('[LNK2] a link works once, for ten minutes', async () => {
  const { browser, ask, wait } = await start()
  const mine = browser()
  const secret = secretIn(await ask(mine))
  const cookies = new Map(mine.jar)
  await mine.call(accountEndpoints.signInByLink, { body: { secret } })
  const again = browser()
  for (const [name, value] of cookies) again.jar.set(name, value)
  await expect(again.call(accountEndpoints.signInByLink, { body: { secret } })).rejects.toMatchObject(
    refused('link_over'),
  )

  const late = browser()
  const second = secretIn(await ask(late))
  wait(10)
  await expect(late.call(accountEndpoints.signInByLink, { body: { secret: second } })).rejects.toMatchObject(
    refused('link_over'),
  )
})

it('[LNK2] of two uses at once, one signs in', async () => {
  const { browser, ask } = await start()
  const mine = browser()
  const secret = secretIn(await ask(mine))
  const uses = await Promise.allSettled(
    [1, 2, 3].map(() => mine.call(accountEndpoints.signInByLink, { body: { secret } })),
  )
  expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

it('[LNK2] using a link ends the others that were sent', async () => {
  const { browser, ask } = await start()
  const mine = browser()
  const first = secretIn(await ask(mine))
  const second = secretIn(await ask(mine))
  const kept = new Map(mine.jar)
  await mine.call(accountEndpoints.signInByLink, { body: { secret: second } })
  for (const [name, value] of kept) mine.jar.set(name, value)
  await expect(mine.call(accountEndpoints.signInByLink, { body: { secret: first } })).rejects.toMatchObject(
    refused('link_over'),
  )
})

it('[LNK3] a link is opened in the browser that asked; elsewhere it is refused and not used up', async () => {
  const { browser, ask } = await start()
  const mine = browser()
  const secret = secretIn(await ask(mine))
  const other = browser()
  await expect(other.call(accountEndpoints.signInByLink, { body: { secret } })).rejects.toMatchObject(
    refused('link_other_browser'),
  )
  await ask(other)
  await expect(other.call(accountEndpoints.signInByLink, { body: { secret } })).rejects.toMatchObject(
    refused('link_other_browser'),
  )
  await expect(mine.call(accountEndpoints.signInByLink, { body: { secret } })).resolves.toMatchObject({
    role: 'contributor',
  })
})

it('[LNK3] the browser is known by a cookie that scripts and other sites cannot use', async () => {
  const { browser, email } = await start({ publicUrl: 'https://maillage.example.org' })
  const reply = await browser().send('/api/session/links', {
    method: 'POST',
    headers: { host: 'maillage.example.org', 'x-maillage': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  })
  expect(reply.statusCode).toBe(201)
  expect(reply.cookies).toMatchObject([
    { name: '__Host-maillage-link', httpOnly: true, secure: true, sameSite: 'Lax', path: '/', maxAge: 600 },
  ])
})

it('[LNK4] what programs that open addresses do consumes nothing', async () => {
  const { browser, ask } = await start()
  const mine = browser()
  const message = await ask(mine)
  const secret = secretIn(message)
  for (const url of ['/sign-in/link', `/sign-in/link?${secret}`, `/api/session/link?secret=${secret}`])
    expect((await mine.send(url)).statusCode).toBe(404)
  await expect(mine.call(accountEndpoints.signInByLink, { body: { secret } })).resolves.toBeDefined()
})

it('[LNK5] an unknown address gets the same answer, and no mail', async () => {
  const { browser, ask, mail, app } = await start()
  const strip = (reply: Awaited<ReturnType<ReturnType<typeof browser>['send']>>) => ({
    status: reply.statusCode,
    body: reply.json(),
    headers: Object.keys(reply.headers).sort(),
    cookies: reply.cookies.map(({ name, maxAge }) => [name, maxAge]),
  })
  const post = (email: string) =>
    browser().send('/api/session/links', {
      method: 'POST',
      headers: { 'x-maillage': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ email }),
    })
  const known = post((await ask(browser())).to[0]!)
  const unknown = post('personne@example.org')
  expect(strip(await unknown)).toEqual(strip(await known))
  await app.close()
  expect(mail.received.map(({ to }) => to[0])).not.toContain('personne@example.org')
  expect(mail.received).toHaveLength(2)
})

it('[LNK6] three links an hour for one address, known or not', async () => {
  const { browser, ask, email, wait } = await start()
  for (const address of [email, 'personne@example.org']) {
    const mine = browser()
    for (const _ of [1, 2, 3]) {
      if (address === email) await ask(mine)
      else await mine.call(accountEndpoints.sendLink, { body: { email: address } })
    }
    const more = () => mine.call(accountEndpoints.sendLink, { body: { email: address } })
    await expect(more()).rejects.toMatchObject(refused('too_many_links'))
    await expect(
      browser().call(accountEndpoints.sendLink, { body: { email: address.toUpperCase() } }),
    ).rejects.toMatchObject(refused('too_many_links'))
  }
  wait(59)
  await expect(browser().call(accountEndpoints.sendLink, { body: { email } })).rejects.toMatchObject(
    refused('too_many_links'),
  )
  wait(2)
  await ask(browser())
})

it('[LNK7] the mail is plain French text, leads to this server whatever Host says, and says what to do', async () => {
  const { mail, app, email } = await start({ publicUrl: 'https://maillage.example.org/' })
  const next = mail.next()
  const ask = (host: string) =>
    app.inject({
      method: 'POST',
      url: '/api/session/links',
      headers: { host, 'x-forwarded-host': 'evil.example', 'x-maillage': '1' },
      payload: { email },
    })
  await ask('maillage.example.org')
  const { body, headers } = await next
  expect(body).toMatch(/^https:\/\/maillage\.example\.org\/sign-in\/link#[\w-]{43}$/m)
  expect(body).toMatch(/Vous n’avez rien demandé/)
  expect(body).not.toMatch(/evil/)
  expect(headers).toMatch(/content-type: text\/plain; charset=utf-8/i)
  expect(headers).toMatch(/auto-submitted: auto-generated/i)
  expect((await ask('evil.example')).statusCode).toBe(403)
})

it('[LNK8] only hashes of the secret, the address and the browser are kept', async () => {
  const { browser, ask, database } = await start()
  const mine = browser()
  const message = await ask(mine)
  const [dump] = await rowsAsOperator<{ text: string }>(
    database,
    sql`SELECT (SELECT json_agg(c)::text FROM challenges c) || (SELECT json_agg(a)::text FROM attempts a)
      || (SELECT json_agg(e)::text FROM security_events e) AS text`,
  )
  expect(dump!.text).toMatch(/link_sent/)
  for (const secret of [secretIn(message), message.to[0]!, [...mine.jar.values()][0]!])
    expect(dump!.text).not.toContain(secret)
})

it('[LNK9] a mail server that fails is said in the log without the address, and the asker sees no difference', async () => {
  const refusing = await startMailServer({ refusing: true })
  const { database, email, browser, app } = await start({ mail: refusing.settings })
  await expect(browser().call(accountEndpoints.sendLink, { body: { email } })).resolves.toEqual({
    done: true,
  })
  await app.close()
  expect(refusing.received).toEqual([])

  const logged: unknown[] = []
  const deps = { database, now: () => MONDAY_10AM } as Deps
  const sender = linkSender(deps, refusing.settings)
  const log = { error: (...told: unknown[]) => logged.push(told) } as unknown as FastifyBaseLogger
  sender.later({ email, browser: 'x'.repeat(43), site: 'http://localhost', log })
  await sender.close()
  expect(logged).toEqual([[{ code: 'EENVELOPE' }, 'A sign-in link could not be sent']])
})

it('[LNK10] without a mail server there are no links', async () => {
  const { app } = await startApp()
  const browser = browserOn(app)
  expect((await browser.call(accountEndpoints.me, {})).server.links).toBe(false)
  await expect(
    browser.call(accountEndpoints.sendLink, { body: { email: 'a@example.org' } }),
  ).rejects.toMatchObject(refused('links_absent'))
})
