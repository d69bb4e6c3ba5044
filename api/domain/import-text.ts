/** Most cells: Latin letters, single spaces, nothing at either end. Reading them changes nothing, so it is not done. */
const PLAIN = /^(?:[!-~\u00a1-\u024f] ?)*[!-~\u00a1-\u024f]$/
const isPlain = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.length <= max && value.length <= 300 && PLAIN.test(value)

/** Text that a database can store, composed (NFC), without control characters or needless blanks; null when empty. */
export function readText(value: unknown, max: number): string | null {
  if (isPlain(value, max)) return value
  const raw = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  const text = raw
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\P{Cc}\t\n\r]|[\u200b\u2060\ufeff]/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
  return text === ''
    ? null
    : text.length > max
      ? `${text
          .slice(0, max - 1)
          .toWellFormed()
          .trimEnd()}…`
      : text
}

/** One line of text: inner blanks and line breaks become one space. */
export const readLine = (value: unknown, max: number): string | null =>
  isPlain(value, max) ? value : readText(typeof value === 'string' ? value.replace(/\s+/g, ' ') : value, max)

/** A code of fixed form; null when it does not have it. Codes are text: a leading zero matters. */
export const readCode = (value: unknown, form: RegExp): string | null => {
  const text = readLine(value, 60)
  return text !== null && form.test(text) ? text : null
}

export const COMMUNE_CODE = /^\d[\dAB]\d{3}$/
export const POSTCODE = /^\d{5}$/
/** Fourteen digits; all zeros is a filler seen in published files. */
export const SIRET = /^(?!0{14})\d{14}$/

/** A French telephone number as people read it, `04 50 56 87 49`; other numbers are kept as written. */
export function readPhone(value: unknown): string | null {
  const text = readLine(value, 60)
  if (text === null) return null
  const digits = text.replace(/[\s.\-()]/g, '').replace(/^(\+33|0033)0?/, '0')
  return /^0\d{9}$/.test(digits) ? digits.replace(/(\d\d)(?=\d)/g, '$1 ') : text
}

const EMAIL = /^[^\s@<>()",;]{1,64}@[^\s@<>()",;]{1,190}\.[a-z]{2,}$/i

/** Every address of a cell: producers write several, separated by dashes, commas or spaces. */
export const readEmails = (value: unknown): string[] =>
  (readLine(value, 2_000) ?? '').split(/[\s,;]+/).filter((part) => EMAIL.test(part))

/** A web address that a link may carry; null for any other scheme. */
export function readWebsite(value: unknown): string | null {
  const text = readLine(value, 300)
  return text !== null && /^https?:\/\/[^\s"<>]+$/i.test(text) ? text : null
}

/**
 * A list, however its producer writes one: a JSON array, its text, `['a', 'b']` of Python, `{a,b}` of PostgreSQL
 * or `a, b`.
 */
export function readList(value: unknown): string[] {
  const parts = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value
          .replace(/^\s*[[{]|[\]}]\s*$/g, '')
          .split(/[,|]/)
          .map((part) => part.trim().replace(/^(['"])(.*)\1$/, '$2'))
      : []
  return [...new Set(parts.map((part) => readLine(part, 200)).filter((part) => part !== null))]
}

const DAY = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const daysOf = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

/**
 * A calendar day `2025-02-14`, alone or at the head of an instant; null when the calendar has no such day. Counted, for
 * a `Date` that is made and written for each row takes longer than all the rest of it (measured).
 */
export function readDay(value: unknown): string | null {
  const text = readLine(value, 60) ?? ''
  const found = DAY.exec(text)
  if (!found) return null
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const isOne = month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month)
  return isOne ? text.slice(0, 10) : null
}
