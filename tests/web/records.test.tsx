import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Bodies } from '#web/features/bodies/Bodies.tsx'
import { toasts } from '#web/ui/toasts.ts'
import { renderAt, serverSaying } from './page.tsx'
import { BODY, idOf, NAMES } from './records-sample.ts'
import { answersFor } from './sample.ts'

configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })

// jsdom has no `CSS`, with which React Aria finds a row by its key.
beforeEach(() => vi.stubGlobal('CSS', { escape: (text: string) => text }))
afterEach(() => {
  toasts.clear()
  cleanup()
  vi.unstubAllGlobals()
})

const plain = (name: string) => (said: string) => said.replace(/\s/g, ' ') === name
const button = (name: string) => screen.findByRole('button', { name: plain(name) })
const writes = (asked: { what: string; body: unknown }[]) =>
  asked.filter(({ what }) => !what.startsWith('GET'))

const open = () =>
  renderAt('/', () => <Bodies names={NAMES} opened={BODY.id} onOpen={() => {}} onActor={() => {}} />)
const describeAs = async (text: string) => {
  fireEvent.click(await button('Modifier : À quoi elle sert'))
  const field = screen.getByRole('textbox', { name: 'À quoi elle sert' })
  fireEvent.change(field, { target: { value: text } })
  fireEvent.blur(field)
}

it('[PTN1] a field of a record opens in one tap, saves by itself with its version, and can be undone', async () => {
  const { fetch, asked } = serverSaying({
    ...answersFor('contributor'),
    'GET /api/bodies': [BODY],
    [`PATCH /api/bodies/${BODY.id}`]: { record: { ...BODY, purpose: 'Agir', version: 4 }, seq: 17 },
    'POST /api/changes/17/undo': { seq: 18, undone: 1 },
  })
  vi.stubGlobal('fetch', fetch)
  open()
  await describeAs('Agir')
  await screen.findByText(plain('À quoi elle sert : enregistré'))
  expect(writes(asked)).toEqual([
    { what: `PATCH /api/bodies/${BODY.id}`, body: { version: 3, set: { purpose: 'Agir' } } },
  ])
  fireEvent.click(await button('Annuler'))
  await waitFor(() => expect(writes(asked).at(-1)?.what).toBe('POST /api/changes/17/undo'))
})

it('[PTN2] who may not undo or archive is offered neither', async () => {
  const { fetch } = serverSaying({
    ...answersFor('participant'),
    'GET /api/bodies': [BODY],
    [`PATCH /api/bodies/${BODY.id}`]: { record: { ...BODY, purpose: 'Agir', version: 4 }, seq: 17 },
  })
  vi.stubGlobal('fetch', fetch)
  open()
  await describeAs('Agir')
  await screen.findByText(plain('À quoi elle sert : enregistré'))
  expect(screen.queryByRole('button', { name: 'Annuler' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Autres actions' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Voir les archives' })).toBeNull()
})

it('[PTN3] a stale write shows both values, and keeping mine writes it over the version that holds the other', async () => {
  const theirs = { ...BODY, version: 9, purpose: 'La leur' }
  const { fetch, asked } = serverSaying({ ...answersFor('contributor'), 'GET /api/bodies': [theirs] })
  let refused = false
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    if (init.method !== 'PATCH') {
      return url.startsWith('/api/bodies') && !refused ? Response.json([BODY]) : fetch(url, init)
    }
    asked.push({ what: 'PATCH', body: JSON.parse(String(init.body)) })
    if (refused) return Response.json({ record: { ...theirs, version: 10, purpose: 'La mienne' }, seq: 20 })
    refused = true
    const values = { purpose: { yours: 'La mienne', theirs: 'La leur' } }
    return Response.json({ status: 412, code: 'stale_write', detail: '', values }, { status: 412 })
  })
  open()
  await describeAs('La mienne')
  const dialog = await screen.findByRole('alertdialog')
  expect(within(dialog).getByText('La leur')).toBeTruthy()
  fireEvent.click(within(dialog).getByRole('button', { name: 'Garder la mienne' }))
  await waitFor(() =>
    expect(writes(asked).at(-1)?.body).toEqual({ version: 9, set: { purpose: 'La mienne' } }),
  )
})

it('[PTN4] a refused write is put back and said', async () => {
  const { fetch } = serverSaying({ ...answersFor('contributor'), 'GET /api/bodies': [BODY] })
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) =>
    init.method === 'PATCH'
      ? Response.json({ status: 403, code: 'forbidden', detail: '' }, { status: 403 })
      : fetch(url, init),
  )
  open()
  await describeAs('Agir')
  expect(await screen.findByText('Parler ensemble')).toBeTruthy()
  expect(screen.queryByText('Agir')).toBeNull()
})

it('[PTN5] who should sit there and does not is on an empty chair, apart from the members', async () => {
  vi.stubGlobal('fetch', serverSaying({ ...answersFor('contributor'), 'GET /api/bodies': [BODY] }).fetch)
  open()
  const field = await screen.findByRole('region', { name: 'Qui y siège, qui y manque' })
  const chairs = within(field).getByText('Devrait y siéger et n’y est pas').parentElement!
  expect(chairs.dataset.emptyChair).toBe('true')
  expect(within(chairs).getByText('Bailleur du Nord')).toBeTruthy()
  expect(within(chairs).queryByText('CCAS de Lille')).toBeNull()
  expect((await screen.findByText(plain('1 chaise vide'))).tagName).toBe('STRONG')
})

it('[PTN6] a record that is not there says so instead of staying silent', async () => {
  vi.stubGlobal('fetch', serverSaying({ ...answersFor('contributor'), 'GET /api/bodies': [] }).fetch)
  renderAt('/', () => <Bodies names={NAMES} opened={idOf(99)} onOpen={() => {}} onActor={() => {}} />)
  expect(await screen.findByText(/Cette fiche n’existe pas/)).toBeTruthy()
})
