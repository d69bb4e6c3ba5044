import type { Named } from './judging.ts'

/** Letters without accents or case: « Épicerie » is found by « epi ». */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** Those whose name holds every word of a search, in the order given; all of them when nothing is searched. */
export function foundIn<A extends Named>(actors: readonly A[], query: string): readonly A[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  if (!words.length) return actors
  return actors.filter(({ name }) => {
    const text = plain(name)
    return words.every((word) => text.includes(word))
  })
}
