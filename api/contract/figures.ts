/** What a number is worth. A secret one is never zero, and an absent one neither. */
export const FIGURE_STATUSES = ['observed', 'imputed', 'rounded', 'secret', 'unavailable', 'absent'] as const
export type FigureStatus = (typeof FIGURE_STATUSES)[number]

/** One number, with what it is worth: `value` is null exactly when the status is secret, unavailable or absent. */
export type Figure = { value: number | null; status: FigureStatus }

/** What a cell of the Filosofi grid counts, in the order of the file of 2019 and 2021. */
export const GRID_FIGURES = [
  'ind',
  'men',
  'men_pauv',
  'men_1ind',
  'men_5ind',
  'men_prop',
  'men_fmp',
  'ind_snv',
  'men_surf',
  'men_coll',
  'men_mais',
  'log_av45',
  'log_45_70',
  'log_70_90',
  'log_ap90',
  'log_inc',
  'log_soc',
  'ind_0_3',
  'ind_4_5',
  'ind_6_10',
  'ind_11_17',
  'ind_18_24',
  'ind_25_39',
  'ind_40_54',
  'ind_55_64',
  'ind_65_79',
  'ind_80p',
  'ind_inc',
] as const
export type GridFigure = (typeof GRID_FIGURES)[number]
