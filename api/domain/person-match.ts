import { CONTACT_KINDS } from '#contract/contacts'
import type { PersonQuery } from '#contract/privacy'

/** What stands where something about a person was. */
export const ERASED = '[effacé]'
/** Where that would be longer than what it stands for: a text that was short enough stays so. */
const ERASED_SHORT = '[…]'

/** A text without accents or case, and for each of its letters where it stands in the text. */
type Folded = { text: string; at: number[] }

/** Letters that no decomposition separates. */
const LETTERS: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', '’': "'" }

function fold(original: string): Folded {
  let text = ''
  const at: number[] = []
  let index = 0
  for (const letter of original) {
    const plain = letter.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
    const folded = LETTERS[plain] ?? plain
    for (let unit = 0; unit < folded.length; unit++) at.push(index)
    text += folded
    index += letter.length
  }
  at.push(original.length)
  return { text, at }
}

const quoted = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

const wordsOf = (name: string): string[] => fold(name).text.match(/[\p{L}\p{N}]+/gu) ?? []

/** The words of a name, whole, in their order or turned around: `Marie Dupont`, `DUPONT, Marie`. */
function nameSource(words: readonly string[]): string {
  const turns = words.map((_, first) => [...words.slice(first), ...words.slice(0, first)])
  const one = (turn: readonly string[]) => turn.map(quoted).join('[^\\p{L}\\p{N}]{1,3}')
  return `(?<![\\p{L}\\p{N}])(?:${turns.map(one).join('|')})(?![\\p{L}\\p{N}])`
}

const emailSource = (email: string): string =>
  `(?<![\\p{L}\\p{N}._%+-])${quoted(fold(email.trim()).text)}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`

/** France and its overseas numbering zones: their numbers are nine digits after a 0 or after one of these. */
const FRENCH_PREFIX = /^(?:33|262|590|594|596)0?(?=\d{9}$)/

/** The digits that tell a number from another, without 0, +33 or 0033. */
export function significantDigits(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^00/, '')
  return digits.replace(FRENCH_PREFIX, '').replace(/^0(?=\d{9}$)/, '')
}

const GAP = '[\\s().\\-/]{0,3}'
function phoneSource(phone: string): string {
  const digits = significantDigits(phone)
  const international = `(?:\\+|00)?${GAP}(?:33|262|590|594|596)${GAP}(?:0${GAP})?`
  const prefix = digits.length === 9 ? `(?:${international}|0${GAP})?` : '(?:\\+|00)?'
  return `(?<![\\p{L}\\p{N}])${prefix}${[...digits].join(GAP)}(?!\\p{N})`
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

export type PersonMatch = {
  isIn(text: string): boolean
  /** The text with each mention replaced by {@link ERASED}; the same text when there is none. */
  redacted(text: string): string
}

/**
 * Finds one person in texts: an e-mail without case, a phone number by its digits whatever separates them (`+33`, `0033`
 * and `0` are the same), a name by its whole words without accents or case.
 */
export function personMatch({ name, email, phone }: PersonQuery): PersonMatch {
  const words = name ? wordsOf(name) : []
  const sources = [
    ...(words.length ? [nameSource(words)] : []),
    ...(email ? [emailSource(email)] : []),
    ...(phone && significantDigits(phone) ? [phoneSource(phone)] : []),
  ]
  const pattern = new RegExp(sources.join('|') || '(?!)', 'gu')
  return {
    isIn: (text) => !UUID.test(text) && fold(text).text.search(pattern) >= 0,
    redacted(text) {
      if (UUID.test(text)) return text
      const { text: folded, at } = fold(text)
      let result = ''
      let done = 0
      for (const { index, 0: found } of folded.matchAll(pattern)) {
        const end = at[index + found.length]!
        const mark = end - at[index]! < ERASED.length ? ERASED_SHORT : ERASED
        result += text.slice(done, at[index]) + mark
        done = end
      }
      return result + text.slice(done)
    },
  }
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type ContactLike = { kind: string; value: string; person?: { name?: unknown } | null }

const isContact = (value: unknown): value is ContactLike =>
  typeof value === 'object' &&
  value !== null &&
  CONTACT_KINDS.includes((value as ContactLike).kind as never) &&
  typeof (value as ContactLike).value === 'string'

/** Whether a contact is this person's own, rather than one that only mentions them. */
export const isOwnContact = (match: PersonMatch, { value, person }: Omit<ContactLike, 'kind'>): boolean =>
  match.isIn(value) || (typeof person?.name === 'string' && match.isIn(person.name))

/** What of a value of any shape speaks of the person: their own contacts, and texts that mention them. */
export function excerptsOf(match: PersonMatch, value: unknown): unknown[] {
  if (typeof value === 'string') return match.isIn(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  if (isContact(value) && isOwnContact(match, value)) return [value]
  return Object.values(value).flatMap((one) => excerptsOf(match, one))
}

/** A value of any shape without the person: their contacts are no longer in its lists, other mentions are replaced. */
export function withoutPerson(match: PersonMatch, value: unknown): unknown {
  if (typeof value === 'string') return match.redacted(value)
  return mapped(
    value as Json,
    (one) => withoutPerson(match, one),
    (one) => isContact(one) && isOwnContact(match, one),
  )
}

/** A value of any shape without the elements of its lists that are to go. */
export const withoutElements = (value: unknown, goes: (element: unknown) => boolean): unknown =>
  mapped(value as Json, (one) => withoutElements(one, goes), goes)

function mapped(value: Json, of: (value: Json) => unknown, goes: (element: Json) => boolean): unknown {
  if (Array.isArray(value)) return value.filter((one) => !goes(one)).map(of)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, of(one)]))
}
