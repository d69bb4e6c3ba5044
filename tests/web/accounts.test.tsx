import { QueryClient } from '@tanstack/react-query'
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Me } from '#contract/accounts'
import { ROLES } from '#contract/roles'
import { Join } from '#web/features/accounts/Join.tsx'
import { OwnTokens } from '#web/features/accounts/OwnTokens.tsx'
import { RoleChooser } from '#web/features/accounts/RoleChooser.tsx'
import { SetUpForm } from '#web/features/accounts/SetUpForm.tsx'
import { actionsIn, isOffered, scopeOf } from '#web/features/accounts/scopes.ts'
import { secretOf } from '#web/features/accounts/secret.ts'
import { mayOf, meQuery, settle } from '#web/me.ts'
import { Frame } from '#web/pages/frame/Frame.tsx'
import { gateOf } from '#web/pages/frame/gate.ts'
import { SignInLinkPage } from '#web/pages/SignInLinkPage.tsx'
import { readSearch } from '#web/search.ts'
import { toasts } from '#web/ui/toasts.ts'
import { renderAt, serverSaying } from './page.tsx'

configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })

const [visitor, contributor] = ['visitor', 'contributor'] as const
const id = '0190a000-0000-7000-8000-000000000001'
const secret = 'a-secret-of-forty-three-characters-or-nearly'
const nobody: Me = {
  account: null,
  workspace: null,
  role: null,
  audience: 'public',
  limits: { territories: [], families: [] },
  workspaces: [],
  secondFactor: 'none',
  mayResetPassword: false,
  server: { demo: false, empty: false, links: true, provider: null },
}
const account = { id, name: 'Camille', email: 'c@ex.fr', operator: false, hasPassword: true, passkeys: 0 }
const member: Me = {
  ...nobody,
  account,
  workspace: { id, name: 'Le Fil', kind: 'association' },
  role: 'contributor',
  audience: 'partners',
}
const problem = (status: number, code: string, more = {}) =>
  Response.json({ status, code, detail: code, ...more }, { status })
const field = (name: string) => screen.findByLabelText(name)
const type = async (name: string, value: string) => fireEvent.change(await field(name), { target: { value } })
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))

beforeEach(() => {
  vi.stubGlobal('CSS', { escape: (text: string) => text })
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
})
afterEach(() => {
  cleanup()
  for (const { key } of toasts.visibleToasts) toasts.close(key)
  localStorage.clear()
  vi.unstubAllGlobals()
})

it('[WEB31] the frame opens for who may enter, and shows the missing step to who may not yet', () => {
  const empty = { ...nobody, server: { ...nobody.server, empty: true } }
  const pending: Me = { ...nobody, account, secondFactor: 'pending' }
  const outside = { ...nobody, account }
  const visitor: Me = { ...nobody, role: 'visitor' }
  expect(
    [nobody, empty, pending, outside, visitor, member].map((me) =>
      ['/', '/workspace', '/join', '/privacy'].map((path) => gateOf(me, path)),
    ),
  ).toEqual([
    ['signIn', 'signIn', 'threshold', 'threshold'],
    ['setup', 'setup', 'threshold', 'threshold'],
    ['passkey', 'passkey', 'passkey', 'threshold'],
    ['outside', 'outside', 'threshold', 'threshold'],
    ['open', 'open', 'threshold', 'open'],
    ['open', 'open', 'threshold', 'open'],
  ])
})

it('[WEB32] whoever is nobody signs in where they wanted to go, and is there', async () => {
  const { fetch, asked } = serverSaying({
    'GET /api/me': nobody,
    'POST /api/session': member,
    'GET /api/territories': [],
  })
  vi.stubGlobal('fetch', fetch)
  const { router } = renderAt('/data?lang=fr', () => <Frame />)
  await type('Adresse électronique', ' c@ex.fr ')
  await type('Mot de passe', 'lampadaire girafe couloir')
  await press('Se connecter')
  expect(await screen.findByRole('button', { name: /Camille/ })).toBeTruthy()
  expect(asked.find(({ what }) => what === 'POST /api/session')?.body).toEqual({
    email: 'c@ex.fr',
    password: 'lampadaire girafe couloir',
  })
  expect(router.state.location.pathname).toBe('/data')
})

it('[WEB33] nobody may anything, and a limit to families counts for the actors that it does not name', () => {
  expect([undefined, nobody].map((me) => mayOf(me, 'actor:read'))).toEqual([false, false])
  expect(mayOf(member, 'actor:write')).toBe(true)
  expect(mayOf(member, 'member:write')).toBe(false)
  const limited: Me = { ...member, limits: { territories: [], families: ['A'] } }
  expect((['A', 'B'] as const).map((family) => mayOf(limited, 'actor:write', { family }))).toEqual([
    true,
    false,
  ])
})

it('[WEB34] another identity forgets all that the former one read; a new name does not', () => {
  const client = new QueryClient()
  const { queryKey } = meQuery()
  client.setQueryData(queryKey, member)
  client.setQueryData(['actors'], ['private'])
  settle(client, { ...member, account: { ...account, name: 'Camille L.' } })
  expect(client.getQueryData(['actors'])).toEqual(['private'])
  settle(client, { ...member, role: 'visitor' })
  expect(client.getQueryData(['actors'])).toBeUndefined()
  expect(client.getQueryData(queryKey)).toEqual(member)
})

it('[WEB35] a session that ends while the page is open brings the sign-in page in its place', async () => {
  let me = member
  const { fetch } = serverSaying({ 'GET /api/me': () => me, 'GET /api/territories': [] })
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (!url.startsWith('/api/territories')) return fetch(url, init)
    me = nobody
    return problem(401, 'sign_in_needed')
  })
  renderAt('/', () => <Frame />)
  expect(await field('Mot de passe')).toBeTruthy()
})

it('[WEB36] after too many failures the button says how long to wait, and waits', async () => {
  const { fetch } = serverSaying({ 'GET /api/me': nobody })
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) =>
    url === '/api/session'
      ? problem(429, 'too_many_attempts', { values: { seconds: 42 } })
      : fetch(url, init),
  )
  renderAt('/', () => <Frame />)
  await type('Adresse électronique', 'c@ex.fr')
  await type('Mot de passe', 'x')
  await press('Se connecter')
  const button = await screen.findByRole('button', { name: 'Réessayer dans 42 s' })
  expect(button.hasAttribute('disabled')).toBe(true)
  expect(screen.getByRole('alert').textContent).toContain('42')
})

it('[WEB37] a password is advised while it is typed: what is missing, then how good it is', async () => {
  let strength = 1
  const { fetch, asked } = serverSaying({
    'POST /api/account/password/strength': () => ({ strength, accepted: strength > 2 }),
  })
  vi.stubGlobal('fetch', fetch)
  renderAt('/', () => <SetUpForm secret={secret} />)
  await type('Votre nom', 'Camille')
  await type('Mot de passe', 'azerty')
  expect(await screen.findByText('Encore 6 caractères')).toBeTruthy()
  await type('Mot de passe', 'azerty123456')
  expect(await screen.findByText('Encore facile à deviner : ajoutez deux mots')).toBeTruthy()
  strength = 4
  await type('Mot de passe', 'lampadaire girafe couloir')
  expect(await screen.findByText('Très bon mot de passe')).toBeTruthy()
  expect(asked.at(-1)?.body).toEqual({ password: 'lampadaire girafe couloir', words: ['Camille'] })
})

it('[WEB38] opening a sign-in link uses nothing up: a press does', async () => {
  expect([`#${secret}`, secret, '', '#short', '#<script>alert(1)</script>'].map(secretOf)).toEqual([
    secret,
    secret,
    undefined,
    undefined,
    undefined,
  ])
  const { fetch, asked } = serverSaying({ 'GET /api/me': nobody, 'POST /api/session/link': member })
  vi.stubGlobal('fetch', fetch)
  renderAt(`/#${secret}`, () => <SignInLinkPage />)
  const button = await screen.findByRole('button', { name: 'Me connecter' })
  expect(asked).toEqual([])
  fireEvent.click(button)
  await waitFor(() => expect(asked).toContainEqual({ what: 'POST /api/session/link', body: { secret } }))
})

it('[WEB39] a token is shown once, and copied where there is no clipboard to write to', async () => {
  const token = 'mlg_0123456789abcdef'
  const made = {
    id,
    name: 'Import du lundi',
    actions: null,
    createdAt: '2026-11-01T00:00:00Z',
    expiresAt: '2099-01-01T00:00:00Z',
    lastUsedAt: null,
  }
  const tokens: unknown[] = []
  const { fetch, asked } = serverSaying({
    'GET /api/account/tokens': () => tokens,
    'POST /api/account/tokens': () => {
      tokens.push(made)
      return { token, description: made }
    },
  })
  vi.stubGlobal('fetch', fetch)
  const command = vi.fn(() => true)
  document.execCommand = command
  renderAt('/', () => <OwnTokens role={contributor} />)
  await press('Créer un jeton')
  await type('À quoi servira-t-il ?', made.name)
  await press('Créer le jeton')
  const shown = await screen.findByDisplayValue(token)
  expect(asked.find(({ what }) => what.startsWith('POST'))?.body).toEqual({
    name: made.name,
    actions: actionsIn('read', 'contributor'),
    days: 90,
  })
  await press('Copier')
  await screen.findByRole('button', { name: 'Copié' })
  expect(command).toHaveBeenCalledWith('copy')
  expect((shown as HTMLInputElement).selectionEnd).toBe(token.length)
  await press('Terminé')
  await screen.findByText('Import du lundi')
  expect(screen.queryByDisplayValue(token)).toBeNull()
})

it('[WEB40] a token reads, imports, or may all that its owner may: never more', () => {
  for (const role of ROLES) {
    const reads = actionsIn('read', role) ?? []
    expect(reads.every((action) => /:(read|export)$/.test(action))).toBe(true)
    expect(isOffered('import', role)).toBe(role === 'observatory_officer' || role === 'administrator')
  }
  expect(actionsIn('all', 'trainer')).toBeNull()
  expect(
    [null, actionsIn('import', 'administrator'), actionsIn('read', 'visitor'), ['actor:write']].map(scopeOf),
  ).toEqual(['all', 'import', 'read', 'other'])
})

it('[WEB41] an invitation is one press for who has an account, and three fields for who has none', async () => {
  const { fetch, asked } = serverSaying({
    'GET /api/me': member,
    'POST /api/invitation/open': {
      workspace: 'Le Fil',
      role: 'trainer',
      invitedBy: 'Marc',
      expiresAt: '2026-12-01T00:00:00Z',
    },
    'POST /api/invitation/accept': { workspaceId: id },
  })
  vi.stubGlobal('fetch', fetch)
  const joined = vi.fn()
  renderAt('/', () => <Join secret={secret} me={member} onJoined={joined} />)
  expect(await screen.findByText('Formateur')).toBeTruthy()
  await press('Rejoindre l’espace')
  await waitFor(() => expect(joined).toHaveBeenCalledWith('Le Fil'))
  expect(asked.find(({ what }) => what.endsWith('accept'))?.body).toEqual({ secret })
  cleanup()

  renderAt('/', () => <Join secret={secret} me={nobody} onJoined={joined} />)
  await type('Votre nom', 'Inès')
  await type('Adresse électronique', 'ines@ex.fr')
  await type('Mot de passe', 'court')
  await press('Créer mon compte et rejoindre')
  expect(await screen.findByText('Choisissez un mot de passe de 12 caractères ou plus.')).toBeTruthy()
  expect(asked.filter(({ what }) => what.endsWith('accept'))).toHaveLength(1)
})

it('[WEB42] in the demo one press is one role, and the page stays', async () => {
  const { fetch, asked } = serverSaying({ 'POST /api/session/demo': { ...member, role: 'manager' } })
  vi.stubGlobal('fetch', fetch)
  const { router } = renderAt('/data?lang=fr', () => <RoleChooser role={visitor} isSignedIn={false} />)
  await press('Choisir un rôle')
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getAllByRole('listitem')).toHaveLength(ROLES.length)
  expect(within(dialog).getByRole('button', { current: true }).textContent).toContain('Visiteur')
  fireEvent.click(within(dialog).getByRole('button', { name: /^Cadre/ }))
  await waitFor(() => expect(asked).toEqual([{ what: 'POST /api/session/demo', body: { role: 'manager' } }]))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(router.state.location.pathname).toBe('/data')
})

it('[WEB43] signing in leads to a path of this site, never to another', () => {
  const read = (returnTo: string) => readSearch({ returnTo }).returnTo
  expect(read('/actors?q=ccas')).toBe('/actors?q=ccas')
  for (const away of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', ''])
    expect(read(away)).toBeUndefined()
})
