import type { Benefit } from '#contract/estimates'
import type { BlindSpot } from '#contract/indicators'
import { ESTIMATE_SPOTS } from './blind-spots.ts'
import { type ByTenure, RSA_NON_TAKE_UP } from './take-up-rates.ts'

export type BenefitDescription = {
  /** The imported figure that counts the households that claim it. */
  claimants: string
  /** National rates of non-take-up. */
  rates: ByTenure
  /** No rate by tenure was published: one stands for all. */
  isFlat: boolean
  /** Whom its estimate cannot see. */
  blindSpots: readonly BlindSpot[]
}

/** What is known of each benefit that can be estimated: one at a time, never a sum. Rates: {@link PUBLISHED_RATES}. */
export const BENEFIT_DESCRIPTIONS: Readonly<Record<Benefit, BenefitDescription>> = {
  rsa: { claimants: 'rsa_households', rates: RSA_NON_TAKE_UP, isFlat: false, blindSpots: ESTIMATE_SPOTS },
  ppa: {
    claimants: 'ppa_households',
    rates: { owner: 0.27, social: 0.27, private: 0.27 },
    isFlat: true,
    blindSpots: ESTIMATE_SPOTS,
  },
}
