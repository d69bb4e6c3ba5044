import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Proposal } from '#contract/proposals'
import { WaitingLink } from '#web/features/proposals/WaitingLink.tsx'
import { SharedList } from '#web/features/sharing/SharedList.tsx'
import { ProposalsPage } from '#web/pages/ProposalsPage.tsx'
import { toasts } from '#web/ui/toasts.ts'
import { renderAt, serverSaying } from './page.tsx'
import { ACTOR, answersFor, ID, SUMMARY } from './sample.ts'

configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })

const FIRST: Proposal = {
  id: '0190a000-0000-7000-8000-0000000000b1',
  at: '2026-11-20T10:00:00Z',
  author: 'visitor',
  actorId: ID,
  title: 'CCAS de Lille',
  message: 'Vu ce matin',
  state: 'waiting',
  difference: [{ field: 'description', before: 'Accueil du matin', after: 'Accueil du soir' }],
  similar: [],
  decidedBy: null,
  decidedAt: null,
  reason: null,
}
const SECOND: Proposal = {
  ...FIRST,
  id: '0190a000-0000-7000-8000-0000000000b2',
  actorId: null,
  title: 'Le Fil',
  difference: [{ field: 'typeId', before: null, after: 'ccas-cias' }],
  similar: [{ ...SUMMARY, name: 'Au Fil' }],
}

beforeEach(() => vi.stubGlobal('CSS', { escape: (text: string) => text }))
afterEach(() => {
  toasts.clear()
  cleanup()
  vi.unstubAllGlobals()
})

/** A queue that a decision shortens. */
function openQueue(more: Record<string, unknown> = {}) {
  let waiting = [FIRST, SECOND]
  const decided = (answer: unknown) => () => {
    waiting = waiting.slice(1)
    return answer
  }
  const { fetch, asked } = serverSaying({
    ...answersFor('trainer'),
    'GET /api/territories': [],
    'GET /api/proposals': () => ({ items: waiting, total: waiting.length }),
    [`POST /api/proposals/${FIRST.id}/accept`]: decided({ actorId: ID, seq: 12 }),
    [`POST /api/proposals/${FIRST.id}/refuse`]: decided({ id: FIRST.id }),
    'POST /api/changes/12/undo': { seq: 13, undone: 1 },
    ...more,
  })
  vi.stubGlobal('fetch', fetch)
  renderAt('/', () => <ProposalsPage />)
  return asked
}
const named = (name: string) => ({ name: (said: string) => said.replace(/\s/g, ' ') === name })
const button = (name: string) => screen.findByRole('button', named(name))
const writes = (asked: { what: string; body: unknown }[]) =>
  asked.filter(({ what }) => !what.startsWith('GET'))

it('[PROP1] a proposal reads field by field in words, with its message and those that may be the same', async () => {
  openQueue()
  const [first, second] = await screen.findAllByRole('article')
  expect(first?.textContent).toContain('Une personne en visite')
  expect(first?.textContent).toContain('Vu ce matin')
  expect(within(first!).getByText('Accueil du matin').closest('del')).toBeTruthy()
  expect(within(first!).getByText('Accueil du soir').closest('ins')).toBeTruthy()
  await waitFor(() => expect(second?.textContent).toContain('CCAS ou CIAS'))
  const alike = within(second!).getByRole('region', { name: 'Peut-être déjà là' })
  expect(within(alike).getByRole('link').getAttribute('href')).toContain(ID)
})

it('[PROP2] one tap accepts; it can be undone, and the keyboard is at the next one', async () => {
  const asked = openQueue()
  fireEvent.click(await button('Accepter : CCAS de Lille'))
  await waitFor(() => expect(screen.queryAllByRole('article')).toHaveLength(1))
  expect(writes(asked)).toEqual([{ what: `POST /api/proposals/${FIRST.id}/accept`, body: { set: {} } }])
  await waitFor(() => expect(document.activeElement?.id).toBe(`proposal-${SECOND.id}`))
  fireEvent.click(await button('Annuler'))
  await waitFor(() => expect(writes(asked).at(-1)?.what).toBe('POST /api/changes/12/undo'))
})

it('[PROP3] two taps refuse, with one of the usual reasons', async () => {
  const asked = openQueue()
  fireEvent.click(await button('Refuser : CCAS de Lille'))
  fireEvent.click(await button('C’est déjà à jour'))
  await waitFor(() => expect(writes(asked)).toHaveLength(1))
  expect(writes(asked)[0]).toEqual({
    what: `POST /api/proposals/${FIRST.id}/refuse`,
    body: { reason: 'C’est déjà à jour' },
  })
})

it('[PROP4] mended before it is accepted, a proposal sends only what was mended', async () => {
  const asked = openQueue()
  fireEvent.click(await button('Modifier puis accepter : CCAS de Lille'))
  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByText('Accueil du soir')).toBeTruthy()
  fireEvent.click(dialog.getByRole('button', named('Modifier : Description')))
  const field = dialog.getByRole('textbox', { name: 'Description' })
  fireEvent.change(field, { target: { value: 'Accueil du soir, sur rendez-vous' } })
  fireEvent.blur(field)
  fireEvent.click(dialog.getByRole('button', { name: 'Accepter avec mes modifications' }))
  await waitFor(() => expect(writes(asked)).toHaveLength(1))
  expect(writes(asked)[0]?.body).toEqual({ set: { description: 'Accueil du soir, sur rendez-vous' } })
})

it('[PROP5] how many wait is said to those who moderate, and never asked for the others', async () => {
  const { fetch, asked } = serverSaying({
    ...answersFor('trainer'),
    'GET /api/proposals': { items: [], total: 3 },
  })
  vi.stubGlobal('fetch', fetch)
  renderAt('/', () => <WaitingLink />)
  expect(await screen.findByText('3 propositions en attente')).toBeTruthy()
  cleanup()
  asked.length = 0
  vi.stubGlobal('fetch', serverSaying(answersFor('contributor')).fetch)
  renderAt('/', () => <WaitingLink />)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(asked).toEqual([])
})

it('[PROP6] an actor of another workspace is taken over in one tap; one that is here is a link to its card', async () => {
  const shared = {
    workspaceId: ID,
    workspace: 'Le Fil',
    id: ID,
    name: ACTOR.name,
    family: 'B',
    typeId: 'ccas-cias',
    communes: ['Lille'],
    takenAs: null,
  }
  const taken = { ...shared, id: FIRST.id, name: 'Déjà repris', takenAs: SECOND.id }
  const { fetch, asked } = serverSaying({
    ...answersFor('contributor'),
    'GET /api/shared/actors': { items: [shared, taken], total: 2 },
    'POST /api/shared/actors/take': { actorId: ID, seq: 5 },
  })
  vi.stubGlobal('fetch', fetch)
  const onTaken = vi.fn()
  renderAt('/', () => <SharedList typeName={(id) => id} onTaken={onTaken} />)
  fireEvent.click(await button('Reprendre ici : CCAS de Lille'))
  await waitFor(() => expect(onTaken).toHaveBeenCalledWith(expect.any(String), 5))
  expect(writes(asked)[0]?.body).toEqual({ workspaceId: ID, id: ID })
  expect(screen.getByRole('link', { name: /Déjà ici/ }).getAttribute('href')).toContain(SECOND.id)
})
