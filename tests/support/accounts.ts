import { sql } from 'drizzle-orm'
import { accountEndpoints } from '#contract/accounts'
import { memberEndpoints } from '#contract/members'
import type { Role } from '#contract/roles'
import type { startApp } from './app.ts'
import { browserOn } from './cookie-jar.ts'
import { rowsAsOperator } from './database.ts'

export const PASSWORD = 'tournesol sans bruit 7 ponts'

/** A moment that a test moves. */
export function clock(start = '2026-11-23T09:00:00Z') {
  let at = new Date(start).getTime()
  return {
    now: () => new Date(at),
    pass: (amount: number, unit: 'seconds' | 'minutes' | 'hours' | 'days') => {
      at += amount * { seconds: 1e3, minutes: 6e4, hours: 36e5, days: 864e5 }[unit]
    },
  }
}

type App = Awaited<ReturnType<typeof startApp>>

/** The status and the code of a refusal, or of an answer that should have been one. */
export const refusalOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'accepted',
    (error: { problem?: { status: number; code: string } }) => {
      if (!error.problem) throw error
      return `${error.problem.status} ${error.problem.code}`
    },
  )

/** Somebody who was invited, joined with a password, and whose browser is signed in. */
export async function joined(app: App, role: Role, email: string, name = 'Camille Durand') {
  const { secret } = await app.call(memberEndpoints.invite, { body: { role } })
  const browser = browserOn(app.app)
  const account = { name, email, password: PASSWORD }
  await browser.call(memberEndpoints.acceptInvitation, { body: { secret, account } })
  const me = await browser.call(accountEndpoints.me, {})
  return { ...browser, id: me.account!.id }
}

export const signInWith = (browser: ReturnType<typeof browserOn>, email: string, password = PASSWORD) =>
  browser.call(accountEndpoints.signIn, { body: { email, password } })

/** A passkey that no device holds: enough for what only counts them. */
export const givePasskey = (app: App, accountId: string) =>
  rowsAsOperator(
    app.database,
    sql`INSERT INTO passkeys (id, account_id, name, public_key, counter)
      VALUES (${`key of ${accountId}`}, ${accountId}::uuid, 'clé', '\\x00', 0)`,
  )
