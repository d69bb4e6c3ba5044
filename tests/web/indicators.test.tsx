import { cleanup, configure, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { BlindSpots } from '#web/features/indicators/BlindSpots.tsx'
import { landmarksOf } from '#web/features/indicators/CirclesKey.tsx'
import { ClassingChoice } from '#web/features/indicators/ClassingChoice.tsx'
import { fromKeyText, keyOf, toKeyText } from '#web/features/indicators/key.ts'
import {
  bivariatePaint,
  breaksOf,
  type Classing,
  circlesPaint,
  HATCH_OF,
  shadesPaint,
  statusesIn,
  valuesOf,
} from '#web/features/indicators/paint.ts'
import { ShadesKey } from '#web/features/indicators/ShadesKey.tsx'
import { fromSquaresText, levelAt, toSquaresText } from '#web/features/indicators/squares.ts'
import { ValuesTable } from '#web/features/indicators/ValuesTable.tsx'
import { ZoneFigure } from '#web/features/indicators/ZoneFigure.tsx'
import { POVERTY, VALUES, ZONES, zone, zoneId } from './indicators.sample.ts'
import { renderAt, serverSaying } from './page.tsx'
import { answersFor } from './sample.ts'

configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => {
  vi.stubGlobal('CSS', { escape: (text: string) => text })
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }))
  vi.stubGlobal('fetch', serverSaying(answersFor('participant')).fetch)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const nothing = () => {}

it('[CHO3] secret, withheld, imputed and missing zones each have a hatch of their own, and a class only with a value', () => {
  const paint = shadesPaint(ZONES, breaksOf(valuesOf(ZONES), { method: 'quantile', classes: 3 }))
  expect(paint).toEqual({
    [zoneId(1)]: { class: 0 },
    [zoneId(2)]: { class: 2 },
    [zoneId(3)]: { class: 1, hatch: 'imputed' },
    [zoneId(4)]: { hatch: 'secret' },
    [zoneId(5)]: { hatch: 'withheld' },
    [zoneId(6)]: { hatch: 'absent' },
  })
  const hatches = Object.values(HATCH_OF)
  expect(new Set(hatches).size).toBe(hatches.length)
  expect(statusesIn(ZONES)).toEqual(['imputed', 'secret', 'withheld', 'absent'])
  expect(Object.values(circlesPaint(ZONES)).every((look) => look.class === undefined)).toBe(true)
})

it('[CHO4] a zone without a value says why in words, and never shows zero', async () => {
  renderAt('/', () => (
    <ValuesTable zones={ZONES} indicator={POVERTY} selected={undefined} onSelect={nothing} />
  ))
  const rowOf = async (name: string) => within((await screen.findByText(name)).closest('tr')!)
  expect((await rowOf('Bois-Blancs')).getByText('secret statistique')).toBeTruthy()
  expect((await rowOf('Fives')).getByText('masqué pour protéger')).toBeTruthy()
  expect((await rowOf('Wazemmes')).getByText('sans donnée')).toBeTruthy()
  expect((await rowOf('Vauban')).getByText('12,3 %')).toBeTruthy()
  expect(screen.queryByText(/^0/)).toBeNull()
})

it('[CHO5] the table of zones is in the order of codes or of names, and offers no order of values', async () => {
  renderAt('/', () => (
    <ValuesTable zones={ZONES} indicator={POVERTY} selected={undefined} onSelect={nothing} />
  ))
  const names = () =>
    screen.getAllByRole('rowheader').map((cell) => within(cell).getByRole('button').textContent)
  await screen.findByText('Vauban')
  expect(names()).toEqual(['Vauban', 'Étoile', 'Moulins', 'Bois-Blancs', 'Fives', 'Wazemmes'])
  fireEvent.click(screen.getByRole('button', { name: /Ordre/ }))
  const offered = (await screen.findAllByRole('option')).map((option) => option.textContent)
  expect(offered).toEqual(['Par code', 'Par nom'])
  fireEvent.click(screen.getByRole('option', { name: 'Par nom' }))
  expect(names()).toEqual(['Bois-Blancs', 'Étoile', 'Fives', 'Moulins', 'Vauban', 'Wazemmes'])
  for (const header of screen.getAllByRole('columnheader'))
    expect(within(header).queryByRole('button')).toBeNull()
})

it('[CHO5] a zone is found without its accents, and a row selects it by keyboard', async () => {
  const onSelect = vi.fn()
  renderAt('/', () => (
    <ValuesTable zones={ZONES} indicator={POVERTY} selected={undefined} onSelect={onSelect} />
  ))
  fireEvent.change(await screen.findByRole('searchbox'), { target: { value: 'etoi' } })
  const row = screen.getByRole('button', { name: 'Étoile' })
  expect(screen.queryByText('Vauban')).toBeNull()
  fireEvent.keyDown(row, { key: 'Enter' })
  fireEvent.keyUp(row, { key: 'Enter' })
  expect(onSelect).toHaveBeenCalledWith(zoneId(2))
})

it('[CHO6] two figures at once are nine classes of three by three, hatched where either is missing', () => {
  const first = [1, 2, 3, 4].map((n) => zone(n))
  const second = [zone(1, { value: 9 }), zone(2, { value: 5 }), zone(3, { value: null, status: 'secret' })]
  const { paint } = bivariatePaint(first, second)
  expect(paint[zoneId(1)]).toEqual({ class: 3 })
  expect(paint[zoneId(2)]).toEqual({ class: 0 + 1 - 1 })
  expect(paint[zoneId(3)]).toEqual({ hatch: 'secret' })
  expect(paint[zoneId(4)]).toEqual({ hatch: 'absent' })
})

it('[CHO7] the value of a zone stands beside what it is elsewhere, with what its source says of its quality', async () => {
  renderAt('/', () => <ZoneFigure zone={ZONES[2]!} indicator={POVERTY} references={VALUES.references} />)
  expect(await screen.findByText('23,1 % ici, 18,4 % (Lille)')).toBeTruthy()
  expect(screen.getByText('23,1 % ici, 23,1 % (médiane, Quartiers)')).toBeTruthy()
  expect(screen.getByText(/Prudence demandée par la source \(note 2\)/)).toBeTruthy()
  expect(screen.getByText(/La source a estimé/)).toBeTruthy()
})

it('[CHO8] the legend names each class with its zones, each hatch that is there, the landmarks and the source', async () => {
  const breaks = [20, 40]
  renderAt('/', () => (
    <ShadesKey
      indicator={POVERTY}
      values={valuesOf(ZONES)}
      breaks={breaks}
      colours={['#111111', '#222222', '#333333']}
      statuses={statusesIn(ZONES)}
      references={VALUES.references}
    />
  ))
  const text = (await screen.findByRole('list', { name: 'Classes' })).textContent
  expect(text).toBe(
    'moins de 20\u00a0% (1 zone)de 20 à moins de 40\u00a0% (1 zone)40\u00a0% ou plus (1 zone)',
  )
  const missing = screen.getByRole('list', { name: 'Sans valeur' })
  expect(
    within(missing)
      .getAllByRole('listitem')
      .map((row) => row.textContent),
  ).toEqual(['imputé', 'secret statistique', 'masqué pour protéger', 'sans donnée'])
  expect(screen.getByText('18,4 % – Lille')).toBeTruthy()
  expect(screen.getByText(/Insee, Filosofi, 2021 · Licence Ouverte 2.0 · au 1 février 2024/)).toBeTruthy()
})

it('[CHO9] whom a source does not see is said in plain words beside its figure', async () => {
  renderAt('/', () => <BlindSpots spots={POVERTY.blindSpots} />)
  expect(await screen.findByText(/allocataires de la MSA/)).toBeTruthy()
  expect(screen.getByText(/personnes domiciliées/)).toBeTruthy()
})

it('[CHO10] bounds can be typed, and other classes start from those that are shown', async () => {
  const changes: Classing[] = []
  const values = [1, 2, 3, 4, 5, 6]
  const classing: Classing = { method: 'manual', bounds: [2, 4] }
  renderAt('/', () => (
    <ClassingChoice
      classing={classing}
      values={values}
      breaks={breaksOf(values, classing)}
      unit="percent"
      onChange={(next) => changes.push(next)}
    />
  ))
  const field = await screen.findByLabelText('Borne 2')
  fireEvent.change(field, { target: { value: '4.5' } })
  fireEvent.blur(field)
  expect(changes).toEqual([{ method: 'manual', bounds: [2, 4.5] }])
})

it('[CHO11] an address names a figure or the squares, and nothing that makes no sense', () => {
  expect(fromKeyText(toKeyText(POVERTY))).toEqual(keyOf(POVERTY))
  expect(fromKeyText('filosofi~2021~nowhere~2024~x')).toBeUndefined()
  expect(fromKeyText('x')).toBeUndefined()
  expect(fromSquaresText(toSquaresText('2021', 'owners'))).toEqual({ vintage: '2021', indicator: 'owners' })
  expect(fromSquaresText('2021~names')).toBeUndefined()
  expect([16, 13, 12.9, 11, 2].map(levelAt)).toEqual([0, 0, 1, 2, 7])
})

it('[CHO12] the legend of circles has round numbers under the greatest', () => {
  expect(landmarksOf(1234)).toEqual([1234, 400, 100])
  expect(landmarksOf(1)).toEqual([1])
  expect(landmarksOf(0)).toEqual([])
})
