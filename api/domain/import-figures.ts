import type { Figure, FigureStatus } from '#contract/figures'
import { figureOfColumn } from './figures.ts'
import { readDecimal } from './import-coordinates.ts'

const SECRET = new Set(['s', 'ns', 'n/s', 'n.s.', 'secret', 'ss'])
const UNAVAILABLE = new Set(['nd', 'n/d', 'n.d.', 'na', 'n/a', 'nc', 'null', '.', '..', '-', '///'])

/** Almost every cell of a large file. */
const PLAIN = /^-?\d{1,15}(?:\.\d{1,15})?$/

/**
 * What a cell says of a figure. An empty cell is `blank` (what it means depends on who made the file), and never 0;
 * a number is `known`. `unreadable` keeps what is neither number nor known word.
 */
export function readFigure(
  cell: unknown,
  blank: 'absent' | 'secret' | 'unavailable' = 'absent',
  known: Extract<FigureStatus, 'observed' | 'rounded'> = 'observed',
): Figure | { unreadable: string } {
  if (typeof cell === 'string' && PLAIN.test(cell)) return { value: Number(cell), status: known }
  const text = typeof cell === 'string' ? cell.trim() : cell
  if (text === null || text === undefined || text === '') return { value: null, status: blank }
  const word = String(text).toLowerCase()
  if (SECRET.has(word)) return { value: null, status: 'secret' }
  if (UNAVAILABLE.has(word)) return { value: null, status: 'unavailable' }
  const value = readDecimal(text)
  return value === null ? { unreadable: String(text) } : { value, status: known }
}

/** Which columns of a table are kept, under which names, and the period that their names tell. */
export type FigurePlan = {
  period: string | null
  columns: readonly { column: string; figure: string }[]
  flags: readonly { column: string; flag: string }[]
}

const FLAGS = new Set(['DISP_NOTE', 'DEC_NOTE', 'DISP_INCERT', 'LAB_IRIS', 'TYP_IRIS'])
const YEAR = /^(?:DISP_|DEC_)?(?:MED|TP60|Q2|D1|PPSOC)(?:_A)?(\d\d)$/

/** A column of Filosofi without prefix, suffix nor year; `_A` is how files of neighbourhoods mark a year. */
const incomeStem = (column: string, year: string | undefined): string =>
  (year !== undefined && column.endsWith(year) ? column.slice(0, -2) : column).replace(/_A$/, '')

/** Of the Filosofi files by columns: IRIS, communes, neighbourhoods, disposable (`DISP_`) or declared (`DEC_`) income. */
export function incomePlan(names: readonly string[]): FigurePlan {
  const folded = names.map((name) => ({ column: name, upper: name.toUpperCase() }))
  const year = folded.map(({ upper }) => YEAR.exec(upper)?.[1]).find((found) => found !== undefined)
  const stems = folded.map(({ column, upper }) => ({ column, stem: incomeStem(upper, year) }))
  return {
    period: year === undefined ? null : `20${year}`,
    columns: stems.flatMap(({ column, stem }) => {
      const figure = figureOfColumn(stem.replace(/^(?:DISP|DEC)_/, ''))
      return figure === undefined ? [] : [{ column, figure }]
    }),
    flags: stems.flatMap(({ column, stem }) => (FLAGS.has(stem) ? [{ column, flag: stem }] : [])),
  }
}

/** Of the census: `P22_POP` and `C22_MEN` are of 2022, principal and complementary counting. */
export function censusPlan(names: readonly string[]): FigurePlan {
  const years = names.flatMap((name) => /^[PC](\d\d)_/i.exec(name)?.[1] ?? [])
  // Files of changes over time carry older years beside the latest.
  const year = years.toSorted().at(-1)
  const taken = new Set<string>()
  const columns = names.flatMap((column) => {
    const [, base, of, rest] = /^([PC])(\d\d)_(.+)$/.exec(column.toUpperCase()) ?? []
    const figure = of === year && base ? figureOfColumn(`${base}_${rest}`) : undefined
    if (figure === undefined || taken.has(figure)) return []
    taken.add(figure)
    return [{ column, figure }]
  })
  const flags = names.flatMap((column) =>
    FLAGS.has(column.toUpperCase()) ? [{ column, flag: column.toUpperCase() }] : [],
  )
  return { period: year === undefined ? null : `20${year}`, columns, flags }
}

const LABELS: readonly (readonly [RegExp, string])[] = [
  [/^nombre (?:de )?foyers /i, 'INDFOY_'],
  [/^nombre (?:de )?personnes? (?:couvertes? )?/i, 'INDNBP_'],
  [/^montants? (?:total )?(?:des )?/i, 'INDMTT_'],
]

/** The technical name of a column of the CNAF that may carry its French label: `Nombre foyers RSA` → `INDFOY_RSA`. */
function benefitColumn(name: string): string {
  const text = name.trim()
  const found = LABELS.find(([pattern]) => pattern.test(text))
  return (found ? text.replace(found[0], found[1]) : text).toUpperCase()
}

/** Of the CNAF: the period is in a column, not in names. */
export const benefitPlan = (names: readonly string[]): FigurePlan => ({
  period: null,
  columns: names.flatMap((column) => {
    const figure = figureOfColumn(benefitColumn(column))
    return figure === undefined ? [] : [{ column, figure }]
  }),
  flags: [],
})

/** A period as it is kept, `2021` or `2024-12`, from `2024-12`, `12/2024`, `202412`, `2024-12-01`; null when unreadable. */
export function readPeriod(value: unknown): string | null {
  const text = String(value ?? '').trim()
  const [, year, month] = /^(\d{4})(?:-?(0[1-9]|1[0-2])(?:-\d\d(?:T.*)?)?)?$/.exec(text) ?? []
  if (year !== undefined) return month === undefined ? year : `${year}-${month}`
  const [, first, then] = /^(?:\d\d\/)?(0[1-9]|1[0-2])\/(\d{4})$/.exec(text) ?? []
  return first === undefined ? null : `${then}-${first}`
}
