import { drawNormal, type Random } from '#api/domain/random'
import { binaryWeights, type SpatialWeights } from '#api/domain/spatial-weights'

/** Weights of 1 from the neighbours of each zone. */
export function fromNeighbours(neighbours: readonly (readonly number[])[]): SpatialWeights {
  const from = neighbours.flatMap((others, i) => others.map(() => i))
  return binaryWeights(neighbours.length, Int32Array.from(from), Int32Array.from(neighbours.flat()), false)
}

/** Seven zones, neighbours not all mutual, none alone; and values for them. */
export const SEVEN = [[1, 2], [0, 2, 3], [0], [1, 4, 5, 6], [3, 6], [6, 0], [3, 4]]
export const VALUES = [3, 1, 4, 1.5, 9, 2.6, 5]

/** The matrix of weights. */
export function matrixOf({ n, offsets, neighbours, weights }: SpatialWeights): number[][] {
  const matrix = Array.from({ length: n }, () => new Array<number>(n).fill(0))
  for (let i = 0; i < n; i++)
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) matrix[i]![neighbours[k]!] = weights[k]!
  return matrix
}

/** All cells of a rectangle, row by row. */
export const rectangle = (width: number, height: number) => ({
  columns: Int32Array.from({ length: width * height }, (_, i) => i % width),
  rows: Int32Array.from({ length: width * height }, (_, i) => Math.floor(i / width)),
})

export const normals = (n: number, random: Random): Float64Array =>
  Float64Array.from({ length: n }, () => drawNormal(random))

/** Every order of some values, each once. */
export function* orders<T>(values: readonly T[]): Generator<T[]> {
  if (!values.length) yield []
  for (const [i, value] of values.entries())
    for (const rest of orders([...values.slice(0, i), ...values.slice(i + 1)])) yield [value, ...rest]
}

export function meanAndVariance(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length }
}

export const largestGap = (ours: ArrayLike<number>, theirs: ArrayLike<number>): number =>
  Array.from(ours, (value, i) => Math.abs(value - theirs[i]!)).reduce((most, gap) => Math.max(most, gap), 0)
