import { isDisclosive } from './disclosure.ts'
import { boundsOf, type Published } from './disclosure-audit.ts'

/** A piece of ground that no shown area divides, and how many households live there. */
export type GroundUnit = { id: string; households: number }

/** Everything of which a workspace has been shown a figure: each area as the units that it is made of. */
export type Ledger = readonly (readonly string[])[]

/**
 * Whether a figure of one more area would let somebody subtract their way to fewer than eleven households.
 *
 * Units that every area takes or leaves together are one atom; nobody can tell them apart. Sums of areas are what is known of
 * atoms, and an atom, an intersection or a difference of one to ten households that these sums confine to less than eleven is a
 * disclosure. Two areas are the case that everybody knows (A without B); the same rule sees three.
 * @param units all units of the areas; a unit that is not there counts as empty
 */
export function differencingRisk(
  units: readonly GroundUnit[],
  ledger: Ledger,
  area: readonly string[],
): boolean {
  const areas = [...ledger, area]
  const households = new Map(units.map((unit) => [unit.id, unit.households]))
  const memberOf = new Map<string, number[]>()
  for (const [index, ids] of areas.entries())
    for (const id of new Set(ids)) memberOf.set(id, [...(memberOf.get(id) ?? []), index])

  const atoms = new Map<string, { households: number; areas: number[] }>()
  for (const [id, members] of memberOf) {
    const key = members.join()
    const atom = atoms.get(key) ?? { households: 0, areas: members }
    atoms.set(key, { ...atom, households: atom.households + (households.get(id) ?? 0) })
  }
  const list = [...atoms.values()].filter((atom) => atom.households > 0)
  const equations = areas.map((_, index): Published => {
    const cells = list.flatMap((atom, cell) => (atom.areas.includes(index) ? [cell] : []))
    return { cells, sum: cells.reduce((sum, cell) => sum + list[cell]!.households, 0) }
  })
  if (equations.some(({ sum }) => isDisclosive(sum))) return true
  const small = list.flatMap((atom, cell) => (isDisclosive(atom.households) ? [cell] : []))
  const bounds = boundsOf(equations, small)
  return small.some((cell) => isDisclosive(bounds.get(cell)!.high))
}
