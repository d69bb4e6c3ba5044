import { WAYS } from './address-words.ts'

/** Two letters swapped, one added, missing or other: optimal string alignment, given up beyond `most`. */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost)
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return last[other.length]!
}

const trigramsOf = (key: string): Set<string> => {
  const text = `  ${key} `
  return new Set(Array.from({ length: text.length - 2 }, (_, at) => text.slice(at, at + 3)))
}

const isPlural = (one: string, other: string) =>
  `${one}s` === other || `${other}s` === one || `${one}x` === other || `${other}x` === one

/** Mistakes that a word bears without becoming another: none in a short one. */
const slips = (word: string): number => (word.length < 6 ? 0 : word.length < 10 ? 1 : 2)

/**
 * Whether two keys are the same street but for a slip of the pen: same words in number, figures and sort of way, and
 * words that differ long enough for the difference to be a mistake. `port` and `pont` are two streets.
 */
function isSlip(one: string, other: string): boolean {
  const a = one.split(' ')
  const b = other.split(' ')
  if (a.length !== b.length) return one.replaceAll(' ', '') === other.replaceAll(' ', '')
  const differing = a.map((word, at) => [word, b[at]!] as const).filter(([mine, theirs]) => mine !== theirs)
  return (
    differing.length <= 2 &&
    differing.every(
      ([mine, theirs]) =>
        isPlural(mine, theirs) ||
        (!/\d/.test(mine + theirs) &&
          !WAYS.has(theirs) &&
          mine[0] === theirs[0] &&
          editDistance(mine, theirs, 2) <= Math.min(slips(mine), slips(theirs))),
    )
  )
}

/** What a slip leaves of certainty; more than that is for a person to decide. */
const SLIP = 0.95
/** What is never sure by itself: other words, another sort of way. */
const AT_MOST = 0.8

/** How alike two keys are, from 0 to 1: 1 the same, 0.95 a slip of the pen, at most 0.8 for anything else. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1
  if (isSlip(one, other)) return SLIP
  const [mine, theirs] = [trigramsOf(one), trigramsOf(other)]
  let shared = 0
  for (const trigram of mine) if (theirs.has(trigram)) shared++
  const words = other.split(' ')
  const isPart = one.split(' ').every((word) => words.includes(word))
  const dice = (2 * shared) / (mine.size + theirs.size)
  return Math.min(AT_MOST, isPart ? Math.max(dice, 0.6) : dice)
}

/** Below this, a street has nothing to do with what was written. */
const LEAST = 0.5

/** Finds the keys of one commune that are like another, without comparing it to each of them. */
export function likeKeys(
  keys: readonly string[],
): (key: string, most: number) => { key: string; likeness: number }[] {
  const holders = new Map<string, number[]>()
  keys.forEach((key, at) => {
    for (const trigram of trigramsOf(key)) {
      const list = holders.get(trigram)
      if (list) list.push(at)
      else holders.set(trigram, [at])
    }
  })
  return (wanted, most) => {
    const shared = new Map<number, number>()
    const trigrams = trigramsOf(wanted)
    for (const trigram of trigrams)
      for (const at of holders.get(trigram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    return [...shared]
      .filter(([, count]) => count >= trigrams.size / 3)
      .map(([at]) => ({ key: keys[at]!, likeness: likeness(wanted, keys[at]!) }))
      .filter((found) => found.likeness >= LEAST)
      .sort((one, other) => other.likeness - one.likeness || (one.key < other.key ? -1 : 1))
      .slice(0, most)
  }
}
