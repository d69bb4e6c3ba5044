import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { grantableBy } from '#api/domain/permissions'
import { accountEndpoints } from '#contract/accounts'
import { actorEndpoints } from '#contract/actors'
import { memberEndpoints } from '#contract/members'
import { ROLES, type Role } from '#contract/roles'
import { territoryEndpoints } from '#contract/territories'
import { givePasskey, joined, refusalOf } from '../support/accounts.ts'
import { startApp } from '../support/app.ts'

type App = Awaited<ReturnType<typeof startApp>>
type Who = Pick<App, 'call'>

const change = (
  who: Who,
  id: string,
  body: { role?: Role; limits?: { territories: string[]; families: 'A'[] } },
) => refusalOf(who.call(memberEndpoints.update, { params: { id }, body }))
const remove = (who: Who, id: string) => refusalOf(who.call(memberEndpoints.remove, { params: { id } }))
const invite = (who: Who, role: Role, more: object = {}) =>
  refusalOf(who.call(memberEndpoints.invite, { body: { role, ...more } }))

describe('members', () => {
  it('[MEM1] nobody gives, changes or takes away more than they may give', async () => {
    const app = await startApp()
    const people = Object.fromEntries(
      await Promise.all(
        ROLES.filter((role) => role !== 'visitor').map(async (role) => [role, await app.as(role)] as const),
      ),
    )
    for (const [by, who] of Object.entries(people)) {
      const given = grantableBy(by as Role)
      for (const role of ROLES) {
        const allowed = given.includes(role)
        const expected = allowed ? 'accepted' : given.length ? '403 role_beyond_own' : '403 forbidden'
        expect([by, role, await invite(who, role)]).toEqual([by, role, expected])
      }
    }
    const { manager, administrator, contributor } = people as Record<Role, Awaited<ReturnType<App['as']>>>
    expect(await change(manager, contributor.accountId!, { role: 'administrator' })).toBe(
      '403 role_beyond_own',
    )
    expect(await change(manager, contributor.accountId!, { role: 'observatory_officer' })).toBe(
      '403 role_beyond_own',
    )
    expect(await change(manager, contributor.accountId!, { role: 'visitor' })).toBe('403 role_beyond_own')
    expect(await change(manager, manager.accountId!, { role: 'administrator' })).toBe('403 role_beyond_own')
    expect(await change(manager, administrator.accountId!, { role: 'contributor' })).toBe(
      '403 role_beyond_own',
    )
    expect(await remove(manager, administrator.accountId!)).toBe('403 role_beyond_own')
    expect(await change(contributor, contributor.accountId!, { role: 'manager' })).toBe('403 forbidden')
    expect(await change(manager, contributor.accountId!, { role: 'trainer' })).toBe('accepted')
    expect((await contributor.call(accountEndpoints.me, {})).role).toBe('trainer')
  })

  it('[MEM2] an account whose rights are limited gives none that are wider', async () => {
    const app = await startApp()
    const territories = [newId(), newId()]
    for (const id of territories)
      await app.call(territoryEndpoints.create, {
        body: { id, name: 'Val', communes: ['59350'], epcis: [], polygon: null },
      })
    const limits = { territories: [territories[0]!], families: [] }
    const limited = await app.as('manager', { limits })
    expect(await invite(limited, 'contributor')).toBe('403 role_beyond_own')
    expect(await invite(limited, 'contributor', { limits: { territories, families: [] } })).toBe(
      '403 role_beyond_own',
    )
    expect(await invite(limited, 'contributor', { limits })).toBe('accepted')
    const free = await app.as('contributor')
    expect(await change(limited, free.accountId!, { limits })).toBe('403 role_beyond_own')
    const unknown = { territories: [newId()], families: [] }
    expect(await change(app, free.accountId!, { limits: unknown })).toBe('400 unknown_territory')
    expect(await change(app, free.accountId!, { limits: { ...limits, families: ['A'] } })).toBe('accepted')
    expect((await free.call(accountEndpoints.me, {})).limits).toEqual({ ...limits, families: ['A'] })
  })

  it('[MEM3] the last administrator stays, whoever asks at the same time', async () => {
    const app = await startApp()
    expect(await change(app, app.accountId!, { role: 'contributor' })).toBe('409 last_administrator')
    expect(await remove(app, app.accountId!)).toBe('409 last_administrator')
    const other = await app.as('administrator')
    const codes = await Promise.all([
      remove(app, other.accountId!),
      change(other, app.accountId!, { role: 'manager' }),
    ])
    expect(codes.filter((code) => code === 'accepted')).toHaveLength(1)
    const rows = await Promise.all(
      [app, other].map((who) => refusalOf(who.call(memberEndpoints.workspace, {}))),
    )
    expect(rows).toContain('accepted')
  })

  it('[MEM4] who is removed or has another role is so from the next request on', async () => {
    const app = await startApp()
    const own = await joined(app, 'manager', 'camille@example.org')
    expect(await invite(own, 'contributor')).toBe('accepted')
    await change(app, own.id, { role: 'participant' })
    expect(await invite(own, 'contributor')).toBe('403 forbidden')
    expect(await app.call(memberEndpoints.invitations, {})).toHaveLength(0)
    expect(await remove(app, own.id)).toBe('accepted')
    expect(await refusalOf(own.call(actorEndpoints.list, { query: {} }))).toBe('401 sign_in_needed')
    expect(await remove(app, own.id)).toBe('404 member_not_found')
  })

  it('[MEM5] who begins to answer for the workspace shows the passkey that they have', async () => {
    const app = await startApp()
    const own = await app.as('contributor')
    await givePasskey(app, own.accountId!)
    expect(await refusalOf(own.call(actorEndpoints.list, { query: {} }))).toBe('accepted')
    await change(app, own.accountId!, { role: 'manager' })
    expect((await own.call(accountEndpoints.me, {})).secondFactor).toBe('pending')
    expect(await refusalOf(own.call(actorEndpoints.list, { query: {} }))).toBe('403 forbidden')
  })

  it('[MEM6] addresses, keys and last visits of members are for those who may change them', async () => {
    const app = await startApp()
    await joined(app, 'contributor', 'camille@example.org')
    const contributor = await app.as('contributor')
    const manager = await app.as('manager')
    const seen = await contributor.call(memberEndpoints.list, {})
    expect(seen).toHaveLength(4)
    expect(seen.every(({ email, lastSeenAt }) => email === null && lastSeenAt === null)).toBe(true)
    const known = await manager.call(memberEndpoints.list, {})
    expect(known.find(({ name }) => name === 'Camille Durand')).toMatchObject({
      email: 'camille@example.org',
    })
    const participant = await app.as('participant')
    expect(await refusalOf(participant.call(memberEndpoints.list, {}))).toBe('403 forbidden')
  })

  it('[MEM7] members and invitations of another workspace are not there', async () => {
    const app = await startApp()
    const other = await (await app.otherWorkspace()).as('administrator')
    const { invitation } = await other.call(memberEndpoints.invite, { body: { role: 'contributor' } })
    expect(await change(app, other.accountId!, { role: 'contributor' })).toBe('404 member_not_found')
    expect(await remove(app, other.accountId!)).toBe('404 member_not_found')
    const withdrawn = app.call(memberEndpoints.withdraw, { params: { id: invitation.id } })
    expect(await refusalOf(withdrawn)).toBe('404 invitation_not_found')
    expect((await app.call(memberEndpoints.list, {})).map(({ accountId }) => accountId)).toEqual([
      app.accountId,
    ])
    expect(await app.call(memberEndpoints.invitations, {})).toEqual([])
  })
})
