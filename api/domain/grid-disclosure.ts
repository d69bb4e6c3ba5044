import { isDisclosive, MIN_HOUSEHOLDS } from './disclosure.ts'
import { boundsOf, type Published } from './disclosure-audit.ts'

/** Households of the cells that the same areas hold, in one shown square; `square` is null where no square is shown. */
export type GroundPiece = { areas: readonly number[]; square: string | null; households: number }
/** A square whose households everybody reads on the map. */
export type ShownSquare = { id: string; households: number }

/** Households have one decimal: as integers, sums are exact. */
const tenths = (households: number): number => Math.round(households * 10)
const isSmall = (amount: number): boolean => isDisclosive(amount / 10)
/** Bounds times variables times the square of the equations, past which nobody waits for the answer: it is then no. */
const MOST_WORK = 20_000_000

type Atom = { areas: readonly number[]; key: string; square: string | null; amount: number }

/** Pieces that nobody can tell apart, with what each shown square holds beside them; squares left whole say nothing more. */
function atomsOf(pieces: readonly GroundPiece[], squares: readonly ShownSquare[]): Atom[] {
  const bySquare = new Map<string | null, Map<string, Atom>>()
  const add = (square: string | null, areas: readonly number[], amount: number) => {
    if (amount <= 0) return
    const key = areas.join()
    const inside = bySquare.get(square) ?? new Map<string, Atom>()
    bySquare.set(square, inside)
    inside.set(key, { areas, key, square, amount: amount + (inside.get(key)?.amount ?? 0) })
  }
  for (const { areas, square, households } of pieces) add(square, areas, tenths(households))
  for (const { id, households } of squares) {
    const held = [...(bySquare.get(id)?.values() ?? [])].reduce((sum, { amount }) => sum + amount, 0)
    add(id, [], tenths(households) - held)
  }
  return [...bySquare].flatMap(([square, inside]) =>
    square !== null && inside.size === 1 ? [] : [...inside.values()],
  )
}

/**
 * Whether an atom may hold eleven households without any sum changing: what it takes from its neighbour in the same square,
 * two such neighbours in other squares give back. A proof that costs nothing; without it, the bounds are worked out.
 */
function isHiddenBySwaps(atom: Atom, bySquare: ReadonlyMap<string, readonly Atom[]>): boolean {
  if (atom.square === null) return false
  return bySquare.get(atom.square)!.some((neighbour) => {
    if (neighbour.key === atom.key) return false
    let room = 0
    for (const [square, inside] of bySquare) {
      const twin = square === atom.square ? undefined : inside.find(({ key }) => key === atom.key)
      if (twin && inside.some(({ key }) => key === neighbour.key)) room += twin.amount
      if (room >= neighbour.amount) break
    }
    return !isSmall(atom.amount + Math.min(room, neighbour.amount))
  })
}

const groupBy = <T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/**
 * Whether the sums of these areas, together with the squares that the map shows, let somebody work out that one to ten
 * households live somewhere: the rule of `differencingRisk`, of areas and squares at once. It answers yes, too, when finding
 * out would take too long.
 * @param pieces the ground of all areas, each area a number from 0
 * @param squares all shown squares that a piece lies in, with all their households
 */
export function disclosesGround(pieces: readonly GroundPiece[], squares: readonly ShownSquare[]): boolean {
  const atoms = atomsOf(pieces, squares)
  const bySquare = groupBy(
    atoms.filter(({ square }) => square !== null),
    ({ square }) => square!,
  )
  const number = new Map(atoms.map((atom, index) => [atom, index]))
  const equation = (inside: readonly Atom[]): Published => ({
    cells: inside.map((atom) => number.get(atom)!),
    sum: inside.reduce((sum, { amount }) => sum + amount, 0),
  })
  const areas = [...new Set(atoms.flatMap((atom) => atom.areas))].map((area) =>
    equation(atoms.filter((atom) => atom.areas.includes(area))),
  )
  if (areas.some(({ sum }) => isSmall(sum))) return true
  const wanted = atoms.flatMap((atom, index) =>
    isSmall(atom.amount) && !isHiddenBySwaps(atom, bySquare) ? [index] : [],
  )
  if (!wanted.length) return false
  const equations = [...areas, ...[...bySquare.values()].map(equation)]
  if (wanted.length * atoms.length * equations.length ** 2 > MOST_WORK) return true
  const bounds = boundsOf(equations, wanted)
  return wanted.some((atom) => (bounds.get(atom)?.high ?? Number.POSITIVE_INFINITY) < 10 * MIN_HOUSEHOLDS)
}
