import { readArea } from '#api/domain/import-area'
import { figureOf } from '#api/domain/import-columns'
import type { ReadContext, RowProblem, StatisticsDraft } from '#api/domain/import-draft'
import { readZeroCode } from '#api/domain/import-mapping-values'
import { figureName, formOf } from '#api/domain/import-mapping-zones'
import { refusal, reservation } from '#api/domain/import-remarks'
import { readLine } from '#api/domain/import-text'
import type { ImportMapping } from '#contract/mappings'
import type { Interpreted, RawRecord } from './format.ts'
import { cellText } from './mapped-table.ts'

type Reading = { mapping: ImportMapping; context: ReadContext }
type Reader = (record: RawRecord) => Interpreted

const WIDTH = { commune: 5, iris: 9, departement: 2, region: 2 } as const
const columnFor = ({ columns }: ImportMapping, field: string): string | undefined =>
  columns.find((one) => one.field === field)?.column

/** The code of a row's zone; one that cannot be read refuses the row. */
function codeOf(record: RawRecord, mapping: ImportMapping, problems: RowProblem[]): string | null {
  const column = columnFor(mapping, 'code')!
  const level = mapping.level!
  const width = WIDTH[level as keyof typeof WIDTH] ?? 0
  const { value, problem } = readZeroCode(cellText(record, column), column, formOf(level), width)
  if (problem) problems.push({ ...problem, severity: 'refused' })
  else if (value === null) problems.push(refusal('identifier_missing', column))
  return value
}

/** Rows of figures: one zone, one period, and a status for each number that is not plainly observed. */
export const figuresReader =
  ({ mapping, context }: Reading): Reader =>
  (record) => {
    const problems: RowProblem[] = []
    const code = codeOf(record, mapping, problems)
    const periodColumn = columnFor(mapping, 'period')
    const period = readLine(cellText(record, periodColumn ?? ''), 20) ?? context.vintage ?? 'unknown'
    const figures: StatisticsDraft['figures'] = {}
    const statuses: StatisticsDraft['statuses'] = {}
    for (const { column, field, as } of mapping.columns) {
      if (field !== 'figure') continue
      const name = as ?? figureName(column)
      const cell = cellText(record, column)
      const figure = figureOf(cell)
      if (figure === null) problems.push(reservation('number_unreadable', column, cell))
      figures[name] = figure?.value ?? null
      const status = figure?.status ?? 'unavailable'
      if (status !== 'observed') statuses[name] = status
    }
    const key = code === null ? null : `${mapping.source} ${mapping.level} ${code} ${period}`
    if (code === null || problems.some(({ severity }) => severity === 'refused'))
      return { key, draft: null, problems }
    return {
      key,
      problems,
      draft: {
        what: 'statistics',
        source: mapping.source,
        period,
        level: mapping.level!,
        code,
        vintage: context.vintage ?? 'unknown',
        part: '',
        figures,
        statuses,
        flags: {},
        sourceDate: null,
        licence: mapping.licence,
      },
    }
  }

/** Features with surfaces: reference zones by their codes, or the workspace's own by their names. */
export const surfacesReader =
  ({ mapping, context }: Reading): Reader =>
  (record) => {
    const problems: RowProblem[] = []
    const isZone = mapping.what === 'zone'
    const nameColumn = columnFor(mapping, 'name')
    const name = readLine(cellText(record, nameColumn ?? ''), isZone ? 200 : 120)
    const id = isZone
      ? codeOf(record, mapping, problems)
      : (readLine(cellText(record, columnFor(mapping, 'id') ?? mapping.key ?? ''), 200) ?? name)
    if (!isZone && name === null) problems.push(refusal('name_missing', nameColumn ?? null))
    const read = readArea(record.geometry)
    if ('refused' in read) problems.push(refusal(read.refused, 'geometry'))
    if ('projected' in read) problems.push(refusal('coordinates_out_of_range', 'geometry', read.projected))
    if ('closed' in read && read.closed) problems.push(reservation('geometry_repaired', 'geometry'))
    const isRefused = problems.some(({ severity }) => severity === 'refused')
    const key = id === null ? null : `${mapping.source} ${id}`
    if (id === null || !('area' in read) || isRefused) return { key, draft: null, problems }
    const { source, licence } = mapping
    const { area } = read
    if (!isZone)
      return { key, problems, draft: { what: 'drawn', source, sourceId: id, name: name ?? id, area } }
    const level = mapping.level!
    const communes = level === 'commune' || level === 'iris' ? [id.slice(0, 5)] : []
    const vintage = context.vintage ?? 'unknown'
    return {
      key,
      problems,
      draft: { what: 'zone', level, code: id, name: name ?? id, vintage, source, licence, communes, area },
    }
  }
