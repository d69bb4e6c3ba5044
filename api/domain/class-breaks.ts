import { ckmeans } from 'simple-statistics'
import type { ClassMethod } from '#contract/grid'

/*
 * Bounds between classes, as a map needs them: a value belongs to the class of how many bounds are not above it, which is
 * what `step` does in a style. Bounds grow strictly and lie within the values; ties can leave fewer classes than asked.
 */

/** The class of a value: how many bounds it reaches. */
export function classOf(value: number, breaks: readonly number[]): number {
  let index = 0
  while (index < breaks.length && value >= breaks[index]!) index++
  return index
}

const growing = (breaks: readonly number[], least: number, greatest: number): number[] =>
  [...new Set(breaks)].filter((bound) => bound > least && bound <= greatest).sort((a, b) => a - b)

/** As many values in each class. */
const quantile = (sorted: Float64Array, classes: number): number[] =>
  Array.from({ length: classes - 1 }, (_, i) => sorted[Math.ceil(((i + 1) * sorted.length) / classes)]!)

/** As wide each. */
const equal = (sorted: Float64Array, classes: number): number[] => {
  const [least, greatest] = [sorted[0]!, sorted.at(-1)!]
  return Array.from({ length: classes - 1 }, (_, i) => least + ((i + 1) * (greatest - least)) / classes)
}

/** Fisher's exact optimum (1958), which Jenks's method looks for: the least sum of squares within the classes. */
const jenks = (sorted: Float64Array, classes: number): number[] =>
  ckmeans([...sorted], Math.min(classes, new Set(sorted).size))
    .slice(1)
    .map((group) => group[0]!)

const METHODS: Record<ClassMethod, (sorted: Float64Array, classes: number) => number[]> = {
  quantile,
  jenks,
  equal,
}

/** Bounds of at most `classes` classes of these values (none for no value, or one value only). */
export function classBreaks(values: ArrayLike<number>, method: ClassMethod, classes: number): number[] {
  const sorted = Float64Array.from(values).sort()
  if (sorted.length === 0) return []
  return growing(METHODS[method](sorted, classes), sorted[0]!, sorted.at(-1)!)
}

export type Bin = { from: number; to: number; count: number }

/** How values are spread over `bins` bins of the same width from the least to the greatest, which the last one holds. */
export function histogramOf(values: readonly number[], bins: number): Bin[] {
  if (values.length === 0) return []
  let [least, greatest] = [values[0]!, values[0]!]
  for (const value of values) {
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  if (least === greatest) return [{ from: least, to: greatest, count: values.length }]
  const width = (greatest - least) / bins
  const found = Array.from({ length: bins }, (_, i) => ({
    from: least + i * width,
    to: least + (i + 1) * width,
    count: 0,
  }))
  for (const value of values) found[Math.min(Math.floor((value - least) / width), bins - 1)]!.count++
  return found
}
