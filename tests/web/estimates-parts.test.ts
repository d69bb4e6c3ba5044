import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CAUTIOUS } from '#api/domain/non-take-up-estimate'
import { EstimateInput } from '#contract/estimates'
import { barsOf } from '#web/features/estimates/result/Swings.tsx'
import { tallyOf, tonesOf, wordsPaint } from '#web/features/estimates/result/tones.ts'
import { BALANCE_STEPS, positionOf, spreadAt } from '#web/features/estimates/start/balance.ts'
import { EMPTY, startOf } from '#web/features/estimates/start/draft.ts'
import { contrast } from './contrast.ts'
import { OFFER, RUN, ZONES } from './estimates.sample.ts'
import { idOf } from './records-sample.ts'

it('[ESW3] the slider goes one way through the two variances, with the cautious pair in its middle', () => {
  const way = BALANCE_STEPS.map((_, position) => spreadAt(position, CAUTIOUS))
  const { cvEligible: eligible, sdTakeUp: takeUp } = CAUTIOUS
  expect(way[2]).toEqual({ cvEligible: eligible, sdTakeUp: takeUp })
  expect([way[0], way[4]]).toEqual([
    { cvEligible: 2 * eligible, sdTakeUp: takeUp / 2 },
    { cvEligible: eligible / 2, sdTakeUp: 2 * takeUp },
  ])
  for (const [position, spread] of way.entries()) expect(positionOf(spread, CAUTIOUS)).toBe(position)
  expect(positionOf({ cvEligible: 0.2, sdTakeUp: 0.2 }, CAUTIOUS)).toBeNull()
  const spreads = fc.record({
    cvEligible: fc.double({ min: 0.1, max: 0.5, noNaN: true }),
    sdTakeUp: fc.double({ min: 0.08, max: 0.3, noNaN: true }),
  })
  fc.assert(
    fc.property(spreads, (cautious) => {
      const steps = BALANCE_STEPS.map((_, position) => spreadAt(position, cautious))
      for (const [index, { cvEligible, sdTakeUp }] of steps.slice(1).entries()) {
        expect(cvEligible).toBeLessThanOrEqual(steps[index]!.cvEligible)
        expect(sdTakeUp).toBeGreaterThanOrEqual(steps[index]!.sdTakeUp)
      }
      for (const step of steps) expect(EstimateInput.shape.parameters.safeParse(step).success).toBe(true)
    }),
  )
})

it('[ESW4] settings equal to the offer are left out, so that a default stays a default', () => {
  const about = { id: idOf(9), territoryId: null, fallbackName: 'RSA' }
  expect(startOf({ ...EMPTY, parameters: OFFER.parameters }, OFFER, about).parameters).toEqual({})
  const rates = { ...OFFER.parameters.rates, owner: 0.5 }
  const changed = startOf({ name: ' Mon essai ', parameters: { rates, draws: 200 }, seed: 0 }, OFFER, about)
  expect(changed).toMatchObject({ name: 'Mon essai', parameters: { rates }, seed: 0 })
  expect(changed.parameters).not.toHaveProperty('draws')
  expect(EstimateInput.safeParse(changed).success).toBe(true)
})

it('[ESW7] three tones without red can be told apart in grey; what is not said is hatched and has no tone', () => {
  for (const theme of ['light', 'dark']) {
    const [few, undetermined, more] = tonesOf(theme) as [string, string, string]
    expect(contrast(few, undetermined)).toBeGreaterThan(1.3)
    expect(contrast(few, more)).toBeGreaterThan(3)
    for (const tone of [few, more]) expect(tone.slice(1, 3) <= tone.slice(5, 7)).toBe(true)
  }
  const paint = wordsPaint(ZONES)
  expect(Object.values(paint)).toEqual([
    { class: 1 },
    { class: 2 },
    { class: 0 },
    { hatch: 'secret' },
    { class: 1 },
  ])
  const { words, reasons } = tallyOf(RUN.result!)
  expect([...words, ...reasons].reduce((sum, { count }) => sum + count, 0)).toBe(ZONES.length)
})

it('[ESW12] bars of the tornado span what the total does at each end, on one scale, around its middle', () => {
  const { middle, bars } = barsOf(RUN.result!.swings, 150)
  expect(bars[0]).toEqual({ from: 0, width: 100 })
  expect(middle).toBeCloseTo((100 * 30) / 65)
  for (const { from, width } of bars) {
    expect(from).toBeLessThanOrEqual(middle)
    expect(from + width).toBeGreaterThanOrEqual(middle)
  }
  expect(barsOf([], 0)).toEqual({ middle: 50, bars: [] })
})
