/** Proportions are fitted when no margin is further than this from its target, relatively. */
const FITTED = 1e-12
const MAX_ROUNDS = 10_000

const factor = (target: number, sum: number): number => (sum > 0 ? target / sum : 0)

/**
 * A table with the margins that are wanted and the associations of a seed: iterative proportional fitting (Deming and
 * Stephan, 1940). Cells that are 0 stay 0.
 * @throws RangeError when margins do not have one sum, or zeros keep them from being reached
 */
export function fitTable(
  seed: readonly (readonly number[])[],
  rowTargets: readonly number[],
  columnTargets: readonly number[],
): number[][] {
  const totals = [rowTargets, columnTargets].map((targets) => targets.reduce((sum, one) => sum + one, 0))
  if (Math.abs(totals[0]! - totals[1]!) > 1e-9 * Math.max(totals[0]!, 1))
    throw new RangeError('the margins do not have one sum')
  const table = seed.map((row) => [...row])
  for (let round = 0; round < MAX_ROUNDS; round++) {
    for (const [i, row] of table.entries()) {
      const by = factor(
        rowTargets[i]!,
        row.reduce((sum, cell) => sum + cell, 0),
      )
      for (const [j, cell] of row.entries()) row[j] = cell * by
    }
    let furthest = 0
    for (const [j, target] of columnTargets.entries()) {
      const sum = table.reduce((all, row) => all + row[j]!, 0)
      furthest = Math.max(furthest, Math.abs(sum - target) / Math.max(target, 1))
      const by = factor(target, sum)
      for (const row of table) row[j] = row[j]! * by
    }
    if (furthest < FITTED) return table
  }
  throw new RangeError('zeros keep the margins from being reached')
}

/** A constraint: the category of each individual, and how many of each category are wanted. */
export type Constraint = { categories: readonly number[]; targets: readonly number[] }

/**
 * How often each individual of a survey stands for one of an area, so that every constraint holds: the same procedure on
 * weights, one constraint after the other (spatial microsimulation; Lovelace and Dumont, 2016).
 * @throws RangeError when the constraints cannot hold together
 */
export function fitWeights(individuals: number, constraints: readonly Constraint[]): number[] {
  const weights = new Array<number>(individuals).fill(1)
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let furthest = 0
    for (const { categories, targets } of constraints) {
      const sums = new Array<number>(targets.length).fill(0)
      for (const [i, category] of categories.entries()) sums[category] = sums[category]! + weights[i]!
      for (const [category, target] of targets.entries())
        furthest = Math.max(furthest, Math.abs(sums[category]! - target) / Math.max(target, 1))
      for (const [i, category] of categories.entries())
        weights[i] = weights[i]! * factor(targets[category]!, sums[category]!)
    }
    if (furthest < FITTED) return weights
  }
  throw new RangeError('the constraints cannot hold together')
}
