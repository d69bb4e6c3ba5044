import { type Bounds, boundsOf, type Published } from './disclosure-audit.ts'

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

/** One cell of a table that adds up: how many households it describes, and whether something else forbids showing it. */
export type Cell = { households: number; secret?: boolean }
/** Cells whose sum is shown. A cell may be in several groups: by place and by kind. */
export type Group = readonly number[]

const sumOf = (cells: readonly Cell[], group: Group): number =>
  group.reduce((sum, cell) => sum + cells[cell]!.households, 0)

/** Of a group whose sum is shown, the next cell to hide so that those which are hidden protect each other. */
function nextToHide(cells: readonly Cell[], group: Group, hidden: ReadonlySet<number>): number | undefined {
  const inside = group.filter((cell) => hidden.has(cell))
  if (!inside.length) return undefined
  const isProtected = inside.length > 1 && sumOf(cells, inside) >= MIN_HOUSEHOLDS
  if (isProtected) return undefined
  return group
    .filter((cell) => !hidden.has(cell) && cells[cell]!.households > 0)
    .sort((a, b) => cells[a]!.households - cells[b]!.households || a - b)[0]
}

/** Whether the bounds of a hidden cell leave it in the crowd. */
const isSafe = ({ low, high }: Bounds): boolean => high - low >= MIN_HOUSEHOLDS

/**
 * Which cells of an additive table must not be shown: those of one to ten households and those that are secret (primary),
 * then what would give them away by subtraction (secondary), until an audit by linear programming finds no hidden cell
 * confined to an interval narrower than {@link MIN_HOUSEHOLDS}. Groups that cannot be protected lose their sum: their
 * indexes are in `withoutSum`.
 */
export function suppress(
  cells: readonly Cell[],
  groups: readonly Group[],
): { hidden: Set<number>; withoutSum: Set<number> } {
  const primary = cells.flatMap(({ households, secret }, index) =>
    secret || isDisclosive(households) ? [index] : [],
  )
  const hidden = new Set(primary)
  const withoutSum = new Set<number>()
  const hideMore = (index: number): boolean => {
    if (withoutSum.has(index)) return false
    const group = groups[index]!
    const next = nextToHide(cells, group, hidden)
    if (next !== undefined) hidden.add(next)
    return next !== undefined
  }
  for (;;) {
    let changed = true
    while (changed) changed = groups.map((_, index) => hideMore(index)).some(Boolean)
    const confined = new Set(unsafeCells(cells, groups, hidden, withoutSum))
    if (!confined.size) return { hidden, withoutSum }
    // Hide one more cell beside each confined one, else stop saying the sum that confines it.
    for (const [index, group] of groups.entries()) {
      if (withoutSum.has(index) || !group.some((cell) => confined.has(cell))) continue
      const more = group
        .filter((cell) => !hidden.has(cell) && cells[cell]!.households > 0)
        .sort((a, b) => cells[a]!.households - cells[b]!.households || a - b)[0]
      if (more === undefined) withoutSum.add(index)
      else hidden.add(more)
    }
  }
}

/** Hidden cells that what is shown still confines to a narrow interval. */
export function unsafeCells(
  cells: readonly Cell[],
  groups: readonly Group[],
  hidden: ReadonlySet<number>,
  withoutSum: ReadonlySet<number> = new Set(),
): number[] {
  const equations = groups.flatMap((group, index): Published[] => {
    const unknown = group.filter((cell) => hidden.has(cell))
    return withoutSum.has(index) || !unknown.length ? [] : [{ cells: unknown, sum: sumOf(cells, unknown) }]
  })
  const bounds = boundsOf(equations, [...hidden])
  return [...hidden].filter(
    (cell) => cells[cell]!.households > 0 && bounds.has(cell) && !isSafe(bounds.get(cell)!),
  )
}
