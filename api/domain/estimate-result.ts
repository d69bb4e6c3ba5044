import type { EstimateResult, EstimateParameters as Parameters } from '#contract/estimates'
import type { EstimateInputs } from './estimate-inputs.ts'
import { outward, SHIFTS, shiftedTotal, swingsOf } from './estimate-sensitivity.ts'
import { type EstimateParameters, estimateNonTakeUp } from './non-take-up-estimate.ts'
import { randomFrom } from './random.ts'
import { compositionRate, HOUSEHOLDS_FRANCE } from './take-up-rates.ts'

/** All that an estimate is made of: the same gives the same. */
export type EstimateJob = { inputs: EstimateInputs; parameters: Parameters; seed: number }

/** What may be said of each zone, by its code: who it is, the reader looks up. */
type Word = Omit<EstimateResult['zones'][number], 'zoneId' | 'name'>
export type EstimateAnswer = Omit<EstimateResult, 'zones'> & { zones: Word[] }

/** What the totals and the swings cost, in draws. */
const AFTERWARDS = SHIFTS.length + 10
const toThousandth = (share: number): number => Math.round(share * 1_000) / 1_000

/**
 * The whole of an estimate, with nothing of a zone but its word and its range rounded outward to 5.
 * @param onProgress called with the share that is done, never less than before
 * @throws RangeError when no household is poor, or nobody claims
 */
export function answerOf(
  { inputs, parameters, seed }: EstimateJob,
  onProgress: (done: number) => void = () => {},
): EstimateAnswer {
  const zones = inputs.zones.map(({ code, ...zone }) => ({ ...zone, id: code }))
  const whole: EstimateParameters = { ...parameters, roundedTo: 1 }
  const draws = Math.max(1, parameters.draws)
  const steps = draws + AFTERWARDS
  const found = estimateNonTakeUp(zones, whole, randomFrom(seed), (done) =>
    onProgress((done * draws) / steps),
  )
  const totals = SHIFTS.map((points, index) => {
    const total = shiftedTotal(zones, whole, points)
    onProgress((draws + index + 1) / steps)
    return total
  })
  const words = found.zones.map(
    ({ id, word, q05, q95 }): Word => ({ code: id, word, unsaid: null, range: outward(q05, q95) }),
  )
  const silent = inputs.unsaid.map(
    ({ code, reason }): Word => ({ code, word: null, unsaid: reason, range: null }),
  )
  const [low, high] = outward(found.total.q05, found.total.q95)
  return {
    zones: [...words, ...silent].sort((a, b) => (a.code < b.code ? -1 : 1)),
    total: { low, middle: 5 * Math.round(found.total.q50 / 5), high },
    totals,
    swings: swingsOf(zones, whole),
    threshold: found.threshold,
    rate: toThousandth(found.rate),
    nationalCheck: toThousandth(
      compositionRate(HOUSEHOLDS_FRANCE, parameters.rates, parameters.poverty) ?? 0,
    ),
  }
}
