import { createHash } from 'node:crypto'

/** A stream of numbers that depends on its seed alone. */
export type Random = {
  /** In [0, 1). */
  next: () => number
  /** In [low, high). */
  between: (low: number, high: number) => number
  /** One of a non-empty list. */
  pick: <T>(list: readonly T[]) => T
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough to draw a town. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
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
