import type { BlindSpot } from '#contract/indicators'
import { familyOf } from './figure-identities.ts'

/** Whom tax files do not see, or see badly: they count fiscal households, in ordinary dwellings. */
export const INCOME_SPOTS = [
  'homeless',
  'hosted',
  'students',
  'collective_housing',
  'non_filers',
] as const satisfies BlindSpot[]

/** Whom the family branch's files of claimants do not see. */
const CLAIMANTS_SPOTS = ['msa', 'domiciled', 'rounded_to_5'] as const satisfies BlindSpot[]

/** Claimants from the one, eligible households from the other: nobody sees those whom either misses. */
export const ESTIMATE_SPOTS: readonly BlindSpot[] = [...CLAIMANTS_SPOTS, ...INCOME_SPOTS]

/** Whom each publication does not see, or sees badly: students are counted with their parents in tax files. */
const OF_FAMILY: Readonly<Record<string, readonly BlindSpot[]>> = {
  cnaf: CLAIMANTS_SPOTS,
  filosofi: INCOME_SPOTS,
  qpv: INCOME_SPOTS,
  rp: ['homeless', 'hosted', 'sampled'],
}

/** Families whose tables of IRIS leave communes under five thousand inhabitants out. */
const LARGE_COMMUNES_ONLY: readonly string[] = ['filosofi']

/** Who is missing from what a source says of zones of a level for a period. Of a source that nobody described, nothing is known. */
export function blindSpotsOf({
  source,
  level,
  period,
}: {
  source: string
  level: string
  period: string
}): BlindSpot[] {
  const family = familyOf(source)
  return [
    ...(OF_FAMILY[family] ?? []),
    ...(level === 'iris' && LARGE_COMMUNES_ONLY.includes(family) ? (['small_communes'] as const) : []),
    // `2024-12`: what is paid in one month, which seasons change.
    ...(family === 'cnaf' && period.includes('-') ? (['one_quarter_only'] as const) : []),
  ]
}
