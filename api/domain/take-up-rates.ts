/** Whether a household owns its home, rents from a social landlord, or rents otherwise. */
export const TENURES = ['owner', 'social', 'private'] as const
type Tenure = (typeof TENURES)[number]
export type ByTenure = Record<Tenure, number>

/** Share of the eligible who do not claim, and where that is published. */
type PublishedRate = { rate: number; year: number; source: string }

/**
 * RSA, metropolitan France, ordinary households, an average quarter of 2018: DREES, « Mesurer régulièrement le non-recours au
 * RSA et à la prime d'activité », Les dossiers de la DREES 92, February 2022.
 */
export const RSA_NON_TAKE_UP: ByTenure = { owner: 0.61, social: 0.15, private: 0.33 }
export const RSA_NON_TAKE_UP_FRANCE: PublishedRate = {
  rate: 0.34,
  year: 2018,
  source: 'DREES, Dossier 92 (2022)',
}

/** Poverty rate at 60 % by tenure in 2016: Insee Première 1715. It says how the poor of an area are likely housed. */
export const POVERTY: ByTenure = { owner: 0.07, social: 0.35, private: 0.23 }
/** Households of France by tenure, about. */
export const HOUSEHOLDS_FRANCE: ByTenure = { owner: 0.58, social: 0.17, private: 0.25 }

/**
 * The rate of non-take-up that the composition of an area makes likely: rates by tenure, weighted by how many poor
 * households of each tenure there are, Σ s_k τ_k with s_k = C_k π_k / Σ C π. Null when no household is known.
 * @param households by tenure, in any unit
 */
export function compositionRate(
  households: ByTenure,
  rates: ByTenure = RSA_NON_TAKE_UP,
  poverty: ByTenure = POVERTY,
): number | null {
  let poor = 0
  let missed = 0
  for (const tenure of TENURES) {
    const weight = households[tenure] * poverty[tenure]
    poor += weight
    missed += weight * rates[tenure]
  }
  return poor > 0 ? missed / poor : null
}

/** What the recipe says of France as a whole, to be compared with {@link RSA_NON_TAKE_UP_FRANCE}: 33 to 34 %. */
export const nationalCheck = (rates: ByTenure = RSA_NON_TAKE_UP): number =>
  compositionRate(HOUSEHOLDS_FRANCE, rates) as number
