import { problem } from '#api/http/problems'
import type { EstimateOffer } from '#contract/estimates'

/** What must be imported before this can be estimated. */
export const estimateWithoutFigures = (missing: EstimateOffer['missing']) =>
  problem(422, 'estimate_without_figures', `Nothing to estimate from: ${missing.join(', ')}`, {
    values: { missing },
  })

/** Figures are there, and nobody in them claims the benefit, or no zone has all that it takes. */
export const estimateWithoutClaimants = () =>
  problem(422, 'estimate_without_claimants', 'No zone has both claimants and poor households')

export const estimateHasEnded = (state: string) =>
  problem(409, 'estimate_has_ended', `A run that is ${state} cannot be cancelled`, { values: { state } })
