import type { GridFigure } from '#contract/figures'
import type { Grid, GridIndicator } from '#contract/grid'
import { MIN_HOUSEHOLDS } from './disclosure.ts'

/**
 * How a figure of a square is worked out from its sums: `of` added up, divided by `to` added up, times `scale`, rounded to
 * `step`. A share is in percent.
 */
export type GridIndicatorRule = Pick<Grid['indicators'][number], 'kind' | 'unit'> & {
  of: readonly GridFigure[]
  to: readonly GridFigure[] | null
  scale: number
  step: number
}

const count = (unit: 'households' | 'persons', of: GridFigure): GridIndicatorRule => ({
  kind: 'count',
  unit,
  of: [of],
  to: null,
  scale: 1,
  step: 1,
})
const share = (of: readonly GridFigure[], to: readonly GridFigure[]): GridIndicatorRule => ({
  kind: 'ratio',
  unit: 'percent',
  of,
  to,
  scale: 100,
  step: 0.1,
})
const ofHouseholds = (figure: GridFigure) => share([figure], ['men'])
const ofPersons = (...figures: GridFigure[]) => share(figures, ['ind'])

/** What each indicator of a square is made of. `men_surf` is a sum of square metres: it says nothing of overcrowding. */
export const GRID_RULES: Readonly<Record<GridIndicator, GridIndicatorRule>> = {
  households: count('households', 'men'),
  persons: count('persons', 'ind'),
  poor_households: ofHouseholds('men_pauv'),
  single_households: ofHouseholds('men_1ind'),
  lone_parents: ofHouseholds('men_fmp'),
  large_households: ofHouseholds('men_5ind'),
  owners: ofHouseholds('men_prop'),
  social_dwellings: share(['log_soc'], ['log_av45', 'log_45_70', 'log_70_90', 'log_ap90', 'log_inc']),
  aged_65_plus: ofPersons('ind_65_79', 'ind_80p'),
  aged_0_17: ofPersons('ind_0_3', 'ind_4_5', 'ind_6_10', 'ind_11_17'),
  living_standard: { kind: 'mean', unit: 'euro_year', of: ['ind_snv'], to: ['ind'], scale: 1, step: 10 },
}

const total = (sums: Sums, names: readonly GridFigure[]): number | null => {
  let sum = 0
  for (const name of names) {
    const one = sums[name]
    if (one === null || one === undefined) return null
    sum += one
  }
  return sum
}

type Sums = Readonly<Partial<Record<GridFigure, number | null>>>

/** An indicator of sums; null when a figure is missing, or when fewer than eleven would be described. */
export function gridValue(sums: Sums, indicator: GridIndicator): number | null {
  const { of, to, scale, step } = GRID_RULES[indicator]
  const part = total(sums, of)
  const whole = to ? total(sums, to) : part
  if (part === null || whole === null || whole < MIN_HOUSEHOLDS) return null
  const value = to ? (scale * part) / whole : part
  return Math.round(Math.round(value / step) * step * 10) / 10
}
