import { expect, test } from 'vitest'
import { compositeOf } from '#api/domain/composite'
import { randomFrom } from '#api/domain/random'

const up = (n: number) => Array.from({ length: n }, (_, i) => i)
const same = (values: (number | null)[], turned = false) => ({ values, turned })

test('[CMP1] indicators that agree leave no doubt, whatever their units; where they contradict nothing is said', () => {
  const agreed = compositeOf([same(up(20)), same(up(20).map((x) => 1_000 + 7 * x))], randomFrom(1))
  expect(agreed.map(({ word }) => word)).toEqual([
    ...Array(10).fill('rather_low'),
    ...Array(10).fill('rather_high'),
  ])
  expect(agreed.every(({ span }) => span === 1 / 20)).toBe(true)
  const contradicting = compositeOf([same(up(20)), same(up(20).toReversed())], randomFrom(1))
  expect(contradicting[0]).toMatchObject({ word: 'undetermined' })
  expect(contradicting[0]!.span).toBeGreaterThan(0.9)
})

test('[CMP2] an indicator of which less means harder is turned', () => {
  const turned = compositeOf([same(up(20)), same(up(20).toReversed(), true)], randomFrom(1))
  expect(turned[19]).toEqual({ word: 'rather_high', span: 1 / 20 })
})

test('[CMP3] two weights: the range of places is that of the weights that were drawn', () => {
  // Zones A (1, 0) and B (0, 1) among eight at (½, ½): A is above them whenever the first weight is over ½, half the time.
  const first = [1, 0, ...Array(8).fill(0.5)]
  const second = [0, 1, ...Array(8).fill(0.5)]
  const [a, b, middle] = compositeOf([same(first), same(second)], randomFrom(2))
  expect(a).toEqual({ word: 'undetermined', span: 1 })
  expect(b).toEqual({ word: 'undetermined', span: 1 })
  expect(middle!.span).toBeCloseTo(0.1, 10)
})

test('[CMP4] a zone that lacks an indicator has no word and moves no other', () => {
  const whole = compositeOf([same(up(20)), same(up(20))], randomFrom(3))
  const lacking = compositeOf([same([...up(20), 500]), same([...up(20), null])], randomFrom(3))
  expect(lacking[20]).toEqual({ word: null, span: null })
  expect(lacking.slice(0, 20)).toEqual(whole)
  expect(compositeOf([same([3, 3, 3]), same([1, 1, 1])], randomFrom(1)).map(({ span }) => span)).toEqual([
    1 / 3,
    1 / 3,
    1 / 3,
  ])
})
