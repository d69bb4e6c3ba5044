import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Resemblance } from '#contract/resemblances'
import { DuplicatesPage } from '#web/pages/DuplicatesPage.tsx'
import { toasts } from '#web/ui/toasts.ts'
import { renderAt, serverSaying } from './page.tsx'
import { ACTOR, answersFor, ID } from './sample.ts'

configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })

const OTHER = '0190a000-0000-7000-8000-0000000000c1'
const side = (more: object): Resemblance['actors'][0] => {
  const { note: _, ...fields } = ACTOR
  return { ...fields, archivedAt: null, source: null, sourceDate: null, editedFields: [], ...more }
}
const FIRST: Resemblance = {
  id: '0190a000-0000-7000-8000-0000000000d1',
  score: 0.9,
  reasons: ['siret', 'name_and_place'],
  likely: 'duplicate',
  part: OTHER,
  verdict: null,
  decidedAt: null,
  decidedBy: null,
  seq: null,
  actors: [
    side({ id: ID, version: 3, description: 'Accueil du matin', verifiedAt: '2026-11-01T00:00:00.000Z' }),
    side({ id: OTHER, version: 5, name: 'CCAS', description: 'Accueil du soir', verifiedAt: null }),
  ],
}
const SECOND: Resemblance = {
  ...FIRST,
  id: '0190a000-0000-7000-8000-0000000000d2',
  likely: 'part_of',
  reasons: ['phone'],
  actors: [FIRST.actors[0], { ...FIRST.actors[1], name: 'Antenne' }],
}
const DECIDED = {
  ...FIRST,
  verdict: 'duplicate',
  decidedAt: '2026-11-20T10:00:00Z',
  decidedBy: 'Nadia',
  seq: 4,
}

beforeEach(() => vi.stubGlobal('CSS', { escape: (text: string) => text }))
afterEach(() => {
  toasts.clear()
  cleanup()
  vi.unstubAllGlobals()
})

/** Two pairs, which a decision shortens. */
function openPairs(more: Record<string, unknown> = {}, address = '/') {
  let open = [FIRST, SECOND]
  const { fetch, asked } = serverSaying({
    ...answersFor('manager'),
    'GET /api/territories': [],
    'GET /api/resemblances': () => ({ items: open, total: open.length }),
    [`POST /api/resemblances/${FIRST.id}/decision`]: () => {
      open = [SECOND]
      return DECIDED
    },
    [`POST /api/resemblances/${FIRST.id}/reopen`]: () => {
      open = [FIRST, SECOND]
      return FIRST
    },
    'POST /api/resemblances/find': { found: 2 },
    ...more,
  })
  vi.stubGlobal('fetch', fetch)
  renderAt(address, () => <DuplicatesPage />)
  return () => asked.filter(({ what }) => !what.startsWith('GET'))
}
const named = (name: string) => ({ name: (said: string) => said.replace(/\s/g, ' ').startsWith(name) })
const button = (name: string) => screen.findByRole('button', named(name))
const group = (name: string) => screen.findByRole('radiogroup', { name })
const checked = (within_: HTMLElement) =>
  within(within_)
    .getAllByRole('radio')
    .map((radio) => (radio as HTMLInputElement).checked)

it('[DUP16] a pair says why in words, shows what differs, and proposes the verified value first', async () => {
  openPairs()
  const article = await screen.findByRole('article')
  expect(article.textContent?.replace(/\s/g, ' ')).toContain('même SIRET ; noms proches')
  expect(checked(await group('Description'))).toEqual([true, false, false])
  expect(checked(await group('La fiche qui reste, si vous les réunissez'))).toEqual([true, false])
  expect(screen.queryByRole('radiogroup', { name: 'Adresses et lieux' })).toBeNull()
  expect(article.textContent).toMatch(/Identiques\s:/)
  expect(screen.getAllByRole('link', { name: /CCAS|Antenne/ }).length).toBeGreaterThan(2)
})

it('[DUP17] what was chosen field by field is what is written; it can be undone and the next pair has the keyboard', async () => {
  const writes = openPairs()
  const [, evening, both] = within(await group('Description')).getAllByRole('radio')
  fireEvent.click(evening!)
  fireEvent.click(both!)
  fireEvent.click(evening!)
  fireEvent.click(await button('Réunir en une fiche'))
  await waitFor(() => expect(writes()).toHaveLength(1))
  expect(writes()[0]!.body).toMatchObject({
    verdict: 'duplicate',
    kept: ID,
    fields: { description: OTHER, name: ID },
    versions: { [ID]: 3, [OTHER]: 5 },
  })
  await waitFor(() =>
    expect(document.activeElement?.textContent).toBe('L’un fait peut-être partie de l’autre'),
  )
  fireEvent.click(await button('Annuler'))
  await waitFor(() => expect(writes().at(-1)?.what).toBe(`POST /api/resemblances/${FIRST.id}/reopen`))
})

it('[DUP17] two distinct actors, a part, and not knowing are each one or two taps', async () => {
  const writes = openPairs()
  fireEvent.click(await button('Je ne sais pas'))
  await waitFor(() => expect(writes().at(-1)?.body).toEqual({ verdict: 'unsure' }))
  cleanup()
  const distinct = openPairs()
  fireEvent.click(await button('Deux acteurs distincts'))
  await waitFor(() => expect(distinct().at(-1)?.body).toEqual({ verdict: 'distinct' }))
  cleanup()
  const part = openPairs()
  fireEvent.click(await button('L’un fait partie de l’autre'))
  fireEvent.click(await screen.findByRole('menuitem', named('« CCAS » fait partie')))
  await waitFor(() => expect(part().at(-1)?.body).toEqual({ verdict: 'part_of', part: OTHER }))
})

it('[DUP18] a decision says who took it, and can be taken back; a later edit in the way is named', async () => {
  const writes = openPairs(
    {
      'GET /api/resemblances': { items: [DECIDED], total: 1 },
      [`POST /api/resemblances/${FIRST.id}/reopen`]: undefined,
    },
    '/?pairs=decided',
  )
  expect(await screen.findByText('« CCAS » est réunie à « CCAS de Lille ».')).toBeTruthy()
  expect(screen.getByText(/Nadia/)).toBeTruthy()
  fireEvent.click(await button('Revenir sur la décision'))
  await waitFor(() => expect(writes()).toHaveLength(1))
})

it('[DUP18] pairs are looked for on demand, and their number is said', async () => {
  const writes = openPairs()
  fireEvent.click(await button('Chercher des doublons'))
  expect(await screen.findByText('2 nouvelles paires à regarder.')).toBeTruthy()
  expect(writes()[0]!.what).toBe('POST /api/resemblances/find')
})
