import fc from 'fast-check'
import { expect, it } from 'vitest'
import { adjustedP, falseDiscoveryCutoff } from '#api/domain/multiple-testing'
import { knownRows, numbersOf } from '../support/known-answers.ts'
import { largestGap } from '../support/spatial-weights.ts'

const fdr = knownRows('fdr/benjamini_hochberg_1995.csv')
it.skipIf(!fdr)(
  "[SPA9] Benjamini and Hochberg's fifteen tests: four rejected, three by Bonferroni, adjusted as by R",
  () => {
    const p = numbersOf(fdr!, 'p')
    const below = (adjusted: Float64Array) => adjusted.filter((value) => value <= 0.05).length
    expect(largestGap(adjustedP(p), numbersOf(fdr!, 'p_adj_BH'))).toBeLessThan(1e-14)
    expect(largestGap(adjustedP(p, 'BY'), numbersOf(fdr!, 'p_adj_BY'))).toBeLessThan(1e-14)
    expect(largestGap(adjustedP(p, 'bonferroni'), numbersOf(fdr!, 'p_adj_bonferroni'))).toBeLessThan(1e-14)
    expect([below(adjustedP(p)), below(adjustedP(p, 'bonferroni'))]).toEqual([4, 3])
    expect(falseDiscoveryCutoff(p, 0.05)).toBe(0.0095)
  },
)

const afcon = knownRows('afcon/afcon.csv')
it.skipIf(!afcon)('[SPA9] the adjusted p-values of African conflicts are those of R', () => {
  const p = numbersOf(afcon!, 'p_two_sided_Gistar')
  for (const [correction, column] of [
    ['BH', 'p_bh'],
    ['BY', 'p_by'],
    ['bonferroni', 'p_bonf'],
  ] as const)
    expect(largestGap(adjustedP(p, correction), numbersOf(afcon!, column))).toBeLessThan(1e-10)
})

it('[SPA9] what is adjusted to at most α is what lies below the cut-off; what was not tested counts for nothing', () => {
  const aP = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom(0, 0.01, 0.02, 1, Number.NaN),
  )
  fc.assert(
    fc.property(
      fc.array(aP, { maxLength: 40 }),
      fc.double({ min: 0.01, max: 0.3, noNaN: true }),
      (list, alpha) => {
        const p = Float64Array.from(list)
        const cutoff = falseDiscoveryCutoff(p, alpha)
        const adjusted = adjustedP(p)
        p.forEach((value, i) => {
          if (Number.isNaN(value)) expect(adjusted[i]).toBeNaN()
          else if (Math.abs(adjusted[i]! - alpha) > 1e-12)
            expect(adjusted[i]! <= alpha).toBe(cutoff !== null && value <= cutoff)
        })
        const tested = p.filter((value) => !Number.isNaN(value))
        expect(adjusted.filter((value) => !Number.isNaN(value))).toEqual(adjustedP(tested))
      },
    ),
  )
  expect(falseDiscoveryCutoff(Float64Array.of(0.9, 0.8), 0.05)).toBeNull()
  expect(falseDiscoveryCutoff(Float64Array.of(0.025, 0.5), 0.05)).toBe(0.025)
})
