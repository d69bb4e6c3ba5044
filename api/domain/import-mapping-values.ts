import { fold } from './import-columns.ts'
import type { RowProblem } from './import-draft.ts'
import { siretChecks } from './import-identifiers.ts'
import { refusal, reservation, suggesting } from './import-remarks.ts'
import { readDay, readEmails, readLine, readPhone, readWebsite, SIRET } from './import-text.ts'

/** What a cell gives: a value, or nothing with what is to be said of it. */
export type Read<T> = { value: T | null; problem?: RowProblem }

const nothing = { value: null }
const blankless = (cell: string): string => cell.replace(/[\s\u00a0\u202f.]/g, '')

/** Words that stand for nothing: `N/A`, `néant`, a dash. */
const VOID = /^(n\/?a|n\.a\.|néant|neant|aucune?|null|none|nc|n\.c\.|inconnue?|non renseignée?|[-–—_./?x]+)$/i
/** A cell that says something; null for blanks and for words that stand for nothing. */
export const said = (cell: string): string | null => {
  const text = readLine(cell, 2_000)
  return text === null || VOID.test(text) ? null : text
}

/** What a spreadsheet makes of a long number, the last digits lost for good. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?\s*[eE]\s*\+?\d{1,2}$/

/** A SIRET as people write it. One that a spreadsheet has rounded refuses its row: nobody can tell which it was. */
export function readSiret(cell: string, column: string): Read<string> {
  const text = said(cell)
  if (text === null) return nothing
  if (SCIENTIFIC.test(text)) return { value: null, problem: refusal('siret_destroyed', column, text) }
  const digits = blankless(text).replace(/^(SIRET|N°)*:?/i, '')
  if (SIRET.test(digits)) return { value: digits }
  const padded = /^\d{11,13}$/.test(digits) ? digits.padStart(14, '0') : null
  if (padded && siretChecks(padded)) {
    return { value: null, problem: suggesting(reservation('leading_zero_lost', column, text), padded) }
  }
  return { value: null, problem: reservation('siret_invalid', column, text) }
}

/** A code of fixed form; digits that have lost the zeros before them are told, never put back by themselves. */
export function readZeroCode(cell: string, column: string, form: RegExp, width: number): Read<string> {
  const text = said(cell)
  if (text === null) return nothing
  const code = blankless(text.replace(/[.,]0+$/, '')).toUpperCase()
  if (form.test(code)) return { value: code }
  const padded = code.padStart(width, '0')
  if (code.length === width - 1 && /^\d+$/.test(code) && form.test(padded)) {
    return { value: null, problem: suggesting(reservation('leading_zero_lost', column, text), padded) }
  }
  const within = /\b\d{5}\b/.exec(text)?.[0]
  const problem = reservation('code_unreadable', column, text)
  return { value: null, problem: width === 5 && within ? suggesting(problem, within) : problem }
}

/** The day of `2024-02-29`, `29/02/2024`, `29.2.24` or `2024/02/29`; the day comes before the month. */
export function readAnyDay(cell: string, column: string, today: string): Read<string> {
  const text = said(cell)
  if (text === null) return nothing
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)(?:$|[ T,])/.exec(text)
  const year = french?.[3]?.length === 2 ? `20${french[3]}` : french?.[3]
  const iso = french
    ? `${year}-${french[2]!.padStart(2, '0')}-${french[1]!.padStart(2, '0')}`
    : text.replace(/^(\d{4})\/(\d\d)\/(\d\d)/, '$1-$2-$3')
  const day = readDay(iso)
  if (day === null) return { value: null, problem: reservation('date_unreadable', column, text) }
  // The first days of spreadsheets, and days to come, are no date of anything said here.
  const isPossible = day > '1900-01-01' && day <= today
  return isPossible ? { value: day } : { value: null, problem: reservation('date_impossible', column, text) }
}

const between = /\s*(?:[/;|\n]|\bou\b|\bet\b|,)\s*/i

/** Telephone numbers of a cell. One without its zero is kept as it is written, with what it seems to be. */
export function readPhones(cell: string, column: string): { values: string[]; problems: RowProblem[] } {
  const values: string[] = []
  const problems: RowProblem[] = []
  for (const part of (said(cell) ?? '').split(between).filter((text) => text.trim() !== '')) {
    const digits = part.replace(/[^\d+]/g, '')
    const zero = /^[1-9]\d{8}$/.test(digits) ? readPhone(`0${digits}`) : null
    if (SCIENTIFIC.test(part) || digits.length < 3 || digits.length > 15) {
      problems.push(reservation('phone_unreadable', column, part))
      continue
    }
    if (zero) problems.push(suggesting(reservation('leading_zero_lost', column, part), zero))
    values.push(readPhone(part)!)
  }
  return { values, problems }
}

/** E-mail addresses of a cell; of one that is none, what was probably meant. */
export function readMails(cell: string, column: string): { values: string[]; problems: RowProblem[] } {
  const text = said(cell)
  if (text === null) return { values: [], problems: [] }
  const values = readEmails(text.replace(/^mailto:/i, ''))
  if (values.length > 0) return { values, problems: [] }
  const meant = readEmails(
    text
      .slice(0, 200)
      .replace(/\s*(?:\(at\)|\[at\]|\bat\b|\barobase\b)\s*/i, '@')
      .replace(/,/g, '.')
      .replace(/[\s.]+$/, '')
      .replace(/\s+/g, ''),
  )
  return { values, problems: [suggesting(reservation('email_unreadable', column, text), meant[0] ?? null)] }
}

/** The first web address of a cell; `www.ville.fr` is one too. */
export function readSite(cell: string, column: string): Read<string> {
  const text = said((said(cell) ?? '').split(/[|;\s](?=https?:|www\.)/)[0]!.replace(/[|;\s]$/, ''))
  if (text === null) return nothing
  const bare = /^(?:www\.)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.[a-z]{2,}(?:\/\S*)?$/iu.test(text.slice(0, 250))
  const value = readWebsite(bare ? `https://${text}` : text)
  return value === null ? { value, problem: reservation('website_unreadable', column, text) } : { value }
}

/** An identifier of an official register, spaces apart. */
export function readRegister(cell: string, column: string, form: RegExp): Read<string> {
  const text = said(cell)
  if (text === null) return nothing
  const code = blankless(text).toUpperCase()
  return form.test(code)
    ? { value: code }
    : { value: null, problem: reservation('code_unreadable', column, text) }
}

/** Several words of one cell: `CCAS ; France services`. */
export const wordsOf = (cell: string): string[] =>
  (said(cell) ?? '')
    .replace(/^\s*[[{]|[\]}]\s*$/g, '')
    .split(/[;|,/\n]/)
    .map((part) => part.trim().replace(/^(['"])(.*)\1$/, '$2'))
    .filter((part) => fold(part) !== '')
