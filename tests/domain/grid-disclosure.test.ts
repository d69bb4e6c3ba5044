import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differencingRisk } from '#api/domain/differencing'
import { boundsOf } from '#api/domain/disclosure-audit'
import { disclosesGround, type GroundPiece, type ShownSquare } from '#api/domain/grid-disclosure'
import { naturalSquares } from '#api/domain/natural-level'
import { randomFrom } from '#api/domain/random'

type Cell = { column: number; row: number; households: number }
type Box = [west: number, south: number, east: number, north: number]

/** Cells of a town and its countryside: most hold fewer than eleven households. */
function generated(side: number, random: () => number): Cell[] {
  const [x, y] = [random() * side, random() * side]
  const cells: Cell[] = []
  for (let column = 0; column < side; column++)
    for (let row = 0; row < side; row++) {
      const density = 40 * Math.exp(-Math.hypot(x - column, y - row) / 3) + 6 * random() ** 2
      const households = Math.round(density * (0.5 + random()))
      if (households) cells.push({ column, row, households })
    }
  return cells
}

const holds = ([west, south, east, north]: Box, { column, row }: Cell) =>
  column >= west && column < east && row >= south && row < north

type Ground = { cells: (Cell & { square: string | null })[]; squares: ShownSquare[] }

function groundOf(cells: Cell[]): Ground {
  const shown = naturalSquares(cells, 5).filter(({ households }) => households >= 11)
  const squareOf = (cell: Cell) =>
    shown.find(({ column, row, level }) => holds([column, row, column + 2 ** level, row + 2 ** level], cell))
  const idOf = (square: (typeof shown)[number] | undefined) =>
    square ? `${square.level}/${square.column}/${square.row}` : null
  return {
    cells: cells.map((cell) => ({ ...cell, square: idOf(squareOf(cell)) })),
    squares: shown.map((square) => ({ id: idOf(square)!, households: square.households })),
  }
}

function piecesOf({ cells }: Ground, areas: readonly Box[]): GroundPiece[] {
  return cells.flatMap((cell) => {
    const inside = areas.flatMap((area, n) => (holds(area, cell) ? [n] : []))
    return inside.length ? [{ areas: inside, square: cell.square, households: cell.households }] : []
  })
}

const squaresOf = ({ squares }: Ground, pieces: readonly GroundPiece[]) =>
  squares.filter(({ id }) => pieces.some(({ square }) => square === id))

const asks = (ground: Ground, areas: readonly Box[]): boolean => {
  const pieces = piecesOf(ground, areas)
  return disclosesGround(pieces, squaresOf(ground, pieces))
}

/** All that can be read: every square, and these areas. An adversary is given each cell as an unknown of its own. */
function isolated(ground: Ground, areas: readonly Box[]): number[] {
  const near = ground.cells
  const sumOf = (cells: number[]) => cells.reduce((sum, n) => sum + near[n]!.households, 0)
  const where = (is: (cell: Ground['cells'][number]) => boolean) =>
    near.flatMap((cell, n) => (is(cell) ? [n] : []))
  const sets = [
    ...ground.squares.map(({ id }) => where(({ square }) => square === id)),
    ...areas.map((area) => where((cell) => holds(area, cell))),
  ]
  // Unknowns that no set divides are one.
  const key = new Map<string, number[]>()
  for (const n of near.keys()) {
    const members = sets.flatMap((set, index) => (set.includes(n) ? [index] : []))
    if (members.length) key.set(members.join(), [...(key.get(members.join()) ?? []), n])
  }
  const atoms = [...key.values()]
  const equations = sets.map((set) => ({
    cells: atoms.flatMap((atom, index) => (set.includes(atom[0]!) ? [index] : [])),
    sum: sumOf(set),
  }))
  const small = atoms.flatMap((atom, index) => (sumOf(atom) > 0 && sumOf(atom) < 11 ? [index] : []))
  const bounds = boundsOf(equations, small)
  return small.filter((atom) => bounds.get(atom)!.high < 11)
}

const someBox = (side: number, random: () => number): Box => {
  const [west, south] = [Math.floor(random() * side), Math.floor(random() * side)]
  return [west, south, west + 1 + Math.floor(random() * 8), south + 1 + Math.floor(random() * 8)]
}
/** The same area but for a row or a column: what somebody draws who wants to know. */
const nudged = (box: Box, random: () => number): Box => {
  const next: Box = [...box]
  next[Math.floor(random() * 4)]! += random() < 0.5 ? -1 : 1
  return next[0] < next[2] && next[1] < next[3] ? next : box
}

describe('areas drawn on a grid', () => {
  it('[LED1] of 10,000 pairs of areas, none that are answered leave one to ten households between them', () => {
    const random = randomFrom(11)
    let answered = 0
    let refused = 0
    let ground = groundOf(generated(24, random))
    const whole = (is: (cell: Cell) => boolean) =>
      ground.cells.reduce((sum, cell) => sum + (is(cell) ? cell.households : 0), 0)
    for (let n = 0; n < 10_000; n++) {
      if (n % 500 === 0) ground = groundOf(generated(24, random))
      const first = someBox(24, random)
      const second = random() < 0.5 ? nudged(first, random) : someBox(24, random)
      if (asks(ground, [first])) continue
      if (asks(ground, [first, second])) {
        refused += 1
        continue
      }
      answered += 1
      // One within the other: what is left over is known, and so is what it holds beside whole squares.
      const inner = (cell: Cell) => holds(first, cell) && holds(second, cell)
      for (const one of [first, second]) {
        const rest = (cell: Cell) => holds(one, cell) && !inner(cell)
        const other = one === first ? second : first
        const isNested = whole((cell) => holds(other, cell) && !inner(cell)) === 0
        if (isNested) expect([0, ...Array.from({ length: 5000 }, (_, m) => m + 11)]).toContain(whole(rest))
      }
    }
    expect(answered).toBeGreaterThan(1_000)
    expect(refused).toBeGreaterThan(1_000)
  }, 120_000)

  it('[LED1] an adversary who keeps every answer and every square, and solves for each cell, isolates nobody', () => {
    const random = randomFrom(5)
    for (let round = 0; round < 12; round++) {
      const ground = groundOf(generated(12, random))
      const kept: Box[] = []
      for (let n = 0; n < 30; n++) {
        const last = kept.at(-1)
        const next = last && random() < 0.5 ? nudged(last, random) : someBox(12, random)
        if (!asks(ground, [next, ...kept]) && piecesOf(ground, [next]).length) kept.push(next)
      }
      expect(kept.length).toBeGreaterThan(0)
      expect(isolated(ground, kept)).toEqual([])
    }
  }, 120_000)

  it('[LED2] it refuses what `differencingRisk` refuses of the same areas and squares, and only that', () => {
    const amount = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 40 }))
    const cell = fc.record({
      households: amount,
      square: fc.constantFrom('p', 'q', 'r', null),
      areas: fc.integer({ min: 0, max: 7 }),
    })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), (cells) => {
        const idsOf = (is: (cell: (typeof cells)[number]) => boolean) =>
          cells.flatMap((cell, n) => (is(cell) ? [String(n)] : []))
        const squares = ['p', 'q', 'r'].flatMap((id) => {
          const households = cells.reduce((sum, cell) => sum + (cell.square === id ? cell.households : 0), 0)
          return households >= 11 ? [{ id, households }] : []
        })
        const isShown = (square: string | null) => squares.some(({ id }) => id === square)
        const pieces = cells.flatMap((cell) => {
          const areas = [0, 1, 2].filter((n) => cell.areas & (1 << n))
          return areas.length ? [{ ...cell, areas, square: isShown(cell.square) ? cell.square : null }] : []
        })
        const touched = squares.filter(({ id }) => pieces.some(({ square }) => square === id))
        const sets = [
          ...touched.map(({ id }) => idsOf(({ square }) => square === id)),
          ...[0, 1, 2].map((n) => idsOf(({ areas }) => (areas & (1 << n)) !== 0)),
        ]
        const units = cells.map(({ households }, n) => ({ id: String(n), households }))
        expect(disclosesGround(pieces, touched)).toBe(
          differencingRisk(units, sets.slice(0, -1), sets.at(-1)!),
        )
      }),
      { numRuns: 3_000 },
    )
  })
})
