import type { COMPOSITE_WORDS } from '#contract/hot-spots'
import { drawGamma, type Random } from './random.ts'

/** With fewer zones, a place among them means nothing. */
export const LEAST_PLACES = 10
export const COMPOSITE_DRAWS = 1_000
/** Of the places, what is left out at each end of the range of 90 %. */
const TAIL = 0.05
/** A range that spans more of the zones than this says nothing. */
const WIDE = 0.5

/** One indicator, a value for each zone; `turned` when less means harder. */
export type Ingredient = { values: readonly (number | null)[]; turned: boolean }
export type Composite = { word: (typeof COMPOSITE_WORDS)[number] | null; span: number | null }

/** Values from 0 to 1, the greatest 1, the least 0; turned the other way if less means harder; constant ones ½. */
function normalised({ values, turned }: Ingredient, kept: readonly number[]): Float64Array {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const index of kept) {
    low = Math.min(low, values[index]!)
    high = Math.max(high, values[index]!)
  }
  return Float64Array.from(kept, (index) => {
    const share = high > low ? (values[index]! - low) / (high - low) : 0.5
    return turned ? 1 - share : share
  })
}

/** Weights that add up to 1, any as likely as any other: Dirichlet(1, …, 1). */
function drawWeights(random: Random, n: number): number[] {
  const draws = Array.from({ length: n }, () => drawGamma(random, 1))
  const sum = draws.reduce((all, one) => all + one, 0)
  return draws.map((one) => one / sum)
}

/** The place of each value among all, from 0; equal ones share the middle of theirs. */
function placesOf(values: Float64Array, order: Uint32Array, places: Float32Array): void {
  order.sort((a, b) => values[a]! - values[b]!)
  for (let from = 0; from < order.length; ) {
    let to = from + 1
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++
    for (let at = from; at < to; at++) places[order[at]!] = (from + to - 1) / 2
    from = to
  }
}

/**
 * Several indicators as one, whose weights nobody knows: they are drawn at random {@link COMPOSITE_DRAWS} times, and a zone
 * is rather high or low only where the 90 % range of its place among the zones spans half of them at most. Places themselves
 * are not given: zones are not ranked. Zones that lack an indicator have neither word nor span. Indicators are normalised
 * from 0 to 1 over the other zones.
 * @param ingredients one value for each zone, in the same order
 */
export function compositeOf(ingredients: readonly Ingredient[], random: Random): Composite[] {
  const zones = ingredients[0]?.values.length ?? 0
  const kept = Array.from({ length: zones }, (_, index) => index).filter((index) =>
    ingredients.every(({ values }) => Number.isFinite(values[index] ?? Number.NaN)),
  )
  const columns = ingredients.map((ingredient) => normalised(ingredient, kept))
  const n = kept.length
  const all = Array.from({ length: n }, () => new Float32Array(COMPOSITE_DRAWS))
  const order = Uint32Array.from({ length: n }, (_, index) => index)
  const [values, places] = [new Float64Array(n), new Float32Array(n)]
  for (let draw = 0; draw < COMPOSITE_DRAWS; draw++) {
    const weights = drawWeights(random, columns.length)
    values.fill(0)
    for (const [k, column] of columns.entries())
      for (let i = 0; i < n; i++) values[i]! += weights[k]! * column[i]!
    placesOf(values, order, places)
    for (let i = 0; i < n; i++) all[i]![draw] = places[i]!
  }
  const found = new Array<Composite>(zones).fill({ word: null, span: null })
  for (const [i, zone] of kept.entries()) {
    const sorted = all[i]!.sort()
    const low = sorted[Math.floor(TAIL * COMPOSITE_DRAWS)]!
    const high = sorted[Math.ceil((1 - TAIL) * COMPOSITE_DRAWS) - 1]!
    const span = (high - low + 1) / n
    const isAbove = (low + high) / 2 > (n - 1) / 2
    found[zone] = { word: span > WIDE ? 'undetermined' : isAbove ? 'rather_high' : 'rather_low', span }
  }
  return found
}
