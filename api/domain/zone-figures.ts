import type { FigureStatus } from '#contract/figures'
import { addsUp } from './figures.ts'
import { SUMS } from './indicators.ts'
import { WORST } from './vintages.ts'

/** What a source says of a zone in one row: the zone, or a part of it (`rsa_type=majoré`). */
export type PartFigures = {
  part: string
  figures: Readonly<Record<string, number | null>>
  statuses: Readonly<Record<string, FigureStatus>>
  flags: Readonly<Record<string, string>>
}

/** All that one source says of one zone, parts added up. A figure without a status is observed. */
export type WholeFigures = {
  figures: Record<string, number | null>
  statuses: Record<string, FigureStatus>
  flags: Record<string, string>
  /** Of a figure whose sum is not known: what its known parts add up to, and how many parts say nothing. */
  blanks: Record<string, { known: number; parts: number }>
}

/** By what a part divides its zone: `rsa_type=majoré` by `rsa_type`. The whole zone by nothing. */
const dimensionOf = (part: string): string =>
  part
    .split(' ')
    .flatMap((piece) => (piece.includes('=') ? [piece.slice(0, piece.indexOf('='))] : []))
    .join(' ')

const worstOf = (statuses: readonly FigureStatus[]): FigureStatus =>
  WORST.find((worst) => statuses.includes(worst)) ?? 'observed'

type Piece = { value: number | null; status: FigureStatus }

function sumOf(name: string, pieces: readonly Piece[]): Piece {
  if (pieces.length === 1) return pieces[0]!
  if (!addsUp(name)) return { value: null, status: 'unavailable' }
  const values = pieces.map(({ value }) => value)
  return {
    value: values.includes(null) ? null : values.reduce<number>((sum, value) => sum + value!, 0),
    status: worstOf(pieces.map(({ status }) => status)),
  }
}

/**
 * The rows of one zone as one: a figure that a row says of the whole zone is that one, else its parts along one breakdown
 * add up, with the status of the worst. A sum with an unknown part is unknown.
 */
export function wholeOf(rows: readonly PartFigures[]): WholeFigures {
  const whole: WholeFigures = {
    figures: {},
    statuses: {},
    flags: Object.assign({}, ...rows.map(({ flags }) => flags)),
    blanks: {},
  }
  const say = (name: string, { value, status }: Piece) => {
    whole.figures[name] = value
    if (status !== 'observed') whole.statuses[name] = status
  }
  for (const name of new Set(rows.flatMap(({ figures }) => Object.keys(figures)))) {
    const saying = rows.filter(({ figures }) => name in figures)
    const dimension = saying.map(({ part }) => dimensionOf(part)).toSorted()[0]
    const along = saying.filter(({ part }) => dimensionOf(part) === dimension)
    // Two rows of the whole zone are the same figure told twice, not parts of it.
    const pieces = (dimension === '' ? along.slice(0, 1) : along).map(
      ({ figures, statuses }): Piece => ({ value: figures[name]!, status: statuses[name] ?? 'observed' }),
    )
    const sum = sumOf(name, pieces)
    say(name, sum)
    if (sum.value !== null || !addsUp(name)) continue
    const known = pieces.reduce((total, { value }) => total + (value ?? 0), 0)
    whole.blanks[name] = { known, parts: pieces.filter(({ value }) => value === null).length }
  }
  for (const [name, { of }] of Object.entries(SUMS)) {
    if (name in whole.figures || !of.every((part) => part in whole.figures)) continue
    say(
      name,
      sumOf(
        of[0]!,
        of.map((part) => ({ value: whole.figures[part]!, status: whole.statuses[part] ?? 'observed' })),
      ),
    )
  }
  return whole
}
