import { solve } from 'yalps'

/**
 * What is published of numbers that are not all shown: each equation is the sum of some cells, less that of others, which
 * anybody can read. Cells that are shown are equations of one.
 */
export type Published = { cells: readonly number[]; minus?: readonly number[]; sum: number }

/** Between what and what a cell must lie, for whoever knows everything that is published. */
export type Bounds = { low: number; high: number }

/** A number closer than this to another is that number. */
const EPSILON = 1e-9

const membersOf = ({ cells, minus = [] }: Published): readonly number[] =>
  minus.length ? [...cells, ...minus] : cells
const signOf = ({ cells, minus }: Published, cell: number): number =>
  cells.includes(cell) ? 1 : minus?.includes(cell) ? -1 : 0

/** Cells that are linked by an equation, together with these equations: each system is solved apart. */
export function systemsOf(equations: readonly Published[]): { cells: number[]; equations: Published[] }[] {
  const parent = new Map<number, number>()
  const find = (cell: number): number => {
    let root = cell
    while ((parent.get(root) ?? root) !== root) root = parent.get(root)!
    parent.set(cell, root)
    return root
  }
  for (const equation of equations) {
    const members = membersOf(equation)
    for (const cell of members) parent.set(find(cell), find(members[0]!))
  }
  const systems = new Map<number, { cells: Set<number>; equations: Published[] }>()
  for (const equation of equations) {
    const members = membersOf(equation)
    const root = find(members[0]!)
    const system = systems.get(root) ?? { cells: new Set(), equations: [] }
    systems.set(root, system)
    system.equations.push(equation)
    for (const cell of members) system.cells.add(cell)
  }
  return [...systems.values()].map(({ cells, equations }) => ({ cells: [...cells], equations }))
}

/**
 * The bounds of some cells, by linear programming: the least and the most that each can be when every cell is zero or more
 * and every published sum holds (the auditing of Geurts 1992; Hundepool et al., Statistical Disclosure Control, ch. 4).
 * A cell that no equation names is bounded by nothing and left out; one that no sum holds down reaches infinity.
 * @throws Error when the sums contradict each other
 */
export function boundsOf(equations: readonly Published[], wanted: readonly number[]): Map<number, Bounds> {
  const bounds = new Map<number, Bounds>()
  for (const system of systemsOf(equations.filter((equation) => membersOf(equation).length))) {
    const asked = wanted.filter((cell) => system.cells.includes(cell))
    if (!asked.length) continue
    const constraints = new Map(system.equations.map(({ sum }, index) => [index, { equal: sum }]))
    const reach = (cell: number, direction: 'minimize' | 'maximize'): number => {
      const variables = new Map(
        system.cells.map((one) => [
          one,
          [
            ...system.equations.flatMap((equation, index) =>
              signOf(equation, one) ? [[index, signOf(equation, one)] as const] : [],
            ),
            ...(one === cell ? [[-1, 1] as const] : []),
          ],
        ]),
      )
      const { status, result } = solve({ direction, objective: -1, constraints, variables })
      if (status === 'unbounded') return Number.POSITIVE_INFINITY
      if (status !== 'optimal') throw new Error(`the published sums have no common solution: ${status}`)
      return Math.abs(result - Math.round(result)) < EPSILON ? Math.round(result) : result
    }
    for (const cell of asked)
      bounds.set(cell, { low: reach(cell, 'minimize'), high: reach(cell, 'maximize') })
  }
  return bounds
}
