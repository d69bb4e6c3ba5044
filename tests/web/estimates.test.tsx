import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { CAUTIOUS } from '#api/domain/non-take-up-estimate'
import type { EstimateOffer, EstimateRun } from '#contract/estimates'
import type { Role } from '#contract/roles'
import type { Territory } from '#contract/territories'
import { EstimatesView } from '#web/features/estimates/EstimatesView.tsx'
import { ZoneTable } from '#web/features/estimates/result/ZoneTable.tsx'
import { MethodSheet } from '#web/features/estimates/sheet/MethodSheet.tsx'
import { spreadAt } from '#web/features/estimates/start/balance.ts'
import { useView } from '#web/useView.ts'
import { INDICATORS, listed, OFFER, RUN, ZONES } from './estimates.sample.ts'
import { renderAt, serverSaying } from './page.tsx'
import { idOf } from './records-sample.ts'
import { answersFor } from './sample.ts'

configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })

vi.mock('#web/map/ZoneMap.tsx', () => ({
  ZoneMap: ({ legend, onSelect }: { legend: React.ReactNode; onSelect: (id: string) => void }) => (
    <figure>
      <button type="button" onClick={() => onSelect(ZONES[0]!.zoneId!)}>
        press
      </button>
      {legend}
    </figure>
  ),
}))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const TERRITORY = { id: idOf(1), name: 'Le Fil' } as Territory

function View() {
  const [{ estimate, zone }, change] = useView()
  return (
    <EstimatesView
      territory={TERRITORY}
      opened={estimate}
      onOpen={(id) => change({ estimate: id })}
      zone={zone}
      onZone={(id) => change({ zone: id })}
    />
  )
}

function show(
  address: string,
  {
    role = 'contributor',
    offers = [OFFER],
    run = RUN,
    ...more
  }: { role?: Role; offers?: EstimateOffer[]; run?: EstimateRun } & Record<string, unknown> = {},
) {
  const said = serverSaying({
    ...answersFor(role),
    'GET /api/estimates/offers': offers,
    'GET /api/estimates/rates': [
      { benefit: 'RSA', group: 'Locataires HLM', rate: 0.15, year: '2018', source: 'DREES' },
    ],
    'GET /api/estimates': { items: [listed(run)], total: 1 },
    [`GET /api/estimates/${run.id}`]: run,
    'GET /api/indicators': INDICATORS,
    ...more,
  })
  vi.stubGlobal('fetch', said.fetch)
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  renderAt(address, View)
  return said
}
const open = (more?: Parameters<typeof show>[1]) => show(`/?estimate=${RUN.id}`, more)

it('[ESW1] what the estimate rests on, and what stands in for figures that are missing, is said before it runs', async () => {
  show('/')
  const basis = (await screen.findByRole('heading', { name: 'Sur quoi cela repose' })).parentElement!
  expect(within(basis).getByText(/Foyers allocataires, RSA · CNAF, 2021/)).toBeTruthy()
  expect(within(basis).getByText(/chaque zone compte pareil, et le doute est plus large/)).toBeTruthy()
})

it('[ESW2] without figures the page names what to import, and leads there whoever may', async () => {
  const nothing = { ...OFFER, sources: null, missing: ['claimants', 'contours'] as const, zones: 0 }
  show('/', { role: 'observatory_officer', offers: [{ ...nothing, missing: [...nothing.missing] }] })
  await screen.findByText('Rien à estimer pour l’instant')
  expect(screen.getByText(/foyers allocataires par zone .* ; les contours/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Importer des fichiers' }).getAttribute('href')).toContain('/data')
  expect(screen.queryByRole('button', { name: /Lancer/ })).toBeNull()
})

it('[ESW2] a benefit that cannot be estimated yet says what it lacks beside one that can', async () => {
  show('/', { offers: [OFFER, { ...OFFER, benefit: 'ppa', sources: null, missing: ['claimants'] }] })
  await screen.findByText(/^Prime d’activité : il manque les foyers allocataires/)
  expect(screen.queryByText(/^RSA : il manque/)).toBeNull()
})

it('[ESW4] only what was changed is sent, with the pair that the slider stands for, and the run opens', async () => {
  let sent: Record<string, unknown> = {}
  const said = show('/', { 'POST /api/estimates': () => ({ ...RUN, id: sent.id ?? RUN.id }) })
  const slider = await screen.findByRole('slider', { name: /Part de l’écart/ })
  expect(slider.getAttribute('aria-valuetext')).toMatch(/^Réglage prudent/)
  fireEvent.change(slider, { target: { value: '4' } })
  expect(slider.getAttribute('aria-valuetext')).toBe('Surtout des différences de recours')
  fireEvent.click(screen.getByRole('button', { name: 'Lancer l’estimation' }))
  await screen.findByRole('heading', { name: RUN.name })
  sent = said.asked.find(({ what }) => what === 'POST /api/estimates')!.body as typeof sent
  expect(sent.parameters).toEqual(spreadAt(4, CAUTIOUS))
  expect(sent).toMatchObject({ name: 'RSA, Le Fil', benefit: 'rsa', level: 'iris', territoryId: idOf(1) })
  expect(sent).not.toHaveProperty('seed')
})

it('[ESW5] participants read estimates and are told who runs them', async () => {
  show('/', { role: 'participant' })
  const run = await screen.findByRole('button', { name: 'Lancer l’estimation' })
  await waitFor(() => expect((run as HTMLButtonElement).disabled).toBe(true))
  expect(screen.getAllByText(/revient aux contributeurs/).length).toBeGreaterThan(0)
  fireEvent.click(screen.getByRole('button', { name: RUN.name }))
  await screen.findByText(/Si le taux national s’applique ici : entre 105 et 205 foyers/)
})

it.each([
  ['running', /vous pouvez quitter cette page/],
  ['failed', /n’a pas abouti\. Les chiffres/],
  ['interrupted', /Le serveur s’est arrêté/],
  ['cancelled', /Quelqu’un l’a arrêtée/],
] as const)('[ESW6] a run that is %s says so in words, with what can be done', async (state, words) => {
  const run = { ...RUN, state, progress: 0.4, endedAt: null, result: null }
  const said = open({ run, [`POST /api/estimates/${RUN.id}/cancel`]: { ...run, state: 'cancelled' } })
  await screen.findByText(words)
  if (state !== 'running') return void (await screen.findByRole('button', { name: /Refaire/ }))
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('40')
  fireEvent.click(await screen.findByRole('button', { name: 'Arrêter' }))
  await screen.findByText(/Quelqu’un l’a arrêtée/)
  expect(said.asked.some(({ what }) => what.endsWith('/cancel'))).toBe(true)
})

it('[ESW7] the legend has three words, counts zones and never households', async () => {
  open()
  const legend = (await screen.findByText('probablement davantage')).closest('ul')!
  expect(
    within(legend)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    'probablement peu de foyers concernés1 zone',
    'indéterminé2 zones',
    'probablement davantage1 zone',
    'secret statistique1 zone',
  ])
})

it('[ESW8] a zone gives its word, its range rounded to 5, the causes, who is invisible, and a way to say otherwise', async () => {
  open()
  fireEvent.click(await screen.findByRole('button', { name: 'press' }))
  const card = await screen.findByRole('region', { name: 'Quartier Z' })
  expect(within(card).getByText('indéterminé')).toBeTruthy()
  expect(within(card).getByText('entre 10 et 40 foyers')).toBeTruthy()
  for (const cause of ['non-demande', 'non-connaissance', 'non-réception', 'non-proposition'])
    expect(within(card).getByText(new RegExp(cause))).toBeTruthy()
  expect(within(card).getByText(/relevant de la MSA/)).toBeTruthy()
  const contest = within(card).getByRole('link', { name: 'Ce n’est pas ce que nous voyons' })
  expect(contest.getAttribute('href')).toBe(`/field?contest=${ZONES[0]!.zoneId}`)
})

it('[ESW9] a zone of which nothing is said gives the reason, and that it is not zero', async () => {
  show(`/?estimate=${RUN.id}&zone=${ZONES[3]!.zoneId}`)
  const card = await screen.findByRole('region', { name: 'Quartier W' })
  expect(within(card).getByText(/Rien n’est dit de cette zone : secret statistique/)).toBeTruthy()
  expect(within(card).getByText(/ne veut pas dire zéro/)).toBeTruthy()
  expect(within(card).getByRole('link', { name: /pas ce que nous voyons/ })).toBeTruthy()
})

it('[ESW10] the table keeps the order of codes, and no heading of it can be pressed', async () => {
  vi.stubGlobal('fetch', serverSaying(answersFor('participant')).fetch)
  renderAt('/', () => <ZoneTable zones={ZONES} selected={undefined} onSelect={() => {}} />)
  const table = await screen.findByRole('table')
  expect(
    within(table)
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent),
  ).toEqual(ZONES.map(({ name }) => name))
  const head = within(table).getAllByRole('columnheader')
  expect(head.flatMap((cell) => within(cell).queryAllByRole('button'))).toEqual([])
  expect(within(table).queryByText('0')).toBeNull()
})

it('[ESW11] the total is conditional on the national rate, and its slider says what a wrong rate would do', async () => {
  open()
  await screen.findByText('Si le taux national s’applique ici : entre 105 et 205 foyers.')
  expect(screen.getByText(/Aucun taux local n’est publié/)).toBeTruthy()
  const slider = screen.getByRole('slider', { name: /n’était pas le taux national/ })
  expect([slider.getAttribute('min'), slider.getAttribute('max')]).toEqual(['-10', '10'])
  fireEvent.change(slider, { target: { value: '-10' } })
  await screen.findByText(/Si le taux réel est 10 points au-dessous.* entre 70 et 130 foyers/)
})

it('[ESW13] the recipe shows what it gives for France beside what is published, and rates have their sources', async () => {
  open()
  await screen.findByText(/donne 33,4.%, contre 34.% publiés/)
  fireEvent.click(screen.getByText('Les taux publiés, et par qui'))
  const table = await screen.findByRole('table', { name: /Aucun ne porte/ })
  expect(within(table).getByText('DREES')).toBeTruthy()
})

it('[ESW14] the method sheet holds all that it takes to repeat a run or contest it, and names no zone', async () => {
  vi.stubGlobal(
    'fetch',
    serverSaying({ ...answersFor('participant'), 'GET /api/indicators': INDICATORS }).fetch,
  )
  renderAt('/', () => <MethodSheet run={RUN} result={RUN.result!} place="Le Fil" />)
  await screen.findByRole('heading', { level: 1, name: /^Où pourrions-nous demander/ })
  await screen.findByText('Licence Ouverte 2.0')
  const text = screen.getByRole('article').textContent!
  const must = [
    'Le Fil',
    'Ana',
    '4207',
    RUN.hash,
    'κ = R_T',
    'réglage prudent',
    'une opération à hauts risques',
  ]
  const also = ['invisibles ici', 'entre 105 et 205', '33,4', 'Taux nationaux', 'MSA', '200 fois', '2022']
  for (const words of [...must, ...also]) expect(text.toLowerCase()).toContain(words.toLowerCase())
  for (const { name, code } of ZONES) {
    expect(text).not.toContain(name)
    expect(text).not.toContain(code)
  }
})
