import { describe, expect, test } from 'vitest'
import {
  claimantsOf,
  estimateInputs,
  isEstimable,
  tenuresOfHomes,
  withDoubtOfSize,
} from '#api/domain/estimate-inputs'
import { type Imported, type ImportedFigure, offerAt, offersOf } from '#api/domain/estimate-offers'
import { answerOf } from '#api/domain/estimate-result'
import { outward, shiftedTotal, swingsOf, totalAt } from '#api/domain/estimate-sensitivity'
import { areaPosterior } from '#api/domain/non-take-up'
import { CAUTIOUS, type EstimateZone, estimateNonTakeUp } from '#api/domain/non-take-up-estimate'
import { randomFrom } from '#api/domain/random'
import { HOUSEHOLDS_FRANCE } from '#api/domain/take-up-rates'
import type { Figure } from '#contract/figures'

const rounded = (value: number): Figure => ({ value, status: 'rounded' })
const blank: Figure = { value: null, status: 'secret' }
const observed = (value: number): Figure => ({ value, status: 'observed' })

describe('what is published of claimants', () => {
  test('[EST11] parts add up: the step is that of each times the parts, a blank one leaves bounds', () => {
    expect(claimantsOf([rounded(60)])).toEqual({ claimants: 60, roundedTo: 5 })
    expect(claimantsOf([rounded(10), rounded(95)])).toEqual({ claimants: 105, roundedTo: 10 })
    expect(claimantsOf([observed(61)])).toEqual({ claimants: 61, roundedTo: 1 })
    expect(claimantsOf([blank])).toEqual({ claimants: { suppressed: [1, 4] }, roundedTo: 1 })
    expect(claimantsOf([blank, blank])).toEqual({ claimants: { suppressed: [2, 8] }, roundedTo: 1 })
    expect(claimantsOf([blank, rounded(60)])).toEqual({ claimants: { suppressed: [59, 66] }, roundedTo: 1 })
    expect(claimantsOf([blank, rounded(0)])).toEqual({ claimants: { suppressed: [1, 6] }, roundedTo: 1 })
  })

  test('[EST11] what is not known is not zero', () => {
    expect(claimantsOf([])).toBeUndefined()
    expect(claimantsOf([rounded(5), { value: null, status: 'absent' }])).toBeUndefined()
    expect(claimantsOf([{ value: null, status: 'unavailable' }])).toBeUndefined()
  })
})

describe('what a zone brings', () => {
  const zone = { claimants: [rounded(50)], povertyRate: observed(20) }

  test('[EST12] poor households are the rate of the households; nothing is said under eleven households, nor of what is secret', () => {
    const { zones, unsaid } = estimateInputs([
      { ...zone, code: 'c', households: observed(11) },
      { ...zone, code: 'a', households: observed(1_000) },
      { ...zone, code: 'b', households: observed(10) },
      { ...zone, code: 'd', households: null },
      { ...zone, code: 'e', households: blank },
      { ...zone, code: 'f', households: observed(500), povertyRate: blank },
      { ...zone, code: 'g', households: observed(500), povertyRate: null },
      { ...zone, code: 'h', households: observed(500), claimants: [] },
    ])
    expect(zones.map(({ code, poorHouseholds }) => [code, poorHouseholds])).toEqual([
      ['a', 200],
      ['c', 2.2],
    ])
    expect(unsaid).toEqual([
      { code: 'b', reason: 'few_households' },
      { code: 'd', reason: 'no_figures' },
      { code: 'e', reason: 'secret' },
      { code: 'f', reason: 'secret' },
      { code: 'g', reason: 'no_figures' },
      { code: 'h', reason: 'no_figures' },
    ])
  })

  test('[EST13] without households zones are as large as each other, with more doubt; without tenures they are France’s', () => {
    const { zones } = estimateInputs([
      { ...zone, code: 'a' },
      { ...zone, code: 'b', povertyRate: observed(40) },
    ])
    expect(zones[1]!.poorHouseholds).toBe(2 * zones[0]!.poorHouseholds)
    expect(zones[0]!.tenures).toEqual(HOUSEHOLDS_FRANCE)
    expect(withDoubtOfSize(0.35)).toBeCloseTo(Math.sqrt(0.35 ** 2 + 0.3 ** 2), 12)
    expect(tenuresOfHomes(300, 100, 250)).toEqual({ owner: 300, social: 100, private: 150 })
    expect(tenuresOfHomes(300, null, 250)).toBeNull()
    expect(isEstimable({ zones: [], unsaid: [] })).toBe(false)
  })
})

describe('what is offered', () => {
  const figure = (name: string, more: Partial<ImportedFigure> = {}): ImportedFigure => ({
    ...{
      source: 'cnaf',
      period: '2022-12',
      level: 'iris',
      vintage: '2022',
      figure: name,
      zones: 9,
      parts: 1,
    },
    ...more,
  })
  const imported = (...figures: ImportedFigure[]): Imported => ({ figures, contours: new Set(['iris']) })
  const poverty = figure('poverty_rate', { source: 'filosofi', period: '2021' })

  test('[EST14] the latest claimants are taken, never poverty before taxes and benefits', () => {
    const offer = offerAt(
      'rsa',
      'iris',
      imported(
        figure('rsa_households'),
        figure('rsa_households', { period: '2024-12' }),
        figure('poverty_rate', { source: 'filosofi-declared', period: '2022' }),
        poverty,
      ),
    )
    expect(offer.sources?.claimants.period).toBe('2024-12')
    expect(offer.sources?.povertyRate).toMatchObject({ source: 'filosofi', period: '2021' })
    expect(offer.assumptions).toContain('other_period')
    expect(offerAt('rsa', 'iris', imported(figure('rsa_households'), poverty)).assumptions).not.toContain(
      'other_period',
    )
  })

  test('[EST14] one rate for all tenures asks for none; tenures must all be of one source', () => {
    const ppa = offerAt('ppa', 'iris', imported(figure('ppa_households'), poverty))
    expect(ppa.parameters.rates).toEqual({ owner: 0.27, social: 0.27, private: 0.27 })
    expect(ppa.assumptions).toEqual(['equal_sizes', 'flat_rate', 'msa_left_out'])
    const half = [figure('homes_owned', { source: 'rp' }), figure('homes_social', { source: 'rp' })]
    const rented = figure('homes_rented', { source: 'rp' })
    const of = (...figures: ImportedFigure[]) =>
      offerAt('rsa', 'iris', imported(figure('rsa_households'), poverty, ...figures)).sources?.tenures
    expect(of(...half)).toBeNull()
    expect(of(...half, { ...rented, period: '2019' })).toBeNull()
    expect(of(...half, rented)).toMatchObject({ figure: 'homes_owned', source: 'rp' })
    expect(offersOf({ figures: [], contours: new Set() }).map(({ level }) => level)).toEqual(['iris', 'iris'])
  })
})

const territory = (n: number): EstimateZone[] => {
  const random = randomFrom(7)
  return Array.from({ length: n }, (_, i) => ({
    id: String(i),
    claimants: i % 9 === 0 ? { suppressed: [1, 4] } : 5 * Math.round(random() * 20),
    poorHouseholds: 20 + Math.round(random() * 200),
    tenures: { owner: random() * 300, social: random() * 400, private: random() * 300 },
  }))
}

describe('what the total hangs on', () => {
  const central = { ...CAUTIOUS, draws: 0 }

  test('[EST15] the moments of the total are those of its zones', () => {
    const zones = territory(30)
    const { total } = estimateNonTakeUp(zones, central, randomFrom(1))
    const { mean, deviation } = totalAt(zones, central)
    expect(mean).toBeCloseTo(total.mean, 6)
    expect((total.q95 - total.q05) / (2 * 1.6449 * deviation)).toBeCloseTo(1, 0)
  })

  test('[EST15] a higher national rate makes a larger total; ranges are rounded outward to 5', () => {
    const zones = territory(60)
    const middles = [-10, -5, 0, 5, 10].map((points) => shiftedTotal(zones, central, points).middle)
    expect(middles).toEqual(middles.toSorted((a, b) => a - b))
    expect(outward(11, 14)).toEqual([10, 15])
    expect(outward(10, 15)).toEqual([10, 15])
    expect(outward(-3, 0.1)).toEqual([0, 5])
  })

  test('[EST16] parameters are compared, the widest first, and the national rate weighs more than the rounding', () => {
    const swings = swingsOf(territory(60), central)
    const width = ({ low, high }: (typeof swings)[number]) => Math.abs(high.middle - low.middle)
    for (const [index, swing] of swings.slice(1).entries())
      expect(width(swing)).toBeLessThanOrEqual(width(swings[index]!) + 5)
    const of = (name: string) => swings.findIndex(({ parameter }) => parameter === name)
    expect(of('rates')).toBeLessThan(of('rounding'))
  })

  test('[EST16] the swings of one zone are those that were published of it', () => {
    const about = { claimants: 60, roundedTo: 5, takeUpMean: 0.69, cvEligible: 0.25, sdTakeUp: 0.08 }
    const at = (more: object) => areaPosterior({ ...about, expectedEligible: 0.45 * 150, ...more }).mean
    const published: [object, number][] = [
      [{ sdTakeUp: 0.04 }, 24.6],
      [{ sdTakeUp: 0.16 }, 17.7],
      [{ cvEligible: 0.15 }, 20.1],
      [{ cvEligible: 0.5 }, 26.0],
      [{ expectedEligible: 0.8 * 67.5 }, 19.4],
      [{ expectedEligible: 1.2 * 67.5 }, 25.9],
    ]
    for (const [more, mean] of published)
      expect(Math.abs(at(more) - mean), JSON.stringify(more)).toBeLessThan(0.7)
  })
})

test('[EST17] progress only grows, and every zone has a word or a reason', () => {
  const zones = territory(20).map(({ id, ...zone }) => ({ ...zone, code: id.padStart(3, '0'), roundedTo: 5 }))
  const { roundedTo: _, ...parameters } = { ...CAUTIOUS, draws: 10 }
  const seen: number[] = []
  const inputs = { zones, unsaid: [{ code: '0005', reason: 'secret' as const }] }
  const answer = answerOf({ inputs, parameters, seed: 3 }, (done) => void seen.push(done))
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  expect(seen.at(-1)).toBeLessThanOrEqual(1)
  const codes = answer.zones.map(({ code }) => code)
  expect(codes).toEqual(codes.toSorted())
  expect(answer.zones.every(({ word, unsaid }) => (word === null) !== (unsaid === null))).toBe(true)
})
