import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { NewTerritory } from '#web/features/territories/NewTerritory.tsx'
import { Tour } from '#web/features/tour/Tour.tsx'
import { Sheet } from '#web/ui/Sheet.tsx'
import { renderAt, serverSaying } from './page.tsx'

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
