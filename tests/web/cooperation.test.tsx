import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CooperationPage } from '#web/pages/CooperationPage.tsx'
import { MemberSections } from '#web/pages/cooperation/MemberSections.tsx'
import { Places } from '#web/pages/frame/Places.tsx'
import { MapPage } from '#web/pages/MapPage.tsx'
import type { MapExtras } from '#web/pages/map/extras.ts'
import { toasts } from '#web/ui/toasts.ts'
import { ADDED, cooperationAnswers, GROUP, mark, OTHER } from './cooperation.sample.ts'
import { renderAt, serverSaying } from './page.tsx'
import { answersFor, ID } from './sample.ts'

configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })

// jsdom draws no map: what the page gives it to draw is what is looked at.
const drawn = vi.hoisted(() => ({ extras: undefined as unknown, selected: undefined as unknown }))
vi.mock('#web/pages/map/ActorMap.tsx', () => ({
  ActorMap: (props: {
    extras: unknown
    selected: unknown
    onSelect: (id: string) => void
    children: React.ReactNode
  }) => {
    Object.assign(drawn, { extras: undefined }, props)
    return (
      <>
        <button type="button" onClick={() => props.onSelect('0190a000-0000-7000-8000-000000000002')}>
          la carte
        </button>
        {props.children}
      </>
    )
  },
}))

const SAID = [
  mark(ID, 'be_introduced', 3, 3),
  mark(ID, 'coordinate_outreach', 3, 0),
  mark(OTHER, 'coordinate_outreach', 0, 3),
]

/** The width that media queries believe in, in pixels. */
let width = 1440
const matches = (query: string) => {
  const [, sign = '', rem = '0'] = /width (>=|<) (\d+)rem/.exec(query) ?? []
  const limit = Number(rem) * 16
  return sign === '>=' ? width >= limit : sign === '<' ? width < limit : false
}

beforeEach(() => {
  width = 1440
  Element.prototype.scrollIntoView = () => {}
  vi.stubGlobal('CSS', { escape: (text: string) => text })
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: matches(query),
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
})

afterEach(() => {
  toasts.clear()
  cleanup()
  vi.unstubAllGlobals()
})

const open = (address: string, items = SAID, more: Record<string, unknown> = {}) => {
  const server = serverSaying({ ...cooperationAnswers(items), ...more })
  vi.stubGlobal('fetch', server.fetch)
  return { ...renderAt(address, () => <CooperationPage />), ...server }
}
const view = (place: 'Première' | 'Seconde', name: string) =>
  screen.findByRole('region', { name: (said) => said.replace(/\s/g, ' ') === `${place} vue, ${name}` })
const row = async (pane: HTMLElement, name: string) => within(pane).findByRole('row', { name })

it('[COO1] selecting in one view selects in the other, opens the card, and the address says it', async () => {
  const { router } = open('/?pane=list&beside=map')
  const list = await view('Première', 'Liste')
  fireEvent.click(await within(await view('Seconde', 'Carte')).findByText('la carte'))
  await waitFor(async () => expect((await row(list, 'La Halte')).className).toContain('selected'))
  expect(await screen.findByRole('heading', { name: 'La Halte' })).toBeTruthy()
  expect(router.state.location.search).toMatchObject({ actor: OTHER })
  const first = await row(list, 'CCAS de Lille')
  first.focus()
  fireEvent.keyDown(first, { key: 'Enter' })
  fireEvent.keyUp(first, { key: 'Enter' })
  await waitFor(() => expect(drawn.selected).toBe(ID))
})

it('[COO2] an address opens the same views, lens, voice and selection again', async () => {
  open(`/?pane=reasons&beside=list&reason=coordinate_outreach&as=${GROUP}&actor=${OTHER}`)
  await view('Première', 'Raisons')
  const list = await view('Seconde', 'Liste')
  expect((await row(list, 'La Halte')).className).toContain('selected')
  const chip = screen.getByRole('radio', { name: 'Coordonner les acteurs de l’aller vers' })
  expect(chip.getAttribute('aria-checked')).toBe('true')
  expect(screen.getByRole('button', { name: /Groupe 1/ })).toBeTruthy()
})

it('[COO3] a reason changes where everybody stands, in the list by word and on the map by mark', async () => {
  open('/?pane=list&beside=map&reason=be_introduced')
  const list = await view('Première', 'Liste')
  await waitFor(async () => expect((await row(list, 'CCAS de Lille')).textContent).toContain('à formaliser'))
  expect((await row(list, 'La Halte')).textContent).toContain('sans avis')
  const standings = () => {
    const [halos] = (drawn.extras as MapExtras).below
    const source = halos?.sources.standings as unknown as {
      data: { features: { properties: { id: string; standing: string } }[] }
    }
    return Object.fromEntries(source.data.features.map(({ properties: { id, standing } }) => [id, standing]))
  }
  expect(standings()).toEqual({ [ID]: 'formalise', [OTHER]: 'unjudged' })
  fireEvent.click(screen.getByRole('radio', { name: 'Coordonner les acteurs de l’aller vers' }))
  await waitFor(async () =>
    expect((await row(list, 'CCAS de Lille')).textContent).toContain('lever les freins'),
  )
  expect((await row(list, 'La Halte')).textContent).toContain('entretenir le lien')
  expect(standings()).toEqual({ [ID]: 'lift_brakes', [OTHER]: 'keep_tie' })
})

it('[COO4] a reason of the workspace opens the views of the one that it looks like, and shows what that one shows', async () => {
  open(`/?reason=${ADDED}`)
  await view('Première', 'Carte')
  await view('Seconde', 'Calendrier')
  expect(await screen.findByText(/La carte montre les arrêts/)).toBeTruthy()
  expect(screen.getByRole('radio', { name: 'Partager un local' }).getAttribute('aria-checked')).toBe('true')
})

it('[COO5] a narrow screen shows one view at a time, and its tabs change it', async () => {
  width = 390
  const { router } = open('/?pane=list')
  await view('Première', 'Liste')
  expect(screen.queryByRole('region', { name: /Seconde vue/ })).toBeNull()
  fireEvent.click(screen.getByRole('tab', { name: 'Raisons' }))
  await view('Première', 'Raisons')
  expect(router.state.location.search).toMatchObject({ pane: 'reasons' })
})

it('[COO6] with actors and no judgement, the page says where to begin and opens the matrix', async () => {
  open('/?pane=list&beside=map', [])
  fireEvent.click(await screen.findByRole('button', { name: 'Placez un premier acteur' }))
  expect(await view('Première', 'Matrice')).toBeTruthy()
})

it('[COO7] a filter that leaves nobody offers to take it away', async () => {
  const { router } = open('/?pane=list&q=rien', SAID, { 'GET /api/briefs': { items: [], total: 0 } })
  fireEvent.click(await screen.findByRole('button', { name: 'Retirer tous les filtres' }))
  await waitFor(() => expect(router.state.location.search).not.toHaveProperty('q'))
})

it('[COO14] the lens holds on the plain map: marks, words in the list, and a chip that takes it away', async () => {
  const server = serverSaying(cooperationAnswers(SAID))
  vi.stubGlobal('fetch', server.fetch)
  const { router } = renderAt('/?reason=coordinate_outreach', () => <MapPage />)
  const list = await screen.findByRole('region', { name: 'Liste des acteurs' })
  await waitFor(async () =>
    expect((await row(list, 'CCAS de Lille')).textContent).toContain('lever les freins'),
  )
  expect((drawn.extras as MapExtras).cells).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: /Ne plus regarder pour/ }))
  await waitFor(() => expect(router.state.location.search).not.toHaveProperty('reason'))
  await waitFor(() => expect(drawn.extras).toBeUndefined())
  expect((await row(list, 'CCAS de Lille')).textContent).not.toContain('lever les freins')
})

it('[COO15] the bar of a phone holds five places, the others wait behind « Plus »', async () => {
  width = 390
  const waiting = { items: [], total: 0 }
  const server = serverSaying({ ...answersFor('administrator'), 'GET /api/proposals': waiting })
  vi.stubGlobal('fetch', server.fetch)
  renderAt('/', () => <Places />)
  const more = await screen.findByRole('button', { name: 'Plus' })
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
    'Carte',
    'Acteurs',
    'Coopérations',
    'Ce que nous voyons',
  ])
  fireEvent.click(more)
  expect(await screen.findByRole('menuitem', { name: 'Données' })).toBeTruthy()
})

it('[COO16] what members say of an actor is on its card for members, and is not even asked for by a visitor', async () => {
  const visitor = serverSaying({ ...cooperationAnswers(SAID), ...answersFor('visitor') })
  vi.stubGlobal('fetch', visitor.fetch)
  renderAt('/', () => <MemberSections id={ID} />)
  await waitFor(() => expect(visitor.asked.map(({ what }) => what)).toContain('GET /api/me'))
  expect(screen.queryByText('Avis')).toBeNull()
  cleanup()
  vi.stubGlobal('fetch', serverSaying(cooperationAnswers(SAID)).fetch)
  renderAt('/', () => <MemberSections id={ID} />)
  for (const name of ['Avis', 'Liens', 'Instances et actions'])
    expect(await screen.findByRole('heading', { name })).toBeTruthy()
  expect(visitor.asked.map(({ what }) => what)).not.toContain('GET /api/assessments')
})
