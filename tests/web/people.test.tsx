import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Actor } from '#contract/actors'
import { AddActor } from '#web/features/actors/add/AddActor.tsx'
import { ProposeStep } from '#web/features/actors/add/ProposeStep.tsx'
import { ActorCard } from '#web/features/actors/card/ActorCard.tsx'
import { stepsOf } from '#web/features/actors/card/difference.ts'
import { goesOn, goesSoon, today } from '#web/features/actors/contacts/consent.ts'
import { withEdit } from '#web/features/actors/propose/draft.ts'
import type { ActorWords } from '#web/features/actors/useActorWords.ts'
import { toasts } from '#web/ui/toasts.ts'
import { renderAt, serverSaying } from './page.tsx'
import { ACTOR, answersFor, ID } from './sample.ts'

configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })

const CONTACT = {
  id: '0190a000-0000-7000-8000-00000000000c',
  kind: 'phone' as const,
  value: '06 12 34 56 78',
  label: null,
  audience: 'private' as const,
  person: { name: 'Claire Dubois', role: 'référente accueil', consentedOn: '2026-01-10', verifiedOn: null },
}
const WITH_PERSON: Actor = { ...ACTOR, contacts: [CONTACT] }

beforeEach(() => vi.stubGlobal('CSS', { escape: (text: string) => text }))
afterEach(() => {
  toasts.clear()
  cleanup()
  vi.unstubAllGlobals()
})

const plain = (text: string) => text.replace(/\s/g, ' ')
const named = (name: string) => ({ name: (said: string) => plain(said) === name })
const button = (name: string) => screen.findByRole('button', named(name))
const noButton = (name: RegExp) => expect(screen.queryAllByRole('button', { name })).toEqual([])
const writes = (asked: { what: string; body: unknown }[]) =>
  asked.filter(({ what }) => !what.startsWith('GET'))

function open(answers: Record<string, unknown>, part = () => <ActorCard id={ID} onClose={() => {}} />) {
  const { fetch, asked } = serverSaying(answers)
  vi.stubGlobal('fetch', fetch)
  renderAt('/', part)
  return asked
}
const describeAs = async (text: string) => {
  fireEvent.click(await button('Modifier : Description'))
  const field = screen.getByRole('textbox', { name: 'Description' })
  fireEvent.change(field, { target: { value: text } })
  fireEvent.blur(field)
}
const fill = (name: string, value: string) => {
  const field = screen.getByLabelText(name, { selector: 'input' })
  fireEvent.change(field, { target: { value } })
  fireEvent.blur(field)
}

it('[CARD8] who may not write has no pencil, and may propose; a contributor writes at once', async () => {
  open(answersFor('visitor'))
  await button('Proposer une modification')
  noButton(/^Modifier|Je viens de vérifier|Autres actions/)
  expect(screen.queryByText('Historique')).toBeNull()
  cleanup()
  open(answersFor('contributor'))
  await button('Modifier : Description')
  noButton(/Proposer/)
})

it('[CARD9] what is proposed is collected, sent once with its message, and thanked with what comes next', async () => {
  const asked = open({ ...answersFor('participant'), 'POST /api/proposals': { id: ID } })
  fireEvent.click(await button('Proposer une modification'))
  await describeAs('Accueil du soir')
  fireEvent.click(await button('Modifier : Nom'))
  fill('Nom', 'CCAS de Lille-Centre')
  expect(writes(asked)).toEqual([])
  fireEvent.click(await button('Relire et envoyer'))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText('Accueil du soir')).toBeTruthy()
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: ' Vu sur place ' } })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Envoyer la proposition' }))
  expect(await screen.findByText('Merci, c’est envoyé.')).toBeTruthy()
  expect(writes(asked)).toEqual([
    {
      what: 'POST /api/proposals',
      body: {
        id: expect.any(String),
        actorId: ID,
        set: { description: 'Accueil du soir', name: 'CCAS de Lille-Centre' },
        message: 'Vu sur place',
      },
    },
  ])
  expect(screen.getByText('Accueil du matin')).toBeTruthy()
})

it('[CARD9] a value that is given back is no longer proposed', () => {
  const draft = withEdit(ACTOR, {}, { field: 'description', value: 'Autre' })
  expect(draft).toEqual({ description: 'Autre' })
  expect(withEdit(ACTOR, draft, { field: 'description', value: ACTOR.description })).toEqual({})
})

it('[CARD10] beyond the families one may write, one proposes and is told why', async () => {
  open(answersFor('contributor', ACTOR, { families: ['D'] }))
  await button('Proposer une modification')
  expect(screen.getByText(/d’autres familles d’acteurs/)).toBeTruthy()
})

it('[CARD11] a person’s contact is kept private, and not before a name and the day of a consent', async () => {
  const saved = { actor: { ...ACTOR, version: 5 }, seq: 9 }
  const asked = open({ ...answersFor('trainer'), [`PATCH /api/actors/${ID}`]: saved })
  fireEvent.click(await button('Ajouter : Contacts'))
  fireEvent.click(await screen.findByRole('radio', { name: 'Une personne' }))
  fill('Téléphone', '06 12 34 56 78')
  fill('Nom de la personne', 'Claire Dubois')
  expect(await screen.findByText(/Rien n’est enregistré tant que/)).toBeTruthy()
  fill('Jour de son accord', '2999-01-01')
  expect(writes(asked)).toEqual([])
  fill('Jour de son accord', '2026-01-10')
  await waitFor(() => expect(writes(asked)).toHaveLength(1))
  const person = { name: 'Claire Dubois', role: null, consentedOn: '2026-01-10', verifiedOn: null }
  expect(writes(asked)[0]?.body).toMatchObject({
    set: { contacts: [{ value: '06 12 34 56 78', audience: 'private', person }] },
  })
})

it('[CARD12] the day a contact goes is twelve months after it was last verified, and said aloud when it is near', () => {
  expect(goesOn({ consentedOn: '2025-03-03', verifiedOn: null })).toBe('2026-03-03')
  expect(goesOn({ consentedOn: '2025-03-03', verifiedOn: '2026-01-31' })).toBe('2027-01-31')
  expect(goesSoon(CONTACT.person, new Date('2026-03-01T00:00:00Z'))).toBe(false)
  expect(goesSoon(CONTACT.person, new Date('2026-12-01T00:00:00Z'))).toBe(true)
})

it('[CARD12] « toujours d’accord ? » notes today as the day of the verification', async () => {
  const asked = open({
    ...answersFor('trainer', WITH_PERSON),
    [`PATCH /api/actors/${ID}`]: { actor: WITH_PERSON, seq: 3 },
  })
  expect(await screen.findByText(/S’efface le 10 janvier 2027/)).toBeTruthy()
  fireEvent.click(await button('Toujours d’accord ? Vérifié aujourd’hui : Claire Dubois'))
  await waitFor(() => expect(writes(asked)).toHaveLength(1))
  expect(writes(asked)[0]?.body).toMatchObject({
    set: { contacts: [{ id: CONTACT.id, person: { verifiedOn: today() } }] },
  })
})

it('[CARD13] the history says each field before and after, and gives one back with an undo', async () => {
  const change = {
    id: '0190a000-0000-7000-8000-0000000000aa',
    seq: 7,
    at: '2026-11-20T10:00:00Z',
    author: 'visitor',
    cause: 'proposal',
    verb: 'updated',
    entity: 'actor',
    entityId: ID,
    field: 'description',
    before: 'Accueil du soir',
    after: 'Accueil du matin',
  }
  const asked = open({
    ...answersFor('contributor'),
    'GET /api/changes': [
      change,
      { ...change, id: CONTACT.id, field: 'siret', before: null, after: '12345678901234' },
    ],
    [`POST /api/changes/rows/${change.id}/put-back`]: { seq: 8 },
    'POST /api/changes/8/undo': { seq: 9, undone: 1 },
  })
  const history = await screen.findByText('Historique')
  const details = history.closest('details')!
  details.open = true
  fireEvent(details, new Event('toggle'))
  expect(await screen.findByText('Une personne en visite')).toBeTruthy()
  expect(screen.getByText(/proposition acceptée/)).toBeTruthy()
  fireEvent.click(await button('Description : remettre « Accueil du soir »'))
  expect(await screen.findByText(/la valeur d’avant est remise/)).toBeTruthy()
  fireEvent.click(await button('Annuler'))
  await waitFor(() => expect(writes(asked).at(-1)?.what).toBe('POST /api/changes/8/undo'))
})

it('[CARD14] among several things, only those that come, go or change are shown', () => {
  const words = { t: (key: string) => key, audienceName: (one: string) => one, consent: () => 'accord' }
  const other = { ...CONTACT, id: 'b', value: 'b@exemple.fr', person: null, audience: 'public' }
  const before = [CONTACT, other]
  const after = [{ ...CONTACT, audience: 'public' }, other, { ...other, id: 'c', value: 'c@exemple.fr' }]
  const steps = stepsOf('contacts', before, after, words as unknown as ActorWords)
  expect(steps.map(({ key }) => key)).toEqual([CONTACT.id, 'c'])
  expect(steps[0]?.before).toContain('private')
  expect(steps[1]).toMatchObject({ before: '', after: 'c@exemple.fr' })
})

it('[CARD15] an actor is proposed by the steps by which it is added, and sent once', async () => {
  open(answersFor('visitor'), () => <AddActor onClose={() => {}} onAdded={() => {}} />)
  expect(await screen.findByRole('heading', { name: 'Proposer un acteur' })).toBeTruthy()
  expect(screen.getByText('Étape 1 sur 4')).toBeTruthy()
  cleanup()
  const actor = { id: ID, name: 'Le Fil', typeId: 'ccas-cias' }
  const asked = open({ ...answersFor('visitor'), 'POST /api/proposals': { id: ID } }, () => (
    <ProposeStep actor={actor} onClose={() => {}} />
  ))
  fireEvent.click(await button('Envoyer la proposition'))
  expect(await screen.findByText('Merci, c’est envoyé.')).toBeTruthy()
  expect(writes(asked)).toEqual([
    { what: 'POST /api/proposals', body: { id: expect.any(String), actor, message: null } },
  ])
})
