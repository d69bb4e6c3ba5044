import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ActorList } from '#web/features/actors/ActorList.tsx'
import { NameStep } from '#web/features/actors/add/NameStep.tsx'
import { ActorCard } from '#web/features/actors/card/ActorCard.tsx'
import { hoursInWords } from '#web/place/hoursWords.ts'
import { toasts } from '#web/ui/toasts.ts'
import { renderAt, serverSaying } from './page.tsx'
import { ACTOR, answersFor, ID, SUMMARY } from './sample.ts'

// A busy machine draws a card in more than the second that is waited by default.
configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })

const id = ID
const actor = ACTOR
const summary = SUMMARY
const basics = answersFor('contributor')
// French sets a narrow space before its double punctuation: any space will do here.
const button = (name: string | RegExp) =>
  screen.findByRole('button', {
    name: (said) => (typeof name === 'string' ? said.replace(/\s/g, ' ') === name : name.test(said)),
  })
const writes = (asked: { what: string; body: unknown }[]) =>
  asked.filter(({ what }) => !what.startsWith('GET'))

// jsdom has no `CSS`, with which React Aria finds a row by its key.
beforeEach(() => vi.stubGlobal('CSS', { escape: (text: string) => text }))

afterEach(() => {
  toasts.clear()
  cleanup()
  vi.unstubAllGlobals()
})

const describeAs = async (text: string) => {
  fireEvent.click(await button('Modifier : Description'))
  const field = screen.getByRole('textbox', { name: 'Description' })
  fireEvent.change(field, { target: { value: text } })
  fireEvent.blur(field)
}

it('[CARD4] a field opens in one tap, saves by itself with the version it was read at, and can be undone', async () => {
  const { fetch, asked } = serverSaying({
    ...basics,
    [`PATCH /api/actors/${id}`]: { actor: { ...actor, description: 'Accueil du soir', version: 5 }, seq: 17 },
    'POST /api/changes/17/undo': { seq: 18, undone: 1 },
  })
  vi.stubGlobal('fetch', fetch)
  renderAt('/', () => <ActorCard id={id} onClose={() => {}} />)
  await describeAs('Accueil du soir')
  expect(await screen.findByText('Description : enregistré')).toBeTruthy()
  expect(writes(asked)).toEqual([
    { what: `PATCH /api/actors/${id}`, body: { version: 4, set: { description: 'Accueil du soir' } } },
  ])
  fireEvent.click(await button('Annuler'))
  await waitFor(() => expect(writes(asked).at(-1)?.what).toBe('POST /api/changes/17/undo'))
})

it('[CARD5] leaving a field as it was, or by Escape, writes nothing', async () => {
  const { fetch, asked } = serverSaying(basics)
  vi.stubGlobal('fetch', fetch)
  renderAt('/', () => <ActorCard id={id} onClose={() => {}} />)
  await describeAs('Accueil du matin')
  fireEvent.click(await button('Modifier : Description'))
  const field = screen.getByRole('textbox', { name: 'Description' })
  fireEvent.change(field, { target: { value: 'Autre chose' } })
  fireEvent.keyDown(field, { key: 'Escape' })
  expect(await screen.findByText('Accueil du matin')).toBeTruthy()
  expect(writes(asked)).toEqual([])
})

it('[CARD6] a stale write shows both values, and keeping mine writes it over the version that holds the other', async () => {
  const { fetch, asked } = serverSaying(basics)
  let refused = false
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    if (init.method !== 'PATCH') {
      const theirs = { ...actor, version: 9, description: 'La leur' }
      if (refused && url.startsWith(`/api/actors/${id}`)) return Response.json(theirs)
      return fetch(url, init)
    }
    asked.push({ what: 'PATCH', body: JSON.parse(String(init.body)) })
    if (refused) return Response.json({ actor: { ...actor, version: 10, description: 'La mienne' }, seq: 20 })
    refused = true
    const values = { description: { yours: 'La mienne', theirs: 'La leur' } }
    return Response.json({ status: 412, code: 'stale_write', detail: '', values }, { status: 412 })
  })
  renderAt('/', () => <ActorCard id={id} onClose={() => {}} />)
  await describeAs('La mienne')
  const dialog = await screen.findByRole('alertdialog')
  expect(within(dialog).getByText('La mienne')).toBeTruthy()
  expect(within(dialog).getByText('La leur')).toBeTruthy()
  fireEvent.click(within(dialog).getByRole('button', { name: 'Garder la mienne' }))
  await waitFor(() =>
    expect(writes(asked).at(-1)?.body).toEqual({ version: 9, set: { description: 'La mienne' } }),
  )
})

it('[CARD7] the card says where a record comes from, its licence, its date, and that nobody has checked it', async () => {
  vi.stubGlobal('fetch', serverSaying(basics).fetch)
  renderAt('/', () => <ActorCard id={id} onClose={() => {}} />)
  expect(
    await screen.findByText(/Source : data·inclusion · au 3 février 2025 · Licence Ouverte/),
  ).toBeTruthy()
  expect(screen.getByText('Jamais vérifié')).toBeTruthy()
})

it('[LIST6] a result of nothing offers to take away each filter that would help, with what it gives', async () => {
  const relax = [
    { filter: 'commune', total: 12 },
    { filter: 'family', total: 0 },
  ]
  const page = { items: [], total: 0, places: 0, unplaced: 0, relax, corrected: null }
  vi.stubGlobal('fetch', serverSaying({ ...basics, 'GET /api/actors': page }).fetch)
  const onRelax = vi.fn()
  renderAt('/', () => (
    <ActorList
      query={{ commune: ['59350'] }}
      selected={undefined}
      onOpen={() => {}}
      onRelax={onRelax}
      empty={null}
    />
  ))
  fireEvent.click(await button('Retirer le filtre Commune : 12 résultats'))
  expect(onRelax).toHaveBeenCalledWith('commune')
  expect(screen.queryByRole('button', { name: /Famille/ })).toBeNull()
})

it('[LIST7] a row opens by keyboard, and says type, commune, verification and whether it is open', async () => {
  const page = { items: [summary], total: 1, places: 1, unplaced: 0, relax: [], corrected: null }
  vi.stubGlobal('fetch', serverSaying({ ...basics, 'GET /api/actors': page }).fetch)
  const onOpen = vi.fn()
  renderAt('/', () => (
    <ActorList query={{}} selected={undefined} onOpen={onOpen} onRelax={() => {}} empty={null} />
  ))
  const row = await screen.findByRole('row', { name: actor.name })
  await waitFor(() => expect(row.textContent).toContain('CCAS ou CIAS · Lille'))
  expect(row.textContent).toContain('Jamais vérifié')
  expect(row.textContent).toContain('Ouvert maintenant')
  row.focus()
  fireEvent.keyDown(row, { key: 'Enter' })
  fireEvent.keyUp(row, { key: 'Enter' })
  expect(onOpen).toHaveBeenCalledWith(id, undefined)
})

it('[LIST8] adding an actor shows at once those whose name is alike, and opening one of them adds nothing', async () => {
  const { fetch, asked } = serverSaying({ ...basics, 'GET /api/actors/similar': [summary] })
  vi.stubGlobal('fetch', fetch)
  const onOpen = vi.fn()
  renderAt('/', () => <NameStep name="CCAS Lille" onName={() => {}} onOpen={onOpen} onNext={() => {}} />)
  expect(await screen.findByText('Est-ce l’un de ceux-ci ?')).toBeTruthy()
  fireEvent.click(await button(/CCAS de Lille/))
  expect(onOpen).toHaveBeenCalledWith(id, undefined)
  expect(writes(asked)).toEqual([])
})

it('[CARD16] hours in a difference are said with the days of the language', () => {
  expect(hoursInWords('Mo-Fr 09:00-12:00; PH off', 'fr', 'fermé', 'jours fériés')).toBe(
    'lun.–ven. 09:00–12:00; jours fériés fermé',
  )
  expect(hoursInWords('We 14:00+', 'en', 'closed', 'public holidays')).toBe('Wed 14:00+')
})
