import { NAME_WORDS, NUMBER_WORDS, SMALL_WORDS, WAY_WORDS, WAYS } from './address-words.ts'

/** Letters and figures only, small, without accents, one blank between words. */
export const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\b(?:[a-z]\.){2,}/g, (initials) => initials.replaceAll('.', ''))
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const TENS = /\b(dix|vingt|trente) (?:et )?(un|deux|trois|quatre|cinq|six|sept|huit|neuf)\b/g

/** `dix-neuf` → 19, `vingt et un` → 21. */
const compound = (_: string, tens: string, unit: string): string =>
  String(Number(NUMBER_WORDS[tens]) + Number(NUMBER_WORDS[unit] ?? 1))

/** `2e`, `3eme`, `4ième` → the figure alone. */
const rank = (word: string): string => word.replace(/^(\d+)(?:e|eme|ieme)$/, '$1')

/**
 * What two writings of the same street share: no accents, capitals, abbreviations nor small words.
 *
 * streetKey('Bd. du Gal de Gaulle') = 'boulevard general gaulle'. Never empty for a text that has a letter or a figure.
 */
export function streetKey(street: string): string {
  const plain = plainWords(street)
    .replace(/\blieu dit\b/g, 'lieudit')
    .replace(TENS, compound)
  const words = plain.split(' ').map((word, at) => {
    const way = at === 0 ? WAY_WORDS[word] : undefined
    return way ?? NAME_WORDS[word] ?? NUMBER_WORDS[word] ?? rank(word)
  })
  const kept = words.filter((word) => !SMALL_WORDS.has(word))
  return (kept.length > 0 ? kept : words).join(' ')
}

/** How repetitions are written, by every way of writing them; other letters stay letters. */
const REPETITIONS: Record<string, string> = {
  b: 'b',
  bis: 'bis',
  t: 't',
  ter: 'ter',
  quater: 'quater',
  quinquies: 'quinquies',
}

/** A number as the BAN writes it: `6`, `6 bis`, `12 b`; empty for none. The two parts may touch. */
export function addressNumber(number: string): string {
  const found = /^0*(\d{1,5}) ?([a-z]\w*)?$/.exec(plainWords(number))
  if (found === null || found[1] === undefined) return ''
  const repetition = found[2]
  return repetition === undefined ? found[1] : `${found[1]} ${REPETITIONS[repetition] ?? repetition}`
}

/** The first number of `12`, `12 bis`, `12B`, `12-14`, `12/14`, `12 et 14`, `n° 12`; then what follows it. */
const NUMBERED =
  /^(?:n\s?[°ºo]\s?|num[ée]ro\s)?0*(\d{1,5})(?:\s?(bis|ter|quater|quinquies)\b|([a-z])(?![\p{L}\d'’])|\s([a-z])(?=[\s,]+\p{L}))?(?:\s?(?:-|\/|–|,|&|et(?=\s)|[àa](?=\s))\s?\d{1,5}(?:\s?(?:bis|ter|quater)\b)?(?=[\s,]))*[\s,]*(.*)$/isu

/** A month or an ordinal after a figure: the figure belongs to the name (`8 mai 1945`, `1er Mai`, `11 Novembre`). */
const NAMED_BY_FIGURE =
  /^\d+\s?(?:er|ere|e|eme|[èe]re|i?[èe]me)\b|^\d+\s(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre)\b/iu

/**
 * The number of an address apart from its street: `12-14 bis, rue X` → `12`, `rue X`. A range gives its first number.
 * A single letter after the number is a repetition when the name of a sort of way follows it (`12 B rue`, not `12 R Lille`).
 *
 * @returns `number` as the BAN writes it, empty for none; `street` as written, never abbreviated
 */
export function splitAddress(text: string): { number: string; street: string } {
  const line = text.replace(/\s+/g, ' ').trim()
  const found = NAMED_BY_FIGURE.test(line) ? null : NUMBERED.exec(line)
  if (found === null || found[1] === undefined) return { number: '', street: line }
  const rest = (found[5] ?? '').trim()
  const apart = found[4]
  if (apart !== undefined && (apart.toLowerCase() === 'r' || !isWay(rest)))
    return { number: addressNumber(found[1]), street: `${apart} ${rest}` }
  return { number: addressNumber(`${found[1]} ${found[2] ?? found[3] ?? apart ?? ''}`), street: rest }
}

/** Whether a text begins with a sort of way: `rue`, `av.`, `ZA`. */
export const isWay = (text: string): boolean => {
  const first = plainWords(text).split(' ')[0] ?? ''
  return WAYS.has(first) || WAY_WORDS[first] !== undefined
}
