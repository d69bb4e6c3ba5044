import { cleanup, configure, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { HOT_SPOT_CLASSES, type HotSpotsAnswer } from '#contract/hot-spots'
import { coloursOf, LOOK_OF, spotsPaint } from '#web/features/hot-spots/looks.ts'
import { moranWord, WhatWasDone } from '#web/features/hot-spots/WhatWasDone.tsx'
import { ZoneWords } from '#web/features/hot-spots/ZoneWords.tsx'
import { ValuesTable } from '#web/features/indicators/ValuesTable.tsx'
import { HATCHES } from '#web/map/hatches.ts'
import { countCircles, radiusOf } from '#web/map/layers/circles.ts'
import { gridSquares } from '#web/map/layers/grid-squares.ts'
import { fillColour, paintedZones } from '#web/map/layers/words.ts'
import { PALETTES } from '#web/map/palette.ts'
import { BIVARIATE, GATHERED, shadesOf } from '#web/map/shades.ts'
import { ZoneCard } from '#web/map/ZoneCard.tsx'
import { InvisibleStrip } from '#web/pages/analyses/InvisibleStrip.tsx'
import { chosenOf, classingOf, toSearch, useFigure } from '#web/pages/analyses/useFigure.ts'
import { readSearch } from '#web/search.ts'
import { CLAIMANTS, POVERTY, VALUES, ZONES, zoneId } from './indicators.sample.ts'
import { renderAt, serverSaying } from './page.tsx'
import { answersFor } from './sample.ts'

configure({ asyncUtilTimeout: 8_000 })
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => {
  vi.stubGlobal('CSS', { escape: (text: string) => text })
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  vi.stubGlobal('fetch', serverSaying(answersFor('participant')).fetch)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
const grey = (colour: string) => {
  const [red, green, blue] = channels(colour)
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

it.each(['light', 'dark'] as const)(
  '[CHO13] in the %s theme shades go one way in grey, and none is red',
  (theme) => {
    for (const count of [1, 3, 5, 7]) {
      const shades = shadesOf(theme, count)
      expect(new Set(shades).size).toBe(count)
      const steps = shades.slice(1).map((shade, index) => grey(shades[index]!) - grey(shade))
      expect(steps.every((step) => (theme === 'light' ? step > 12 : step < -12))).toBe(true)
    }
    for (const colour of [...shadesOf(theme, 7), ...BIVARIATE, ...Object.values(GATHERED[theme])]) {
      const [red, green, blue] = channels(colour)
      expect(red! > 1.6 * Math.max(green!, blue!)).toBe(false)
    }
  },
)

it('[CHO14] no two hatches are drawn alike', () => {
  const drawn = Object.values(HATCHES).map(({ path }) => path)
  expect(new Set(drawn).size).toBe(drawn.length)
})

it('[CHO15] another figure changes expressions alone: the tiles stay', () => {
  const tiles = 'https://here/{z}/{x}/{y}'
  const before = paintedZones(tiles, { a: { class: 0 }, b: { hatch: 'secret' } }, ['#000000'], PALETTES.light)
  const after = paintedZones(
    tiles,
    { a: { class: 1 }, b: { class: 0 } },
    ['#000000', '#ffffff'],
    PALETTES.light,
  )
  expect(after.sources).toEqual(before.sources)
  expect(fillColour({ a: { class: 1 }, b: { class: 0 }, c: { class: 1 } }, ['#000000', '#ffffff'])).toEqual([
    'match',
    ['get', 'id'],
    ['a', 'c'],
    '#ffffff',
    ['b'],
    '#000000',
    'rgba(0, 0, 0, 0)',
  ])
  expect(fillColour({ b: { hatch: 'secret' } }, [])).toBe('rgba(0, 0, 0, 0)')
})

it('[CHO12] the area of a circle is proportional to its value, and small circles lie over large ones', () => {
  expect((radiusOf(100, 400) / radiusOf(400, 400)) ** 2).toBeCloseTo(0.25)
  expect(radiusOf(5, 0)).toBe(0)
  const part = countCircles([{ id: zoneId(1), at: [3, 50], value: 4 }], PALETTES.light)
  expect(JSON.stringify(part.layers)).toContain('["-",0,["get","radius"]]')
})

it('[CHO16] imputed squares are hatched over their class, withheld ones hatched alone, bounds belong below', () => {
  const { layers } = gridSquares('t', [10], ['#000000', '#ffffff'], PALETTES.light)
  const patterns = layers.map((layer) => (layer.paint as { 'fill-pattern'?: string })['fill-pattern'])
  expect(patterns).toEqual([undefined, 'hatch:imputed:light', 'hatch:withheld:light'])
  const step = (layers[0]!.paint as { 'fill-color': unknown[] })['fill-color']
  expect(step[3]).toBeGreaterThan(10)
  expect(step[3]).toBeLessThan(10.00001)
})

it('[CHO17] what is invisible is said on every analysis, even folded on a phone', async () => {
  renderAt('/', () => <InvisibleStrip />)
  expect(
    await screen.findByText(/sans domicile, hébergées, en foyer, étudiantes, relevant de la MSA/),
  ).toBeTruthy()
  expect(screen.getByText(/invisibles ici/)).toBeTruthy()
})

it('[CHO18] every zone can be contested', async () => {
  renderAt('/', () => (
    <ZoneCard zoneId={zoneId(3)} name="Moulins" code="593500103" onClose={() => {}}>
      12 %
    </ZoneCard>
  ))
  const link = await screen.findByRole('link', { name: 'Ce n’est pas ce que nous voyons' })
  expect(link.getAttribute('href')).toContain(`/field?contest=${zoneId(3)}`)
})

it('[CHO19] the first figure is a share on the smallest zones, never a count when there is a share', () => {
  const communes = { ...POVERTY, level: 'commune' as const }
  expect(chosenOf([communes, CLAIMANTS, POVERTY], undefined)).toBe(POVERTY)
  expect(chosenOf([CLAIMANTS], undefined)).toBe(CLAIMANTS)
  expect(chosenOf([], undefined)).toBeUndefined()
})

it('[CHO11] classes go to the address and come back', () => {
  const manual = { method: 'manual', bounds: [1.5, 2] } as const
  const address = toSearch(manual)
  expect(classingOf(readSearch({ classing: address.classing, bounds: '1.5,2' }))).toEqual(manual)
  expect(classingOf({})).toEqual({ method: 'quantile', classes: 5 })
  expect(readSearch({ classes: '12', classing: 'red', zone: 'x' })).toEqual({})
})

const ANSWER: HotSpotsAnswer = {
  indicator: POVERTY,
  zones: [],
  moran: { i: 0.41, expected: -0.01, p: 0.001 },
  done: {
    n: 110,
    tests: 110,
    inference: 'permutations',
    permutations: 9_999,
    analyticBecause: null,
    correction: 'BH',
    alpha: 0.05,
    isConstant: false,
    standardised: true,
    neighbours: 5.6,
  },
}

it('[CHO20] what was done is said in one paragraph: tests, draws, correction, and Moran’s I in words', async () => {
  renderAt('/', () => <WhatWasDone answer={ANSWER} />)
  const text = (await screen.findByText(/zones ont une valeur/)).textContent
  expect(text).toMatch(/110 tests, avec 5,6 voisines/)
  expect(text).toMatch(/9\s999 fois/)
  expect(text).toMatch(/Benjamini et Hochberg/)
  expect(text).toMatch(/Les zones voisines se ressemblent \(I de Moran 0,41/)
  expect(screen.getByText(/jamais sur une estimation/)).toBeTruthy()
  expect(moranWord({ i: 0.4, expected: 0, p: 0.2 }, 0.05)).toBe('none')
  expect(moranWord({ i: -0.4, expected: 0, p: 0.01 }, 0.05)).toBe('different')
})

it('[CHO21] each class of spots differs by its hue or its hatch, and high and low never by their hue alone', () => {
  const looks = HOT_SPOT_CLASSES.map((one) => JSON.stringify(LOOK_OF[one]))
  expect(new Set(looks).size).toBe(7)
  expect(LOOK_OF.hot.hatch).not.toBe(LOOK_OF.cold.hatch)
  expect(LOOK_OF.high_low.hatch).not.toBe(LOOK_OF.low_high.hatch)
  const spot = { zoneId: zoneId(1), code: '1', name: 'a', class: 'cold' as const, p: 0.01 }
  expect(spotsPaint([spot])).toEqual({ [zoneId(1)]: { class: 1, hatch: 'low' } })
  expect(coloursOf('light')[1]).toBe(GATHERED.light.low)
})

const UNSAID = zoneId(9)

function Unsaid({ onSelect }: { onSelect: (id: string) => void }) {
  const { zones, paint, indicator } = useFigure('lille', [POVERTY], {})
  return (
    <>
      <output>{JSON.stringify(paint[UNSAID] ?? null)}</output>
      <ValuesTable zones={zones} indicator={indicator} selected={undefined} onSelect={onSelect} />
    </>
  )
}

it('[CHO22] a zone that is drawn and of which the source says nothing is hatched, listed in its place and can be pressed', async () => {
  const drawn = {
    ...{
      id: UNSAID,
      level: 'iris',
      code: '593500100',
      name: 'Citadelle',
      vintage: '2024',
      bounds: [3, 50, 4, 51],
    },
    ...{ source: 'ign', licence: null, communes: ['59350'], population: null, postcodes: [] },
  }
  const known = ZONES.map(({ zoneId: id, code, name }) => ({ ...drawn, id, code, name }))
  const undrawn = { ...drawn, id: zoneId(8), code: '593500999', name: 'Nulle part', bounds: null }
  const zones = [...known, drawn, undrawn]
  const { fetch } = serverSaying({
    ...answersFor('participant'),
    'GET /api/indicators/values': VALUES,
    'GET /api/zones/coverage': [],
    'GET /api/zones': { items: zones, total: zones.length },
  })
  vi.stubGlobal('fetch', fetch)
  const onSelect = vi.fn()
  renderAt('/', () => <Unsaid onSelect={onSelect} />)
  const unsaid = await screen.findByRole('button', { name: 'Citadelle' })
  const [first, ...others] = screen.getAllByRole('rowheader')
  expect(first!.textContent).toContain('Citadelle')
  expect(first!.parentElement!.textContent).toContain('sans donnée')
  expect(others).toHaveLength(ZONES.length)
  expect(screen.queryByText('Nulle part')).toBeNull()
  expect(JSON.parse(screen.getByRole('status').textContent)).toEqual({ hatch: 'absent' })
  fireEvent.click(unsaid)
  expect(onSelect).toHaveBeenCalledWith(UNSAID)
})

it('[CHO23] a long list of zones shows its beginning, and the rest on demand', async () => {
  const zones = Array.from({ length: 517 }, (_, i) => ({
    zoneId: `zone ${i}`,
    code: String(10_000 + i),
    name: `Quartier ${i}`,
    words: 'plutôt haut',
  }))
  renderAt('/', () => <ZoneWords zones={zones} selected={undefined} onSelect={() => {}} />)
  expect(await screen.findAllByRole('listitem')).toHaveLength(300)
  fireEvent.click(screen.getByRole('button', { name: 'Montrer 217 zones de plus' }))
  expect(screen.getAllByRole('listitem')).toHaveLength(517)
  expect(screen.queryByRole('button', { name: /de plus/ })).toBeNull()
})
