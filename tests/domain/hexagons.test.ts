import { area, kinks, polygon } from '@turf/turf'
import fc from 'fast-check'
import proj4 from 'proj4'
import { describe, expect, test } from 'vitest'
import {
  HEXAGON_AREA,
  HEXAGON_WIDTH,
  hexagonAt,
  hexagonDisc,
  hexagonKey,
  hexagonOf,
  hexagonRing,
  hexagonsArea,
  middleOf,
  neighboursOf,
  readHexagon,
} from '#api/domain/hexagons'
import { fromLambert93, toLambert93 } from '#api/domain/lambert93'
import { Area } from '#contract/geometry'

const LAMBERT =
  '+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs'
const position = fc.tuple(
  fc.double({ min: -5.5, max: 9.7, noNaN: true }),
  fc.double({ min: 41.2, max: 51.2, noNaN: true }),
)
const point = fc.tuple(
  fc.double({ min: 50_000, max: 1_300_000, noNaN: true }),
  fc.double({ min: 6_000_000, max: 7_200_000, noNaN: true }),
)
const hexagon = fc.record({
  q: fc.integer({ min: -20, max: 20 }),
  r: fc.integer({ min: 38_000, max: 38_020 }),
})
const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!)
const keysOf = (of: readonly { q: number; r: number }[]) => of.map(hexagonKey)

describe('the grid of hexagons', () => {
  test('[HEX1] Lambert-93 is that of proj4 to the millimetre, and comes back', () => {
    fc.assert(
      fc.property(position, (at) => {
        const ours = toLambert93(at)
        expect(distance(ours, proj4(LAMBERT).forward([...at]))).toBeLessThan(0.001)
        const back = fromLambert93(ours)
        expect(Math.abs(back[0] - at[0])).toBeLessThan(1e-9)
        expect(Math.abs(back[1] - at[1])).toBeLessThan(1e-9)
      }),
    )
  })

  test('[HEX2] a point belongs to the hexagon whose middle is nearest', () => {
    fc.assert(
      fc.property(point, (at) => {
        const found = hexagonAt(at)
        const away = distance(middleOf(found), at)
        for (const other of neighboursOf(found))
          expect(distance(middleOf(other), at)).toBeGreaterThanOrEqual(away - 1e-6)
        expect(hexagonAt(middleOf(found))).toEqual(found)
        expect(readHexagon(hexagonKey(found))).toEqual(found)
      }),
    )
  })

  test('[HEX2] hexagons are 200 m across, with six neighbours at 200 m', () => {
    const one = { q: -15_000, r: 38_000 }
    const middle = middleOf(one)
    for (const other of neighboursOf(one))
      expect(distance(middleOf(other), middle)).toBeCloseTo(HEXAGON_WIDTH, 6)
    const ring = hexagonRing(one)
    expect(ring).toHaveLength(7)
    const across = ring.slice(0, 6).map((corner) => distance(toLambert93(corner), middle))
    for (const side of across) expect(side).toBeCloseTo(HEXAGON_WIDTH / Math.sqrt(3), 1)
    // The same grid for everybody, for ever: Notre-Dame de Paris.
    expect(hexagonOf([2.3499, 48.853])).toEqual({ q: -16547, r: 39616 })
  })

  test('[HEX3] « quelque part ici » is a disc of at least seven hexagons', () => {
    for (const radius of [0, 1, 2, 5]) {
      const disc = hexagonDisc({ q: 3, r: 4 }, radius)
      expect(new Set(keysOf(disc)).size).toBe(1 + 3 * radius * (radius + 1))
    }
    expect(new Set(keysOf(hexagonDisc({ q: 3, r: 4 }, 1)))).toEqual(
      new Set(keysOf([{ q: 3, r: 4 }, ...neighboursOf({ q: 3, r: 4 })])),
    )
  })

  test('[HEX4] hexagons merge into a valid area as large as they are, without inner borders', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(hexagon, { minLength: 1, maxLength: 60, selector: hexagonKey }),
        (hexagons) => {
          const merged = hexagonsArea(keysOf(hexagons))!
          expect(Area.safeParse(merged).success).toBe(true)
          const square = (ring: [number, number][]) => {
            const metres = ring.map(toLambert93)
            return metres.slice(1).reduce((sum, [x, y], i) => {
              const [u, v] = metres[i]!
              return sum + (u * y - x * v) / 2
            }, 0)
          }
          const rings = merged.coordinates as [number, number][][][]
          const whole = rings.flat().reduce((sum, ring) => sum + square(ring), 0)
          expect(Math.abs(whole / (HEXAGON_AREA * hexagons.length) - 1)).toBeLessThan(1e-3)
          for (const patch of rings) {
            expect(square(patch[0]!)).toBeGreaterThan(0)
            for (const hole of patch.slice(1)) expect(square(hole)).toBeLessThan(0)
            expect(kinks(polygon(patch)).features).toEqual([])
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('[HEX4] a hole stays a hole, and an island in it is a patch of its own', () => {
    const middle = { q: 0, r: 38_000 }
    const ring = hexagonDisc(middle, 2).filter(
      (one) => !keysOf(hexagonDisc(middle, 1)).includes(hexagonKey(one)),
    )
    const merged = hexagonsArea([...keysOf(ring), hexagonKey(middle)])!
    expect(merged.coordinates.map((patch) => patch.length).sort()).toEqual([1, 2])
    const alone = hexagonsArea(keysOf(hexagonDisc(middle, 2)))!
    expect(alone.coordinates).toHaveLength(1)
    expect(alone.coordinates[0]).toHaveLength(1)
    expect(area(alone)).toBeGreaterThan(0)
    expect(hexagonsArea([])).toBeNull()
  })
})
