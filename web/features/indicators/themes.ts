import type { Indicator } from '#contract/indicators'

/** What a figure is about, by its name: the first that fits. */
const THEMES = [
  ['income', /^income_|^living|decile/],
  ['poverty', /^poverty|_share$|^minimum/],
  ['benefits', /^(ndur|rsa|ppa|aah|apl|als|alf|ndural|af|cf|asf|ab|cmg|caf)_/],
  ['homes', /^homes_|^main_homes|owner|tenant|social_homes/],
  ['households', /household|lone_parent/],
  ['work', /employ|active|job_|diploma|school/],
  ['people', /population|persons|aged/],
  ['other', /./],
] as const

export type Theme = (typeof THEMES)[number][0]

export const themeOf = ({ figure }: Pick<Indicator, 'figure'>): Theme =>
  THEMES.find(([, says]) => says.test(figure))![0]

/** Themes that have an indicator, in their fixed order. */
export const themesOf = (indicators: readonly Indicator[]): Theme[] => {
  const found = new Set(indicators.map(themeOf))
  return THEMES.map(([theme]) => theme).filter((theme) => found.has(theme))
}
