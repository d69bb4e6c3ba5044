/** Fiscal data on persons: nothing is said of fewer households than this (Insee; the Filosofi grid). */
export const MIN_HOUSEHOLDS = 11
/** Of an amount, one contributor's share at most (Insee). */
const DOMINANT_SHARE = 0.85

/** A population so small that what is said of it is said of its members: from one household to ten. */
export const isDisclosive = (households: number): boolean => households > 0 && households < MIN_HOUSEHOLDS

/** Whether an amount says too much of its largest contributor: the (1, 85 %) rule. Contributions in the same unit. */
export function isDominated(contributions: readonly number[]): boolean {
  const total = contributions.reduce((sum, one) => sum + one, 0)
  return total > 0 && Math.max(...contributions) > DOMINANT_SHARE * total
}

/**
 * Whether the second largest contributor could guess the largest to within `percent`: the p % rule, which sees what
 * dominance does not (100,000 = 50,000 + 49,000 + …).
 */
export function isGuessable(contributions: readonly number[], percent: number): boolean {
  const [first = 0, second = 0, ...others] = [...contributions].sort((a, b) => b - a)
  return first > 0 && second > 0 && others.reduce((sum, one) => sum + one, 0) < (percent / 100) * first
}
