import { createHash } from 'node:crypto'
import { randomFrom as numbersFrom } from '#api/domain/random'

/** A stream of numbers that depends on its seed alone. */
export type Random = {
  /** In [0, 1). */
  next: () => number
  /** In [low, high). */
  between: (low: number, high: number) => number
  /** One of a non-empty list. */
  pick: <T>(list: readonly T[]) => T
}

export function randomFrom(seed: number): Random {
  const next = numbersFrom(seed)
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    pick: (list) => list[Math.floor(next() * list.length)]!,
  }
}

/** The same UUID (shaped as a version 4) for the same seed and key, whatever was generated before. */
export function stableId(seed: number, key: string): string {
  const hex = createHash('sha256').update(`${seed}:${key}`).digest('hex')
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
