import { figureOfColumn } from '#api/domain/figures'
import type { ReadContext, StatisticsDraft } from '#api/domain/import-draft'
import { readFigure, readPeriod } from '#api/domain/import-figures'
import { refusal, reservation } from '#api/domain/import-remarks'
import { readLine } from '#api/domain/import-text'
import type { Figure } from '#contract/figures'
import type { ZoneLevel } from '#contract/zones'
import { vintageRemarks } from './contours.ts'
import { ZONE_CODES } from './figure-rows.ts'
import { type Format, hasAll, type Interpreted, type RawRecord } from './format.ts'

const LEVELS: Record<string, ZoneLevel> = {
  COM: 'commune',
  ARM: 'commune',
  EPCI: 'epci',
  DEP: 'departement',
  REG: 'region',
  ARR: 'arrondissement',
  IRIS: 'iris',
}
const BEYOND = reservation('level_not_kept', 'GEO_OBJECT')
const OTHERS = reservation('figure_not_kept', 'FILOSOFI_MEASURE')

/** `59350`, or `2024-COM-59350`, whose first part is the year of the geography. */
function readGeo(value: unknown): { code: string | null; vintage: string | null } {
  const text = readLine(value, 40)
  const [, vintage, code] = /^(\d{4})-[A-Z\d]+-(\w+)$/.exec(text ?? '') ?? []
  return code === undefined ? { code: text, vintage: null } : { code, vintage: vintage! }
}

/** Codes of SDMX: whatever is not free is secret; `M`, `L`, `O`, `Q` say that there is no value. */
function readObservation(record: RawRecord): Figure | { unreadable: string } {
  const confidence = readLine(record.CONF_STATUS, 10) ?? 'F'
  const status = readLine(record.OBS_STATUS, 10) ?? 'A'
  if (confidence !== 'F') return { value: null, status: 'secret' }
  if (status === 'Q') return { value: null, status: 'secret' }
  const read = readFigure(record.OBS_VALUE, ['M', 'L', 'O'].includes(status) ? 'unavailable' : 'absent')
  if (!('value' in read) || read.value === null) return read
  const scale = 10 ** Number(readLine(record.UNIT_MULT, 4) ?? 0)
  const value = Number.isFinite(scale) ? read.value * scale : read.value
  return { value, status: ['I', 'E'].includes(status) ? 'imputed' : read.status }
}

function interpret(record: RawRecord, context: ReadContext): Interpreted {
  const object = readLine(record.GEO_OBJECT, 20) ?? ''
  const measure = readLine(record.FILOSOFI_MEASURE, 60) ?? ''
  const level = LEVELS[object]
  const figure = figureOfColumn(measure)
  const { code, vintage } = readGeo(record.GEO)
  const period = readPeriod(record.TIME_PERIOD)
  const key = `${level ?? object} ${code ?? ''} ${period ?? ''} ${measure}`
  if (level === undefined) return { key, draft: null, ignored: true, problems: [], once: BEYOND }
  if (figure === undefined) return { key, draft: null, ignored: true, problems: [], once: OTHERS }
  const problems = [
    ...(code !== null && ZONE_CODES[level]!.test(code) ? [] : [refusal('code_unreadable', 'GEO', code)]),
    ...(period === null ? [refusal('period_unknown', 'TIME_PERIOD', record.TIME_PERIOD)] : []),
  ]
  if (code === null || period === null || problems.length > 0) return { key, draft: null, problems }
  const read = readObservation(record)
  const { value, status } = 'unreadable' in read ? { value: null, status: 'unavailable' as const } : read
  const draft: StatisticsDraft = {
    what: 'statistics',
    source: 'filosofi',
    period,
    level,
    code,
    vintage: vintage ?? context.vintage ?? 'unknown',
    // One row for each measure: parts without `=` are pieces of one whole, not shares of it.
    part: measure.toLowerCase(),
    figures: { [figure]: value },
    statuses: status === 'observed' ? {} : { [figure]: status },
    flags: {},
    sourceDate: null,
    licence: 'Licence Ouverte 2.0',
  }
  const said = 'unreadable' in read ? [reservation('figure_unreadable', 'OBS_VALUE', read.unreadable)] : []
  return { key, draft, problems: said }
}

/** Filosofi as Melodi publishes it since 2026: one row for each zone and measure. */
export const filosofiMeasures: Format = {
  id: 'filosofi_communes',
  containers: ['table', 'json'],
  recognise: ({ names }) => hasAll(names, ['GEO', 'GEO_OBJECT', 'FILOSOFI_MEASURE', 'OBS_VALUE']),
  interpret,
  remarks: vintageRemarks,
}
