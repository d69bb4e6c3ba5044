import type { Traits } from './resemblance.ts'

/** Degrees: about 550 m from north to south and 370 m from west to east at 48° N. */
const CELL = 0.005
/** Two points within half a cell share one of four grids, each moved by half a cell. */
const SHIFTS = [
  [0, 0],
  [0.5, 0],
  [0, 0.5],
  [0.5, 0.5],
] as const
/** A slip beyond the fourth letter leaves a word in its block. */
const STEM = 4
const WORDS = 4

/**
 * What two actors must share, one of these at least, to be compared: a number, a phone or an e-mail; or, in the same
 * commune or within about 200 m, the beginning of a word that tells something. Pairs are never all of n².
 */
export function blocksOf({
  siret,
  finess,
  rna,
  reach,
  name,
  places,
}: Traits): { key: string; kind: 'sure' | 'loose' }[] {
  const sure = [siret && `s ${siret}`, finess && `f ${finess}`, rna && `r ${rna}`, ...reach]
  const stems = [...new Set([...name.natures, ...name.own].map((word) => word.slice(0, STEM)))].slice(
    0,
    WORDS,
  )
  const where = new Set<string>()
  for (const { communeCode, postcode, point } of places.slice(0, 8)) {
    const commune = communeCode ?? postcode
    if (commune) where.add(commune)
    if (point)
      for (const [n, [east, north]] of SHIFTS.entries()) {
        const [x, y] = point.coordinates
        where.add(`${n} ${Math.floor(x! / CELL + east)} ${Math.floor(y! / CELL + north)}`)
      }
  }
  return [
    ...sure.flatMap((key) => (key ? [{ key, kind: 'sure' as const }] : [])),
    ...[...where].flatMap((place) =>
      stems.map((stem) => ({ key: `${place} ${stem}`, kind: 'loose' as const })),
    ),
  ]
}

/** 32-bit FNV-1a. Two blocks that meet by accident cost a comparison, nothing more. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

const INDEXES = 2 ** 20
const PARTS = 32

/**
 * Gathers the blocks of up to a million actors in 8 bytes for each of their keys, and gives back the groups.
 * A `loose` block of many says nothing: a word of every school, say.
 */
export function gathering() {
  const parts = Array.from({ length: PARTS }, () => ({ values: new Float64Array(1_024), length: 0 }))
  return {
    /** `index`: which of the actors, from 0. */
    add(key: string, index: number): void {
      const hash = hashOf(key)
      const part = parts[hash % PARTS]!
      if (part.length === part.values.length) {
        const wider = new Float64Array(part.length * 2)
        wider.set(part.values)
        part.values = wider
      }
      part.values[part.length++] = hash * INDEXES + index
    },
    /** The indexes that share a key, for each key that several have; one part of all keys after another. */
    *groups(): Generator<number[][]> {
      for (const part of parts) {
        const sorted = part.values.subarray(0, part.length).sort()
        const found: number[][] = []
        let group: number[] = []
        let hash = -1
        for (const value of sorted) {
          const next = Math.floor(value / INDEXES)
          if (next !== hash) {
            if (group.length > 1) found.push(group)
            group = []
            hash = next
          }
          const index = value % INDEXES
          if (group.at(-1) !== index) group.push(index)
        }
        if (group.length > 1) found.push(group)
        yield found
      }
    },
  }
}
