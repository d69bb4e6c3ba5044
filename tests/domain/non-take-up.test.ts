import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { areaPosterior } from '#api/domain/non-take-up'
import { CAUTIOUS, type EstimateZone, estimateNonTakeUp } from '#api/domain/non-take-up-estimate'
import { randomFrom } from '#api/domain/random'
import { compositionRate, nationalCheck, RSA_NON_TAKE_UP_FRANCE } from '#api/domain/take-up-rates'
import { shared } from '../support/import-files.ts'

type Golden = {
  R_published: number | string
  mu_E: number
  u_mean: number
  cv_E: number
  sd_u: number
  mean: number
  q05: number
  q50: number
  q95: number
  P_N_gt_20: number
}

const BASE = {
  claimants: 60,
  roundedTo: 5,
  expectedEligible: 67.5,
  takeUpMean: 0.69,
  cvEligible: 0.25,
  sdTakeUp: 0.08,
}

describe('the posterior of an area', () => {
  test('[NTU1] it is that of the reference implementation, quantiles exactly', () => {
    const path = shared('known-answers/nonrecours-model/golden.json')
    if (!path) return
    const { cases } = JSON.parse(readFileSync(path, 'utf8')) as { cases: Golden[] }
    expect(cases.length).toBeGreaterThan(3)
    for (const { R_published, mu_E, u_mean, cv_E, sd_u, ...known } of cases) {
      const { mean, q05, q50, q95, probabilityAbove } = areaPosterior({
        claimants: typeof R_published === 'number' ? R_published : { suppressed: [1, 4] },
        roundedTo: 5,
        expectedEligible: mu_E,
        takeUpMean: u_mean,
        cvEligible: cv_E,
        sdTakeUp: sd_u,
      })
      expect({ q05, q50, q95 }).toEqual({ q05: known.q05, q50: known.q50, q95: known.q95 })
      expect(mean).toBeCloseTo(known.mean, 8)
      expect(probabilityAbove(20)).toBeCloseTo(known.P_N_gt_20, 10)
    }
  })

  test('[NTU2] without any doubt on eligibility and take-up it is Poisson: E ~ P(μ) thinned by 1 − u', () => {
    const { mean, probabilityAbove } = areaPosterior({ ...BASE, roundedTo: 1, cvEligible: 0, sdTakeUp: 0 })
    expect(mean).toBeCloseTo(67.5 * 0.31, 9)
    expect(probabilityAbove(-1)).toBeCloseTo(1, 12)
    const none = 1 - probabilityAbove(0)
    expect(none).toBeCloseTo(Math.exp(-67.5 * 0.31), 12)
  })

  test('[NTU3] the two naive methods are its limits', () => {
    // A hundred times wider eligibility: claimants × τ / (1 − τ), up to its own rounding and prior.
    const inflate = areaPosterior({
      ...BASE,
      roundedTo: 1,
      claimants: 2_000,
      expectedEligible: 3_000,
      cvEligible: 100,
      sdTakeUp: 0.01,
    })
    expect(inflate.q50 / (2_000 * (0.31 / 0.69))).toBeCloseTo(1, 1)
    const subtract = areaPosterior({
      ...BASE,
      roundedTo: 1,
      claimants: 2_000,
      expectedEligible: 3_000,
      cvEligible: 0.001,
      sdTakeUp: 0.28,
    })
    expect(subtract.q50 / 1_000).toBeCloseTo(1, 1)
  })

  test('[NTU4] what is no count, share or positive number is refused', () => {
    for (const wrong of [
      { claimants: -1 },
      { claimants: 1.5 },
      { claimants: { suppressed: [4, 1] as [number, number] } },
      { roundedTo: 0 },
      { expectedEligible: Number.NaN },
      { takeUpMean: 1.2 },
      { sdTakeUp: -0.1 },
      { cvEligible: Number.POSITIVE_INFINITY },
    ])
      expect(() => areaPosterior({ ...BASE, ...wrong }), JSON.stringify(wrong)).toThrow(RangeError)
    expect(areaPosterior({ ...BASE, claimants: 0, expectedEligible: 0 })).toMatchObject({ mean: 0, q95: 0 })
  })

  test('[NTU5] tens of thousands of households neither overflow nor vanish', () => {
    const { mean, q05, q95 } = areaPosterior({ ...BASE, claimants: 40_000, expectedEligible: 58_000 })
    expect(mean).toBeGreaterThan(q05)
    expect(mean).toBeLessThan(q95)
    expect(q95 - q05).toBeGreaterThan(1_000)
  })
})

describe('the estimate of a territory', () => {
  const zones = (n: number): EstimateZone[] => {
    const random = randomFrom(7)
    return Array.from({ length: n }, (_, i) => ({
      id: String(i),
      claimants: i % 9 === 0 ? { suppressed: [1, 4] } : 5 * Math.round(random() * 20),
      poorHouseholds: 20 + Math.round(random() * 200),
      tenures: { owner: random() * 300, social: random() * 400, private: random() * 300 },
    }))
  }

  test('[NTU6] the recipe gives France what is published of France: 33 to 34 %', () => {
    expect(nationalCheck()).toBeGreaterThan(0.33)
    expect(nationalCheck()).toBeLessThan(0.345)
    expect(Math.abs(nationalCheck() - RSA_NON_TAKE_UP_FRANCE.rate)).toBeLessThan(0.01)
  })

  test('[NTU7] owners are missed more than tenants of social housing; nobody is no rate', () => {
    expect(compositionRate({ owner: 1, social: 0, private: 0 })).toBe(0.61)
    expect(compositionRate({ owner: 0, social: 0, private: 0 })).toBeNull()
    const rural = compositionRate({ owner: 80, social: 5, private: 15 })!
    expect(rural).toBeGreaterThan(compositionRate({ owner: 10, social: 75, private: 15 })!)
  })

  test('[NTU8] the same inputs, parameters and seed give the same answer; another seed nearly the same', () => {
    const estimate = (seed: number) =>
      estimateNonTakeUp(zones(40), { ...CAUTIOUS, draws: 30 }, randomFrom(seed))
    expect(estimate(1)).toEqual(estimate(1))
    expect(estimate(2).total.mean / estimate(1).total.mean).toBeCloseTo(1, 1)
  })

  test('[NTU9] the sum of the means is what the national rate makes of the claimants', () => {
    const territory = zones(300)
    const { total, rate } = estimateNonTakeUp(territory, { ...CAUTIOUS, draws: 0 }, randomFrom(1))
    const claimants = territory.reduce(
      (sum, zone) => sum + (typeof zone.claimants === 'number' ? zone.claimants : 2.5),
      0,
    )
    expect(total.mean / ((claimants * rate) / (1 - rate))).toBeGreaterThan(0.75)
    expect(total.mean / ((claimants * rate) / (1 - rate))).toBeLessThan(1.25)
  })

  test('[NTU10] doubt on the national rates is shared by all zones: it widens the total as it cannot average out', () => {
    const width = (draws: number) => {
      const { total } = estimateNonTakeUp(zones(200), { ...CAUTIOUS, draws }, randomFrom(1))
      return (total.q95 - total.q05) / total.mean
    }
    expect(width(100)).toBeGreaterThan(1.5 * width(0))
  })

  test('[NTU11] a zone without poor households holds nobody; a territory without any is refused', () => {
    const [one, ...others] = zones(10)
    const empty = { ...one!, id: 'empty', claimants: 0, poorHouseholds: 0 }
    const { zones: found } = estimateNonTakeUp([empty, ...others], { ...CAUTIOUS, draws: 0 }, randomFrom(1))
    expect(found[0]).toMatchObject({ mean: 0, q95: 0, word: 'probably_few' })
    expect(() => estimateNonTakeUp([empty], CAUTIOUS, randomFrom(1))).toThrow(RangeError)
  })
})
