import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { RunPanel } from '#web/features/imports/RunPanel.tsx'
import { NewTerritory } from '#web/features/territories/NewTerritory.tsx'
import { Tour } from '#web/features/tour/Tour.tsx'
import { Sheet } from '#web/ui/Sheet.tsx'
import { renderAt, serverSaying } from './page.tsx'

const id = '0190a000-0000-7000-8000-000000000001'
const written = '0190a000-0000-7000-8000-000000000002'

afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.unstubAllGlobals()
})

it('[WEB26] a sheet takes the keyboard, and Escape closes it', async () => {
  const onClose = vi.fn()
  renderAt('/', () => (
    <Sheet title="La Halte" about="1" onClose={onClose}>
      Accueil de jour
    </Sheet>
  ))
  const heading = await screen.findByRole('heading', { name: 'La Halte' })
  expect(document.activeElement).toBe(heading)
  fireEvent.keyDown(heading, { key: 'Escape' })
  expect(onClose).toHaveBeenCalledOnce()
})

it('[WEB27] the tour has three steps, comes once, and Escape skips it for good', async () => {
  renderAt('/', () => <Tour />)
  await screen.findByText('Étape 1 sur 3')
  fireEvent.click(screen.getByRole('button', { name: 'Suivant' }))
  expect(document.activeElement).toBe(
    screen.getByRole('heading', { name: 'Cherchez à plusieurs sur la même vue' }),
  )
  fireEvent.keyDown(document.activeElement!, { key: 'Escape' })
  expect(screen.queryByText(/Étape/)).toBeNull()
  cleanup()
  const { router } = renderAt('/', () => <Tour />)
  await waitFor(() => expect(router.state.status).toBe('idle'))
  expect(screen.queryByText(/Étape/)).toBeNull()
})

it('[WEB28] a territory without name or commune is not sent: what is missing is said where it is missing', async () => {
  const { fetch, asked } = serverSaying({})
  vi.stubGlobal('fetch', fetch)
  renderAt('/territories/new', () => <NewTerritory />)
  fireEvent.click(await screen.findByRole('button', { name: 'Créer et ouvrir la carte' }))
  expect(await screen.findByText('Donnez un nom à ce territoire.')).toBeTruthy()
  expect(screen.getByText('Choisissez au moins une commune ou un EPCI.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('Nom du territoire'))
  expect(asked.filter(({ what }) => what.startsWith('POST'))).toEqual([])
})

const report = {
  outcome: 'repair',
  format: 'france_services',
  rows: 3,
  created: 2,
  updated: 0,
  unchanged: 0,
  ignored: 0,
  refused: [{ line: 3, field: 'latitude', code: 'null_island', message: 'Both are 0', value: '0' }],
  reservations: [{ line: 2, field: null, code: 'never_heard_of', message: 'Something new', value: null }],
  bounds: [3, 50, 3.1, 50.1],
}
const run = {
  id,
  filename: 'liste.csv',
  bytes: 1200,
  dryRun: true,
  state: 'done',
  progress: 3,
  report,
  startedAt: '2026-11-23T08:00:00Z',
  endedAt: null,
}

it('[WEB29] a checked file shows its doubts before anything is written, then is written on demand', async () => {
  const { fetch, asked } = serverSaying({
    [`GET /api/imports/${id}`]: run,
    [`POST /api/imports/${id}/apply`]: { ...run, id: written, dryRun: false },
  })
  vi.stubGlobal('fetch', fetch)
  const onRun = vi.fn()
  renderAt('/data', () => <RunPanel id={id} onRun={onRun} onMap={() => null} />)
  expect(await screen.findByText('Le fichier est prêt, sauf 1 ligne')).toBeTruthy()
  expect(screen.getByText(/Latitude et longitude valent 0/)).toBeTruthy()
  expect(screen.getByText('Something new (code « never_heard_of »)')).toBeTruthy()
  expect(asked.filter(({ what }) => what.startsWith('POST'))).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Importer' }))
  await waitFor(() => expect(onRun).toHaveBeenCalledWith(written))
})

it('[WEB30] an import that works shows its progress and can be stopped', async () => {
  let state = 'reading'
  const now = () => ({ ...run, state, report: null, progress: 1280 })
  const { fetch } = serverSaying({
    [`GET /api/imports/${id}`]: now,
    [`POST /api/imports/${id}/cancel`]: () => {
      state = 'cancelled'
      return now()
    },
  })
  vi.stubGlobal('fetch', fetch)
  renderAt('/data', () => <RunPanel id={id} onRun={() => {}} onMap={() => null} />)
  expect(await screen.findByText('1 280 lignes lues')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Arrêter' }))
  expect(await screen.findByText('Import arrêté')).toBeTruthy()
})
