import { MIN_HOUSEHOLDS } from './disclosure.ts'

/** A cell of the finest level: column and row on its grid, and its households. */
export type GridCell = {
  column: number
  row: number
  households: number
  /** The level of the smallest square in which its figures mean something, of a cell that Insee imputed; 0 if absent. */
  needs?: number
}
/** A square of 2^level cells a side, whose lower left cell is (column, row). */
export type NaturalSquare = { column: number; row: number; level: number; households: number }

/**
 * The natural level of a grid: squares that split into four only while every inhabited quarter keeps at least eleven
 * households, as Insee draws the Filosofi grid, and is not smaller than what an imputed cell in it needs. Squares with nobody
 * are left out; together they hold everybody. The database does the same for millions of cells (`buildBlock`).
 * @param topLevel the largest squares have 2^topLevel cells a side; one of them with fewer than eleven households is kept as
 *   it is, and must not be shown
 */
export function naturalSquares(cells: readonly GridCell[], topLevel: number): NaturalSquare[] {
  const squares: NaturalSquare[] = []
  const split = (inside: readonly GridCell[], column: number, row: number, level: number): void => {
    const households = inside.reduce((sum, cell) => sum + cell.households, 0)
    if (!households) return
    const half = 2 ** (level - 1)
    const quarters = level === 0 ? [] : quartersOf(inside, column, row, half)
    const isLarge = (quarter: readonly GridCell[]) => {
      const sum = quarter.reduce((all, cell) => all + cell.households, 0)
      return sum === 0 || (sum >= MIN_HOUSEHOLDS && quarter.every(({ needs = 0 }) => needs < level))
    }
    if (level === 0 || !quarters.every(({ inside }) => isLarge(inside))) {
      squares.push({ column, row, level, households })
      return
    }
    for (const quarter of quarters) split(quarter.inside, quarter.column, quarter.row, level - 1)
  }
  const side = 2 ** topLevel
  const tops = new Map<string, GridCell[]>()
  for (const cell of cells) {
    const key = `${Math.floor(cell.column / side)},${Math.floor(cell.row / side)}`
    const top = tops.get(key)
    if (top) top.push(cell)
    else tops.set(key, [cell])
  }
  for (const [key, inside] of tops) {
    const [column, row] = key.split(',').map(Number) as [number, number]
    split(inside, column * side, row * side, topLevel)
  }
  return squares
}

const quartersOf = (inside: readonly GridCell[], column: number, row: number, half: number) =>
  [0, 1, 2, 3].map((quarter) => {
    const left = column + (quarter % 2) * half
    const bottom = row + Math.floor(quarter / 2) * half
    return {
      column: left,
      row: bottom,
      inside: inside.filter(
        (cell) =>
          cell.column >= left && cell.column < left + half && cell.row >= bottom && cell.row < bottom + half,
      ),
    }
  })
