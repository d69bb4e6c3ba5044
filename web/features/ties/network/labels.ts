/** A name to be written: where its top middle is, in pixels, where else it may go, and how wide it is. */
export type Label = {
  text: string
  x: number
  y: number
  /** The top when it does not fit at `y`. */
  above: number
  width: number
  isStrong: boolean
}

/** Pixels from the top of a line of text to the next. */
export const LINE = 16
const GAP = 3
const CELL = 64

const overlap = (one: Label, other: Label): boolean =>
  Math.abs(other.y - one.y) < LINE && Math.abs(other.x - one.x) < (other.width + one.width) / 2 + GAP

const isOver = (label: Label, { x, y, size }: Obstacle): boolean =>
  Math.abs(x - label.x) < (label.width + size) / 2 && Math.abs(y - label.y - LINE / 2) < (LINE + size) / 2

/** What no label covers: its middle, in pixels, and how wide and high it is. */
export type Obstacle = { x: number; y: number; size: number }

type Field = { width: number; height: number; most: number; around: Iterable<Obstacle> }

/**
 * The labels that can be read without covering one another or a symbol, first come first served, at most `most`; those
 * that stand out may cover symbols. Those outside of `width` × `height` are left out.
 */
export function readable(labels: Iterable<Label>, { width, height, most, around }: Field): Label[] {
  const kept: Label[] = []
  const taken = new Map<number, Label[]>()
  const cellsOf = ({ x, y, width }: Label): number[] => {
    const cells: number[] = []
    for (
      let column = Math.floor((x - width / 2 - GAP) / CELL);
      column <= Math.floor((x + width / 2 + GAP) / CELL);
      column++
    )
      for (let row = Math.floor(y / CELL); row <= Math.floor((y + LINE) / CELL); row++)
        cells.push(column * 10_007 + row)
    return cells
  }
  const take = (label: Label, cells: readonly number[]) => {
    for (const cell of cells) {
      const list = taken.get(cell)
      if (list) list.push(label)
      else taken.set(cell, [label])
    }
  }
  const symbols = new Map<number, Obstacle[]>()
  for (const { x, y, size } of around) {
    const isOutside = x < -size || y < -size || x > width + size || y > height + size
    const cell = Math.floor(x / CELL) * 10_007 + Math.floor(y / CELL)
    if (!isOutside) symbols.set(cell, [...(symbols.get(cell) ?? []), { x, y, size }])
  }
  const covers = (label: Label, cells: readonly number[]) =>
    cells.some((cell) => (symbols.get(cell) ?? []).some((symbol) => isOver(label, symbol)))
  const isFree = (label: Label, cells: readonly number[]) =>
    cells.every((cell) => (taken.get(cell) ?? []).every((other) => !overlap(label, other)))
  for (const label of labels) {
    if (kept.length >= most) break
    const isOutside = label.x + label.width / 2 < 0 || label.x - label.width / 2 > width
    if (isOutside || label.y + LINE < 0 || label.above > height) continue
    for (const one of [label, { ...label, y: label.above }]) {
      const cells = cellsOf(one)
      if (!isFree(one, cells) || (!one.isStrong && covers(one, cells))) continue
      kept.push(one)
      take(one, cells)
      break
    }
  }
  return kept
}

/** A name that is too long for a drawing, cut at a space where there is one. */
export function shortened(name: string, most = 28): string {
  if (name.length <= most) return name
  const cut = name.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}
