import { censusPlan } from '#api/domain/import-figures'
import { vintageRemarks } from './contours.ts'
import { figureRow, planned, ZONE_CODES } from './figure-rows.ts'
import type { Format, RawRecord } from './format.ts'
import { allSay, cellOf, folded } from './record.ts'

/** The bases of the census, by a column that only one of them has. Each has its own rows: none overwrites another. */
const BASES: readonly (readonly [RegExp, string])[] = [
  [/^P\d\d_RP_PROP$/i, 'rp-logement'],
  [/^[PC]\d\d_ACT1564$/i, 'rp-activite'],
  [/^C\d\d_MEN(?:PSEUL)?$/i, 'rp-familles'],
  [/^P\d\d_NSCOL15P$/i, 'rp-diplomes'],
]

const baseOf = (names: readonly string[]): string =>
  BASES.find(([column]) => names.some((name) => column.test(name)))?.[1] ?? 'rp-population'

const plan = planned(censusPlan)
const CODES = ['IRIS', 'CODE_IRIS', 'CODGEO']

/** Census by IRIS: weighted estimates, whence their long decimals; chosen columns only. */
export const rpIris: Format = {
  id: 'rp_iris',
  containers: ['table', 'json'],
  recognise: (head) => {
    const names = folded(head.names)
    const census = [...names].some((name) => /^[pc]\d\d_/.test(name))
    return census && (names.has('lab_iris') || names.has('typ_iris')) && allSay(head, CODES, ZONE_CODES.iris!)
  },
  interpret(record: RawRecord, context) {
    const found = plan(record)
    return figureRow(record, {
      source: baseOf(Object.keys(record)),
      level: 'iris',
      code: cellOf(record, CODES, 20),
      period: found.period,
      vintage: context.vintage ?? 'unknown',
      licence: 'Licence Ouverte 2.0',
      plan: found,
    })
  },
  remarks: vintageRemarks,
}
