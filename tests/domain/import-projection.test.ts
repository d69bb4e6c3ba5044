import { expect, test } from 'vitest'
import { epsgOf, guessProjections, PROJECTIONS, readDms, toWgs84 } from '#api/domain/import-projection'

/** The same point in many projections, from PROJ 9 (`cs2cs EPSG:4326 EPSG:n`): [code, x, y, longitude, latitude]. */
const CONTROL: readonly [number, number, number, number, number][] = [
  [2154, 630664.2822, 6572631.7434, 2.1, 46.25],
  [3942, 1625442.0521, 1200391.8423, 2.1, 42],
  [3946, 1630290.4678, 5200393.8522, 2.1, 46],
  [3950, 1635480.8917, 9200388.195, 2.1, 50],
  [3035, 3712411.7346, 2603142.6629, 2.1, 46.25],
  [27572, 581760.7882, 2138900.5765, 2.1, 46.25],
  [27561, 554041.378, 216883.8445, 1.7, 49.65],
  [2975, 344249.8134, 7660515.579, 55.5, -21.15],
  [4471, 516279.1479, 8584976.6344, 45.15, -12.8],
  [3163, 311390.746, 399398.625, 165.15, -20.6],
  [25831, 500000, 5110713.7403, 3, 46.15],
  [4326, 2.35, 48.85, 2.35, 48.85],
]

test.each(CONTROL)('[IMP100] EPSG:%d is what PROJ says, to a metre', (epsg, x, y, longitude, latitude) => {
  const [foundX, foundY] = toWgs84(epsg, x, y)!
  expect(Math.abs(foundX - longitude)).toBeLessThan(1e-5)
  expect(Math.abs(foundY - latitude)).toBeLessThan(1e-5)
})

test('[IMP100] a projection that is not known, or a number that is none, gives nothing', () => {
  expect([toWgs84(999999, 1, 1), toWgs84(2154, Number.NaN, 1)]).toEqual([null, null])
  expect(PROJECTIONS.map(({ epsg }) => epsg)).toEqual([...new Set(PROJECTIONS.map(({ epsg }) => epsg))])
})

test.each([
  ['EPSG:2154', 2154],
  ['urn:ogc:def:crs:EPSG::2154', 2154],
  ['urn:ogc:def:crs:EPSG:6.9:2154', 2154],
  ['http://www.opengis.net/def/crs/EPSG/0/4326', 4326],
  ['urn:ogc:def:crs:OGC:1.3:CRS84', 4326],
  ['2154', 2154],
  ['Lambert', null],
])('[IMP100] %s is the code %j', (name, code) => {
  expect(epsgOf(name)).toBe(code)
})

test('[IMP101] candidates are those that put the points in France, the legal one first', () => {
  const candidates = (x: number, y: number) => guessProjections([[x, y]]).map(({ epsg }) => epsg)
  expect(candidates(652000, 6862000)).toEqual([2154])
  expect(candidates(1652000, 8182000)[0]).toBe(3949)
  expect(candidates(3760000, 2890000)).toEqual([3035])
  // Rœschwoog on the web's map is Marseille in Lambert-93: both are shown.
  expect(candidates(893000, 6247000)).toEqual([2154, 3857])
  // Guadeloupe in UTM 20 is the Aude in Lambert II.
  expect(candidates(626000, 1800000)).toEqual([5490, 27572])
  expect(candidates(2.35, 48.85)).toEqual([])
  expect(guessProjections([])).toEqual([])
})

test('[IMP101] a candidate comes with the points as it places them', () => {
  const [first] = guessProjections([[652000, 6862000]])
  expect(first?.points[0]?.map((degrees) => degrees.toFixed(3))).toEqual(['2.346', '48.856'])
})

test.each([
  ['48°51\'24"N', 48.856667],
  ['2° 21′ 7,5″ O', -2.352083],
  ['N 48 51 24', 48.856667],
  ["48°51.4'N", 48.856667],
  ["2°21'07''E", 2.351944],
  ['-2°21\'07"', -2.351944],
  ['48.85', null],
  ['75001', null],
  ['12 rue', null],
  ['48°61\'00"N', null],
  ['', null],
])('[IMP102] %j is %j degrees', (text, degrees) => {
  const found = readDms(text)
  expect(found === null ? null : Number(found.toFixed(6))).toBe(degrees)
})
