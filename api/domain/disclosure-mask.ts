import type { Published } from './disclosure-audit.ts'
import { type Cell, cellsOf, type MaskedZone, widthOf } from './disclosure-cells.ts'
import { confinedCells } from './disclosure-confined.ts'
import { type Sum, sumsAmong } from './disclosure-sums.ts'

/** Cells that must not be shown, as {@link cellKey} names them. */
export type Mask = ReadonlySet<string>

const figureOf = (key: string): string => key.slice(key.lastIndexOf(' ') + 1)

/** What whoever reads all that is shown knows of what is not: each sum, less what of it is shown. */
function publishedOf({ total, parts }: Sum, indexOf: (cell: Cell) => number): Published {
  const unseen = parts.filter(({ hidden }) => hidden)
  const inside = unseen.reduce((sum, { value }) => sum + value!, 0)
  return total.hidden
    ? { cells: unseen.map(indexOf), minus: [indexOf(total)], sum: inside - total.value! }
    : { cells: unseen.map(indexOf), sum: inside }
}

/** Hides cells until nobody can work out one that is hidden. */
class Protection {
  readonly #sumsWith = new Map<Cell, Sum[]>()
  readonly #index = new Map<Cell, number>()
  readonly #cells: Cell[] = []
  readonly #safe = new Set<number>()
  #changed = new Set<number>()

  constructor(sums: readonly Sum[]) {
    for (const sum of sums) {
      for (const cell of [sum.total, ...sum.parts]) {
        const known = this.#sumsWith.get(cell)
        if (known) known.push(sum)
        else {
          this.#sumsWith.set(cell, [sum])
          this.#index.set(cell, this.#cells.push(cell) - 1)
        }
      }
    }
    this.#changed = new Set(this.#cells.flatMap(({ hidden }, index) => (hidden ? [index] : [])))
  }

  readonly #indexOf = (cell: Cell): number => this.#index.get(cell)!

  /** Of the sums of a cell, the one whose hiding costs least: it protects other sums too, is no total, and is small. */
  #nextBeside(cell: Cell): Cell | undefined {
    const lone = (sum: Sum) => [sum.total, ...sum.parts].filter(({ hidden }) => hidden).length === 1
    const candidates = this.#sumsWith
      .get(cell)!
      .flatMap((sum) => [sum.total, ...sum.parts].map((one) => ({ one, isTotal: one === sum.total })))
      .filter(({ one }) => !one.hidden)
      .map(({ one, isTotal }) => ({
        one,
        isTotal,
        serves: this.#sumsWith.get(one)!.filter(lone).length,
        isNothing: one.value === 0,
      }))
    return candidates.sort(
      (a, b) =>
        Number(a.isNothing) - Number(b.isNothing) ||
        b.serves - a.serves ||
        Number(a.isTotal) - Number(b.isTotal) ||
        a.one.value! - b.one.value! ||
        (a.one.key! < b.one.key! ? -1 : 1),
    )[0]?.one
  }

  #confined(): Cell[] {
    const touched = new Set([...this.#changed].flatMap((index) => this.#sumsWith.get(this.#cells[index]!)!))
    const queue = [...touched]
    // Sums that share a hidden cell are one question.
    for (let sum = queue.pop(); sum; sum = queue.pop()) {
      for (const cell of [sum.total, ...sum.parts]) {
        if (!cell.hidden) continue
        for (const other of this.#sumsWith.get(cell)!) {
          if (touched.has(other)) continue
          touched.add(other)
          queue.push(other)
        }
      }
    }
    this.#changed = new Set()
    const equations = [...touched]
      .map((sum) => publishedOf(sum, this.#indexOf))
      .filter(({ cells, minus }) => cells.length || minus)
    const confined = confinedCells(equations, {
      at: (cell) => this.#cells[cell]!.value!,
      width: (cell) => (this.#safe.has(cell) ? 0 : this.#cells[cell]!.width),
    })
    // What is safe stays safe: the more is hidden, the less is known.
    for (const { cells, minus = [] } of equations)
      for (const cell of [...cells, ...minus]) this.#safe.add(cell)
    for (const cell of confined) this.#safe.delete(cell)
    return confined.map((cell) => this.#cells[cell]!)
  }

  hideMore(): boolean {
    for (const cell of this.#confined()) {
      const next = this.#nextBeside(cell)
      // Nothing is left to hide beside it, or it was hidden a moment ago, for another.
      if (!next) continue
      next.hidden = true
      next.width = next.value === 0 ? 0 : widthOf(figureOf(next.key!), next.value)
      this.#changed.add(this.#indexOf(next))
    }
    return this.#changed.size > 0
  }
}

/**
 * Which cells of one publication must not be shown. First those that say too much: of a zone of fewer than eleven
 * households (`small`, as `level code`, or `level code figure` for one figure), of one to ten, of a secret of the source.
 * Then those by which they could be worked out, through the sums that figures and zones make, until none that is hidden is
 * confined to fewer than eleven values. The whole publication at once, all levels, so that no part of it answers otherwise.
 */
export function maskOf(zones: readonly MaskedZone[], small: ReadonlySet<string>): Mask {
  const cells = cellsOf(zones, small)
  const protection = new Protection(sumsAmong(zones, cells))
  while (protection.hideMore());
  return new Set([...cells.values()].flatMap(({ key, hidden }) => (hidden && key !== null ? [key] : [])))
}
