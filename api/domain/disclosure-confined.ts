import { solve } from 'yalps'
import { type Published, systemsOf } from './disclosure-audit.ts'

export type Confinement = {
  /** A solution that all equations have: what the cells really are. */
  at: (cell: number) => number
  /** How wide the range of a cell must stay; 0 when nobody needs protection there. */
  width: (cell: number) => number
}

type System = ReturnType<typeof systemsOf>[number]
type Term = { equation: number; sign: 1 | -1 }

/** How many cells a search looks at together: most that are protected are so by their neighbours. And how many of one equation. */
const AT_ONCE = 48
const OF_ONE = 6

/** Of one equation: alone, a cell is known; with a cell on each side both may grow; else each may take all of the sum. */
function confinedByOne({ cells, equations }: System, { width }: Confinement): number[] {
  const { cells: plus, minus = [], sum } = equations[0]!
  const range =
    cells.length === 1 ? 0 : plus.length && minus.length ? Number.POSITIVE_INFINITY : Math.abs(sum)
  return cells.filter((cell) => range < width(cell))
}

function termsOf({ equations }: System): Map<number, Term[]> {
  const terms = new Map<number, Term[]>()
  const note = (cell: number, term: Term) => {
    const known = terms.get(cell)
    if (known) known.push(term)
    else terms.set(cell, [term])
  }
  for (const [equation, { cells, minus = [] }] of equations.entries()) {
    for (const cell of cells) note(cell, { equation, sign: 1 })
    for (const cell of minus) note(cell, { equation, sign: -1 })
  }
  return terms
}

/**
 * How far a cell may go when only cells of no other equation make room for it, or one of the very same equations. Cells of
 * its own sign shrink as it grows, down to zero; cells of the other sign grow with it, without end.
 */
function rangeBeside(
  cell: number,
  {
    terms,
    members,
    at,
  }: { terms: Map<number, Term[]>; members: readonly number[][]; at: (cell: number) => number },
): number {
  let [up, down] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  const own = terms.get(cell)!
  for (const { equation, sign } of own) {
    let [same, other, hasSame, hasOther] = [0, 0, false, false]
    for (const one of members[equation]!) {
      const its = terms.get(one)!
      if (one === cell || its.length > 1) continue
      if (its[0]!.sign === sign) [same, hasSame] = [same + at(one), true]
      else [other, hasOther] = [other + at(one), true]
    }
    up = Math.min(up, hasOther ? Number.POSITIVE_INFINITY : same)
    down = Math.min(down, hasSame ? Number.POSITIVE_INFINITY : other)
  }
  const isTwin = (one: number): boolean =>
    one !== cell &&
    terms.get(one)!.length === own.length &&
    terms.get(one)!.every(({ equation, sign }, n) => equation === own[n]!.equation && sign === own[n]!.sign)
  const twins = members[own[0]!.equation]!.filter(isTwin).map(at)
  return Math.max(up + Math.min(down, at(cell)), Math.max(...twins, Number.NEGATIVE_INFINITY) + at(cell))
}

/**
 * Of several equations. A search may leave most cells of a large system where they are: what the others can do without them
 * is a range that the cell has, and is all that has to be shown. Each solution that it finds also shows how far the other
 * cells may go.
 */
function confinedByMany(system: System, { at, width }: Confinement): number[] {
  const { cells, equations } = system
  const terms = termsOf(system)
  const members = equations.map(({ cells: plus, minus = [] }) =>
    [...plus, ...minus].sort((a, b) => at(b) - at(a)),
  )
  const low = new Map(cells.map((cell) => [cell, at(cell)]))
  const high = new Map(low)

  const around = (cell: number): number[] => {
    if (cells.length <= AT_ONCE) return cells
    const chosen = new Set([cell])
    for (const one of chosen)
      for (const { equation } of terms.get(one)!)
        for (const other of members[equation]!.slice(0, OF_ONE)) if (chosen.size < AT_ONCE) chosen.add(other)
    return [...chosen]
  }
  const isConfined = (cell: number) => high.get(cell)! - low.get(cell)! < width(cell)
  const push = (cell: number, direction: 'minimize' | 'maximize') => {
    const moving = around(cell)
    const sums = new Map<number, number>()
    for (const one of moving)
      for (const { equation, sign } of terms.get(one)!)
        sums.set(equation, (sums.get(equation) ?? 0) + sign * at(one))
    const constraints = new Map([...sums].map(([equation, sum]) => [equation, { equal: sum }]))
    const variables = new Map(
      moving.map((one) => {
        const coefficients = terms.get(one)!.map(({ equation, sign }): [number, number] => [equation, sign])
        return [one, one === cell ? [...coefficients, [-1, 1] as [number, number]] : coefficients]
      }),
    )
    const { status, variables: found } = solve({ direction, objective: -1, constraints, variables })
    if (status === 'unbounded') high.set(cell, Number.POSITIVE_INFINITY)
    if (status !== 'optimal') return
    const values = new Map(found)
    for (const one of moving) {
      const value = values.get(one) ?? 0
      low.set(one, Math.min(low.get(one)!, value))
      high.set(one, Math.max(high.get(one)!, value))
    }
  }
  return cells.filter((cell) => {
    if (!isConfined(cell) || rangeBeside(cell, { terms, members, at }) >= width(cell)) return false
    push(cell, 'maximize')
    if (isConfined(cell)) push(cell, 'minimize')
    return isConfined(cell)
  })
}

/**
 * Cells that the published sums confine to a range narrower than they need, when every cell is zero or more: all that
 * {@link boundsOf} would find and, in large systems, some that it would not.
 */
export const confinedCells = (equations: readonly Published[], confinement: Confinement): number[] =>
  systemsOf(equations)
    .filter(({ cells }) => cells.some((cell) => confinement.width(cell) > 0))
    .flatMap((system) =>
      system.equations.length === 1
        ? confinedByOne(system, confinement)
        : confinedByMany(system, confinement),
    )
