import { hash } from '@node-rs/argon2'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { accountEndpoints } from '#contract/accounts'
import { memberEndpoints } from '#contract/members'
import { clock, joined, PASSWORD, refusalOf, signInWith } from '../support/accounts.ts'
import { startApp } from '../support/app.ts'
import { browserOn } from '../support/cookie-jar.ts'
import { rowsAsOperator } from '../support/database.ts'

const EMAIL = 'camille.durand@example.org'

describe('passwords', () => {
  const refused: [string, string, string][] = [
    ['shorter than 12 characters', 'kJ8#mQ2$vL9', '400 invalid_request'],
    ['a word of the trade and a year', 'Maillage2026!', '422 weak_password'],
    ['in French lists', 'motdepasse123', '422 weak_password'],
    ['in English lists', 'password12345', '422 weak_password'],
    ['a path on the keyboard', 'azertyuiopqsd', '422 weak_password'],
    ['made of its owner’s name', 'camilledurand1', '422 weak_password'],
    ['its owner’s address', 'camille.durand@example.org', '422 weak_password'],
    ['longer than 256 characters', 'é'.repeat(257), '400 invalid_request'],
  ]
  it.each(refused)('[ACC4] a password is refused when it is %s', async (_, password, code) => {
    const app = await startApp()
    const { secret } = await app.call(memberEndpoints.invite, { body: { role: 'contributor' } })
    const account = { name: 'Camille Durand', email: EMAIL, password }
    const accepting = browserOn(app.app).call(memberEndpoints.acceptInvitation, { body: { secret, account } })
    expect(await refusalOf(accepting)).toBe(code)
  })

  it('[ACC4] any characters make a password, up to 256 of them, compared as they were typed', async () => {
    const app = await startApp()
    const long = 'Un très long secret, plein d’espaces  et de 🌻… '.repeat(8).slice(0, 255).padEnd(256, '!')
    for (const [n, password] of ['quatre chevaux mangent du pain', long].entries()) {
      const { secret } = await app.call(memberEndpoints.invite, { body: { role: 'contributor' } })
      const account = { name: 'X', email: `${n}@example.org`, password }
      await browserOn(app.app).call(memberEndpoints.acceptInvitation, { body: { secret, account } })
      expect(await refusalOf(signInWith(browserOn(app.app), account.email, password))).toBe('accepted')
      const almost = `${password.slice(0, -1)}?`
      expect(await refusalOf(signInWith(browserOn(app.app), account.email, almost))).toBe('401 wrong_sign_in')
    }
  })

  it('[ACC4] the strength of a password is told with what is known of its owner', async () => {
    const app = await startApp()
    const weigh = (password: string, words: string[] = []) =>
      app
        .anonymous()
        .fetch('/api/account/password/strength', {
          method: 'POST',
          headers: { 'x-maillage': '1', 'content-type': 'application/json' },
          body: JSON.stringify({ password, words }),
        })
        .then((answer) => answer.json())
    expect(await weigh('jeanne.martin.85', ['jeanne.martin@example.org'])).toMatchObject({ accepted: false })
    expect(await weigh(PASSWORD)).toEqual({ strength: 4, accepted: true })
    expect(await weigh('kJ8#mQ2$vL9')).toMatchObject({ accepted: false })
  })

  it('[ACC5] an unknown address and a wrong password get the same answer, and take as long', async () => {
    const app = await startApp()
    await joined(app, 'contributor', EMAIL)
    const tried = async (email: string) => {
      const start = performance.now()
      const answer = await browserOn(app.app, { 'x-maillage': '1', 'content-type': 'application/json' }).send(
        '/api/session',
        { method: 'POST', body: JSON.stringify({ email, password: 'not the password' }) },
      )
      return { took: performance.now() - start, status: answer.statusCode, body: answer.body }
    }
    const known = [await tried(EMAIL), await tried(EMAIL), await tried(EMAIL)]
    const unknown = [await tried('a@example.org'), await tried('b@example.org'), await tried('c@example.org')]
    const best = (tries: typeof known) => Math.min(...tries.map(({ took }) => took))
    expect(new Set([...known, ...unknown].map(({ status, body }) => `${status} ${body}`)).size).toBe(1)
    expect(known[0]!.body).toContain('wrong_sign_in')
    expect(best(unknown)).toBeGreaterThan(best(known) * 0.4)
  })

  it('[ACC6] the address is known whatever its case', async () => {
    const app = await startApp()
    await joined(app, 'contributor', EMAIL)
    const me = await signInWith(browserOn(app.app), 'Camille.DURAND@Example.org')
    expect(me.account?.email).toBe(EMAIL)
  })

  it('[ACC7] failures make one wait, longer and longer; the right password is not looked at before', async () => {
    const time = clock()
    const app = await startApp({ now: time.now })
    await joined(app, 'contributor', EMAIL)
    const tried = (password: string) => refusalOf(signInWith(browserOn(app.app), EMAIL, password))
    for (let n = 0; n < 5; n++) expect(await tried('wrong')).toBe('401 wrong_sign_in')
    expect(await tried(PASSWORD)).toBe('429 too_many_attempts')
    time.pass(16, 'seconds')
    expect(await tried('wrong')).toBe('401 wrong_sign_in')
    time.pass(16, 'seconds')
    expect(await tried(PASSWORD)).toBe('429 too_many_attempts')
    time.pass(-5, 'minutes')
    expect(await tried(PASSWORD)).toBe('429 too_many_attempts')
    time.pass(5.5, 'minutes')
    expect(await tried(PASSWORD)).toBe('accepted')
    expect(await tried('wrong')).toBe('401 wrong_sign_in')
  })

  it('[ACC7] guesses sent together are counted one by one', async () => {
    const app = await startApp()
    await joined(app, 'contributor', EMAIL)
    const together = Array.from({ length: 12 }, () => signInWith(browserOn(app.app), EMAIL, 'wrong'))
    const codes = await Promise.all(together.map(refusalOf))
    expect(codes.filter((code) => code === '401 wrong_sign_in')).toHaveLength(5)
    expect(codes.filter((code) => code === '429 too_many_attempts')).toHaveLength(7)
  })

  it('[ACC8] a whole room behind one address signs in, and its mistakes are its own', async () => {
    const app = await startApp()
    await joined(app, 'contributor', EMAIL)
    for (let n = 0; n < 3; n++) await refusalOf(signInWith(browserOn(app.app), `${n}@example.org`, 'wrong'))
    const codes = []
    for (let n = 0; n < 30; n++) codes.push(await refusalOf(signInWith(browserOn(app.app), EMAIL)))
    expect(new Set(codes)).toEqual(new Set(['accepted']))
  })

  it('[ACC8] a hundred failures from one network, whatever the account, make it wait', async () => {
    const app = await startApp()
    const codes: string[] = []
    for (let n = 0; n < 101; n++)
      codes.push(await refusalOf(signInWith(browserOn(app.app), `${n}@example.org`, 'wrong')))
    expect(codes.slice(0, 100).every((code) => code === '401 wrong_sign_in')).toBe(true)
    expect(codes[100]).toBe('429 too_many_attempts')
  })

  it('[ACC9] a new password takes the current one, and ends the other sessions', async () => {
    const app = await startApp()
    const own = await joined(app, 'contributor', EMAIL)
    const other = browserOn(app.app)
    await signInWith(other, EMAIL)
    const password = 'seize nuages traversent Arras'
    const change = (body: { current?: string; password: string }) =>
      refusalOf(own.call(accountEndpoints.setPassword, { body }))
    expect(await change({ password })).toBe('403 wrong_password')
    expect(await change({ current: 'wrong', password })).toBe('403 wrong_password')
    expect(await change({ current: PASSWORD, password: 'azertyuiop123' })).toBe('422 weak_password')
    expect(await change({ current: PASSWORD, password })).toBe('accepted')
    expect(await own.call(accountEndpoints.me, {})).toMatchObject({ role: 'contributor' })
    expect(await other.call(accountEndpoints.me, {})).toMatchObject({ account: null, role: null })
    expect(await refusalOf(signInWith(browserOn(app.app), EMAIL))).toBe('401 wrong_sign_in')
    expect(await refusalOf(signInWith(browserOn(app.app), EMAIL, password))).toBe('accepted')
  })

  it('[ACC9] an account without a password is given one just after a sign-in only', async () => {
    const time = clock()
    const app = await startApp({ now: time.now })
    const set = () =>
      refusalOf(
        app.call(accountEndpoints.setPassword, { body: { password: 'seize nuages traversent Arras' } }),
      )
    time.pass(11, 'minutes')
    expect(await set()).toBe('403 sign_in_again')
    time.pass(-5, 'minutes')
    expect(await set()).toBe('accepted')
  })

  it('[ACC30] a password kept with other parameters is kept with those of today at the next sign-in', async () => {
    const app = await startApp()
    const { id } = await joined(app, 'contributor', EMAIL)
    const old = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 3, parallelism: 1 })
    const kept = async () => {
      const [row] = await rowsAsOperator<{ hash: string }>(
        app.database,
        sql`SELECT password_hash AS hash FROM accounts WHERE id = ${id}::uuid`,
      )
      return row!.hash.split('$').slice(1, 4).join(' ')
    }
    await rowsAsOperator(app.database, sql`UPDATE accounts SET password_hash = ${old} WHERE id = ${id}::uuid`)
    expect(await kept()).toBe('argon2id v=19 m=8192,t=3,p=1')
    for (let n = 0; n < 2; n++)
      expect(await refusalOf(signInWith(browserOn(app.app), EMAIL))).toBe('accepted')
    expect(await kept()).toBe('argon2id v=19 m=19456,t=2,p=1')
  })
})
