import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ImportRun } from '#contract/imports'
import { RunPanel } from '#web/features/imports/RunPanel.tsx'
import { toasts } from '#web/ui/toasts.ts'
import { RUN_ID as id, remark, report, row, run, UNKNOWN_TABLE } from './import-sample.ts'
import { renderAt, serverSaying } from './page.tsx'
import { answersFor } from './sample.ts'

configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })
// jsdom draws no map.
vi.mock('#web/map/PointsMap.tsx', () => ({ PointsMap: ({ label }: { label: string }) => <div>{label}</div> }))

beforeEach(() => vi.stubGlobal('CSS', { escape: (text: string) => text }))
afterEach(() => {
  toasts.clear()
  cleanup()
  vi.unstubAllGlobals()
})

const plain = (text: string) => text.replace(/\s/g, ' ')
const button = (name: string) => screen.findByRole('button', { name: (said) => plain(said) === name })
const writes = (asked: { what: string; body: unknown }[]) =>
  asked.filter(({ what }) => !what.startsWith('GET'))

function open(shown: ImportRun | (() => ImportRun), more: Record<string, unknown> = {}) {
  const { fetch, asked } = serverSaying({
    ...answersFor('observatory_officer'),
    [`GET /api/imports/${id}`]: shown,
    [`GET /api/imports/${id}/rows`]: { items: [row()], total: 1 },
    ...more,
  })
  vi.stubGlobal('fetch', fetch)
  renderAt('/data', () => <RunPanel id={id} onMap={() => <p>vers la carte</p>} />)
  return asked
}

it('[WEB29] a checked file shows its doubts before anything is written, then is written on demand', async () => {
  const partial = report({
    outcome: 'repair',
    created: 412,
    refusedRows: 1,
    refused: [remark({ code: 'siret_invalid', value: '1,23E+13' })],
    reservations: [remark({ code: 'never_heard_of', message: 'Something new' })],
  })
  const asked = open(run({ report: partial }), { [`POST /api/imports/${id}/apply`]: run({ dryRun: false }) })
  expect(await screen.findByText('Le fichier est prêt, sauf 1 ligne')).toBeTruthy()
  expect(screen.getByText(/Un SIRET a quatorze chiffres/)).toBeTruthy()
  expect(screen.getByText(/Something new \(code/)).toBeTruthy()
  const download = screen.getByRole('link', { name: /Télécharger les lignes refusées/ })
  expect(download.getAttribute('href')).toBe(`/api/imports/${id}/refused`)
  expect(writes(asked)).toEqual([])
  fireEvent.click(await button('Importer les 412 lignes bonnes'))
  expect(await screen.findByText('Import terminé')).toBeTruthy()
})

it('[WEB30] an import that works shows its progress and can be stopped', async () => {
  let state: ImportRun['state'] = 'reading'
  const now = () => run({ state, report: null, progress: 1280 })
  open(now, {
    [`POST /api/imports/${id}/cancel`]: () => {
      state = 'cancelled'
      return now()
    },
  })
  expect(await screen.findByText('1 280 lignes lues')).toBeTruthy()
  fireEvent.click(await button('Arrêter'))
  expect(await screen.findByText('Import arrêté')).toBeTruthy()
})

it('[IMP188] a question shows what each answer would give; the likely one waits for « C’est bien cela »', async () => {
  const point = (x: number, y: number) => ({
    type: 'Point' as const,
    coordinates: [x, y] as [number, number],
  })
  const question = {
    about: 'projection' as const,
    code: 'projection_unknown',
    field: 'X',
    value: '704000,5',
    options: [
      { value: 'EPSG:2154', label: null, points: [point(3.06, 50.63)], samples: [] },
      { value: 'EPSG:3950', label: null, points: [point(-30, 40)], samples: [] },
    ],
    suggested: 'EPSG:2154',
  }
  const asked = open(run({ report: report({ outcome: 'ask', questions: [question] }) }), {
    [`POST /api/imports/${id}/answers`]: run({ state: 'queued', report: null }),
  })
  expect(await screen.findByText('Une précision, et c’est reparti')).toBeTruthy()
  const likely = screen.getByRole('radio', { name: /Lambert-93.*probable.*tomberaient à Lille/ })
  expect((likely as HTMLInputElement).checked).toBe(true)
  expect(screen.getByRole('radio', { name: /CC50.*en mer ou loin/ })).toBeTruthy()
  expect(writes(asked)).toEqual([])
  fireEvent.click(await button('C’est bien cela'))
  await waitFor(() =>
    expect(writes(asked)).toEqual([
      { what: `POST /api/imports/${id}/answers`, body: { answers: { projection: 'EPSG:2154' } } },
    ]),
  )
})

it('[IMP189] columns that nobody has confirmed keep the file from being written; one button confirms them', async () => {
  const asked = open(run({ report: report({ ...UNKNOWN_TABLE, created: 2 }) }), {
    [`POST /api/imports/${id}/answers`]: run({ state: 'queued', report: null }),
  })
  expect(await screen.findByText('Ce tableau est-il bien compris ?', { normalizer: plain })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Importer/ })).toBeNull()
  const columns = screen.getByRole('list', { name: 'Ce que veulent dire les colonnes' })
  expect(within(columns).getAllByRole('listitem')).toHaveLength(3)
  expect(within(columns).getAllByText('Ne pas importer').length).toBeGreaterThan(0)
  fireEvent.click(await button('C’est bien cela'))
  await waitFor(() => expect(writes(asked)[0]?.body).toEqual({ mapping: UNKNOWN_TABLE.mapping }))
})

it('[IMP190] a remembered mapping says so, and does not stand in the way', async () => {
  const saved = { ...UNKNOWN_TABLE, table: { ...UNKNOWN_TABLE.table, mappedBy: 'saved' as const } }
  open(run({ report: report({ ...saved, created: 2 }) }))
  expect((await button('Importer 2 lignes')).hasAttribute('disabled')).toBe(false)
  expect(screen.getByText(/Vous avez déjà apporté un fichier avec ces colonnes/)).toBeTruthy()
  fireEvent.click(await button('Modifier les colonnes'))
  expect(await screen.findByText('Titres lus ligne 3')).toBeTruthy()
})

it('[IMP191] a row says what changes field by field, what is kept, and why it is refused with what would be right', async () => {
  const rows = [
    row({
      outcome: 'updated',
      changes: [
        { field: 'siret', before: null, after: '12345678901234', kept: false },
        { field: 'description', before: 'Le matin', after: 'Le soir', kept: true },
      ],
    }),
    row({
      line: 7,
      name: 'Halte',
      outcome: 'refused',
      problems: [
        {
          ...remark({
            line: 7,
            field: 'siret',
            value: '1,23E+13',
            suggestion: '123 456 789 00012',
            code: 'siret_invalid',
          }),
          severity: 'refused',
        },
      ],
    }),
  ]
  open(run({ report: report({ updated: 1, refusedRows: 1, kept: 1 }) }), {
    [`GET /api/imports/${id}/rows`]: { items: rows, total: 2 },
  })
  expect(await screen.findByText('12345678901234')).toBeTruthy()
  expect(screen.getByText('gardé : modifié à la main', { normalizer: plain })).toBeTruthy()
  expect(screen.getByText('le fichier dit : Le soir', { normalizer: plain })).toBeTruthy()
  expect(screen.getByText('Peut-être : 123 456 789 00012', { normalizer: plain })).toBeTruthy()
})

it('[IMP192] an import is undone after a question that says what survives', async () => {
  const done = run({ dryRun: false, report: report({ unplaced: 3, gone: 2 }) })
  const asked = open(done, {
    [`POST /api/imports/${id}/undo`]: {
      run: { ...done, state: 'undone' },
      removed: 8,
      restored: 1,
      survived: 1,
    },
  })
  expect(await screen.findByText('3 acteurs sans point sur la carte')).toBeTruthy()
  expect(screen.getByText(/2 acteurs ne sont plus dans la source/)).toBeTruthy()
  fireEvent.click(await button('Défaire cet import'))
  const dialog = await screen.findByRole('alertdialog')
  expect(within(dialog).getByText(/changé depuis est gardé/)).toBeTruthy()
  expect(writes(asked)).toEqual([])
  fireEvent.click(within(dialog).getByRole('button', { name: /Défaire l’import/ }))
  expect(await screen.findByText(/Gardés car modifiés depuis : 1/)).toBeTruthy()
})
