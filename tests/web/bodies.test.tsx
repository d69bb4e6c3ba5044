import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ActorInvolvements } from '#web/features/bodies/ActorInvolvements.tsx'
import { AddBody } from '#web/features/bodies/AddBody.tsx'
import { AddFacilitator } from '#web/features/facilitators/AddFacilitator.tsx'
import { toasts } from '#web/ui/toasts.ts'
import { renderAt, serverSaying } from './page.tsx'
import { ACTION, ACTORS, BODY, brief, idOf } from './records-sample.ts'
import { answersFor } from './sample.ts'

configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => vi.stubGlobal('CSS', { escape: (text: string) => text }))
afterEach(() => {
  toasts.clear()
  cleanup()
  vi.unstubAllGlobals()
})

const writes = (asked: { what: string; body: unknown }[]) =>
  asked.filter(({ what }) => !what.startsWith('GET'))
const fill = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
const nothing = () => {}
const answering = (more: Record<string, unknown> = {}) => {
  const said = serverSaying({ ...answersFor('contributor'), 'GET /api/bodies': [BODY], ...more })
  vi.stubGlobal('fetch', said.fetch)
  return said
}

it('[PTN7] an acronym is not sent without what it means here; one that means several things offers them', async () => {
  const { asked } = answering({ 'POST /api/bodies': { record: BODY, seq: 3 } })
  renderAt('/', () => <AddBody onClose={nothing} onAdded={nothing} />)
  await screen.findByRole('dialog')
  fill('Nom', 'Pacte')
  fill('Sigle', 'PTS')
  fireEvent.click(screen.getByRole('button', { name: 'Ajouter' }))
  expect(await screen.findByText('Dites ce que ce sigle veut dire ici.')).toBeTruthy()
  expect(writes(asked)).toEqual([])
  fireEvent.click(screen.getByRole('radio', { name: 'Projet territorial de santé' }))
  fireEvent.click(screen.getByRole('button', { name: 'Ajouter' }))
  await waitFor(() => expect(writes(asked)).toHaveLength(1))
  expect(writes(asked)[0]?.body).toMatchObject({
    name: 'Pacte',
    kind: 'consultation',
    acronym: 'PTS',
    localMeaning: 'Projet territorial de santé',
  })
})

it('[PTN8] a known body fills its name, its kind and its acronym', async () => {
  answering()
  renderAt('/', () => <AddBody onClose={nothing} onAdded={nothing} />)
  await screen.findByRole('dialog')
  fireEvent.change(screen.getByRole('searchbox', { name: 'Partir d’une instance connue' }), {
    target: { value: 'ccapex' },
  })
  fireEvent.click(await screen.findByRole('option', { name: /prévention des expulsions/ }))
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Sigle' }).value).toBe('CCAPEX')
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Nom' }).value).toMatch(/^Commission de coord/)
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Instruction/ }).checked).toBe(true)
})

it('[PTN9] the five kinds of facilitators are in the words of the framing note', async () => {
  answering()
  renderAt('/', () => <AddFacilitator actors={ACTORS} onClose={nothing} onAdded={nothing} />)
  await screen.findByRole('dialog')
  for (const words of [
    'L’observation sociale',
    'Les instances de concertation, d’instruction ou de décision',
    'Les réseaux informels',
    'Les réseaux des personnes concernées',
    'Les appartenances communautaires',
  ])
    expect(screen.getByText(words)).toBeTruthy()
})

it('[PTN10] community belonging warns, and is not sent before an organisation is named and claims it', async () => {
  const facilitator = { ...BODY, kind: 'community_belonging' }
  const { asked } = answering({ 'POST /api/facilitators': { record: facilitator, seq: 3 } })
  const actors = new Map([
    ...ACTORS,
    [idOf(3), brief(idOf(3), 'CCAS, travailleuse paire', { kind: 'function' })],
  ])
  renderAt('/', () => <AddFacilitator actors={actors} onClose={nothing} onAdded={nothing} />)
  await screen.findByRole('dialog')
  fireEvent.click(screen.getByRole('radio', { name: /^Les appartenances communautaires/ }))
  expect(screen.getByText(/article 9 du RGPD/)).toBeTruthy()
  fill('Nom', 'Amicale des familles')
  const add = () => fireEvent.click(screen.getByRole('button', { name: 'Ajouter' }))
  add()
  expect(await screen.findByText('Nommez au moins une organisation.')).toBeTruthy()
  fireEvent.change(screen.getByRole('searchbox', { name: /Quelle organisation/ }), {
    target: { value: 'CCAS' },
  })
  // A function is held by a person: it is not offered.
  expect((await screen.findAllByRole('option')).map((one) => one.textContent)).toEqual(['CCAS de Lille'])
  fireEvent.click(screen.getByRole('option', { name: 'CCAS de Lille' }))
  add()
  expect(writes(asked)).toEqual([])
  fireEvent.click(screen.getByRole('checkbox', { name: /se présentent elles-mêmes ainsi/ }))
  add()
  await waitFor(() => expect(writes(asked)).toHaveLength(1))
  expect(writes(asked)[0]?.body).toMatchObject({
    kind: 'community_belonging',
    presentsItself: true,
    actors: [{ actorId: idOf(1), role: 'linked' }],
  })
})

it('[PTN11] an actor’s card says where it sits, where it is missed, and in which actions it takes part', async () => {
  answering()
  renderAt('/', () => (
    <ActorInvolvements
      actorId={idOf(2)}
      bodies={[BODY]}
      facilitators={[]}
      outreach={[ACTION]}
      onOpen={nothing}
    />
  ))
  expect(await screen.findByRole('button', { name: BODY.name })).toBeTruthy()
  expect(screen.getByText('Devrait y siéger et n’y est pas').dataset.emptyChair).toBe('true')
  expect(screen.queryByText(ACTION.name)).toBeNull()
})
