type Spot = readonly [x: number, y: number]

/** A name to be written: where its top middle may go, best first, in pixels, and how wide it is. */
export type Label = { text: string; spots: readonly Spot[]; width: number; isStrong: boolean }
/** A name that has found room. */
export type Placed = Omit<Label, 'spots'> & { x: number; y: number }

/** Under a symbol, else over it, else to its right or left. `reach` is half of the symbol. */
export const spotsAround = (x: number, y: number, reach: number, width: number): Spot[] => [
  [x, y + reach + 1],
  [x, y - reach - LINE + 2],
  [x + reach + width / 2 + 2, y - LINE / 2],
  [x - reach - width / 2 - 2, y - LINE / 2],
]

/** Pixels from the top of a line of text to the next. */
export const LINE = 16
const GAP = 3
const CELL = 64

const overlap = (one: Placed, other: Placed): boolean =>
  Math.abs(other.y - one.y) < LINE && Math.abs(other.x - one.x) < (other.width + one.width) / 2 + GAP

const isOver = (label: Placed, { x, y, size }: Obstacle): boolean =>
  Math.abs(x - label.x) < (label.width + size) / 2 && Math.abs(y - label.y - LINE / 2) < (LINE + size) / 2

/** What no label covers: its middle, in pixels, and how wide and high it is. */
export type Obstacle = { x: number; y: number; size: number }

type Field = { width: number; height: number; most: number; around: Iterable<Obstacle> }

/**
 * The labels that can be read without covering one another or a symbol, first come first served, at most `most`; those
 * that stand out may cover symbols. Those outside of `width` × `height` are left out.
 */
export function readable(labels: Iterable<Label>, { width, height, most, around }: Field): Placed[] {
  const kept: Placed[] = []
  const taken = new Map<number, Placed[]>()
  const symbols = new Map<number, Obstacle[]>()
  const add = <T>(where: Map<number, T[]>, cell: number, one: T) => {
    const list = where.get(cell)
    if (list) list.push(one)
    else where.set(cell, [one])
  }
  for (const symbol of around) {
    const { x, y, size } = symbol
    const isOutside = x < -size || y < -size || x > width + size || y > height + size
    if (!isOutside) for (const cell of cellsOf(x, y - size / 2, size, size)) add(symbols, cell, symbol)
  }
  const isFree = (label: Placed, cells: readonly number[]) =>
    cells.every(
      (cell) =>
        !taken.get(cell)?.some((other) => overlap(label, other)) &&
        (label.isStrong || !symbols.get(cell)?.some((symbol) => isOver(label, symbol))),
    )
  for (const { spots, ...label } of labels) {
    if (kept.length >= most) break
    const [x, y] = spots[0]!
    const isOutside =
      x + label.width < 0 || x - label.width > width || y + 4 * LINE < 0 || y - 4 * LINE > height
    if (isOutside) continue
    for (const [left, top] of spots) {
      const one: Placed = { ...label, x: left, y: top }
      const cells = cellsOf(left, top, label.width + 2 * GAP, LINE)
      if (!isFree(one, cells)) continue
      kept.push(one)
      for (const cell of cells) add(taken, cell, one)
      break
    }
  }
  return kept
}

/** The squares of the field that a box touches; `x` is its middle, `y` its top. */
function cellsOf(x: number, y: number, width: number, height: number): number[] {
  const cells: number[] = []
  for (
    let column = Math.floor((x - width / 2) / CELL);
    column <= Math.floor((x + width / 2) / CELL);
    column++
  )
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++)
      cells.push(column * 10_007 + row)
  return cells
}

/** A name that is too long for a drawing, cut at a space where there is one. */
export function shortened(name: string, most = 28): string {
  if (name.length <= most) return name
  const cut = name.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}
