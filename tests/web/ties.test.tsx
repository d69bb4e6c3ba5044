import { useQuery } from '@tanstack/react-query'
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Facilitator } from '#contract/facilitators'
import type { TargetPublic } from '#contract/target-publics'
import type { Tie } from '#contract/ties'
import { ActorTies } from '#web/features/ties/ActorTies.tsx'
import { BodiesView } from '#web/features/ties/bodies/BodiesView.tsx'
import { CirclesView } from '#web/features/ties/circles/CirclesView.tsx'
import { NetworkView } from '#web/features/ties/network/NetworkView.tsx'
import { PathFinder } from '#web/features/ties/path/PathFinder.tsx'
import { TieSheet } from '#web/features/ties/sheet/TieSheet.tsx'
import { tiesQuery } from '#web/features/ties/ties.queries.ts'
import { toasts } from '#web/ui/toasts.ts'
import { renderAt, serverSaying } from './page.tsx'
import { answersFor } from './sample.ts'
import { ACTORS, bodyOf, GEM, HALTE, idOf, MAIRIE, RELAIS, TEAM, tieOf } from './ties.sample.ts'

configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })

/** A room of one size: jsdom lays nothing out. */
class Room {
  readonly tell: ResizeObserverCallback
  constructor(tell: ResizeObserverCallback) {
    this.tell = tell
  }
  observe() {
    const contentRect = { width: 900, height: 700 } as DOMRectReadOnly
    this.tell([{ contentRect } as ResizeObserverEntry], this as never)
  }
  unobserve() {}
  disconnect() {}
}

beforeEach(() => {
  vi.stubGlobal('CSS', { escape: (text: string) => text })
  vi.stubGlobal('ResizeObserver', Room)
})
afterEach(() => {
  toasts.clear()
  cleanup()
  vi.unstubAllGlobals()
})

const plain = (text: string) => text.replace(/\s/g, ' ')
const named = (name: string | RegExp) => (said: string) =>
  typeof name === 'string' ? plain(said) === name : name.test(plain(said))
const button = (name: string | RegExp) => screen.findByRole('button', { name: named(name) })
const press = async (name: string | RegExp) => fireEvent.click(await button(name))
const writes = (asked: { what: string; body: unknown }[]) =>
  asked.filter(({ what }) => !what.startsWith('GET'))

const KNOWN = tieOf(1, TEAM, HALTE, 'works_with', { frequency: 'monthly', formalised: false })
const TIES: Tie[] = [KNOWN, tieOf(2, TEAM, RELAIS, 'unknown'), tieOf(3, MAIRIE, TEAM, 'absent')]

/** A server that keeps what it is told of ties: the record that it answers takes its place in the list. */
const serve = (answers: Record<string, unknown> = {}, ties = TIES) => {
  let kept = ties
  const keeping = Object.entries(answers).map(([what, answer]) => [
    what,
    () => {
      const { record } = answer as { record?: Tie }
      if (record)
        kept = [...kept.filter(({ id }) => id !== record.id), ...(record.archivedAt ? [] : [record])]
      return answer
    },
  ])
  const { fetch, asked } = serverSaying({
    ...answersFor('manager'),
    ...Object.fromEntries(keeping),
    'GET /api/ties': () => kept,
  })
  vi.stubGlobal('fetch', fetch)
  return asked
}
/** A view of the ties that the browser now believes. */
function View({ of }: { of: (ties: readonly Tie[]) => React.ReactNode }) {
  const { data } = useQuery(tiesQuery)
  return data ? of(data) : null
}
const withTies = (view: (ties: readonly Tie[]) => React.ReactNode) => () => <View of={view} />
const nothing = () => {}

const card = (onTie = vi.fn()) =>
  withTies((ties) => (
    <ActorTies actorId={TEAM.id} actors={ACTORS} ties={ties} mayWrite onActor={nothing} onTie={onTie} />
  ))

it('[GRF8] the card of an actor says its ties word by word, whichever end it is', async () => {
  serve()
  renderAt('/', card())
  const heads = await screen.findAllByRole('heading', { level: 4 })
  expect(heads.map(({ textContent }) => textContent)).toEqual(
    ['travaille avec', 'pas de lien, c’est confirmé×', 'on ne sait pas?'].map((text) =>
      expect.stringContaining(text.replace(/[×?]$/, '')),
    ),
  )
  expect(screen.getByText('chaque mois · non formalisé')).toBeTruthy()
  expect(await button('Mairie')).toBeTruthy()
})

it('[GRF8] a tie is added in two taps after a name, shown at once, and can be undone', async () => {
  const saved = tieOf(9, TEAM, GEM, 'works_with')
  const asked = serve({
    'POST /api/ties': { record: saved, seq: 41 },
    'POST /api/changes/41/undo': { seq: 42, undone: 1 },
  })
  renderAt('/', card())
  fireEvent.change(await screen.findByLabelText('Ajouter un lien avec'), { target: { value: 'gem' } })
  fireEvent.click(await screen.findByRole('option', { name: /GEM La Passerelle/ }))
  await press('travaille avec')
  expect(await button('Préciser le lien avec GEM La Passerelle')).toBeTruthy()
  await screen.findByText(/CCAS de Valombre travaille avec GEM La Passerelle : enregistré/, {
    normalizer: plain,
  })
  expect(writes(asked)[0]).toMatchObject({
    what: 'POST /api/ties',
    body: { fromId: TEAM.id, toId: GEM.id, state: 'known', kind: 'works_with', direction: 'mutual' },
  })
  await press('Annuler')
  await waitFor(() => expect(writes(asked).at(-1)?.what).toBe('POST /api/changes/41/undo'))
})

it('[GRF9] when somebody else was quicker, the word is written on their tie', async () => {
  const theirs = tieOf(7, GEM, TEAM, 'heard_of')
  let isThere = false
  const { fetch, asked } = serverSaying({
    ...answersFor('manager'),
    'GET /api/ties': () => (isThere ? [...TIES, theirs] : TIES),
    [`PATCH /api/ties/${theirs.id}`]: { record: { ...theirs, kind: 'knows', version: 4 }, seq: 5 },
  })
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    if (init.method !== 'POST') return fetch(url, init)
    isThere = true
    return Response.json(
      { status: 409, code: 'tie_exists', detail: '', values: { id: theirs.id } },
      { status: 409 },
    )
  })
  renderAt('/', card())
  fireEvent.change(await screen.findByLabelText('Ajouter un lien avec'), { target: { value: 'gem' } })
  fireEvent.click(await screen.findByRole('option', { name: /GEM La Passerelle/ }))
  await press('connaît')
  await waitFor(() =>
    expect(writes(asked)).toEqual([
      { what: `PATCH /api/ties/${theirs.id}`, body: { version: 3, set: { state: 'known', kind: 'knows' } } },
    ]),
  )
})

it('[GRF9] a refused word is put back and said', async () => {
  serve()
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    if (init.method === 'POST')
      return Response.json({ status: 403, code: 'forbidden', detail: '' }, { status: 403 })
    return serverSaying({ ...answersFor('manager'), 'GET /api/ties': TIES }).fetch(url, init)
  })
  renderAt('/', card())
  fireEvent.change(await screen.findByLabelText('Ajouter un lien avec'), { target: { value: 'gem' } })
  fireEvent.click(await screen.findByRole('option', { name: /GEM La Passerelle/ }))
  await press('connaît')
  await screen.findByRole('alertdialog').catch(() => screen.findByText(/rôle/))
  await waitFor(() => expect(screen.queryByRole('button', { name: /GEM La Passerelle$/ })).toBeNull())
})

const network = (more: Partial<Parameters<typeof NetworkView>[0]> = {}) =>
  withTies((ties) => (
    <NetworkView
      actors={ACTORS}
      others={[]}
      ties={ties}
      positions={new Map()}
      selected={undefined}
      onSelect={nothing}
      onTie={nothing}
      mayWrite
      mayArchive
      table
      {...more}
    />
  ))

it('[GRF10] the table of the network says every actor and tie, also who was never asked, and opens a tie', async () => {
  serve()
  const onTie = vi.fn()
  renderAt('/', network({ onTie }))
  const table = await screen.findByRole('table', { name: 'Acteurs et leurs liens' })
  const heads = within(table).getAllByRole('rowheader')
  expect(heads.map(({ textContent }) => textContent)).toEqual([
    'CCAS de Valombre',
    'GEM La Passerelle',
    'La Halte',
    'Le Relais',
    'Mairie',
  ])
  const gem = within(table).getByRole('button', { name: 'GEM La Passerelle' }).closest('tbody')!
  expect(gem.textContent).toContain('Jamais demandé')
  const team = within(table).getByRole('button', { name: 'CCAS de Valombre' }).closest('tbody')!
  expect(within(team).getByText('chaque mois')).toBeTruthy()
  fireEvent.click(within(team).getByRole('button', { name: 'Préciser le lien avec La Halte' }))
  expect(onTie).toHaveBeenCalledWith(KNOWN.id)
})

it('[GRF10] a word is changed and a tie put away in the table, each with the version that was read', async () => {
  const asked = serve({
    [`PATCH /api/ties/${KNOWN.id}`]: { record: { ...KNOWN, kind: 'knows', version: 4 }, seq: 6 },
    [`POST /api/ties/${KNOWN.id}/archive`]: {
      record: { ...KNOWN, archivedAt: '2026-02-01T00:00:00Z' },
      seq: 7,
    },
  })
  renderAt('/', network())
  const [first] = await screen.findAllByRole('button', { name: named(/La Halte \? : travaille avec/) })
  fireEvent.click(first!)
  fireEvent.click(await screen.findByRole('menuitemradio', { name: 'connaît' }))
  await waitFor(() =>
    expect(writes(asked)).toEqual([
      { what: `PATCH /api/ties/${KNOWN.id}`, body: { version: 3, set: { state: 'known', kind: 'knows' } } },
    ]),
  )
  const [remove] = await screen.findAllByRole('button', { name: 'Retirer le lien avec La Halte' })
  fireEvent.click(remove!)
  await waitFor(() => expect(writes(asked).at(-1)?.what).toBe(`POST /api/ties/${KNOWN.id}/archive`))
})

it('[GRF10] whoever only reads finds no button that writes', async () => {
  serve()
  renderAt('/', network({ mayWrite: false, mayArchive: false }))
  await screen.findByRole('table', { name: 'Acteurs et leurs liens' })
  const names = screen.getAllByRole('button').map((one) => one.getAttribute('aria-label') ?? one.textContent)
  expect(names.filter((name) => /Préciser|Retirer|Ajouter|Quel lien/.test(name ?? ''))).toEqual([])
})

const circles = (table: boolean, onSelect = vi.fn(), teamId: string | null = TEAM.id) =>
  withTies((ties) => (
    <CirclesView
      actors={ACTORS}
      others={[]}
      ties={ties}
      teamId={teamId}
      selected={undefined}
      onSelect={onSelect}
      mayWrite
      table={table}
    />
  ))

it('[GRF11] in the circles Shift and an arrow bring an actor nearer or farther, and the word is written', async () => {
  const asked = serve({
    [`PATCH /api/ties/${KNOWN.id}`]: { record: { ...KNOWN, kind: 'knows', version: 4 }, seq: 6 },
  })
  const onSelect = vi.fn()
  renderAt('/', circles(false, onSelect))
  const seat = await screen.findByRole('button', { name: /^La Halte\. travaille avec/ })
  fireEvent.keyDown(seat, { key: 'Enter' })
  expect(onSelect).toHaveBeenCalledWith(HALTE.id)
  fireEvent.keyDown(seat, { key: 'ArrowDown', shiftKey: true })
  expect(await screen.findByRole('button', { name: /^La Halte\. connaît/ })).toBeTruthy()
  await waitFor(() =>
    expect(writes(asked)[0]).toEqual({
      what: `PATCH /api/ties/${KNOWN.id}`,
      body: { version: 3, set: { state: 'known', kind: 'knows' } },
    }),
  )
})

it('[GRF11] an actor that leaves the rings becomes unknown, never absent', async () => {
  const heard = tieOf(5, TEAM, GEM, 'heard_of')
  const asked = serve(
    {
      [`PATCH /api/ties/${heard.id}`]: {
        record: { ...heard, state: 'unknown', kind: null, version: 4 },
        seq: 8,
      },
    },
    [heard],
  )
  renderAt('/', circles(false))
  const seat = await screen.findByRole('button', { name: /^GEM La Passerelle\. a entendu parler/ })
  fireEvent.keyDown(seat, { key: 'ArrowDown', shiftKey: true })
  expect(await screen.findByRole('button', { name: /^GEM La Passerelle\. on ne sait pas/ })).toBeTruthy()
  await waitFor(() =>
    expect(writes(asked)[0]?.body).toEqual({ version: 3, set: { state: 'unknown', kind: null } }),
  )
})

it('[GRF12] the table of the circles says who sits in each ring, why one is outside, and which seats are empty', async () => {
  serve()
  renderAt('/', circles(true))
  const near = await screen.findByRole('table', { name: 'travaille avec' })
  expect(
    within(near)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['La Halte'])
  const outside = screen.getByRole('table', { name: 'inconnu ou jamais demandé' })
  const why = within(outside)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent)
  expect(why.find((text) => text?.startsWith('Le Relais'))).toContain('on ne sait pas')
  expect(why.find((text) => text?.startsWith('Mairie'))).toContain('pas de lien, c’est confirmé')
  expect(why.find((text) => text?.startsWith('GEM'))).toContain('jamais demandé')
  const empty = screen.getAllByText(named('Place vide : personne ?') as never)
  const families = empty.find(({ tagName }) => tagName === 'STRONG')!.parentElement!.textContent
  expect(families).not.toContain('Urgence sociale, hébergement')
  expect(families).toContain('Insertion')
})

it('[GRF12] without a team the circles ask whom to put in the middle', async () => {
  serve()
  renderAt('/', circles(false, vi.fn(), null))
  expect(await screen.findByText('Autour de qui ?', { normalizer: plain })).toBeTruthy()
  fireEvent.change(screen.getByLabelText('Au milieu'), { target: { value: 'relais' } })
  fireEvent.click(await screen.findByRole('option', { name: /Le Relais/ }))
  expect(await screen.findByText('Autour de Le Relais', { normalizer: plain })).toBeTruthy()
})

const BODIES = [
  bodyOf(1, 'CLSM', [
    { actorId: TEAM.id, role: 'secretariat' },
    { actorId: HALTE.id, role: 'member' },
    { actorId: GEM.id, role: 'absentee' },
  ]),
  bodyOf(2, 'CCAPEX', [{ actorId: TEAM.id, role: 'member' }]),
]

it('[GRF13] bodies by name, each cell said in a word, and who sits with the selected actor', async () => {
  serve()
  const onRole = vi.fn()
  renderAt('/', () => (
    <BodiesView
      actors={ACTORS}
      others={[]}
      bodies={BODIES}
      selected={TEAM.id}
      onSelect={nothing}
      onBody={nothing}
      onRole={onRole}
    />
  ))
  const table = await screen.findByRole('table')
  const columns = within(table)
    .getAllByRole('columnheader')
    .map(({ textContent }) => plain(textContent!))
  expect(columns).toEqual(['Acteur', 'CCAPEX1 siège', 'CLSM2 siègent, 1 chaise vide'])
  expect(
    screen.getByText(/siège dans 2 instances\. Un autre acteur y siège aussi/, { normalizer: plain }),
  ).toBeTruthy()
  expect(
    within(table).getByRole('rowheader', { name: named(/La Halte.*siège avec l’acteur choisi/) }),
  ).toBeTruthy()
  expect(within(table).queryByRole('rowheader', { name: 'Mairie' })).toBeNull()
  fireEvent.click(within(table).getByRole('button', { name: named('Chaise vide : GEM La Passerelle, CLSM') }))
  fireEvent.click(await screen.findByRole('menuitemradio', { name: 'Membre' }))
  expect(onRole).toHaveBeenCalledWith(BODIES[0]!.id, GEM.id, 'member')
})

const PUBLIC: TargetPublic = {
  id: idOf(300),
  name: 'Personnes isolées',
  flags: [],
  known: false,
  publics: ['personnes-isolees'],
  note: null,
  version: 1,
  archivedAt: null,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
}
const CHAIN = [
  tieOf(1, TEAM, HALTE, 'works_with'),
  tieOf(2, HALTE, RELAIS, 'knows'),
  tieOf(3, TEAM, RELAIS, 'unknown'),
]

const finder = (to: string | undefined, onPath = vi.fn(), ties = CHAIN, actors = ACTORS) => (
  <PathFinder
    actors={actors}
    ties={ties}
    publics={[PUBLIC]}
    outreach={[]}
    facilitators={[] as Facilitator[]}
    teamId={TEAM.id}
    to={to}
    onTo={nothing}
    path={undefined}
    onPath={onPath}
    onActor={nothing}
  />
)
const stepsOf = (list: HTMLElement) => plain(list.textContent!)

it('[GRF14] the way to an actor is a chain of words; a shorter one through an unknown tie is a question', async () => {
  serve()
  const onPath = vi.fn()
  renderAt('/', () => finder(RELAIS.id, onPath))
  const said = await screen.findByText(/2 liens à suivre/, { normalizer: plain })
  expect(plain(said.textContent!)).toContain('Peut-être 1 seul, si des liens inconnus existent')
  expect(plain(said.textContent!)).toContain('jamais demandés')
  expect(onPath).toHaveBeenCalledWith([TEAM.id, HALTE.id, RELAIS.id])
  const [known, possible] = screen
    .getAllByRole('list')
    .filter(({ textContent }) => /Voir ce chemin/.test(textContent!))
  expect(stepsOf(known!)).toMatch(/CCAS de Valombre ?travaille avec ?La Halte ?connaît ?Le Relais/)
  expect(stepsOf(possible!)).toContain('À vérifier : CCAS de Valombre et Le Relais se connaissent-ils ?')
})

it('[GRF14] the way to a target public ends at whoever receives it; without a way, one says whom to ask', async () => {
  serve()
  const receiving = ACTORS.map((one) =>
    one === RELAIS ? { ...one, publics: ['personnes-isolees' as const] } : one,
  )
  renderAt('/', () => finder(PUBLIC.id, vi.fn(), CHAIN, receiving))
  expect(
    (await screen.findAllByText(/Reçoit déjà « Personnes isolées »/, { normalizer: plain }))[0],
  ).toBeTruthy()
  cleanup()
  renderAt('/', () => finder(GEM.id))
  expect(
    await screen.findByText(/Demandez à La Halte : « Connaissez-vous GEM La Passerelle/, {
      normalizer: plain,
    }),
  ).toBeTruthy()
  cleanup()
  renderAt('/', () => finder(PUBLIC.id))
  expect(
    await screen.findByText(/Aucun acteur n’est noté comme recevant/, { normalizer: plain }),
  ).toBeTruthy()
})

it('[GRF15] a tie is read in words and written field by field; what is not known stays apart from no', async () => {
  const asked = serve({
    [`PATCH /api/ties/${KNOWN.id}`]: { record: { ...KNOWN, formalised: null, version: 4 }, seq: 9 },
  })
  renderAt('/', () => <TieSheet id={KNOWN.id} actors={ACTORS} onClose={nothing} onActor={nothing} />)
  expect(await screen.findByRole('heading', { level: 2, name: 'CCAS de Valombre et La Halte' })).toBeTruthy()
  expect(screen.getByText('chaque mois')).toBeTruthy()
  await press('Modifier : Formalisé')
  fireEvent.click(screen.getByRole('radio', { name: 'ne sait pas' }))
  await waitFor(() =>
    expect(writes(asked)).toEqual([
      { what: `PATCH /api/ties/${KNOWN.id}`, body: { version: 3, set: { formalised: null } } },
    ]),
  )
})
