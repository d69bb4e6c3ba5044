import { CAUTIOUS } from '#api/domain/non-take-up-estimate'
import { EstimateOffer, EstimateRun, type ZoneWord } from '#contract/estimates'
import type { Indicator, IndicatorKey } from '#contract/indicators'
import { idOf } from './records-sample.ts'

const key = (source: string, figure: string): IndicatorKey => ({
  source,
  period: '2021',
  level: 'iris',
  vintage: '2022',
  figure,
})
const SOURCES = {
  claimants: key('cnaf', 'rsa_households'),
  povertyRate: key('filosofi', 'poverty_rate'),
  households: null,
  tenures: key('rp-housing', 'main_homes'),
}
const { roundedTo: _, ...PARAMETERS } = CAUTIOUS

export const OFFER: EstimateOffer = EstimateOffer.parse({
  benefit: 'rsa',
  level: 'iris',
  sources: SOURCES,
  missing: [],
  assumptions: ['equal_sizes'],
  zones: 5,
  parameters: PARAMETERS,
})

const zone = (number: number, more: Partial<ZoneWord>): ZoneWord => ({
  zoneId: idOf(number),
  code: `59350010${number}`,
  name: `Quartier ${'ZYXWV'[number - 1]}`,
  word: null,
  unsaid: null,
  range: null,
  ...more,
})

/** In the order of their codes, which is that of neither their names nor their ranges. */
export const ZONES = [
  zone(1, { word: 'undetermined', range: [10, 40] }),
  zone(2, { word: 'probably_more', range: [35, 90] }),
  zone(3, { word: 'probably_few', range: [0, 15] }),
  zone(4, { unsaid: 'secret' }),
  zone(5, { word: 'undetermined', range: [15, 60] }),
]

export const RUN: EstimateRun = EstimateRun.parse({
  id: idOf(70),
  name: 'RSA, Le Fil',
  benefit: 'rsa',
  territoryId: idOf(1),
  level: 'iris',
  state: 'done',
  progress: 1,
  startedAt: '2026-11-23T09:00:00Z',
  endedAt: '2026-11-23T09:00:20Z',
  author: 'Ana',
  sources: SOURCES,
  assumptions: ['equal_sizes', 'msa_left_out'],
  parameters: PARAMETERS,
  seed: 4_207,
  hash: 'c0ffee'.repeat(10).slice(0, 64),
  blindSpots: ['msa', 'homeless', 'students'],
  counts: { zones: 5, estimated: 4, unsaid: { secret: 1 } },
  result: {
    zones: ZONES,
    total: { low: 105, middle: 150, high: 205 },
    totals: Array.from({ length: 21 }, (_, index) => ({
      points: index - 10,
      low: 70 + 5 * index,
      middle: 100 + 5 * index,
      high: 130 + 5 * index,
    })),
    swings: [
      { parameter: 'rates', low: { at: -5, middle: 120 }, high: { at: 5, middle: 185 } },
      { parameter: 'scale', low: { at: 0.8, middle: 130 }, high: { at: 1.2, middle: 170 } },
      { parameter: 'cvEligible', low: { at: 0.15, middle: 135 }, high: { at: 0.5, middle: 165 } },
      { parameter: 'sdTakeUp', low: { at: 0.04, middle: 155 }, high: { at: 0.16, middle: 135 } },
      { parameter: 'rounding', low: { at: -1, middle: 145 }, high: { at: 1, middle: 155 } },
    ],
    threshold: 31.4,
    rate: 0.312,
    nationalCheck: 0.334,
  },
})

export const listed = (run: EstimateRun) => {
  const { id, name, benefit, territoryId, level, state, progress, startedAt, endedAt, author } = run
  return { id, name, benefit, territoryId, level, state, progress, startedAt, endedAt, author }
}

export const INDICATORS: Indicator[] = [
  {
    ...SOURCES.claimants,
    kind: 'count',
    unit: 'households',
    labels: { fr: 'Foyers allocataires, RSA', en: 'Recipient households, RSA' },
    ratio: null,
    licence: 'Licence Ouverte 2.0',
    sourceDate: '2022-12-31',
    blindSpots: ['msa'],
    zones: 5,
  },
]
