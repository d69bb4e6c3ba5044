import type { EstimateParameters } from '#contract/estimates'

/** The two variances that decide what a gap between expected and published claimants is read as. */
export type Spread = Pick<EstimateParameters, 'cvEligible' | 'sdTakeUp'>

export const BALANCE_STEPS = ['eligible', 'ratherEligible', 'cautious', 'ratherTakeUp', 'takeUp'] as const
const MIDDLE = BALANCE_STEPS.indexOf('cautious')

const toThousandth = (value: number): number => Math.round(value * 1_000) / 1_000

/**
 * One way through the two variances. In the middle stands the cautious pair; each step to the right divides the spread of
 * eligibility by √2 and multiplies that of take-up by √2, so that their product, hence how much zones may differ in all,
 * stays about the same. At the ends one is twice the cautious value and the other half of it.
 * @param position 0 (a gap is mostly eligibility) to 4 (mostly take-up); 2 is `cautious` itself
 */
export function spreadAt(position: number, cautious: Spread): Spread {
  if (position === MIDDLE) return { cvEligible: cautious.cvEligible, sdTakeUp: cautious.sdTakeUp }
  const turn = 2 ** ((position - MIDDLE) / 2)
  return {
    cvEligible: toThousandth(cautious.cvEligible / turn),
    sdTakeUp: toThousandth(Math.min(0.45, cautious.sdTakeUp * turn)),
  }
}

/** The position at which {@link spreadAt} gives this pair; null for one that lies off its way. */
export function positionOf(spread: Spread, cautious: Spread): number | null {
  const found = BALANCE_STEPS.findIndex((_, position) => {
    const at = spreadAt(position, cautious)
    return at.cvEligible === spread.cvEligible && at.sdTakeUp === spread.sdTakeUp
  })
  return found < 0 ? null : found
}
