import { csvCell } from '#api/domain/spreadsheet'
import type { IndicatorValues } from '#contract/indicators'

/** To what exact numbers are rounded on their way out: nobody subtracts one export from another. */
const ROUNDED_TO: Readonly<Record<IndicatorValues['indicator']['kind'], number>> = {
  count: 5,
  amount: 100,
  ratio: 0.1,
  quantile: 10,
}

const rounded = (value: number, to: number): number => {
  const steps = Math.round(value / to)
  return to < 1 ? steps / Math.round(1 / to) : steps * to
}

/** A figure that nobody described is written as it is. */
const stepOf = ({ kind, unit }: IndicatorValues['indicator']): number =>
  kind === 'quantile' && unit === 'times' ? 0.1 : ROUNDED_TO[kind]

const line = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(';')}\r\n`

/**
 * As spreadsheets in France open it: semicolons, and a byte order mark for the accents. One line a zone in the order of their
 * codes; then where the figures come from and whom they do not see.
 */
export function* valuesCsv({ indicator, zones }: IndicatorValues): Generator<string> {
  const flags = [...new Set(zones.flatMap((zone) => Object.keys(zone.flags)))].sort()
  const step = stepOf(indicator)
  yield `\ufeff${line(['code', 'name', indicator.figure, 'status', ...flags])}`
  for (const { code, name, value, status, flags: said } of zones)
    yield line([
      code,
      name,
      value === null ? null : rounded(value, step),
      status,
      ...flags.map((flag) => said[flag] ?? null),
    ])
  yield '\r\n'
  const { labels, unit, source, period, level, vintage, licence, sourceDate, blindSpots } = indicator
  const about = {
    indicator: labels.fr,
    unit,
    source,
    period,
    level,
    vintage,
    licence,
    source_date: sourceDate,
    rounded_to: step,
    not_seen: blindSpots.join(' | '),
  }
  for (const [name, value] of Object.entries(about)) yield line([name, value])
}
