import { GRID_FIGURES } from '#contract/figures'

/** A square of the Filosofi grid: its side and its lower left corner, in metres of the projection EPSG:`crs`. */
export type GridSquare = { crs: number; size: number; north: number; east: number }

const CELL = /^CRS(\d{4,5})RES(\d{2,6})mN(-?\d{1,8})E(-?\d{1,8})$/

/** `CRS3035RES200mN3076000E3828200` as a square; null when it is not an identifier of a cell. */
export function readCellId(id: unknown): GridSquare | null {
  const found = CELL.exec(typeof id === 'string' ? id.trim() : '')
  if (!found) return null
  const [crs, size, north, east] = found.slice(1).map(Number) as [number, number, number, number]
  return { crs, size, north, east }
}

export const cellId = ({ crs, size, north, east }: GridSquare): string =>
  `CRS${crs}RES${size}mN${north}E${east}`

/** The four corners of a square, closed, `[east, north]` in its own projection. */
export const squareOf = ({ size, north, east }: GridSquare): [number, number][] => [
  [east, north],
  [east + size, north],
  [east + size, north + size],
  [east, north + size],
  [east, north],
]

/** Codes of communes written one after the other, the largest share first: `5935059512` → two codes. */
export const splitCommunes = (codes: unknown): string[] =>
  typeof codes === 'string' || typeof codes === 'number'
    ? (String(codes)
        .trim()
        .match(/\d[\dAB]\d{3}/g) ?? [])
    : []

/** The columns of a grid in the order of {@link GRID_FIGURES}, by name whatever its capitals; null for one that is not there. */
export function gridColumns(names: readonly string[]): (string | null)[] {
  const byName = new Map(names.map((name) => [name.toLowerCase(), name]))
  return GRID_FIGURES.map((figure) => byName.get(figure) ?? null)
}
