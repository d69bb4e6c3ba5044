import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { APPROACHES } from '#contract/nomenclature'
import { PUBLIC_FLAGS } from '#contract/target-publics'
import { ApproachHelp } from '#web/approaches/ApproachHelp.tsx'
import { AddPublic } from '#web/features/publics/AddPublic.tsx'
import { FlagSign } from '#web/features/publics/FlagSigns.tsx'
import { ReasonsEditor } from '#web/features/reasons/ReasonsEditor.tsx'
import { resources } from '#web/i18n/resources.ts'
import { toasts } from '#web/ui/toasts.ts'
import { renderAt, serverSaying } from './page.tsx'
import { idOf } from './records-sample.ts'
import { answersFor } from './sample.ts'

configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => vi.stubGlobal('CSS', { escape: (text: string) => text }))
afterEach(() => {
  toasts.clear()
  cleanup()
  vi.unstubAllGlobals()
})

const nothing = () => {}
const writes = (asked: { what: string; body: unknown }[]) =>
  asked.filter(({ what }) => !what.startsWith('GET'))

it('[PTN20] the three flags of a public keep the words of the framing note, each with a sign of its own', async () => {
  expect(Object.values(resources.fr.publics.flag).join(' ')).toBe(
    'qui n’expriment pas de demande qui n’ont pas accès à leurs droits avec qui prendre le temps d’entrer en relation',
  )
  vi.stubGlobal('fetch', serverSaying(answersFor('participant')).fetch)
  renderAt('/', () => PUBLIC_FLAGS.map((flag) => <FlagSign key={flag} flag={flag} />))
  await waitFor(() => expect(document.querySelectorAll('svg path')).toHaveLength(3))
  const shapes = [...document.querySelectorAll('svg path')].map((path) => path.getAttribute('d'))
  expect(new Set(shapes).size).toBe(3)
})

it('[PTN21] a public needs a name, may say what tells it apart, and is never a person', async () => {
  const record = {
    id: idOf(60),
    name: 'Jeunes hébergés chez des tiers',
    flags: ['time_to_relate'],
    known: false,
    publics: [],
    note: null,
    version: 1,
    archivedAt: null,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
  }
  const { fetch, asked } = serverSaying({
    ...answersFor('participant'),
    'POST /api/publics': { record, seq: 1 },
  })
  vi.stubGlobal('fetch', fetch)
  const onAdded = vi.fn()
  renderAt('/', () => <AddPublic onClose={nothing} onAdded={onAdded} />)
  expect(await screen.findByText(/jamais une personne/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Ajouter' }))
  expect(await screen.findByText('Donnez-lui un nom.')).toBeTruthy()
  fireEvent.change(screen.getByRole('textbox', { name: 'Nom' }), { target: { value: record.name } })
  fireEvent.click(screen.getByRole('checkbox', { name: /prendre le temps/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Ajouter' }))
  await waitFor(() => expect(onAdded).toHaveBeenCalledWith(record.id))
  expect(writes(asked)[0]?.body).toMatchObject({ name: record.name, flags: ['time_to_relate'] })
})

it('[PTN22] the four reasons are shown locked; those of the workspace are edited and work like one of them', async () => {
  const added = {
    id: idOf(61),
    label: 'Former nos équipes',
    likeReason: null,
    version: 1,
    archivedAt: null,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
  }
  vi.stubGlobal('fetch', serverSaying({ ...answersFor('trainer'), 'GET /api/reasons': [added] }).fetch)
  renderAt('/', () => <ReasonsEditor />)
  expect(await screen.findByDisplayValue('Former nos équipes')).toBeTruthy()
  expect(screen.getAllByText(/Raison de la note de cadrage, verrouillée/)).toHaveLength(4)
  expect(screen.queryByDisplayValue('Être mis en relation')).toBeNull()
  expect(screen.getAllByRole('button', { name: /Fonctionne comme/ })).toHaveLength(2)
})

it('[PTN23] who may not frame reads the reasons and changes none', async () => {
  vi.stubGlobal('fetch', serverSaying({ ...answersFor('contributor'), 'GET /api/reasons': [] }).fetch)
  renderAt('/', () => <ReasonsEditor />)
  expect(await screen.findByText('Être mis en relation')).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
})

it('[PTN24] each approach of competence 4 has its card, with a reference, in both languages', async () => {
  for (const { approaches } of [resources.fr, resources.en])
    for (const approach of APPROACHES)
      expect(Object.values(approaches.card[approach]).every((text) => text.length > 10)).toBe(true)
  vi.stubGlobal('fetch', serverSaying(answersFor('participant')).fetch)
  renderAt('/', () => <ApproachHelp approach="peer_support" />)
  fireEvent.click(await screen.findByRole('button', { name: /Qu’est-ce que c’est/ }))
  expect((await screen.findByRole('dialog')).textContent).toContain('Pour aller plus loin')
})
