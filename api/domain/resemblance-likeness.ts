import type { NameWords } from './resemblance-words.ts'

/**
 * Jaro–Winkler similarity of two words, 0 to 1 (Winkler, 1990: prefix weight 0.1, at most 4 letters).
 * `dupont`, `dupond` → 0.93.
 */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1
  const reach = Math.max(Math.floor(Math.max(one.length, other.length) / 2) - 1, 0)
  const taken = new Uint8Array(other.length)
  const shared: string[] = []
  for (let at = 0; at < one.length; at++) {
    const last = Math.min(at + reach, other.length - 1)
    for (let near = Math.max(at - reach, 0); near <= last; near++) {
      if (taken[near] || one[at] !== other[near]) continue
      taken[near] = 1
      shared.push(one[at]!)
      break
    }
  }
  if (!shared.length) return 0
  const facing = [...other].filter((_, at) => taken[at])
  const moved = shared.filter((letter, at) => letter !== facing[at]).length / 2
  const m = shared.length
  const jaro = (m / one.length + m / other.length + (m - moved) / m) / 3
  let prefix = 0
  while (prefix < 4 && prefix < one.length && one[prefix] === other[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

/** Words are the same from here on, slips of the keyboard included. */
const SAME_WORD = 0.92
const isNumber = (word: string): boolean => /^\d+$|^[ivx]+$/.test(word)
/** Numbers and short words differ as soon as a letter does: `école 1`, `école 2`. */
const likeness = (one: string, other: string): number => {
  if (one === other) return 1
  if (Math.min(one.length, other.length) < 4 || isNumber(one) || isNumber(other)) return 0
  const like = jaroWinkler(one, other)
  // Squared: a slip must not weigh as nothing beside a name written alike.
  return like >= SAME_WORD ? like * like : 0
}

const WEIGHTS = { natures: 1.5, own: 1, common: 0.25 } as const

/** Twice the weight that both say, over the weight that each says: Dice's coefficient on words that may have slips. */
export function nameLikeness(one: NameWords, other: NameWords): number {
  let shared = 0
  let said = 0
  for (const kind of ['natures', 'own', 'common'] as const) {
    const weight = WEIGHTS[kind]
    said += weight * (one[kind].length + other[kind].length)
    shared += 2 * weight * matched(one[kind], other[kind])
  }
  const tells = ({ natures, own }: NameWords) => natures.length + own.length > 0
  return tells(one) && tells(other) ? shared / said : 0
}

function matched(one: readonly string[], other: readonly string[]): number {
  const free = [...other]
  let sum = 0
  for (const word of one) {
    let best = -1
    let like = 0
    for (const [at, candidate] of free.entries()) {
      const found = likeness(word, candidate)
      if (found > like) [best, like] = [at, found]
    }
    if (best < 0) continue
    free.splice(best, 1)
    sum += like
  }
  return sum
}

const OPPOSED = [
  ['nord', 'sud', 'est', 'ouest'],
  ['maternelle', 'elementaire', 'primaire'],
  ['hommes', 'femmes'],
  ['enfants', 'adultes', 'jeunes', 'seniors'],
] as const

/** Each says that it is something which the other is not: natures that exclude each other, other numbers, north and south. */
export function areOpposed(one: NameWords, other: NameWords): boolean {
  const apart = (a: readonly string[], b: readonly string[]) =>
    a.length > 0 && b.length > 0 && !a.some((word) => b.includes(word))
  if (apart(one.natures, other.natures)) return true
  if (apart(one.own.filter(isNumber), other.own.filter(isNumber))) return true
  return OPPOSED.some((words) => {
    const said = (own: readonly string[]) => own.filter((word) => (words as readonly string[]).includes(word))
    return apart(said(one.own), said(other.own))
  })
}
