import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { Discussion } from '#contract/assessments'
import { ActorAssessments } from '#web/features/assessments/ActorAssessments.tsx'
import type { Judging } from '#web/features/assessments/judging.ts'
import { ReasonsView } from '#web/features/assessments/ReasonsView.tsx'
import {
  ABEILLE,
  BLEUET,
  card,
  GROUPS,
  LENS,
  open,
  PLAIN,
  plain,
  WORDS,
  withJudgements,
  written,
} from './assessments.page.tsx'
import { ACTORS, ME, mark, TABLE_1, TABLE_2 } from './assessments.sample.ts'
import { renderAt, serverSaying } from './page.tsx'

withJudgements()

it('[MTX19] the form sends levels, what they rest on, brakes, levers and conditions; and can withdraw them', async () => {
  const mine = mark(ABEILLE.id, ME, { need: 1, possibility: null })
  const before = {
    ...mine,
    author: 'Nadia',
    current: true,
    evidence: 'Vu en mars',
    evidenceKind: 'seen',
    factors: {},
    conditions: {},
    note: null,
  }
  const asked = open([mine], { answers: { [`GET /api/actors/${ABEILLE.id}/assessments`]: [before] } })
  fireEvent.click(await card('Abeille'))
  fireEvent.click(await screen.findByRole('button', { name: 'Donner mon avis' }))
  const dialog = await screen.findByRole('dialog')
  const group = (name: RegExp) => within(dialog).findByRole('radiogroup', { name })
  const choose = async (field: RegExp, option: string) =>
    fireEvent.click(
      within(await group(field)).getByRole('radio', { name: (said) => plain(said).startsWith(option) }),
    )
  expect(
    (
      (await within(dialog).findByRole('textbox', {
        name: /Sur quoi repose ce besoin/,
      })) as HTMLTextAreaElement
    ).value,
  ).toBe('Vu en mars')
  await choose(/Avons-nous besoin/, 'indispensable')
  await choose(/Est-ce possible/, 'difficile')
  for (const fold of dialog.querySelectorAll('details')) fold.open = true
  await choose(/Temps disponible/, 'frein')
  await choose(/prise de risque/, 'à négocier')
  fireEvent.click(within(dialog).getByRole('button', { name: 'Enregistrer cet avis' }))
  await waitFor(() => expect(written(asked)).toHaveLength(1))
  expect(written(asked)[0]).toMatchObject({
    need: 3,
    possibility: 1,
    evidence: 'Vu en mars',
    evidenceKind: 'seen',
    factors: { time: 'brake' },
    conditions: { risk_taking: 'to_negotiate' },
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Donner mon avis' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Retirer mon avis' }))
  await waitFor(() => expect(written(asked)).toHaveLength(2))
  expect(written(asked)[1]).toMatchObject({ need: null, possibility: null, evidence: null, factors: {} })
})

it('[MTX20] the twin says all that the plane shows, by name, and changes levels one by one', async () => {
  const asked = open(
    [
      mark(ABEILLE.id, TABLE_1, { need: 3, possibility: 1 }),
      mark(ABEILLE.id, TABLE_2, { need: 3, possibility: 0 }),
      mark(BLEUET.id, ME, { need: 1, possibility: null }),
    ],
    { table: true },
  )
  const rows = await screen.findAllByRole('row')
  expect(rows.slice(1).map((row) => within(row).getByRole('rowheader').textContent)).toEqual(
    ACTORS.map(({ name }) => name),
  )
  expect(plain(rows[1]!.textContent ?? '')).toMatch(
    /indispensable.*entre « impossible aujourd’hui » et « difficile ».*lever les freins.*Groupe 1.*Groupe 2/,
  )
  fireEvent.change(
    within(rows[2]!).getByRole('combobox', { name: (said) => plain(said) === 'Bleuet : possibilité' }),
    { target: { value: '3' } },
  )
  await waitFor(() => expect(written(asked)).toHaveLength(1))
  expect(written(asked)[0]).toMatchObject({ actorId: BLEUET.id, need: 1, possibility: 3 })
})

it('[MTX21] two levels apart are a sign and a list; what was said closes it until somebody judges again', async () => {
  const apart = [
    mark(ABEILLE.id, TABLE_1, { need: 3, possibility: 2 }),
    mark(ABEILLE.id, TABLE_2, { need: 1, possibility: 2 }),
  ]
  const asked = open(apart, {
    answers: {
      'POST /api/discussions': () => ({
        ...(asked.at(-1)!.body as object),
        at: '2026-02-01T00:00:00.000Z',
        author: 'Nadia',
      }),
    },
  })
  expect((await card('Abeille')).textContent).toContain('avis éloignés')
  fireEvent.click(screen.getByRole('button', { name: (said) => plain(said) === 'À discuter · 1' }))
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /en parler/ }))
  const dialog = await screen.findByRole('dialog', { name: (said) => plain(said) === 'En parler : Abeille' })
  expect(plain(dialog.textContent ?? '')).toContain('Le besoin est vu de « utile » à « indispensable ».')
  fireEvent.click(within(dialog).getByRole('radio', { name: /Nous restons/ }))
  fireEvent.click(within(dialog).getByRole('button', { name: 'Garder cette discussion' }))
  await waitFor(() => expect(asked.some(({ what }) => what === 'POST /api/discussions')).toBe(true))
  expect(asked.find(({ what }) => what === 'POST /api/discussions')?.body).toMatchObject({
    actorId: ABEILLE.id,
    reasonId: 'be_introduced',
    publicId: null,
    outcome: 'still_differ',
    text: null,
  })
  cleanup()
  const talked: Discussion = {
    id: ME.id,
    actorId: ABEILLE.id,
    reasonId: 'be_introduced',
    publicId: null,
    outcome: 'agreed',
    text: null,
    at: '2026-01-02T00:00:00.000Z',
    author: 'Nadia',
  }
  open(apart, { discussions: [talked] })
  expect((await card('Abeille')).textContent).not.toContain('avis éloignés')
  expect(screen.queryByRole('button', { name: /À discuter/ })).toBeNull()
})

it('[MTX23] the card says who said what, with its ground, and folds what no longer counts', async () => {
  const now = {
    ...mark(ABEILLE.id, TABLE_1, { need: 3, possibility: 1 }),
    author: 'Nadia',
    current: true,
    evidence: 'Deux refus',
    evidenceKind: 'told',
    factors: { time: 'brake', trust: 'lever' },
    conditions: { initiative: 'absent' },
    note: null,
  }
  const past = { ...now, id: BLEUET.id, current: false, need: 0, evidence: 'Ancien motif' }
  const { fetch } = serverSaying({ [`GET /api/actors/${ABEILLE.id}/assessments`]: [now, past] })
  vi.stubGlobal('fetch', fetch)
  renderAt('/', () => (
    <ActorAssessments
      actor={ABEILLE}
      lens={LENS}
      assessors={GROUPS}
      discussions={[]}
      speaksFor={{ kind: 'person', id: ME.id }}
      mayAssess={false}
      scales={PLAIN}
      reasons={['be_introduced']}
      reasonWords={(id) => WORDS[id] ?? id}
      publics={[]}
    />
  ))
  const region = await screen.findByRole('region', { name: 'Être mis en relation' })
  const said = plain(region.textContent ?? '')
  expect(said).toContain('lever les freins')
  expect(said).toContain('Groupe 1')
  expect(said).toContain('Deux refus (rapporté)')
  expect(said).toContain('Freins : Temps disponible')
  expect(said).toContain('Leviers : Confiance et antécédents')
  expect(said).toContain('Permettre une prise d’initiative (en interne et en externe) : absent')
  expect(said).not.toContain('Ancien motif')
  expect(screen.getByText(/Historique des avis/).closest('details')?.open).toBe(false)
})

it('[MTX27] actors × reasons: each cell says what all say for that reason, and opens the form', async () => {
  for (const side of ['clientWidth', 'clientHeight'] as const)
    vi.spyOn(HTMLElement.prototype, side, 'get').mockReturnValue(900)
  const { fetch } = serverSaying({
    'GET /api/assessments': {
      items: [
        mark(ABEILLE.id, TABLE_1, { need: 3, possibility: 1 }),
        mark(ABEILLE.id, TABLE_2, { need: 1, possibility: 1 }),
      ],
      assessors: GROUPS,
      discussions: [],
    },
    [`GET /api/actors/${ABEILLE.id}/assessments`]: [],
  })
  vi.stubGlobal('fetch', fetch)
  const judging: Judging = {
    lens: LENS,
    assessors: GROUPS,
    discussions: [],
    speaksFor: { kind: 'person', id: ME.id },
    mayAssess: true,
    scales: PLAIN,
    reasons: ['be_introduced', 'coordinate_outreach'],
    reasonWords: (id) => WORDS[id] ?? id,
    publics: [],
  }
  renderAt('/', () => <ReasonsView actors={ACTORS} selected={undefined} onSelect={() => {}} {...judging} />)
  const grid = await screen.findByRole('grid', { name: 'Acteurs et raisons' })
  const cell = await within(grid).findByRole('button', {
    name: (said) =>
      plain(said) === 'Abeille, Être mis en relation : besoin : important · possibilité : difficile',
  })
  expect(plain(cell.textContent ?? '')).toContain('2 avis')
  expect(cell.textContent).toContain('avis éloignés')
  expect(
    within(grid).getByRole('button', { name: (said) => plain(said) === 'Abeille, Coordonner : sans avis' }),
  ).toBeTruthy()
  fireEvent.click(cell)
  expect(
    await screen.findByRole('dialog', { name: (said) => plain(said) === 'Avis sur Abeille' }),
  ).toBeTruthy()
})
