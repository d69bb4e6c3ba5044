import type { FigureStatus } from '#contract/figures'
import { isDisclosive, MIN_HOUSEHOLDS } from './disclosure.ts'
import { countedBy } from './figure-identities.ts'
import { describeIndicator } from './indicators.ts'

/** All that one publication says of one zone; `larger`: the zones that it adds up to, as `level code`. */
export type MaskedZone = {
  level: string
  code: string
  larger: readonly string[]
  figures: Readonly<Record<string, number | null>>
  statuses: Readonly<Record<string, FigureStatus>>
}

/** One number of one zone. `value` is what it is, or may be; null until something tells. */
export type Cell = {
  /** `level code figure`; null for what no figure tells, which can only be worked out. */
  key: string | null
  value: number | null
  rounded: boolean
  hidden: boolean
  /** How wide its range must stay for whoever adds and subtracts: 0 when nobody needs protection. */
  width: number
}

export const zoneKey = (level: string, code: string): string => `${level} ${code}`
export const cellKey = (level: string, code: string, figure: string): string => `${level} ${code} ${figure}`

/** Counts are under the threshold of persons; numbers that nobody described are counts when all of them are whole. */
function countsAmong(zones: readonly MaskedZone[]): (figure: string) => boolean {
  const counts = new Map<string, boolean>()
  for (const { figures } of zones) {
    for (const [name, value] of Object.entries(figures)) {
      const { kind, labels } = describeIndicator(name)
      const isNamed = labels.fr !== name.replaceAll('_', ' ')
      if (isNamed) counts.set(name, kind === 'count')
      else counts.set(name, (counts.get(name) ?? true) && (value === null || Number.isInteger(value)))
    }
  }
  return (figure) => counts.get(figure) ?? false
}

/** What a hidden cell needs: a count its crowd; an amount, as much doubt as it is worth. */
export const widthOf = (figure: string, value: number | null): number =>
  describeIndicator(figure).kind === 'amount' ? Math.max(MIN_HOUSEHOLDS, value ?? 0) : MIN_HOUSEHOLDS

/** The cells of zones, with those that must not be shown for what they say themselves (primary). */
export function cellsOf(zones: readonly MaskedZone[], small: ReadonlySet<string>): Map<string, Cell> {
  const isCount = countsAmong(zones)
  const cells = new Map<string, Cell>()
  for (const { level, code, figures, statuses } of zones) {
    const isSmall = small.has(zoneKey(level, code))
    const isFew = (name: string): boolean => {
      const value = figures[name]
      return (
        statuses[name] === 'secret' || (typeof value === 'number' && isCount(name) && isDisclosive(value))
      )
    }
    for (const [name, value] of Object.entries(figures)) {
      const counter = countedBy(name)
      const isFewHouseholds =
        counter !== undefined && (isFew(counter) || small.has(cellKey(level, code, name)))
      const isSecret = statuses[name] === 'secret'
      const isPrimary = isSecret || isSmall || isFewHouseholds || isFew(name)
      cells.set(cellKey(level, code, name), {
        key: cellKey(level, code, name),
        value,
        rounded: statuses[name] === 'rounded',
        hidden: isPrimary || value === null,
        width: isPrimary && value !== 0 ? widthOf(name, value) : 0,
      })
    }
  }
  return cells
}
