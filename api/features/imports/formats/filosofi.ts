import type { ReadContext } from '#api/domain/import-draft'
import { incomePlan } from '#api/domain/import-figures'
import { reservation } from '#api/domain/import-remarks'
import type { ZoneLevel } from '#contract/zones'
import { vintageRemarks } from './contours.ts'
import { figureRow, planned, vintageOfQpv, ZONE_CODES } from './figure-rows.ts'
import type { Format, Head, Interpreted, RawRecord } from './format.ts'
import { allSay, cellOf } from './record.ts'

const LICENCE = 'Licence Ouverte 2.0'
const CODES = ['IRIS', 'CODGEO', 'CODE_IRIS', 'CODE_QP', 'GEO']

const isDeclared = (names: Iterable<string>): boolean =>
  [...names].some((name) => /^DEC_(?:MED|TP60|D1|Q1)/i.test(name))
const hasIncome = ({ names }: Head): boolean => {
  const { columns } = incomePlan([...names])
  return columns.some(({ figure }) => figure === 'income_median' || figure === 'poverty_rate')
}

/** The source of figures: what is declared and what is left after taxes and benefits are two stories. */
const sourceOf = (record: RawRecord): string =>
  isDeclared(Object.keys(record)) ? 'filosofi-declared' : 'filosofi'

const LEVELS = ['commune', 'epci', 'departement', 'region', 'qpv', 'iris'] as const satisfies ZoneLevel[]
const levelOf = (code: string | null): ZoneLevel =>
  LEVELS.find((level) => code !== null && ZONE_CODES[level]!.test(code)) ?? 'commune'

/**
 * Until 2020 what is suppressed is an empty cell; a note of 5 says that nothing of the zone was published. Since then
 * `ns` and `nd` say it. Neither is 0.
 */
const blankOf = (record: RawRecord, flags: readonly { column: string }[]): 'secret' | 'unavailable' =>
  flags.some(({ column }) => /NOTE/i.test(column) && String(record[column] ?? '').trim() === '5')
    ? 'unavailable'
    : 'secret'

const plan = planned(incomePlan)

function interpretIncome(record: RawRecord, context: ReadContext, level?: ZoneLevel): Interpreted {
  const code = cellOf(record, CODES, 20)
  const { period, ...columns } = plan(record)
  const of = level ?? levelOf(code)
  return figureRow(record, {
    source: sourceOf(record),
    level: of,
    code,
    period,
    vintage: of === 'qpv' && code !== null ? vintageOfQpv(code) : (context.vintage ?? 'unknown'),
    licence: LICENCE,
    plan: { period, ...columns },
    blank: blankOf(record, columns.flags),
  })
}

export const filosofiIris: Format = {
  id: 'filosofi_iris',
  containers: ['table', 'json'],
  recognise: (head) => hasIncome(head) && allSay(head, CODES, ZONE_CODES.iris!),
  interpret: (record, context) => interpretIncome(record, context, 'iris'),
  remarks: vintageRemarks,
}

/** By commune, EPCI or département, told by the codes. */
export const filosofiCommunes: Format = {
  id: 'filosofi_communes',
  containers: ['table', 'json'],
  recognise: (head) => hasIncome(head) && allSay(head, CODES, /^(?:\d[\dAB]\d{3}|2\d{8}|\d[\dAB]|9[78]\d)$/),
  interpret: (record, context) => interpretIncome(record, context),
  remarks: vintageRemarks,
}

const PERIOD_UNKNOWN = reservation('period_unknown', null)
const PERIODS = ['annee', 'millesime', 'periode', 'year']

/** Figures by priority neighbourhood, of Insee or of others; a file that tells no year is kept as of unknown period. */
export const qpvFigures: Format = {
  id: 'qpv_figures',
  containers: ['table', 'json'],
  recognise: (head) => incomePlan([...head.names]).columns.length > 1 && allSay(head, CODES, ZONE_CODES.qpv!),
  interpret(record) {
    const code = cellOf(record, CODES, 20)
    const found = plan(record)
    const said = found.period ?? cellOf(record, PERIODS, 10)
    return {
      ...figureRow(record, {
        source: isDeclared(Object.keys(record)) ? 'qpv-declared' : 'qpv',
        level: 'qpv',
        code,
        period: said ?? 'unknown',
        vintage: vintageOfQpv(code ?? ''),
        licence: null,
        plan: found,
        blank: blankOf(record, found.flags),
      }),
      ...(said === null && { once: PERIOD_UNKNOWN }),
    }
  },
}
