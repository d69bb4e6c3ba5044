import type { Figure } from '#contract/figures'
import type { COLUMN_KINDS } from '#contract/mappings'
import { readFigure } from './import-figures.ts'
import { readDms } from './import-projection.ts'

export type ColumnKind = (typeof COLUMN_KINDS)[number]

/** A column as the first rows show it: what its cells say, blanks left out. */
export type SeenColumn = {
  name: string
  /** Its name as words: no accents, no capitals, no punctuation. */
  folded: string
  kind: ColumnKind
  values: readonly string[]
  /** Whether every row says something, and never twice the same. */
  isKey: boolean
}

/** Names and words as people compare them: no accents, no capitals, `nomDeLaVoie` and `nom_de_la_voie` alike, `C.C.A.S.` as `ccas`. */
export const fold = (text: string): string =>
  text
    .slice(0, 300)
    .replace(/(?:\p{L}\.){2,}/gu, (initials) => initials.replaceAll('.', ''))
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/\((e?s|x|e)\)/g, '$1')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Cells are judged by their beginning: a longer one is a text. */
const JUDGED = 120
/** A few wrong cells do not change what a column is. */
const MAJORITY = 0.6

export const isFilled = (value: string): boolean => value.trim() !== ''

export const mostOf = (values: readonly string[], is: (value: string) => boolean): boolean =>
  values.length > 0 && values.filter((value) => is(value)).length >= values.length * MAJORITY

const DIGITS = /^[\d\s.\-()\u00a0]+$/
const isPhone = (value: string): boolean => {
  const digits = value.replace(/[\s.\-()\u00a0]/g, '').replace(/^(\+33|0033)0?/, '0')
  return /^0[1-9]\d{8}$/.test(digits)
}
const isDate = (value: string): boolean =>
  /^(\d{1,2}[/.-]\d{1,2}[/.-]\d{2}(\d\d)?|\d{4}[/-]\d{1,2}[/-]\d{1,2})([T ]|$)/.test(value)
const isCode = (value: string): boolean =>
  /^(0\d+|\d{9}|\d{14}|(?=.*\d)(?=.*[A-Z])[A-Z\d]{4,20})$/.test(value.replace(/[\s\u00a0]/g, '')) &&
  !/\d[eE][+-]?\d/.test(value)
/** A number as tables write it (`1 234,5`, `12 %`, `ns`), with what it is worth; null when the cell is none. */
export function figureOf(cell: string): Figure | null {
  const figure = readFigure(cell.trim().replace(/\s*[%€]$/, ''))
  return 'unreadable' in figure || (figure.value !== null && !Number.isFinite(figure.value)) ? null : figure
}

/** Degrees, minutes and seconds, or both coordinates in one cell. */
const isCoordinate = (value: string): boolean =>
  (/[°ºNSEWO]/i.test(value) && readDms(value) !== null) ||
  /^\s*(POINT\b|[[(]?-?\d+\.\d+\s*[,; ]\s*-?\d+\.\d+)/i.test(value)

const JUDGES: readonly [ColumnKind, (value: string) => boolean][] = [
  ['email', (value) => /^[^\s@]+@[^\s@]+[.,][a-z]{2,}$/i.test(value)],
  ['website', (value) => /^(https?:\/\/|www\.)\S+$/i.test(value)],
  ['date', isDate],
  ['phone', (value) => (DIGITS.test(value) || value.startsWith('+')) && isPhone(value)],
  ['code', isCode],
  ['number', (value) => figureOf(value) !== null],
  ['coordinate', isCoordinate],
]

/** What is in a column, judged by the cells that say something. */
export function kindOf(values: readonly string[]): ColumnKind {
  if (values.length === 0) return 'empty'
  const short = values.map((value) => value.trim()).filter((value) => value.length <= JUDGED)
  if (short.length < values.length * MAJORITY) return 'text'
  const kind = JUDGES.find(([, is]) => mostOf(short, is))?.[0] ?? 'text'
  // A column of `nc` alone counts nothing.
  return kind === 'number' && !short.some((value) => figureOf(value)?.status === 'observed') ? 'text' : kind
}

/** A column of the first rows, `cells` in their order, blank ones included. */
export function seeColumn(name: string, cells: readonly string[]): SeenColumn {
  const values = cells.filter(isFilled)
  const isKey = values.length > 0 && values.length === cells.length && new Set(values).size === cells.length
  return { name, folded: fold(name), kind: kindOf(values), values, isKey }
}
