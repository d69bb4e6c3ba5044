import { cleanup, configure, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PersonRights } from '#web/features/privacy/PersonRights.tsx'
import { textsOf } from '#web/features/privacy/traces.ts'
import { renderAt, serverSaying } from './page.tsx'
import { answersFor, ID } from './sample.ts'

configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => vi.stubGlobal('CSS', { escape: (text: string) => text }))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const plain = (text: string) => text.replace(/\s/g, ' ')
const button = (name: string) => screen.findByRole('button', { name: (said: string) => plain(said) === name })
const writes = (asked: { what: string; body: unknown }[]) =>
  asked.filter(({ what }) => !what.startsWith('GET'))

function open(answers: Record<string, unknown>, part: () => React.ReactNode) {
  const { fetch, asked } = serverSaying(answers)
  vi.stubGlobal('fetch', fetch)
  renderAt('/', part)
  return asked
}

it('[PERS1] one person is looked for by one thing at least, and found with where it stands', async () => {
  const traces = [
    { where: 'contact', id: ID, title: 'CCAS', field: 'contacts', value: { person_name: 'Claire' } },
  ]
  const asked = open(
    { ...answersFor('manager'), 'POST /api/privacy/person/find': { traces, sealed: 0 } },
    () => <PersonRights field={(name) => name} />,
  )
  fireEvent.click(await button('Chercher'))
  expect(await screen.findByText('Donnez un nom, un courriel ou un téléphone.')).toBeTruthy()
  expect(writes(asked)).toEqual([])
  fireEvent.change(screen.getByLabelText('Nom'), { target: { value: 'Claire' } })
  fireEvent.click(await button('Chercher'))
  expect(await screen.findByText('Contacts d’acteurs')).toBeTruthy()
  expect(writes(asked)[0]?.body).toEqual({ name: 'Claire' })
})

it('[PERS1] what is sealed is told as a number, and erased with the rest', async () => {
  open({ ...answersFor('manager'), 'POST /api/privacy/person/find': { traces: [], sealed: 2 } }, () => (
    <PersonRights field={(name) => name} />
  ))
  fireEvent.change(await screen.findByLabelText('Nom'), { target: { value: 'Claire' } })
  fireEvent.click(await button('Chercher'))
  expect(await screen.findByText(/2 observations scellées citent cette personne/)).toBeTruthy()
  expect(screen.queryByText('Rien sur cette personne')).toBe(null)
  fireEvent.click(await button('Effacer tout'))
  const dialog = await screen.findByRole('alertdialog')
  expect(plain(dialog.textContent ?? '')).toContain('Observations scellées : 2')
})

it('[PERS2] erasing names what goes, takes two taps, and says what is gone', async () => {
  const traces = [{ where: 'history', id: ID, title: 'CCAS', field: 'before', value: 'Claire' }]
  const asked = open(
    {
      ...answersFor('manager'),
      'POST /api/privacy/person/find': { traces, sealed: 0 },
      'POST /api/privacy/person/erase': { erased: 1 },
    },
    () => <PersonRights field={(name) => name} />,
  )
  fireEvent.change(await screen.findByLabelText('Nom'), { target: { value: 'Claire' } })
  fireEvent.click(await button('Chercher'))
  fireEvent.click(await button('Effacer tout'))
  const dialog = await screen.findByRole('alertdialog')
  expect(plain(dialog.textContent ?? '')).toContain('Historique : 1')
  expect(dialog.textContent).toContain('ne se défait pas')
  expect(writes(asked).map(({ what }) => what)).toEqual(['POST /api/privacy/person/find'])
  fireEvent.click(within(dialog).getByRole('button', { name: 'Effacer définitivement' }))
  expect(await screen.findByText(/1 trace a disparu/)).toBeTruthy()
})

it('[PERS3] what was found reads as texts: no identifier, no code, days as days', () => {
  const value = { id: ID, kind: 'phone', value: '06', person: { name: 'Claire', consentedOn: '2026-01-10' } }
  expect(textsOf(value, (day) => `le ${day}`)).toEqual(['06', 'Claire', 'le 2026-01-10'])
})
