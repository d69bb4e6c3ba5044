/** What values are around their mean: z_i = x_i − x̄, and the second and fourth moments Σ z²/n and Σ z⁴/n. */
export type Deviations = { mean: number; z: Float64Array; m2: number; m4: number }

/** Two passes, so that nothing is lost to a large mean. Values that are all equal have m2 = 0, exactly. */
export function deviationsOf(values: ArrayLike<number>): Deviations {
  const n = values.length
  let [sum, low, high] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < n; i++) {
    const value = values[i]!
    sum += value
    if (value < low) low = value
    if (value > high) high = value
  }
  const mean = low === high ? low : sum / n
  const z = new Float64Array(n)
  let [second, fourth] = [0, 0]
  for (let i = 0; i < n; i++) {
    const deviation = values[i]! - mean
    const square = deviation * deviation
    z[i] = deviation
    second += square
    fourth += square * square
  }
  return { mean, z, m2: second / n, m4: fourth / n }
}
