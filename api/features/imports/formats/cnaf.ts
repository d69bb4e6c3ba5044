import type { ReadContext } from '#api/domain/import-draft'
import { benefitPlan, readPeriod } from '#api/domain/import-figures'
import { reservation } from '#api/domain/import-remarks'
import { readLine } from '#api/domain/import-text'
import { vintageRemarks } from './contours.ts'
import { figureRow, planned } from './figure-rows.ts'
import type { Format, Head, Interpreted, RawRecord } from './format.ts'

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** Technical names, and the labels that the same files have when they are exported for people. */
const DATE = new Set(['dtreffre', 'date reference', 'date de reference'])
const COMMUNE = new Set(['numcomdo', 'numero commune', 'code commune', 'code insee', 'numero de commune'])
const IRIS = new Set(['numirisd', 'numero iris', 'code iris', 'iris'])
/** What a breakdown is by: each of its values is a part of the zone. */
const BREAKDOWNS: Record<string, string> = {
  rsa_type: 'rsa_type',
  'type de rsa': 'rsa_type',
  'type rsa': 'rsa_type',
  qf_400: 'qf_400',
  'quotient familial': 'qf_400',
  al_parc: 'al_parc',
  'type de parc': 'al_parc',
  type_parc: 'al_parc',
}

const under = (record: RawRecord, wanted: ReadonlySet<string>): unknown => {
  const name = Object.keys(record).find((column) => wanted.has(plain(column)))
  return name === undefined ? null : record[name]
}

const partOf = (record: RawRecord): string =>
  Object.keys(record)
    .flatMap((column) => {
      const by = BREAKDOWNS[plain(column)]
      return by === undefined ? [] : [`${by}=${readLine(record[column], 60) ?? ''}`]
    })
    .join(' ')

/** Codes under which recipients are kept whose address is nowhere: `XXXXX`, `04XXX`, `99999`. */
const isNowhere = (commune: string | null): boolean =>
  commune === null || /X/i.test(commune) || commune === '99999'

const NOWHERE = reservation('recipients_not_located', 'numcomdo')
const plan = planned(benefitPlan)

function interpret(record: RawRecord, context: ReadContext, level: 'commune' | 'iris'): Interpreted {
  const commune = readLine(under(record, COMMUNE), 10)
  const iris = level === 'iris' ? readLine(under(record, IRIS), 10) : null
  const isPlaced = level === 'commune' || (iris !== null && !/X/i.test(iris) && iris !== '9999')
  if (isNowhere(commune) || !isPlaced)
    return { key: commune, draft: null, ignored: true, problems: [], once: NOWHERE }
  // Nine figures are the whole code; four follow that of the commune.
  const code = iris === null ? commune : iris.length === 9 ? iris : commune! + iris.padStart(4, '0')
  return figureRow(record, {
    source: 'cnaf',
    level,
    code,
    period: readPeriod(under(record, DATE)),
    part: partOf(record),
    vintage: context.vintage ?? 'unknown',
    licence: 'Licence Ouverte 2.0',
    plan: plan(record),
    // Rounded to 5 households and 100 euros; what is under is left blank.
    known: 'rounded',
    blank: 'secret',
  })
}

const tells = ({ names }: Head, isIris: boolean): boolean => {
  const known = [...names].map(plain)
  const has = (wanted: ReadonlySet<string>) => known.some((name) => wanted.has(name))
  return has(DATE) && has(COMMUNE) && has(IRIS) === isIris && benefitPlan([...names]).columns.length > 0
}

const formatOf = (id: Format['id'], level: 'commune' | 'iris'): Format => ({
  id,
  containers: ['table', 'json'],
  recognise: (head) => tells(head, level === 'iris'),
  interpret: (record, context) => interpret(record, context, level),
  remarks: vintageRemarks,
})

/** Recipients of the CAF by commune and by IRIS; the MSA and people who are domiciled are not in them. */
export const CNAF_FORMATS: readonly Format[] = [
  formatOf('cnaf_communes', 'commune'),
  formatOf('cnaf_iris', 'iris'),
]
