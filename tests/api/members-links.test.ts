import { describe, expect, it } from 'vitest'
import { accountEndpoints } from '#contract/accounts'
import { actorEndpoints } from '#contract/actors'
import { memberEndpoints } from '#contract/members'
import { nomenclatureEndpoints } from '#contract/nomenclature'
import { clock, joined, PASSWORD, refusalOf, signInWith } from '../support/accounts.ts'
import { startApp } from '../support/app.ts'
import { browserOn } from '../support/cookie-jar.ts'

type App = Awaited<ReturnType<typeof startApp>>

const ACCOUNT = { name: 'Camille Durand', email: 'camille@example.org', password: PASSWORD }
const invite = (app: App, more: object = {}) =>
  app.call(memberEndpoints.invite, { body: { role: 'contributor', ...more } })
const accept = (browser: Pick<App, 'call'>, secret: string, account: object | null = ACCOUNT) =>
  refusalOf(
    browser.call(memberEndpoints.acceptInvitation, {
      body: { secret, ...(account && { account: account as typeof ACCOUNT }) },
    }),
  )

describe('invitations', () => {
  it('[MEM8] a link shows what it offers, makes the account that it says, and serves once', async () => {
    const app = await startApp()
    const limits = { territories: [], families: ['A' as const] }
    const { secret, invitation } = await invite(app, { role: 'trainer', limits, label: 'équipe de rue' })
    expect(invitation).toMatchObject({ role: 'trainer', limits, label: 'équipe de rue' })
    const browser = browserOn(app.app)
    expect(await browser.call(memberEndpoints.openInvitation, { body: { secret } })).toMatchObject({
      workspace: 'Maillage',
      role: 'trainer',
      invitedBy: 'Compte administrator',
    })
    expect(await accept(browser, secret, null)).toBe('400 account_missing')
    expect(await accept(browser, secret)).toBe('accepted')
    expect(await browser.call(accountEndpoints.me, {})).toMatchObject({
      role: 'trainer',
      limits,
      account: { name: 'Camille Durand', email: 'camille@example.org', operator: false },
    })
    expect(await accept(browserOn(app.app), secret)).toBe('403 invitation_closed')
    expect(await app.call(memberEndpoints.invitations, {})).toEqual([])
  })

  it('[MEM8] of two who accept at once, one joins', async () => {
    const app = await startApp()
    const { secret } = await invite(app)
    const race = ['a', 'b', 'c'].map((name) =>
      accept(browserOn(app.app), secret, { ...ACCOUNT, email: `${name}@example.org` }),
    )
    expect((await Promise.all(race)).filter((code) => code === 'accepted')).toHaveLength(1)
    expect(await app.call(memberEndpoints.list, {})).toHaveLength(2)
  })

  it('[MEM9] an invitation that was withdrawn, is too old or was never made opens nothing', async () => {
    const time = clock()
    const app = await startApp({ now: time.now })
    const first = await invite(app)
    await app.call(memberEndpoints.withdraw, { params: { id: first.invitation.id } })
    const second = await invite(app, { days: 1 })
    time.pass(7, 'hours')
    await app.call(accountEndpoints.me, {})
    time.pass(7, 'hours')
    await app.call(accountEndpoints.me, {})
    time.pass(11, 'hours')
    for (const secret of [first.secret, second.secret, 'x'.repeat(43)]) {
      const opening = browserOn(app.app).call(memberEndpoints.openInvitation, { body: { secret } })
      expect(await refusalOf(opening)).toBe('403 invitation_closed')
      expect(await accept(browserOn(app.app), secret)).toBe('403 invitation_closed')
    }
  })

  it('[MEM9] guesses of an invitation are counted, openings of a right one are not', async () => {
    const app = await startApp()
    const { secret } = await invite(app)
    const open = (text: string) =>
      refusalOf(browserOn(app.app).call(memberEndpoints.openInvitation, { body: { secret: text } }))
    for (let n = 0; n < 30; n++) expect(await open(secret)).toBe('accepted')
    for (let n = 0; n < 100; n++) await open(`${n}`.padEnd(43, 'x'))
    expect(await open(secret)).toBe('429 too_many_attempts')
  })

  it('[MEM10] that an address has an account is told to who holds an invitation only, who then signs in', async () => {
    const app = await startApp()
    await joined(app, 'contributor', ACCOUNT.email)
    const other = await app.otherWorkspace('Observatoire')
    const { secret } = await (await other.as('administrator')).call(memberEndpoints.invite, {
      body: { role: 'trainer' },
    })
    const browser = browserOn(app.app)
    expect(await accept(browser, 'x'.repeat(43))).toBe('403 invitation_closed')
    expect(await accept(browser, secret)).toBe('409 email_taken')
    await signInWith(browser, ACCOUNT.email)
    const before = browser.jar.get('maillage')
    expect(await accept(browser, secret, null)).toBe('accepted')
    expect(browser.jar.get('maillage')).not.toBe(before)
    expect(await browser.call(accountEndpoints.me, {})).toMatchObject({
      role: 'trainer',
      workspaces: [{}, {}],
    })
  })

  it('[MEM10] who is a member already stays what they are, and the invitation stays', async () => {
    const app = await startApp()
    const own = await joined(app, 'contributor', ACCOUNT.email)
    const { secret } = await invite(app, { role: 'administrator' })
    expect(await accept(own, secret, null)).toBe('409 already_member')
    expect((await own.call(accountEndpoints.me, {})).role).toBe('contributor')
    expect(await app.call(memberEndpoints.invitations, {})).toHaveLength(1)
  })
})

describe('workspaces', () => {
  const visit = (browser: Pick<App, 'call'>, secret: string) =>
    refusalOf(browser.call(accountEndpoints.visit, { body: { secret } }))

  it('[MEM11] the public link lets in to what is public; changed or ended, it lets nobody in and ends visits', async () => {
    const time = clock()
    const app = await startApp({ now: time.now })
    const set = async (publicLink: boolean) =>
      (await app.call(memberEndpoints.updateWorkspace, { body: { publicLink } })).publicLink
    expect((await app.call(memberEndpoints.workspace, {})).publicLink).toBe(null)
    const first = (await set(true))!
    const browser = browserOn(app.app)
    const me = await browser.call(accountEndpoints.visit, { body: { secret: first } })
    expect(me).toMatchObject({
      role: 'visitor',
      audience: 'public',
      account: null,
      workspace: { name: 'Maillage' },
    })
    const reads = () => refusalOf(browser.call(actorEndpoints.list, { query: {} }))
    expect(await reads()).toBe('accepted')
    const second = (await set(true))!
    expect(second).not.toBe(first)
    expect([await reads(), await visit(browser, first)]).toEqual(['401 sign_in_needed', '403 visit_closed'])
    expect(await visit(browser, second)).toBe('accepted')
    time.pass(7, 'hours')
    await app.call(accountEndpoints.me, {})
    expect(await set(false)).toBe(null)
    expect([await reads(), await visit(browser, second)]).toEqual(['401 sign_in_needed', '403 visit_closed'])
  })

  it('[MEM12] only who administers the workspace changes it and sees its public link', async () => {
    const app = await startApp()
    const body = { name: 'Val', kind: 'association' as const, sharesActors: true, publicLink: true }
    const changed = await app.call(memberEndpoints.updateWorkspace, { body })
    expect(changed).toMatchObject({ name: 'Val', kind: 'association', sharesActors: true })
    expect(changed.publicLink).toMatch(/^[\w-]{43}$/)
    const manager = await app.as('manager')
    expect((await manager.call(memberEndpoints.workspace, {})).publicLink).toBe(null)
    const refused = manager.call(memberEndpoints.updateWorkspace, { body: { name: 'X' } })
    expect(await refusalOf(refused)).toBe('403 forbidden')
  })

  it('[MEM13] an operator creates a workspace with the nomenclature, and administers it; nobody else does', async () => {
    const app = await startApp({ demo: true })
    const body = { name: 'Observatoire du Val', kind: 'observatory' as const }
    const create = (who: Pick<App, 'call'>) => who.call(memberEndpoints.createWorkspace, { body })
    expect(await refusalOf(create(app))).toBe('403 not_operator')
    expect(await refusalOf(create(await app.as('manager')))).toBe('403 not_operator')
    const operator = browserOn(app.app)
    await operator.call(accountEndpoints.signInAsRole, { body: { role: 'administrator' } })
    const types = await operator.call(nomenclatureEndpoints.types, {})
    const { id } = await create(operator)
    const me = await operator.call(accountEndpoints.chooseWorkspace, { body: { workspaceId: id } })
    expect(me).toMatchObject({ role: 'administrator', workspace: { name: 'Observatoire du Val' } })
    expect(await operator.call(nomenclatureEndpoints.types, {})).toEqual(types)
    expect(await operator.call(memberEndpoints.list, {})).toHaveLength(1)
  })
})
