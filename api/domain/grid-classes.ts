import { ckmeans } from 'simple-statistics'
import type { ClassMethod, GridClasses } from '#contract/grid'

/** How many squares have a value, and of how many figures were imputed. Values are rounded, so there are few of them. */
export type ValueCount = { value: number; squares: number; imputed: number }

const HISTOGRAM_BINS = 24
/** Values that natural breaks are looked for in. */
const MOST_SAMPLED = 2_000

/** The value below which a share of the squares lies (nearest rank); `counts` in the order of their values. */
function valuesAt(counts: readonly ValueCount[], squares: number, ranks: readonly number[]): number[] {
  let at = 0
  let below = counts[0]!.squares
  return ranks.map((rank) => {
    const wanted = Math.max(1, Math.ceil(rank * squares))
    while (below < wanted) below += counts[++at]!.squares
    return counts[at]!.value
  })
}

const steps = (count: number) => Array.from({ length: count - 1 }, (_, n) => (n + 1) / count)

type Asked = { counts: readonly ValueCount[]; squares: number; classes: number }

const METHODS: Record<ClassMethod, (asked: Asked) => number[]> = {
  quantile: ({ counts, squares, classes }) => valuesAt(counts, squares, steps(classes)),
  equal: ({ counts, classes }) => {
    const [least, greatest] = [counts[0]!.value, counts.at(-1)!.value]
    return steps(classes).map((step) => least + step * (greatest - least))
  },
  jenks: ({ counts, squares, classes }) => {
    const size = Math.min(MOST_SAMPLED, squares)
    const ranks = Array.from({ length: size }, (_, n) => (n + 1) / size)
    const sample = valuesAt(counts, squares, ranks)
    const groups = ckmeans(sample, Math.min(classes, new Set(sample).size))
    return groups.slice(0, -1).map((group) => group.at(-1)!)
  },
}

/**
 * Classes of squares by their values, and their histogram. Exact but for natural breaks (Fisher, Jenks; ckmeans of Wang and
 * Song 2011), which are those of a sample spread evenly over the squares in the order of their values.
 * @param counts in the order of their values, each value once
 * @param withheld squares that say nothing
 */
export function gridClasses(
  counts: readonly ValueCount[],
  withheld: number,
  { method, classes }: { method: ClassMethod; classes: number },
): GridClasses {
  const squares = counts.reduce((sum, one) => sum + one.squares, 0)
  const imputed = counts.reduce((sum, one) => sum + one.imputed, 0)
  const all = { squares: squares + withheld, imputed, withheld }
  if (squares === 0) return { extent: null, breaks: [], histogram: [], ...all }
  const [least, greatest] = [counts[0]!.value, counts.at(-1)!.value]
  const histogram = Array<number>(HISTOGRAM_BINS).fill(0)
  for (const { value, squares: here } of counts) {
    const share = greatest > least ? (value - least) / (greatest - least) : 0
    histogram[Math.min(HISTOGRAM_BINS - 1, Math.floor(share * HISTOGRAM_BINS))]! += here
  }
  const breaks = [...new Set(METHODS[method]({ counts, squares, classes }))].filter((one) => one < greatest)
  return { extent: [least, greatest], breaks, histogram, ...all }
}
