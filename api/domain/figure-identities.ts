import type { ZoneLevel } from '#contract/zones'
import { SUMS } from './indicators.ts'

/** A figure that is the sum of others. `open`: of others and of what no figure tells (households neither single nor lone). */
export type Identity = { total: string; parts: readonly string[]; open: boolean }

const closed = (total: string, ...parts: string[]): Identity => ({ total, parts, open: false })
const open = (total: string, ...parts: string[]): Identity => ({ total, parts, open: true })

const AGES = ['0_2', '3_5', '6_10', '11_17', '18_24', '25_39', '40_54', '55_64', '65_79', '80_plus']

/** By which sums the figures of one zone hold together: what one may subtract from what. */
export const IDENTITIES: readonly Identity[] = [
  closed('population', ...AGES.map((age) => `population_${age}`)),
  closed('population', 'population_in_households', 'population_outside_households'),
  closed('main_homes', 'homes_owned', 'homes_rented', 'homes_free'),
  // A household is who lives in a main home.
  closed('households', 'main_homes'),
  open('homes_rented', 'homes_social'),
  open('households', 'households_single', 'households_lone_parent'),
  open('population_15_64', 'active_15_64'),
  open('active_15_64', 'unemployed_15_64'),
  open('out_of_school_15_plus', 'without_diploma_15_plus'),
  ...Object.entries(SUMS).map(([total, { of }]) => closed(total, ...of)),
  // What is left of the population beside a sum that is shown.
  ...Object.keys(SUMS).map((total) => open('population', total)),
]

/** Figures that say how many households, or persons, a zone has: under the threshold, nothing is said of it. */
export const SIZES = [
  'tax_households',
  'households',
  'main_homes',
  'tax_persons',
  'population',
  'population_in_households',
] as const

/** Figures of some households of a zone, and the figure that counts these households. */
export const COUNTED_BY: Readonly<Record<string, string>> = {
  poverty_rate_owners: 'homes_owned',
  poverty_rate_tenants: 'homes_rented',
}

/** Who is counted by `rsa_households` is also in `rsa_persons` and `rsa_amount`. */
export const countedBy = (figure: string): string | undefined =>
  COUNTED_BY[figure] ??
  (/_(?:persons|amount)$/.test(figure) ? figure.replace(/_(?:persons|amount)$/, '_households') : undefined)

/** Bases of one publication share what they count: the census has five, Filosofi two stories of the same households. */
const FAMILIES = ['rp', 'filosofi', 'qpv'] as const
export const familyOf = (source: string): string =>
  FAMILIES.find((family) => source === family || source.startsWith(`${family}-`)) ?? source

/** The larger zones that a code tells, as `level code`: an IRIS lies in a commune, a commune in a département. */
export function largerZones(level: ZoneLevel, code: string): string[] {
  if (level === 'iris') return [`commune ${code.slice(0, 5)}`]
  if (level === 'commune') return [`departement ${code.slice(0, code.startsWith('97') ? 3 : 2)}`]
  return []
}
