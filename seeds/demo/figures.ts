import type { FigureStatus } from '#contract/figures'
import { type Random, stableId } from '../random.ts'
import type { WayOfLife } from './ways-of-life.ts'

export type DemoFigures = {
  id: string
  source: string
  period: string
  level: 'iris' | 'commune'
  code: string
  part: string
  figures: Record<string, number | null>
  statuses: Record<string, Exclude<FigureStatus, 'observed'>>
  flags: Record<string, string>
}
type Row = Omit<DemoFigures, 'id' | 'statuses' | 'flags'> & Partial<Pick<DemoFigures, 'statuses' | 'flags'>>

/** Quarters of works and shops, where too few live for incomes to be published, and why nothing is said. */
const UNSAID: Record<string, 'secret' | 'unavailable'> = {
  'Les Sablons': 'secret',
  'Port-Sec': 'unavailable',
}
const AGES = ['0_2', '3_5', '6_10', '11_17', '18_24', '25_39', '40_54', '55_64', '65_79', '80_plus']
/** Shares of those out of school, and of working age, at each of the ten ages. */
const OUT_OF_SCHOOL = [0, 0, 0, 0.02, 0.45, 0.98, 1, 1, 1, 1]
const WORKING_AGE = [0, 0, 0, 0.42, 1, 1, 1, 1, 0, 0]
/** Households entitled to the RSA for one poor household, and single parents among those that claim it. */
const ENTITLED = 0.42
const WITH_CHILD_SUPPLEMENT = 0.16

type Counts = Record<string, number>
const added = (all: readonly Counts[]): Counts =>
  Object.fromEntries(
    Object.keys(all[0] ?? {}).map((key) => [key, all.reduce((sum, counts) => sum + counts[key]!, 0)]),
  )

/** What the census counts, by the base that holds it. */
function census(way: WayOfLife): Record<string, Counts> {
  const { population, households } = way
  const part = (share: number, of = households) => Math.round(share * of)
  const [owned, free] = [part(way.owned), part(way.free)]
  const ages = way.ages.map((share) => part(share, population))
  // The largest age takes what rounding left, so that ages add up to the population.
  ages[5]! += population - ages.reduce((a, b) => a + b, 0)
  const aged = (shares: readonly number[]) => Math.round(ages.reduce((sum, n, i) => sum + n * shares[i]!, 0))
  const [outOfSchool, workingAge] = [aged(OUT_OF_SCHOOL), aged(WORKING_AGE)]
  const active = part(0.72, workingAge)
  return {
    'rp-logement': {
      main_homes: households,
      homes_owned: owned,
      homes_rented: households - owned - free,
      homes_social: part(way.social),
      homes_free: free,
    },
    'rp-population': {
      population,
      ...Object.fromEntries(AGES.map((age, i) => [`population_${age}`, ages[i]!])),
    },
    'rp-familles': {
      households,
      households_single: part(way.single),
      households_lone_parent: part(way.loneParents),
    },
    'rp-diplomes': {
      out_of_school_15_plus: outOfSchool,
      without_diploma_15_plus: part(way.withoutDiploma, outOfSchool),
    },
    'rp-activite': {
      population_15_64: workingAge,
      active_15_64: active,
      unemployed_15_64: part(way.unemployed, active),
    },
  }
}

function income(ways: readonly WayOfLife[]): Record<string, number> {
  const households = ways.reduce((sum, way) => sum + way.households, 0)
  const mean = (of: (way: WayOfLife) => number) =>
    ways.reduce((sum, way) => sum + of(way) * way.households, 0) / households
  const median = Math.round(mean((way) => way.median) / 10) * 10
  const poverty = mean((way) => way.poverty)
  const tenth = (share: number) => Math.round(share * 1_000) / 10
  return {
    income_median: median,
    income_q1: Math.round((median * (0.8 - 0.35 * poverty)) / 10) * 10,
    income_q3: Math.round((median * 1.36) / 10) * 10,
    poverty_rate: tenth(poverty),
    social_benefits_share: tenth(0.03 + 0.32 * poverty),
    minimum_income_share: tenth(0.005 + 0.13 * poverty),
    tax_households: Math.round(households * 0.97),
    tax_persons: Math.round(ways.reduce((sum, way) => sum + way.population, 0) * 0.96),
  }
}

/** As the CNAF publishes: to the nearest 5, and nothing of 1 to 4. */
function published(counts: Counts): Pick<Row, 'figures' | 'statuses'> & Required<Pick<Row, 'statuses'>> {
  const isSecret = (n: number) => n > 0 && n < 5
  return {
    figures: Object.fromEntries(
      Object.entries(counts).map(([key, n]) => [key, isSecret(n) ? null : Math.round(n / 5) * 5]),
    ),
    statuses: Object.fromEntries(
      Object.entries(counts).map(([key, n]) => [key, isSecret(n) ? 'secret' : 'rounded'] as const),
    ),
  }
}

/** Recipients of a quarter at one time: all benefits but the RSA, then its two kinds. */
function recipients(way: WayOfLife, random: Random): [part: string, counts: Counts][] {
  const poor = way.poverty * way.households
  const about = (n: number) => Math.round(n * random.between(0.94, 1.06))
  const rsa = about(poor * ENTITLED * way.takeUp)
  const supplement = Math.round(rsa * WITH_CHILD_SUPPLEMENT)
  const all = about(way.households * (0.3 + 0.6 * way.poverty))
  return [
    [
      '',
      {
        ndur_households: all,
        ndur_persons: Math.round(all * 2.3),
        ppa_households: about(way.households * (0.06 + 0.2 * way.poverty)),
        aah_households: about(way.households * 0.03),
        ndural_households: about(way.households * (0.06 + 0.55 * way.poverty)),
      },
    ],
    ['rsa_type=RSA majoré', { rsa_households: supplement }],
    ['rsa_type=RSA non majoré', { rsa_households: rsa - supplement }],
  ]
}

/** Figures of every quarter and commune, under the names and with the gaps that published files have. */
export function demoFigures(ways: readonly WayOfLife[], seed: number, random: Random): DemoFigures[] {
  const communes = [...new Set(ways.map((way) => way.commune))]
  const own = (commune: string) => ways.filter((way) => way.commune === commune)
  const rows: Row[] = []
  for (const way of ways) {
    const at = { level: 'iris', code: way.code, part: '' } as const
    const why = UNSAID[way.name]
    const figures = income([way])
    rows.push({
      ...at,
      source: 'filosofi',
      period: '2021',
      figures: why ? Object.fromEntries(Object.keys(figures).map((key) => [key, null])) : figures,
      statuses: why ? Object.fromEntries(Object.keys(figures).map((key) => [key, why])) : {},
      flags: {
        DISP_NOTE: why === 'unavailable' ? '5' : '0',
        DISP_INCERT: way.households < 1_000 ? '2' : '1',
      },
    })
    for (const [source, counts] of Object.entries(census(way)))
      rows.push({
        ...at,
        source,
        period: '2022',
        figures: counts,
        flags: { LAB_IRIS: way.fabric === 'works' ? '3' : '1', TYP_IRIS: way.fabric === 'works' ? 'A' : 'H' },
      })
  }
  for (const code of communes) {
    const at = { level: 'commune', code, part: '' } as const
    rows.push({ ...at, source: 'filosofi', period: '2021', figures: income(own(code)) })
    const counted = own(code).map(census)
    for (const source of Object.keys(counted[0]!))
      rows.push({ ...at, source, period: '2022', figures: added(counted.map((all) => all[source]!)) })
  }
  for (const period of ['2023-12', '2024-12']) {
    const byZone = ways.map((way) => ({ way, parts: recipients(way, random) }))
    for (const { way, parts } of byZone)
      for (const [part, counts] of parts)
        rows.push({ source: 'cnaf', period, level: 'iris', code: way.code, part, ...published(counts) })
    for (const code of communes) {
      const parts = byZone.filter(({ way }) => way.commune === code).map((zone) => zone.parts)
      // By commune the kinds of RSA are published together.
      const whole = added(
        parts.map(([others, one, other]) => ({
          ...others![1],
          rsa_households: one![1].rsa_households! + other![1].rsa_households!,
        })),
      )
      rows.push({ source: 'cnaf', period, level: 'commune', code, part: '', ...published(whole) })
    }
  }
  return rows.map((row) => ({
    statuses: {},
    flags: {},
    ...row,
    id: stableId(seed, `figures:${row.source} ${row.period} ${row.level} ${row.code} ${row.part}`),
  }))
}
