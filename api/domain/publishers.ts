/** Publishers as people know them; a source that nobody named keeps its own word. */
const PUBLISHERS: readonly (readonly [RegExp, string])[] = [
  [/^cnaf/, 'CNAF'],
  [/^filosofi/, 'Insee, Filosofi'],
  [/^rp-/, 'Insee, RP'],
]

export const publisherOf = (source: string): string =>
  PUBLISHERS.find(([says]) => says.test(source))?.[1] ?? source
