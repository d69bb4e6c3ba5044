import type { RowProblem, StatisticsDraft } from '#api/domain/import-draft'
import { type FigurePlan, readFigure } from '#api/domain/import-figures'
import { refusal, reservation } from '#api/domain/import-remarks'
import { readLine } from '#api/domain/import-text'
import type { ZoneLevel } from '#contract/zones'
import type { Interpreted, RawRecord } from './format.ts'

/** Plans by the names of the columns: the same for every row of a file, worked out once. */
export function planned(plan: (names: readonly string[]) => FigurePlan): (record: RawRecord) => FigurePlan {
  let known: { names: string; plan: FigurePlan } | null = null
  return (record) => {
    const columns = Object.keys(record)
    const names = columns.join('\n')
    if (known?.names !== names) known = { names, plan: plan(columns) }
    return known.plan
  }
}

export const ZONE_CODES: Partial<Record<ZoneLevel, RegExp>> = {
  iris: /^\d[\dAB]\d{7}$/,
  commune: /^\d[\dAB]\d{3}$/,
  epci: /^2\d{8}$/,
  departement: /^(?:\d[\dAB]|9[78]\d)$/,
  region: /^\d\d$/,
  arrondissement: /^(?:\d[\dAB]|9[78]\d)\d$/,
  qpv: /^(?:QP[\dAB]{3}\d{3}|QN[\dAB]{3}\d{2}[A-Z])$/,
}

/** The generation of a priority neighbourhood is in its code. */
export const vintageOfQpv = (code: string): string => (code.startsWith('QN') ? '2024' : '2015')

export type FigureRow = Pick<StatisticsDraft, 'source' | 'level' | 'vintage' | 'licence'> & {
  code: string | null
  period: string | null
  part?: string
  plan: FigurePlan
  /** What an empty cell means, and what a number is worth, in this file. */
  blank?: 'absent' | 'secret' | 'unavailable'
  known?: 'observed' | 'rounded'
}

/** A row of figures as a draft; what is not a number keeps its reason, and is never 0. */
export function figureRow(record: RawRecord, row: FigureRow): Interpreted {
  const { source, level, vintage, licence, code, period, part = '', plan, blank, known } = row
  const problems: RowProblem[] = []
  if (code === null) problems.push(refusal('identifier_missing', null))
  else if (!ZONE_CODES[level]?.test(code)) problems.push(refusal('code_unreadable', null, code))
  if (period === null) problems.push(refusal('period_unknown', null))
  if (plan.columns.length === 0) problems.push(refusal('figures_unknown', null))
  const key = code && `${level} ${code} ${period ?? ''} ${part}`.trim()
  if (code === null || period === null || problems.length > 0) return { key, draft: null, problems }
  const figures: StatisticsDraft['figures'] = {}
  const statuses: StatisticsDraft['statuses'] = {}
  for (const { column, figure } of plan.columns) {
    const read = readFigure(record[column], blank, known)
    const { value, status } = 'unreadable' in read ? { value: null, status: 'unavailable' as const } : read
    if ('unreadable' in read) problems.push(reservation('figure_unreadable', column, read.unreadable))
    figures[figure] = value
    if (status !== 'observed') statuses[figure] = status
  }
  const flags = Object.fromEntries(
    plan.flags.flatMap(({ column, flag }) => {
      const said = readLine(record[column], 40)
      return said === null ? [] : [[flag, said]]
    }),
  )
  const draft: StatisticsDraft = {
    what: 'statistics',
    source,
    period,
    level,
    code,
    vintage,
    part,
    figures,
    statuses,
    flags,
    sourceDate: null,
    licence,
  }
  return { key, draft, problems }
}
