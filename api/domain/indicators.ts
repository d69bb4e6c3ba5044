import type { FIGURE_KINDS, FIGURE_UNITS } from '#contract/indicators'
import { FIGURES } from './figures.ts'

export type IndicatorDescription = {
  kind: (typeof FIGURE_KINDS)[number]
  unit: (typeof FIGURE_UNITS)[number]
  labels: { fr: string; en: string }
  /** Of a share that is worked out: 100 × of / to. */
  ratio: { of: string; to: string } | null
}

const AGE = (from: string, ...others: string[]) => [from, ...others].map((age) => `population_${age}`)

/** Figures that are not in the files: sums of some that are. */
export const SUMS: Readonly<Record<string, { of: readonly string[]; fr: string; en: string }>> = {
  population_0_17: {
    of: AGE('0_2', '3_5', '6_10', '11_17'),
    fr: 'Population, moins de 18 ans',
    en: 'Population under 18',
  },
  population_65_plus: {
    of: AGE('65_79', '80_plus'),
    fr: 'Population, 65 ans ou plus',
    en: 'Population aged 65 or over',
  },
}

/** Shares of two figures of the same table, in percent. */
const SHARES: Readonly<Record<string, readonly [of: string, to: string, fr: string, en: string]>> = {
  share_single: [
    'households_single',
    'households',
    'Part des ménages d’une personne',
    'Share of one-person households',
  ],
  share_lone_parent: [
    'households_lone_parent',
    'households',
    'Part des familles monoparentales parmi les ménages',
    'Share of lone-parent families among households',
  ],
  share_owned: [
    'homes_owned',
    'main_homes',
    'Part des résidences principales occupées par leur propriétaire',
    'Share of owner-occupied main homes',
  ],
  share_rented: [
    'homes_rented',
    'main_homes',
    'Part des résidences principales louées',
    'Share of rented main homes',
  ],
  share_social: [
    'homes_social',
    'main_homes',
    'Part des HLM loués parmi les résidences principales',
    'Share of social housing among main homes',
  ],
  share_without_diploma: [
    'without_diploma_15_plus',
    'out_of_school_15_plus',
    'Part sans diplôme parmi les personnes non scolarisées de 15 ans ou plus',
    'Share without a diploma among those not in education, 15 or over',
  ],
  share_unemployed: [
    'unemployed_15_64',
    'active_15_64',
    'Part de chômeurs (au sens du recensement) parmi les actifs de 15 à 64 ans',
    'Share of unemployed (census) among the active aged 15 to 64',
  ],
  share_active: [
    'active_15_64',
    'population_15_64',
    'Part d’actifs parmi les 15 à 64 ans',
    'Share of active among those aged 15 to 64',
  ],
  share_0_17: ['population_0_17', 'population', 'Part des moins de 18 ans', 'Share of under 18s'],
  share_65_plus: ['population_65_plus', 'population', 'Part des 65 ans ou plus', 'Share aged 65 or over'],
  share_80_plus: ['population_80_plus', 'population', 'Part des 80 ans ou plus', 'Share aged 80 or over'],
  share_outside_households: [
    'population_outside_households',
    'population',
    'Part de la population hors ménages',
    'Share of the population outside households',
  ],
}

/** Shares that the figures of a table allow. */
export const sharesOf = (has: (figure: string) => boolean): string[] =>
  Object.entries(SHARES).flatMap(([name, [of, to]]) => (has(of) && has(to) ? [name] : []))

/** Sums that the figures of a table allow. */
export const sumsOf = (has: (figure: string) => boolean): string[] =>
  Object.entries(SUMS).flatMap(([name, { of }]) => (!has(name) && of.every(has) ? [name] : []))

/**
 * What an indicator is: a figure, a sum of figures, or a share of two. A figure that a table of one's own brought under a
 * name that nobody described is known by that name alone, and neither adds up nor is drawn as a count.
 */
export function describeIndicator(name: string): IndicatorDescription {
  const share = Object.hasOwn(SHARES, name) ? SHARES[name] : undefined
  if (share) {
    const [of, to, fr, en] = share
    return { kind: 'ratio', unit: 'percent', labels: { fr, en }, ratio: { of, to } }
  }
  const sum = Object.hasOwn(SUMS, name) ? SUMS[name] : undefined
  if (sum) return { kind: 'count', unit: 'persons', labels: { fr: sum.fr, en: sum.en }, ratio: null }
  const figure = Object.hasOwn(FIGURES, name) ? FIGURES[name] : undefined
  if (!figure) {
    const label = name.replaceAll('_', ' ')
    return { kind: 'quantile', unit: 'times', labels: { fr: label, en: label }, ratio: null }
  }
  const { kind, unit, fr, en } = figure
  return { kind, unit, labels: { fr, en }, ratio: null }
}
