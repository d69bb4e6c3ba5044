import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Unplaced } from '#contract/geocoding'
import type { Role } from '#contract/roles'
import { UnplacedPage } from '#web/pages/UnplacedPage.tsx'
import { toasts } from '#web/ui/toasts.ts'
import { aPlace } from '../support/actors.ts'
import { renderAt, serverSaying } from './page.tsx'
import { ACTOR, answersFor, ID, SUMMARY } from './sample.ts'

configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })
vi.mock('#web/features/geocoding/CandidateMap.tsx', () => ({ CandidateMap: () => null }))
vi.mock('#web/features/actors/place/PlaceFinder.tsx', () => ({
  PlaceFinder: ({ onChoose }: { onChoose: (spot: { point: [number, number] }) => void }) => (
    <button type="button" onClick={() => onChoose({ point: [3.5, 50.5] })}>
      Ici même
    </button>
  ),
}))

const PLACE = '0190a000-0000-7000-8000-0000000000c1'
const OTHER = '0190a000-0000-7000-8000-0000000000c2'
const candidate = (label: string, lng: number) => ({
  label,
  point: { type: 'Point' as const, coordinates: [lng, 50.6] as [number, number] },
  match: 'street' as const,
  score: 0.7,
})
const FIRST: Unplaced = {
  actor: SUMMARY,
  placeId: PLACE,
  address: '40 rue du Port',
  postcode: '59000',
  communeCode: '59350',
  communeName: 'Lille',
  candidates: [candidate('Rue du Port, 59000 Lille', 3.1), candidate('Rue du Pont, 59000 Lille', 3.2)],
}
const SECOND: Unplaced = { ...FIRST, actor: { ...SUMMARY, name: 'Le Fil' }, placeId: OTHER, candidates: [] }
const STATUS = {
  addresses: 1_200,
  communes: 3,
  unplaced: 2,
  service: false,
  serviceUrl: 'https://geo.example.org/x',
}

beforeEach(() => vi.stubGlobal('CSS', { escape: (text: string) => text }))
afterEach(() => {
  toasts.clear()
  cleanup()
  vi.unstubAllGlobals()
})

/** The screen, with two places of which one goes once its actor is written. */
function open(role: Role = 'administrator', more: Record<string, unknown> = {}) {
  let waiting = [FIRST, SECOND]
  const actor = { ...ACTOR, places: [aPlace({ id: PLACE, point: null })] }
  const { fetch, asked } = serverSaying({
    ...answersFor(role),
    'GET /api/territories': [],
    'GET /api/geocoding': () => ({ ...STATUS, unplaced: waiting.length }),
    'GET /api/geocoding/unplaced': () => ({ items: waiting, total: waiting.length }),
    [`GET /api/actors/${ID}`]: actor,
    [`PATCH /api/actors/${ID}`]: () => {
      waiting = [SECOND]
      return { actor, seq: 4 }
    },
    ...more,
  })
  vi.stubGlobal('fetch', fetch)
  renderAt('/', () => <UnplacedPage />)
  const written = () => asked.find(({ what }) => what.startsWith('PATCH'))?.body as never
  return { asked, written }
}
const pointOf = (body: { set: { places: { point: unknown }[] } }) => body.set.places[0]!.point

it('[GEO26] a candidate is chosen with one press, said with its undo, and the next place opens under the keyboard', async () => {
  const { written } = open()
  const choice = await screen.findByRole('button', { name: /Rue du Pont, 59000 Lille.*Au milieu de la rue/ })
  fireEvent.click(choice)
  await screen.findByText(/est sur la carte/)
  expect(pointOf(written())).toEqual({ type: 'Point', coordinates: [3.2, 50.6] })
  expect(screen.getByRole('button', { name: 'Annuler' })).toBeTruthy()
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Le Fil'))
  expect(screen.getByText(/Aucune adresse connue ne lui ressemble/)).toBeTruthy()
})

it('[GEO26] a place is skipped without a write, and put by hand where nothing was found', async () => {
  const { asked, written } = open()
  fireEvent.click(await screen.findByRole('button', { name: 'Passer' }))
  await screen.findByText(/Aucune adresse connue ne lui ressemble/)
  expect(asked.some(({ what }) => what.startsWith('PATCH'))).toBe(false)
  fireEvent.click(screen.getByRole('button', { name: /CCAS de Lille/ }))
  fireEvent.click(await screen.findByRole('button', { name: 'Placer à la main' }))
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Ici même' }))
  await waitFor(() => expect(pointOf(written())).toEqual({ type: 'Point', coordinates: [3.5, 50.5] }))
})

it('[GEO27] the search says what it placed, how exactly, and what is left', async () => {
  const matches = { housenumber: 3, interpolation: 1, street: 0, locality: 0 }
  open('manager', {
    'POST /api/geocoding/locate': { located: 4, matches, unplaced: 2, more: false, seq: 9 },
  })
  expect(await screen.findByText(/1\s200 adresses sont connues ici, dans 3 communes/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Chercher toutes les adresses' }))
  expect(await screen.findByText('3 au numéro exact')).toBeTruthy()
  expect(screen.getByText('1 estimé d’après les numéros voisins')).toBeTruthy()
  expect(screen.getByText('4 lieux placés. Il en reste 2 à placer.')).toBeTruthy()
})

it('[GEO28] where addresses go is said to all, and only an administrator is given the switch', async () => {
  const { asked } = open('administrator', { 'PUT /api/geocoding': { service: true } })
  expect(await screen.findByText(/Seuls sortent le numéro et la voie/)).toBeTruthy()
  expect(screen.getByText(/geo\.example\.org/)).toBeTruthy()
  fireEvent.click(screen.getByRole('switch', { name: /Autoriser ce serveur/ }))
  await waitFor(() => expect(asked).toContainEqual({ what: 'PUT /api/geocoding', body: { service: true } }))
  cleanup()
  open('contributor')
  expect(await screen.findByText(/Ce n’est pas autorisé dans cet espace/)).toBeTruthy()
  expect(screen.queryByRole('switch')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Chercher toutes les adresses' })).toBeNull()
})
