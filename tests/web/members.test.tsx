import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Me } from '#contract/accounts'
import type { Member } from '#contract/members'
import type { Role } from '#contract/roles'
import { Invitations } from '#web/features/members/Invitations.tsx'
import { invitationLink, letterTo } from '#web/features/members/links.ts'
import { MemberList } from '#web/features/members/MemberList.tsx'
import { mayChange, rolesToGive } from '#web/features/members/rights.ts'
import { renderAt, serverSaying } from './page.tsx'

configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })

const manager = 'manager' as const
const ids = [1, 2, 3].map((n) => `0190a000-0000-7000-8000-00000000000${n}`)
const none = { territories: [], families: [] }
const memberOf = (accountId: string, name: string, role: Role): Member => ({
  accountId,
  name,
  email: `${name}@ex.fr`,
  role,
  limits: none,
  since: '2026-01-01T00:00:00Z',
  lastSeenAt: null,
  passkeys: 0,
})
const [me, admin, karim] = [
  memberOf(ids[0]!, 'Marc', 'manager'),
  memberOf(ids[1]!, 'Nadia', 'administrator'),
  memberOf(ids[2]!, 'Karim', 'contributor'),
]
const marc: Me = {
  account: { id: ids[0]!, name: 'Marc', email: null, operator: false, hasPassword: true, passkeys: 0 },
  workspace: { id: ids[0]!, name: 'Le Fil', kind: 'association' },
  role: 'manager',
  audience: 'private',
  limits: none,
  workspaces: [],
  secondFactor: 'none',
  mayResetPassword: false,
  server: { demo: false, empty: false, links: false, provider: null },
}

beforeEach(() => vi.stubGlobal('CSS', { escape: (text: string) => text }))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('[WEB44] nobody changes themselves or who may more, nor gives more than they have', async () => {
  expect(rolesToGive('manager')).toEqual(['participant', 'contributor', 'trainer', 'manager'])
  expect([rolesToGive('contributor'), rolesToGive('observatory_officer')]).toEqual([[], []])
  expect([me, admin, karim].map((member) => mayChange('manager', ids[0], member))).toEqual([
    false,
    false,
    true,
  ])

  const { fetch } = serverSaying({ 'GET /api/members': [karim, me, admin] })
  vi.stubGlobal('fetch', fetch)
  renderAt('/', () => <MemberList me={marc} role={manager} grounds={[]} />)
  expect(await screen.findByText('3 membres')).toBeTruthy()
  expect(screen.getAllByRole('listitem').map((item) => item.textContent?.slice(0, 4))).toEqual([
    'Nadi',
    'Marc',
    'Kari',
  ])
  expect(screen.getAllByRole('button', { name: /^Actions pour/ })).toHaveLength(1)
})

it('[WEB45] an invitation’s link is shown once, its secret after the #, in a letter that names nobody', async () => {
  const secret = 'a-secret-of-forty-three-characters-or-nearly'
  const invitation = {
    id: ids[0],
    role: 'contributor',
    limits: none,
    label: 'Inès du CCAS',
    createdAt: '2026-11-01T00:00:00Z',
    expiresAt: '2026-12-01T00:00:00Z',
    invitedBy: 'Marc',
  }
  const pending: unknown[] = []
  const { fetch, asked } = serverSaying({
    'GET /api/invitations': () => pending,
    'POST /api/invitations': () => {
      pending.push(invitation)
      return { invitation, secret }
    },
  })
  vi.stubGlobal('fetch', fetch)
  renderAt('/', () => <Invitations role={manager} grounds={[]} />)
  fireEvent.click(await screen.findByRole('button', { name: 'Inviter quelqu’un' }))
  fireEvent.change(await screen.findByLabelText('Pour qui ?'), { target: { value: 'Inès du CCAS' } })
  fireEvent.click(screen.getByRole('button', { name: 'Créer le lien' }))

  const link = invitationLink(location.origin, secret)
  expect(new URL(link).pathname + new URL(link).search).toBe('/join')
  expect(await screen.findByDisplayValue(link)).toBeTruthy()
  expect(asked.find(({ what }) => what.startsWith('POST'))?.body).toEqual({
    role: 'contributor',
    label: 'Inès du CCAS',
    days: 14,
    limits: none,
  })
  const letter = decodeURIComponent(screen.getByRole('link').getAttribute('href') ?? '')
  expect(letter).toContain(link)
  expect(letter).not.toMatch(/Inès|Marc|Fil\b/)
  expect(letterTo('a & b', 'c\nd')).toBe('mailto:?subject=a%20%26%20b&body=c%0D%0Ad')

  fireEvent.click(screen.getByRole('button', { name: 'Terminé' }))
  expect(await screen.findByText('Inès du CCAS')).toBeTruthy()
  await waitFor(() => expect(screen.queryByDisplayValue(link)).toBeNull())
})
