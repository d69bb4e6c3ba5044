import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ABEILLE, card, cellOf, key, open, plain, withJudgements, written } from './assessments.page.tsx'
import { ME, mark, TABLE_1, TABLE_2 } from './assessments.sample.ts'

withJudgements()

it('[MTX13] by keyboard a card is taken, moved by levels, put down, and stays under the keyboard', async () => {
  const asked = open([mark(ABEILLE.id, ME, { need: 1, possibility: 1 })])
  const abeille = await card('Abeille')
  abeille.focus()
  key(abeille, 'Enter')
  key(abeille, 'ArrowUp')
  key(abeille, 'ArrowUp')
  key(abeille, 'ArrowRight')
  expect(plain(screen.getByRole('status').textContent ?? '')).toBe(
    'Abeille : indispensable, possible. Entrée pour poser, Échap pour renoncer.',
  )
  expect(written(asked)).toEqual([])
  key(abeille, 'Enter')
  await waitFor(async () => expect(cellOf(await card('Abeille'))).toBe('3 2'))
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Abeille'))
  await waitFor(() => expect(written(asked)).toHaveLength(1))
  expect(written(asked)[0]).toMatchObject({
    actorId: ABEILLE.id,
    reasonId: 'be_introduced',
    publicId: null,
    need: 3,
    possibility: 2,
    assessor: { kind: 'person' },
  })
})

it('[MTX13] Escape gives up: nothing is written and the card stays', async () => {
  const asked = open([mark(ABEILLE.id, ME, { need: 1, possibility: 1 })])
  const abeille = await card('Abeille')
  key(abeille, 'Enter')
  key(abeille, 'ArrowUp')
  key(abeille, 'Escape')
  expect(cellOf(await card('Abeille'))).toBe('1 1')
  expect(screen.getByRole('status').textContent).toContain('Abeille reste à sa place')
  expect(written(asked)).toEqual([])
})

it('[MTX14] a group’s dot goes where the group puts it, and the card to the median of all', async () => {
  const asked = open(
    [
      mark(ABEILLE.id, TABLE_1, { need: 0, possibility: 0 }),
      mark(ABEILLE.id, TABLE_2, { need: 2, possibility: 2 }),
    ],
    { speaksFor: { kind: 'group', id: TABLE_2.id, name: 'Groupe 2' } },
  )
  const abeille = await card('Abeille')
  const where = async () =>
    plain((await card('Abeille')).closest('fieldset')?.getAttribute('aria-label') ?? '')
  expect(await where()).toBe('besoin : utile, possibilité : difficile : 1 acteur')
  abeille.focus()
  key(abeille, 'Enter')
  key(abeille, 'ArrowUp')
  key(abeille, 'Enter')
  await waitFor(() => expect(written(asked)).toHaveLength(1))
  expect(written(asked)[0]).toMatchObject({ assessor: TABLE_2, need: 3, possibility: 2 })
  await waitFor(async () => expect(await where()).toContain('besoin : entre « utile » et « important »'))
})

it('[MTX15] a refused judgement goes back to where it was, with a sentence', async () => {
  const refusal = () => Response.json({ status: 400, code: 'unknown_reason', detail: '' }, { status: 400 })
  const asked = open([mark(ABEILLE.id, ME, { need: 1, possibility: 1 })])
  const { fetch } = globalThis
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (init.method !== 'POST') return fetch(url, init)
    await new Promise((done) => setTimeout(done, 300))
    return refusal()
  })
  const abeille = await card('Abeille')
  key(abeille, 'Enter')
  key(abeille, 'ArrowUp')
  key(abeille, 'Enter')
  await waitFor(async () => expect(cellOf(await card('Abeille'))).toBe('2 1'))
  await waitFor(async () => expect(cellOf(await card('Abeille'))).toBe('1 1'))
  expect(await screen.findByRole('alertdialog')).toBeTruthy()
  expect(written(asked)).toEqual([])
})

it('[MTX16] without a reason, moving asks for which one, and proposes the one that is shown', async () => {
  const other = {
    ...mark(ABEILLE.id, ME, { need: 2, possibility: 1 }),
    reasonId: 'coordinate_outreach' as const,
  }
  const asked = open([other], { lens: { reasonId: null, publicId: null } })
  const abeille = await card('Abeille')
  key(abeille, 'Enter')
  key(abeille, 'ArrowRight')
  key(abeille, 'Enter')
  const dialog = await screen.findByRole('dialog')
  expect((within(dialog).getByRole('radio', { name: 'Coordonner' }) as HTMLInputElement).checked).toBe(true)
  expect(written(asked)).toEqual([])
  fireEvent.click(within(dialog).getByRole('button', { name: 'Poser la carte' }))
  await waitFor(() => expect(written(asked)).toHaveLength(1))
  expect(written(asked)[0]).toMatchObject({ reasonId: 'coordinate_outreach', need: 2, possibility: 2 })
})

it('[MTX17] a card can be placed without dragging: take it, touch a cell', async () => {
  const asked = open([])
  const abeille = await card('Abeille')
  expect(cellOf(abeille)).toBeUndefined()
  fireEvent.click(abeille)
  fireEvent.click(await screen.findByRole('button', { name: 'Déplacer' }))
  fireEvent.click(
    screen.getByRole('button', {
      name: (said) => plain(said) === 'Poser ici : besoin : important, possibilité : facile',
    }),
  )
  await waitFor(async () => expect(cellOf(await card('Abeille'))).toBe('2 3'))
  await waitFor(() => expect(written(asked)).toHaveLength(1))
})

it('[MTX18] who may not judge sees the same plane and cannot take a card', async () => {
  const asked = open([mark(ABEILLE.id, TABLE_1, { need: 1, possibility: 1 })], { mayAssess: false })
  const abeille = await card('Abeille')
  key(abeille, 'Enter')
  key(abeille, 'ArrowUp')
  key(abeille, 'Enter')
  fireEvent.click(abeille)
  expect(screen.queryByRole('button', { name: 'Déplacer' })).toBeNull()
  expect(written(asked)).toEqual([])
})

it('[MTX22] a judgement that is taken back says again what was said before it', async () => {
  const asked = open([mark(ABEILLE.id, ME, { need: 1, possibility: 1 })])
  const abeille = await card('Abeille')
  key(abeille, 'Enter')
  key(abeille, 'ArrowUp')
  key(abeille, 'Enter')
  fireEvent.click(await screen.findByRole('button', { name: /^Annuler le dernier avis/ }))
  await waitFor(() => expect(written(asked)).toHaveLength(2))
  expect(written(asked)[1]).toMatchObject({ need: 1, possibility: 1 })
  await waitFor(async () => expect(cellOf(await card('Abeille'))).toBe('1 1'))
})

it('[MTX26] a judgement that cannot be sent yet counts here, and says that it waits', async () => {
  open([mark(ABEILLE.id, ME, { need: 1, possibility: 1 })])
  const { fetch } = globalThis
  let isBack = false
  const unplugged = async (url: string, init: RequestInit) => {
    if (init.method === 'POST' && !isBack) throw new TypeError('Failed to fetch')
    return fetch(url, init)
  }
  const abeille = await card('Abeille')
  vi.stubGlobal('fetch', unplugged)
  key(abeille, 'Enter')
  key(abeille, 'ArrowUp')
  key(abeille, 'Enter')
  await waitFor(async () => expect(cellOf(await card('Abeille'))).toBe('2 1'))
  expect((await card('Abeille')).textContent).toContain('Avis en attente d’envoi')
  isBack = true
  await waitFor(async () => expect((await card('Abeille')).textContent).not.toContain('en attente'))
  expect(cellOf(await card('Abeille'))).toBe('2 1')
})
