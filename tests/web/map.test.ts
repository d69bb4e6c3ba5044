import { expect, it } from 'vitest'
import { parseFamilies, ringSlices } from '#web/map/cellImage.ts'
import { actorPlaces } from '#web/map/layers/actors.ts'
import { backdropGround, backdropLabels } from '#web/map/layers/backdrop.ts'
import { selectedPlaces } from '#web/map/layers/selection.ts'
import { territoryOutline } from '#web/map/layers/territory.ts'
import { zoneContours, zoneNames } from '#web/map/layers/zones.ts'
import { PALETTES } from '#web/map/palette.ts'
import { scaleBar } from '#web/map/Scale.tsx'
import { mapStyle } from '#web/map/style.ts'
import { FRANCE, isSameView, isWithin, toBounds, toViewport } from '#web/map/viewport.ts'
import { contrast } from './contrast.ts'

const square: [number, number][] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
]
const style = (palette = PALETTES.light) =>
  mapStyle(palette, [
    backdropGround('http://here/backdrop', palette),
    territoryOutline({ type: 'Polygon', coordinates: [square] }, palette),
    zoneContours('http://here/zones/{z}/{x}/{y}', palette),
    zoneNames(palette),
    backdropLabels(palette),
    actorPlaces('http://here/actors/{z}/{x}/{y}', palette),
    selectedPlaces([[2, 48]], 'A', 'stale', palette),
  ])

it('[MAP1] the ground lies under the contours, those under the names, the actors over all, the chosen one on top', () => {
  const layers = style().layers.map(({ id }) => id)
  const order = ['ground', 'backdrop-land', 'zones-line', 'backdrop-label_town', 'places', 'selection-symbol']
  expect(order.map((id) => layers.indexOf(id))).toEqual(
    order.map((id) => layers.indexOf(id)).sort((a, b) => a - b),
  )
  expect(new Set(layers).size).toBe(layers.length)
})

it('[MAP2] a style asks nothing from outside: no glyph server, no sprite, only the addresses it was given', () => {
  const drawn = style()
  expect(drawn.glyphs).toBeUndefined()
  expect(drawn.sprite).toBeUndefined()
  const addresses = JSON.stringify(drawn).match(/https?:[^"]*/g) ?? []
  expect(addresses.every((address) => address.startsWith('http://here/'))).toBe(true)
})

it('[MAP3] every layer draws a source that the style has, in both themes', () => {
  for (const palette of Object.values(PALETTES)) {
    const drawn = style(palette)
    for (const layer of drawn.layers)
      if (layer.type !== 'background') expect(Object.keys(drawn.sources)).toContain(layer.source)
  }
})

it('[MAP4] names on the map are readable: 4.5:1 against their halo, light and dark', () => {
  for (const palette of Object.values(PALETTES))
    for (const name of [
      'label',
      'labelQuiet',
      'labelStreet',
      'labelWater',
      'labelPark',
      'zoneLabel',
    ] as const)
      expect(contrast(palette[name], palette.halo), `${name} ${palette.theme}`).toBeGreaterThanOrEqual(4.5)
})

it('[MAP5] a cell tells its families and passes over what it does not know', () => {
  expect(parseFamilies('A12B3')).toEqual([
    { family: 'A', count: 12 },
    { family: 'B', count: 3 },
  ])
  expect(parseFamilies('Z9A1x')).toEqual([{ family: 'A', count: 1 }])
  expect(parseFamilies('')).toEqual([])
})

it('[MAP6] the ring of a cell closes, and one among a thousand is still seen', () => {
  const slices = ringSlices(parseFamilies('A999B1'))
  const spans = slices.map(({ from, to }) => to - from)
  expect(spans.reduce((sum, span) => sum + span, 0)).toBeCloseTo(2 * Math.PI)
  expect(spans[1]!).toBeGreaterThan(0.25)
  expect(slices[0]!.from).toBeCloseTo(-Math.PI / 2)
})

it('[MAP7] the scale bar is the longest round length that fits', () => {
  const { metres, pixels } = scaleBar(14, 46, 110)
  expect(metres).toBe(200)
  expect(pixels).toBeLessThanOrEqual(110)
  expect(scaleBar(5, 46, 110).metres).toBe(100_000)
})

it('[MAP8] the address rounds a view to a metre and a hundredth of a zoom, and the same view does not move', () => {
  expect(toViewport(4.850123456, 45.712345678, 13.2549)).toEqual([4.85012, 45.71235, 13.25])
  expect(isSameView([4.850121, 45.7, 13.251], [4.850119, 45.7, 13.249])).toBe(true)
  expect(isSameView([4.85, 45.7, 13], [4.86, 45.7, 13])).toBe(false)
  expect(toBounds(-190, -95, 190, 95)).toEqual([-180, -90, 180, 90])
  expect(isWithin([2.35, 48.85], FRANCE)).toBe(true)
  expect(isWithin([-60, 5], FRANCE)).toBe(false)
})
